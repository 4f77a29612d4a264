import ChineseText
import Regulations

@testable import Search

/// What a search must find, by reading every text.
struct PlainScan {
  struct Unit {
    var title: String
    var revision: String
    var id: String
    var lines: [[UInt16]]
    var headings: [[UInt16]]
    var foldedTitle: [UInt16]
    var number: ProvisionNumber?
  }

  var units: [Unit] = []

  /// Adds the articles of a revision of chapters and articles.
  mutating func add(_ revision: Revision, named name: String) {
    let provisions = revision.provisions
    for (index, article) in provisions.enumerated() where article.kind == .article {
      var lines = [article.text]
      for part in provisions[(index + 1)...].prefix(while: {
        $0.kind != .article && $0.kind != .chapter
      }) {
        lines.append(
          (part.label ?? "") + (part.heading ?? "") + (part.separator ?? "") + part.text)
      }
      let chapter = article.parent.map { provisions[$0].heading ?? "" } ?? ""
      units.append(
        Unit(
          title: revision.title, revision: name, id: article.id.description,
          lines: lines.flatMap { $0.split(separator: "\n") }.map { FoldedText(String($0)).units },
          headings: [chapter, article.heading ?? ""].map { FoldedText($0).units },
          foldedTitle: FoldedText(revision.title).units, number: article.number))
    }
  }

  /// The hits of a query, as title, revision and ID.
  func hits(of query: Query) -> Set<String> {
    let found = units.filter { unit in
      let verdict = verdict(query, unit)
      return verdict.holds && verdict.isInUnit
    }
    return Set(found.map { "\($0.title) \($0.revision) \($0.id)" })
  }

  private func verdict(_ query: Query, _ unit: Unit) -> (holds: Bool, isInUnit: Bool) {
    switch query {
    case .number(let number): return (unit.number == number, unit.number == number)
    case .not(let query): return (!verdict(query, unit).holds, false)
    case .all(let parts):
      let verdicts = parts.map { verdict($0, unit) }
      return (verdicts.allSatisfy { $0.holds }, verdicts.contains { $0.isInUnit })
    case .any(let parts):
      let verdicts = parts.map { verdict($0, unit) }
      return (verdicts.contains { $0.holds }, verdicts.contains { $0.holds && $0.isInUnit })
    case .term(let term):
      func stands(_ texts: [[UInt16]]) -> Bool { texts.contains { Self.holds($0, term.units) } }
      let text = term.scope != .heading && term.scope != .title && stands(unit.lines)
      let heading = term.scope != .text && term.scope != .title && stands(unit.headings)
      let title = term.scope != .text && term.scope != .heading && stands([unit.foldedTitle])
      return (text || heading || title, text || heading)
    }
  }

  private static func holds(_ text: [UInt16], _ phrase: [UInt16]) -> Bool {
    guard phrase.count <= text.count else { return false }
    return (0...(text.count - phrase.count)).contains {
      text[$0..<($0 + phrase.count)].elementsEqual(phrase)
    }
  }
}
