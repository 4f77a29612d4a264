import Library
import Search

extension JSONWriter {
  /// The version of the form of search results.
  ///
  /// One that was released has the members that its schema names, and no others.
  private static let searchVersion = 1

  /// Writes what a query found as one object on a line.
  mutating func write(
    _ result: SearchResult, counts: [RegulationCount]? = nil, absence: Absence? = nil,
    explanations: [ScoreExplanation]? = nil
  ) {
    object { json in
      json.member("version", Self.searchVersion)
      json.member("query", result.query)
      json.member("reading", result.reading)
      if let hint = result.hint {
        json.object("hint") { json in
          json.member("message", hint.words)
          json.member("offset", hint.offset)
        }
      }
      json.member("mode", result.mode.rawValue)
      json.member("total", result.total)
      json.member("microseconds", result.microseconds)
      json.array("regulations", result.regulations) { json, title in
        json.object { json in
          json.member("regulation", title.regulation)
          json.member("regulationID", title.regulationID)
        }
      }
      json.array("hits", result.hits) { $0.write($1) }
      if let explanations {
        json.array("explanations", explanations) { json, explanation in
          json.array(explanation.parts) { json, part in json.object { $0.write(part) } }
        }
      }
      if let counts { json.array("facets", counts) { $0.write($1) } }
      if let absence, !absence.isEmpty { json.object("absence") { $0.write(absence) } }
    }
    endLine()
  }

  private mutating func write(_ part: ScoreExplanation.Part) {
    member("reason", part.reason.rawValue)
    if !part.term.isEmpty { member("term", part.term) }
    if let count = part.count { member("count", count) }
    if let unitCount = part.unitCount { member("units", unitCount) }
    name("value")
    value(part.value)
  }

  /// Writes that a query could not be answered as one object on a line.
  mutating func write(error: String, at offset: Int?, of query: String) {
    object { json in
      json.member("version", Self.searchVersion)
      json.member("query", query)
      json.member("error", error)
      json.member("offset", offset)
    }
    endLine()
  }

  private mutating func write(_ count: RegulationCount) {
    object { json in
      json.member("regulation", count.regulation)
      json.member("regulationID", count.regulationID)
      json.member("total", count.total)
      json.array("chapters", count.chapters) { json, chapter in
        json.object { json in
          json.member("label", chapter.label)
          json.member("heading", chapter.heading)
          json.member("total", chapter.total)
        }
      }
    }
  }

  private mutating func write(_ absence: Absence) {
    array("terms", absence.terms) { json, count in
      json.object { json in
        json.member("term", count.term)
        json.member("total", count.total)
        json.member("isInTitlesOnly", count.isInTitlesOnly)
      }
    }
    array("near", absence.near) { json, near in
      json.object { json in
        json.member("term", near.term)
        json.member("near", near.near)
        json.member("total", near.total)
      }
    }
    array("rejected", absence.rejected) { json, place in
      json.object { json in
        json.member("path", place.path)
        json.member("reason", place.reason)
      }
    }
    member("notInForce", absence.notInForce)
  }

  private mutating func write(_ hit: Hit) {
    object { json in
      json.member("regulation", hit.regulation)
      json.member("regulationID", hit.regulationID)
      json.member("revision", hit.revision)
      json.member("status", hit.status.rawValue)
      json.member("id", hit.id)
      json.member("label", hit.label)
      json.member("heading", hit.heading)
      json.member("pinpoint", hit.pinpoint)
      json.array("path", hit.path) { json, step in
        json.object { json in
          json.member("id", step.id)
          json.member("label", step.label)
          json.member("heading", step.heading)
        }
      }
      json.member("text", hit.text)
      json.array("matches", hit.matches) { $0.write($1) }
      json.name("score")
      json.value(hit.score)
      json.member("source", hit.source)
      json.array("before", hit.before) { $0.write($1) }
      json.array("after", hit.after) { $0.write($1) }
    }
  }

  private mutating func write(_ match: Match) {
    object { json in
      json.member("field", match.field.rawValue)
      json.member("id", match.id)
      json.member("start", match.start)
      json.member("end", match.end)
    }
  }

  private mutating func write(_ neighbour: Neighbour) {
    object { json in
      json.member("id", neighbour.id)
      json.member("label", neighbour.label)
      json.member("text", neighbour.text)
    }
  }
}
