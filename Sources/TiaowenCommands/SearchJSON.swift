import Library
import Search

extension JSONWriter {
  /// Writes what a query found as one object on a line.
  mutating func write(_ result: SearchResult) {
    object { json in
      json.member("query", result.query)
      json.member("reading", result.reading)
      json.member("hint", result.hint?.words)
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
    }
    endLine()
  }

  /// Writes that a query could not be answered as one object on a line.
  mutating func write(error: String, of query: String) {
    object { json in
      json.member("query", query)
      json.member("error", error)
    }
    endLine()
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
