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
    /// In the text of the node; `nil` for the whole unit.
    var place: Range<Int>?
  }

  /// The provisions, or none when the library has no such title or number.
  ///
  /// - Parameter isTitled: Whether the search is confined to titles, so that a
  ///   citation needs none.
  func find(_ citation: Citation, isTitled: Bool) -> [Found] {
    titles(of: citation, isTitled).map { provisions(citation, $0) } ?? []
  }

  /// What the titles of the cited regulations are like, or `nil` for none.
  private func titles(
    of citation: Citation, _ isTitled: Bool
  ) -> (([UInt16]) -> Bool)? {
    guard let title = citation.title else { return isTitled ? { _ in true } : nil }
    let phrase = FoldedText(title).units
    guard !phrase.isEmpty, let best = bestTitle(holding: phrase, citation.isExplicit) else {
      return nil
    }
    return { $0 == best }
  }

  /// The folded title that a name most likely means.
  private func bestTitle(holding name: [UInt16], _ isExplicit: Bool) -> [UInt16]? {
    var best: (rank: Int, title: [UInt16])? = nil
    for (number, segment) in library.segments.enumerated() {
      let matcher = TermMatcher(Term(text: "", units: name, scope: .title), in: segment)
      for revision in matcher.titleRevisions where scope.segments[number].isActive[revision] {
        let title = FoldedText(segment.title(of: revision)).units
        guard let rank = Self.rank(of: title, named: name, isExplicit) else { continue }
        let known = best.map { ($0.rank, $0.title.count) } ?? (.max, .max)
        if (rank, title.count) < known { best = (rank, title) }
      }
    }
    return best?.title
  }

  private static func rank(
    of title: [UInt16], named name: [UInt16], _ isExplicit: Bool
  ) -> Int? {
    if title == name { return 0 }
    if title == Array("中华人民共和国".utf16) + name { return 1 }
    if title.suffix(name.count).elementsEqual(name) { return name.count > 1 ? 2 : nil }
    return isExplicit && name.count > 2 ? 3 : nil
  }

  private func provisions(
    _ citation: Citation, _ isMeant: ([UInt16]) -> Bool
  ) -> [Found] {
    revisions(where: isMeant).compactMap { number, revision in
      let segment = library.segments[number]
      let node = Self.node(citation.article, in: segment, segment.nodes(of: revision))
      guard let node else { return nil }
      let place = CitedPlace(segment: segment, node: node).range(of: citation)
      return Found(unit: scope.segments[number].unit(node, score: 100), place: place)
    }
  }

  /// The revisions of a title that are searched, by segment and number there.
  private func revisions(where isMeant: ([UInt16]) -> Bool) -> [(segment: Int, index: Int)] {
    var found: [(Int, Int)] = []
    for (number, segment) in library.segments.enumerated() {
      for revision in 0..<segment.revisionCount where scope.segments[number].isActive[revision] {
        if isMeant(FoldedText(segment.title(of: revision)).units) {
          found.append((number, revision))
        }
      }
    }
    return found
  }

  /// The article of a number, or the top-most clause where there are no articles.
  private static func node(
    _ number: ProvisionNumber, in segment: Segment, _ nodes: Range<Int>
  ) -> Int? {
    var clause: Int? = nil
    for node in nodes {
      let own = segment.ownOutline(of: node)
      if own.kind == .article {
        if own.isNumbered(number) { return node }
      } else if own.kind == .clause, own.isNumbered(number), clause == nil,
        segment.nodes.parent(of: node).map({ segment.ownOutline(of: $0).kind != .clause }) ?? true
      {
        clause = node
      }
    }
    return clause.flatMap { segment.nodes.isUnit($0) ? $0 : nil }
  }
}

// MARK: - What exists instead

extension CitationSearch {
  /// The most titles that are named in place of one that does not exist.
  private static let mostTitles = 3

  /// The regulations that a citation names, whether or not they have its article.
  func regulations(of citation: Citation, isTitled: Bool) -> [Int] {
    guard let isMeant = titles(of: citation, isTitled) else { return [] }
    return revisions(where: isMeant).compactMap { segment, index in
      library.number(ofRevision: index, inSegment: segment)
        .map { library.regulation(ofRevision: $0) }
    }
  }

  /// The label of the last article of what a citation names, or `nil`.
  func lastArticle(of citation: Citation, isTitled: Bool) -> String? {
    guard let isMeant = titles(of: citation, isTitled),
      let (number, revision) = revisions(where: isMeant).first
    else { return nil }
    let segment = library.segments[number]
    for node in segment.nodes(of: revision).reversed() {
      let head = segment.text(of: node)
      if head.own.kind == .article, let label = head.label { return label }
    }
    return nil
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

/// Finds the 款, 项 and 目 of a unit that a citation names.
struct CitedPlace {
  private let outline: PartOutlines
  private let ownText: Range<Int>
  private let end: Int

  init(segment: Segment, node: Int) {
    let text = segment.text(of: node)
    outline = text.outlines
    let start = text.searched.lowerBound
    end = text.searched.upperBound
    ownText = start..<min(end, start + text.own.textCount)
  }

  /// The place of what is cited, or `nil` when that is the whole or not there.
  func range(of citation: Citation) -> Range<Int>? {
    var parent: Int? = nil
    var range: Range<Int>? = nil
    if let number = citation.paragraph {
      guard let (part, place) = paragraph(number) else { return nil }
      (parent, range) = (part, place)
    }
    for (kind, number) in [(ProvisionKind.item, citation.item), (.subitem, citation.subitem)] {
      guard let number else { continue }
      guard let part = numbered(kind, number, below: parent) else { return nil }
      (parent, range) = (part + 1, self.range(of: part))
    }
    return range
  }

  /// The position of a 款 as a parent, and its place.
  private func paragraph(_ number: Int) -> (Int, Range<Int>)? {
    let first = outline.parts.firstIndex { $0.kind == .paragraph }
    if number == 1, !ownText.isEmpty {
      let last = first.map { outline.start(of: $0) - 1 } ?? end
      return (0, ownText.lowerBound..<max(ownText.lowerBound, last))
    }
    let part = outline.parts.indices.first { part in
      outline.parts[part].kind == .paragraph && outline.parents[part] == 0
        && outline.paragraphNumber(of: part) == number
    }
    return part.map { ($0 + 1, range(of: $0)) }
  }

  private func numbered(_ kind: ProvisionKind, _ number: Int, below parent: Int?) -> Int? {
    outline.parts.indices.first { part in
      outline.parts[part].kind == kind && outline.parts[part].isNumbered(ProvisionNumber(number))
        && (parent == nil || outline.parents[part] == parent)
    }
  }

  /// A part with everything below it.
  private func range(of part: Int) -> Range<Int> {
    let after = outline.parents.indices.first { $0 > part && outline.parents[$0] <= part }
    let start = outline.start(of: part)
    return start..<max(start, after.map { outline.start(of: $0) - 1 } ?? end)
  }
}
