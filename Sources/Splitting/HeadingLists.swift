import Regulations

/// Finds the divisions of texts that number them 一、 and （一） rather than 第一章,
/// above articles that run through: 一、一般规定 第一条… 二、管辖 第六条….
///
/// Such a heading stands directly above an article, and its numbers count on
/// from one through the whole text. The items of an article do neither.
struct HeadingLists {
  /// A heading that may head a division.
  private struct Candidate {
    var position: Int
    var marker: ListMarker
    var heading: Range<Int>
    /// The index of the article candidate below it.
    var article: Int
  }

  private let scalars: UnsafeBufferPointer<Unicode.Scalar>
  private let scanner: LabelScanner
  private let range: Range<Int>
  private static let longestHeading = 45

  /// The marks of the divisions, in order of position.
  private(set) var marks: [Mark] = []
  /// The indices of the article candidates that stand below them.
  private(set) var articles: [Int] = []

  init(
    _ candidates: [OrdinalCandidate], _ scalars: UnsafeBufferPointer<Unicode.Scalar>,
    in range: Range<Int>
  ) {
    self.scalars = scalars
    self.range = range
    scanner = LabelScanner(scalars: scalars)
    var found: [Candidate] = []
    for index in candidates.indices where mayFollowHeading(candidates[index]) {
      found += headings(above: candidates[index].position, article: index).reversed()
    }
    guard found.count >= 2 else { return }
    let hasChapters = candidates.contains {
      $0.label.kind == .chapter && $0.boundary == .lineStart && $0.penaltyAfter == 0
    }
    accept(found, belowChapters: hasChapters)
  }

  private func mayFollowHeading(_ candidate: OrdinalCandidate) -> Bool {
    candidate.label.kind == .article && !candidate.isQuoted && candidate.penaltyAfter < 10
      && (candidate.boundary == .lineStart
        || candidate.boundary == .inside && candidate.referencePenalty == 0)
  }

  /// Leaves the divisions that stand above articles of the text.
  ///
  /// - Parameter chosen: the indices of the candidates that are labels.
  mutating func keep(above chosen: [Int]) {
    let chosen = Set(chosen)
    let kept = articles.indices.filter { chosen.contains(articles[$0]) }
    guard kept.count < articles.count else { return }
    marks = kept.map { marks[$0] }
    articles = kept.map { articles[$0] }
    let outermost = marks.map(\.rank).min()
    let numbers = marks.filter { $0.rank == outermost }.compactMap(\.number?.last)
    if numbers.count < 2 || numbers != Array(1...numbers.count) { (marks, articles) = ([], []) }
  }

  /// The headings directly above a position, innermost first.
  private func headings(above position: Int, article: Int) -> [Candidate] {
    var found: [Candidate] = []
    var end = position
    while let heading = heading(above: end, article: article), found.count < 2 {
      if let inner = found.last, inner.marker.form == heading.marker.form { break }
      found.append(heading)
      end = heading.position
    }
    return found
  }

  /// The heading between a marker and a position, or `nil`.
  private func heading(above end: Int, article: Int) -> Candidate? {
    var stop = end
    while stop > range.lowerBound, isBlank(scalars[stop - 1]) { stop -= 1 }
    var start = stop
    while start > range.lowerBound, stop - start <= Self.longestHeading {
      let kind = scanner.kind(start - 1)
      if kind == .lineFeed || kind == .sentenceEnd || kind == .semicolon { break }
      start -= 1
    }
    guard start < stop, start == range.lowerBound || scanner.kind(start - 1) != .ordinary
    else {
      return nil
    }
    let begin = scanner.skipBlanks(start, stop)
    guard let marker = scanner.listMarker(at: begin, limit: stop, atLineStart: true),
      marker.form.shape == .ideographComma
        || (end > stop && marker.form.shape == .parenthesizedIdeograph)
    else { return nil }
    let heading = scanner.skipBlanks(marker.end, stop)..<stop
    guard heading.count >= 2, heading.count <= Self.longestHeading,
      !heading.contains(where: { scanner.kind($0) == .colon || scalars[$0] == "第" })
    else { return nil }
    return Candidate(position: begin, marker: marker, heading: heading, article: article)
  }

  private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.structure == .blank || scalar.structure == .lineFeed
  }

  /// Takes the headings whose numbers count on: the outer ones through the
  /// whole text, the inner ones below each outer one.
  private mutating func accept(_ found: [Candidate], belowChapters: Bool) {
    guard let first = found.first(where: { $0.marker.value == 1 }) else { return }
    let outer = first.marker.form
    let ranks: [(ProvisionKind, Int)] =
      belowChapters
      ? [(.section, Mark.Rank.section), (.section, Mark.Rank.section)]
      : [(.chapter, Mark.Rank.chapter), (.section, Mark.Rank.section)]
    var last = 0
    var lastInner = 0
    for candidate in found {
      let isOuter = candidate.marker.form == outer
      if isOuter,
        candidate.marker.value == last + 1 || (belowChapters && candidate.marker.value == 1)
      {
        last = candidate.marker.value
        lastInner = 0
      } else if !isOuter, last > 0, candidate.marker.value == lastInner + 1 {
        lastInner += 1
      } else {
        continue
      }
      let (kind, rank) = ranks[isOuter ? 0 : 1]
      marks.append(
        Mark(
          position: candidate.position, labelEnd: candidate.marker.end, kind: kind,
          number: ProvisionNumber(candidate.marker.value), rank: rank, heading: candidate.heading))
      articles.append(candidate.article)
    }
    let outermost = ranks[0].0
    if marks.count(where: { $0.kind == outermost }) < 2 { (marks, articles) = ([], []) }
  }
}
