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
    for range in lines.flatMap({ phrases(in: page.lines[$0].range) }) {
      // A single character is the end of a line that a text box wrapped.
      if range.count <= 1, !marks.isEmpty { continue }
      var mark = Mark(
        position: range.lowerBound, labelEnd: range.lowerBound, kind: .clause,
        rank: Mark.Rank.list + depth)
      if let end = phraseEnd(range) {
        mark.kind = .item
        mark.heading = range.lowerBound..<end
        mark.separator = end..<(end + 1)
        followsHeading = false
      } else if isSlideHeading(range) {
        depth = followsHeading ? min(depth + 1, 4) : 1
        mark.rank = Mark.Rank.list + depth - 1
        mark.heading = range
        followsHeading = true
      } else {
        if marks.isEmpty { (mark.kind, mark.rank) = (.preamble, Mark.Rank.outermost) }
        followsHeading = false
      }
      marks.append(mark)
    }
    return marks
  }

  /// A line cut where a phrase and a colon follow a blank: text boxes of one
  /// slide come on one line.
  private func phrases(in line: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = line.lowerBound
    for position in line.dropFirst() where scalars[position - 1].structure == .blank {
      guard scalars[position].structure != .blank, position - start > 4,
        let end = phraseEnd(position..<line.upperBound),
        !(position..<end).contains(where: { scalars[$0].structure == .blank }), end - position <= 12
      else { continue }
      pieces.append(start..<position)
      start = position
    }
    pieces.append(start..<line.upperBound)
    return pieces
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
