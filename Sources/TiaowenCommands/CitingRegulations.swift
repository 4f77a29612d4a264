import ChineseText
import Comparison
import Library
import Regulations
import Search

/// Finds, among the regulations of a library, references to one that is compared.
struct CitingRegulations {
  let reader: LibraryReader
  let day: CalendarDate

  /// The references that point at nothing in the new text, or no longer at what they
  /// meant.
  ///
  /// Looked at are the texts that are in force, or will be. One that took effect
  /// with the new text or after it was written with that in view.
  ///
  /// - Parameters:
  ///   - comparison: The comparison.
  ///   - newSide: Its new text.
  func staleCitations(
    of comparison: RevisionComparison, _ newSide: DiffSide
  ) throws -> [StaleCitation] {
    let titles = Set([comparison.old.title, comparison.new.title])
    let regulations = (0..<reader.regulationCount).map { reader.regulation(at: $0, on: day) }
    let isItself = { (regulation: CataloguedRegulation) in
      newSide.regulationID.map { $0 == regulation.id } ?? titles.contains(regulation.title)
    }
    let others = regulations.filter { !isItself($0) }
    let names = CitedNames(titles: Array(titles), others: others.map(\.title))
    let candidates = try regulationsHolding(names.ends, among: others.count)
    var found: [StaleCitation] = []
    for regulation in others where candidates.contains(regulation.id) {
      for catalogued in regulation.revisions where catalogued.status.mayBeMended {
        let isAsNew = catalogued.dates.day.flatMap { day in newSide.day.map { day >= $0 } } ?? false
        let citing = CitingRevision(
          regulationID: regulation.id, name: catalogued.name,
          revision: try reader.revision(catalogued), isAsNew: isAsNew)
        found += comparison.staleCitations(in: citing, names)
      }
    }
    return found
  }

  /// The IDs of the regulations that hold one of some words.
  private func regulationsHolding(_ words: [String], among count: Int) throws -> Set<String> {
    var ids: Set<String> = []
    for word in words {
      var options = SearchOptions(on: day, limit: 1000, allRevisions: true, match: .exact)
      let query = "text:\"\(word)\""
      do throws(SearchError) {
        var result = try Searcher(reader, options).search(query)
        if result.total > result.hits.count {
          options.limit = result.total
          result = try Searcher(reader, options).search(query)
        }
        ids.formUnion(result.hits.map(\.regulationID))
      } catch {
        throw Failure(error)
      }
    }
    return ids
  }
}

extension RevisionStatus {
  /// Whether a text of this status is one that its editor would mend.
  fileprivate var mayBeMended: Bool { isCurrent || self == .notYetInForce }
}
