internal import ChineseText
internal import Comparison
internal import Library
internal import Regulations

/// What became of the article that had a number before the latest revision.
struct RenumberedArticle {
  /// What it was called.
  let old: String
  /// The name of the revision before.
  let revision: String
  /// What it is called now; empty when it has no like.
  let new: [String]

  /// The article, or `nil` when it has kept its number or there was none.
  ///
  /// The two revisions are compared only when the article is not word for word what
  /// has its number now.
  init?(
    _ number: ProvisionNumber, in place: CitableTitles.Place, of library: LibraryReader,
    on day: CalendarDate
  ) {
    guard
      let current = library.number(ofRevision: place.revision, inSegment: place.segment),
      case let all = library.revisions(ofRegulation: library.regulation(ofRevision: current)),
      current > all.lowerBound,
      let older = library.place(of: current - 1)
    else { return nil }
    let segments = library.segments
    guard
      let was = Self.text(of: number, in: segments[older.segment], older.index),
      was != Self.text(of: number, in: segments[place.segment], place.revision)
    else { return nil }
    let regulation = library.regulation(
      at: library.regulation(ofRevision: current), on: day)
    guard
      let before = try? library.revision(regulation.revisions[current - 1 - all.lowerBound]),
      let after = try? library.revision(regulation.revisions[current - all.lowerBound])
    else { return nil }
    let changes = RevisionComparison(before, after).changes.filter { change in
      change.provision == .article && change.old?.id == Self.id(of: number, in: before)
    }
    guard !changes.isEmpty else { return nil }
    let new = changes.compactMap { $0.new }
    guard !new.contains(where: { $0.id == Self.id(of: number, in: after) }) else { return nil }
    old = CitedArticles.name(of: number)
    revision = library.name(of: current - 1, in: all)
    self.new = new.map(\.name)
  }

  private static func text(
    of number: ProvisionNumber, in segment: Segment, _ revision: Int
  ) -> String? {
    segment.nodes(of: revision).first { node in
      let own = segment.ownOutline(of: node)
      return own.kind == .article && own.isNumbered(number)
    }.map { segment.text(of: $0).searchedText }
  }

  private static func id(of number: ProvisionNumber, in revision: Revision) -> ProvisionID? {
    revision.provisions.first { $0.kind == .article && $0.number == number }?.id
  }
}
