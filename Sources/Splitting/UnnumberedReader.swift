import DocumentReaders
import Regulations

/// Reads a text without any labels: slides, and documents that only have
/// heading styles.
struct UnnumberedReader {
  private let page: PageText
  private let scalars: UnsafeBufferPointer<Unicode.Scalar>

  init(_ page: PageText, _ scalars: UnsafeBufferPointer<Unicode.Scalar>) {
    self.page = page
    self.scalars = scalars
  }

  /// The marks of the text in a range; also decides whether it is slides.
  func marks(in range: Range<Int>, _ outline: inout Outline) -> [Mark] {
    let lines = lines(in: range)
    guard !lines.isEmpty else { return [] }
    if lines.contains(where: { headingLevel($0) != nil }) { return headed(lines) }
    guard isSlides(lines) else { return [] }
    outline.kind = .slides
    return slides(lines)
  }

  private func lines(in range: Range<Int>) -> [Int] {
    guard range.lowerBound < range.upperBound else { return [] }
    let first = page.lineIndex(at: range.lowerBound)
    return page.lines.indices[first...].prefix {
      page.lines[$0].range.lowerBound < range.upperBound
    }
    .filter { page.lines[$0].range.lowerBound >= range.lowerBound }
  }

  private func headingLevel(_ line: Int) -> Int? {
    guard case .heading(let level) = page.block(of: page.lines[line]).role else { return nil }
    return max(level, 1)
  }

  /// Clauses by the heading styles of the document.
  private func headed(_ lines: [Int]) -> [Mark] {
    lines.compactMap { line in
      guard let level = headingLevel(line) else { return nil }
      let range = page.lines[line].range
      return Mark(
        position: range.lowerBound, labelEnd: range.lowerBound, kind: .clause,
        rank: Mark.Rank.list + level, heading: range)
    }
  }

  /// Slides are short lines, many of them a phrase, a colon and what it
  /// means; their sentences break off, and no paragraph ends like one.
  private func isSlides(_ lines: [Int]) -> Bool {
    if lines.contains(where: { page.lines[$0].isBesidePlaceholder }) { return true }
    var phrases = 0
    var open = 0
    for line in lines {
      let range = page.lines[line].range
      if phraseEnd(range) != nil { phrases += 1 }
      if !scalars[range.upperBound - 1].structure.endsStatement { open += 1 }
    }
    return (lines.count >= 2 && open * 4 >= lines.count * 3 && lines.count <= 400)
      && (phrases * 2 >= lines.count || averageCount(lines) <= 30)
  }

  private func averageCount(_ lines: [Int]) -> Int {
    lines.reduce(0) { $0 + page.lines[$1].range.count } / max(1, lines.count)
  }

  private func slides(_ lines: [Int]) -> [Mark] {
    var marks: [Mark] = []
    var depth = 0
    var followsHeading = false
    for line in lines {
      let range = page.lines[line].range
      if range.count <= 2, !marks.isEmpty { continue }
      if let end = phraseEnd(range) {
        marks.append(
          Mark(
            position: range.lowerBound, labelEnd: range.lowerBound, kind: .item,
            rank: Mark.Rank.list + depth, heading: range.lowerBound..<end,
            separator: end..<(end + 1)))
        followsHeading = false
      } else if isSlideHeading(range) {
        depth = followsHeading ? min(depth + 1, 4) : 1
        marks.append(
          Mark(
            position: range.lowerBound, labelEnd: range.lowerBound, kind: .clause,
            rank: Mark.Rank.list + depth - 1, heading: range))
        followsHeading = true
      } else {
        marks.append(
          Mark(
            position: range.lowerBound, labelEnd: range.lowerBound,
            kind: marks.isEmpty ? .preamble : .clause,
            rank: marks.isEmpty ? Mark.Rank.outermost : Mark.Rank.list + depth))
        followsHeading = false
      }
    }
    return marks
  }

  private func isSlideHeading(_ range: Range<Int>) -> Bool {
    let blanks = range.count { scalars[$0].structure == .blank }
    return range.count <= 24 && blanks <= 1
      && !range.contains { scalars[$0].structure == .comma || scalars[$0].structure.endsStatement }
  }

  /// The end of the phrase before a colon at the head of a line, or `nil`.
  private func phraseEnd(_ range: Range<Int>) -> Int? {
    for position in range.prefix(20) {
      switch scalars[position].structure {
      case .colon:
        return position > range.lowerBound + 1 && position + 1 < range.upperBound ? position : nil
      case .sentenceEnd, .semicolon, .comma: return nil
      default: continue
      }
    }
    return nil
  }
}
