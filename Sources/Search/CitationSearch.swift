internal import ChineseText
internal import Library
internal import Regulations

/// Finds the provisions that a citation names.
struct CitationSearch {
  let library: LibraryReader
  let scope: SearchScope

  /// A provision that a citation names, with what of its text is meant.
  struct Found {
    var unit: FoundUnit
    /// In the text of the node, ascending; `nil` for the whole unit.
    var places: [Range<Int>]?
  }

  /// The articles in the order in which they are cited, revision by revision.
  func find(_ citation: Citation, in places: [CitableTitles.Place]) -> [Found] {
    places.flatMap { place in
      let segment = library.segments[place.segment]
      let nodes = segment.nodes(of: place.revision)
      return citation.articles.flatMap { articles in
        Self.units(articles, in: segment, nodes).map { node in
          let cited = CitedPlace(segment: segment, node: node)
          let ranges = articles.places.compactMap { cited.range(of: $0) }
            .sorted { $0.lowerBound < $1.lowerBound }
          return Found(
            unit: scope.segments[place.segment].unit(node, score: 100),
            places: ranges.isEmpty ? nil : ranges)
        }
      }
    }
  }

  /// The articles of some numbers, or the top-most clauses where there are no articles.
  private static func units(
    _ articles: CitedArticles, in segment: Segment, _ nodes: Range<Int>
  ) -> [Int] {
    var found: [Int] = []
    var clauses: [Int] = []
    for node in nodes {
      let own = segment.ownOutline(of: node)
      guard own.kind == .article || own.kind == .clause, isNamed(own, by: articles) else {
        continue
      }
      if own.kind == .article {
        // A number that stands twice is the first one's.
        if articles.last == nil { return [node] }
        found.append(node)
      } else if isTopmost(node, in: segment), segment.nodes.isUnit(node) {
        clauses.append(node)
      }
    }
    return found.isEmpty ? Array(clauses.prefix(articles.last == nil ? 1 : .max)) : found
  }

  private static func isNamed(_ own: ProvisionOutline, by articles: CitedArticles) -> Bool {
    guard articles.last != nil else { return own.isNumbered(articles.first) }
    return own.number.map { articles.holds($0) } ?? false
  }

  private static func isTopmost(_ node: Int, in segment: Segment) -> Bool {
    segment.nodes.parent(of: node).map { segment.ownOutline(of: $0).kind != .clause } ?? true
  }
}

// MARK: - What exists instead

extension CitationSearch {
  /// The most titles that are named in place of one that does not exist.
  private static let mostTitles = 3

  /// What a revision has in place of an article that it lacks.
  func articles(
    around number: ProvisionNumber, in place: CitableTitles.Place
  ) -> (before: String?, after: String?) {
    let segment = library.segments[place.segment]
    var before: (ProvisionNumber, String)? = nil
    var after: (ProvisionNumber, String)? = nil
    for node in segment.nodes(of: place.revision) {
      let text = segment.text(of: node)
      guard text.own.kind == .article, let label = text.label, let own = text.own.number else {
        continue
      }
      if own < number {
        if before.map({ $0.0 < own }) ?? true { before = (own, label) }
      } else if after.map({ own < $0.0 }) ?? true {
        after = (own, label)
      }
    }
    return (before?.1, after?.1)
  }

  /// The regulations whose titles share at least half of the pairs of a name, the
  /// nearest first.
  func regulations(near name: String) -> [Int] {
    let pairs = Self.pairs(of: FoldedText(name).units)
    guard !pairs.isEmpty else { return [] }
    let shared = (0..<library.regulationCount).map { index in
      let title = Self.pairs(of: FoldedText(library.title(ofRegulation: index)).units)
      return (count: pairs.intersection(title).count, size: title.count, index: index)
    }
    return shared.filter { 2 * $0.count >= pairs.count }
      .sorted { ($1.count, $0.size, $0.index) < ($0.count, $1.size, $1.index) }
      .prefix(Self.mostTitles).map { $0.index }
  }

  private static func pairs(of units: [UInt16]) -> Set<[UInt16]> {
    Set(zip(units, units.dropFirst()).map { [$0, $1] })
  }
}
