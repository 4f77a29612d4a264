import Regulations

/// Decides which 第N编, 第N章 and 第N节 are the labels of divisions.
///
/// A division stands at a boundary, its heading is short and has no sentence
/// sign, and what comes after it is an article, another division or a new
/// line. Its number is due, or it has a line to itself.
struct DivisionReader {
  private let page: PageText
  private let scalars: UnsafeBufferPointer<Unicode.Scalar>
  private let range: Range<Int>
  private static let longestHeading = 50

  init(
    _ page: PageText, _ scalars: UnsafeBufferPointer<Unicode.Scalar>, in range: Range<Int>
  ) {
    self.page = page
    self.scalars = scalars
    self.range = range
  }

  /// The indices of the candidates that are divisions, in order.
  ///
  /// - Parameter articles: the indices of the candidates that are articles.
  func divisions(_ candidates: [OrdinalCandidate], articles: [Int]) -> [Int] {
    var isArticle = [Bool](repeating: false, count: candidates.count)
    for index in articles { isArticle[index] = true }
    var last: [ProvisionKind: Int] = [:]
    var accepted: [Int] = []
    for index in candidates.indices where candidates[index].label.kind.isDivision {
      let candidate = candidates[index]
      guard !candidate.isQuoted, candidate.boundary != .inside,
        candidate.isStated || stands(index, candidates, isArticle)
      else { continue }
      let isDue = candidate.isStated || isDue(candidate.label, last)
      guard isDue || hasLineToItself(candidate) else { continue }
      accepted.append(index)
      last[candidate.label.kind] = candidate.label.main
      if candidate.label.kind == .part { last[.subpart] = nil }
      if candidate.label.kind == .chapter || candidate.label.kind == .part { last[.section] = nil }
    }
    return accepted
  }

  private func isDue(_ label: OrdinalLabel, _ last: [ProvisionKind: Int]) -> Bool {
    guard let last = last[label.kind] else { return true }
    return label.main == last + 1 || label.main == 1 || (label.main == last && label.insertion > 0)
  }

  /// Whether a candidate begins a line that is short and says no sentence.
  private func hasLineToItself(_ candidate: OrdinalCandidate) -> Bool {
    guard candidate.boundary == .lineStart else { return false }
    let end = lineEnd(candidate.position)
    return end - candidate.label.end <= Self.longestHeading
      && isHeading(candidate.label.end..<end) && candidate.referencePenalty == 0
  }

  /// Whether what follows a candidate follows a division.
  private func stands(
    _ index: Int, _ candidates: [OrdinalCandidate], _ isArticle: [Bool]
  ) -> Bool {
    let candidate = candidates[index]
    let end = lineEnd(candidate.position)
    let next = nextLabel(after: index, candidates, isArticle)
    let stop = min(end, next ?? end)
    guard candidate.referencePenalty < 10 else {
      return candidate.boundary == .lineStart && candidate.label.end == end
    }
    let heading = candidate.label.end..<max(stop, candidate.label.end)
    if isHeading(heading) {
      if heading.count > Self.longestHeading { return false }
      if candidate.boundary == .lineStart { return candidate.referencePenalty < 6 }
      if stop < end || (next == nil && heading.isEmpty) { return heading.count > 0 }
      // The heading ends its line within running text: 。第二章组织架构⏎第五条.
      return heading.count > 0 && heading.count <= 30
    }
    // A chapter whose text follows at once: 第一章总则为规范….
    return candidate.boundary == .lineStart && candidate.referencePenalty == 0
      && beginsLikeDivision(candidate)
  }

  /// Whether the text after a label begins with a blank or with the heading
  /// that nearly all regulations have.
  private func beginsLikeDivision(_ candidate: OrdinalCandidate) -> Bool {
    if candidate.isFollowedByBlank { return true }
    let rest = String(
      String.UnicodeScalarView(
        scalars[candidate.label.end..<min(candidate.label.end + 4, range.upperBound)]))
    return ["总则", "總則", "附则", "附則", "前言", "引言", "罚则"].contains(where: rest.begins(with:))
  }

  /// The position of the next label that bounds a heading, or `nil`.
  private func nextLabel(
    after index: Int, _ candidates: [OrdinalCandidate], _ isArticle: [Bool]
  ) -> Int? {
    for next in candidates.index(after: index)..<max(candidates.count, index + 1)
    where next < candidates.count {
      let candidate = candidates[next]
      guard candidate.position - candidates[index].label.end <= Self.longestHeading + 10 else {
        return nil
      }
      if isArticle[next] { return candidate.position }
      if candidate.label.kind.isDivision, candidate.boundary == .afterHeading {
        return candidate.position
      }
    }
    return nil
  }

  private func lineEnd(_ position: Int) -> Int {
    min(page.lines[page.lineIndex(at: position)].range.upperBound, range.upperBound)
  }

  private func isHeading(_ stretch: Range<Int>) -> Bool {
    for position in stretch {
      switch scalars[position].structure {
      case .sentenceEnd, .semicolon, .lineFeed: return false
      default: continue
      }
    }
    return true
  }
}
