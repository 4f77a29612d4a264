/// The lines of a clause that hold what was searched for, cut and wrapped for
/// a terminal, with the matches set apart.
struct Snippet {
  private static let largestRowCount = 3
  private static let largestLineCount = 4
  private static let lead = 24

  private let scalars: [Unicode.Scalar]
  private let isMatch: [Bool]
  private let columns: Int
  private let terminal: Terminal

  /// The snippet of `text` in lines of `columns`.
  ///
  /// `matches` are ranges of scalars; what lies outside of the text is ignored.
  init(of text: String, matches: [Range<Int>], columns: Int, terminal: Terminal) {
    scalars = Array(text.unicodeScalars)
    var isMatch = Array(repeating: false, count: scalars.count)
    for match in matches {
      for index in match.clamped(to: 0..<scalars.count) { isMatch[index] = true }
    }
    self.isMatch = isMatch
    self.columns = max(20, columns)
    self.terminal = terminal
  }

  /// The rows to print: those of the lines with matches, else of the first line.
  var rows: [String] {
    let lines = scalars.indices.split { scalars[$0] == "\n" }.map { $0.startIndex..<$0.endIndex }
    var wanted = lines.filter { line in line.contains { isMatch[$0] } }
    if wanted.isEmpty { wanted = Array(lines.prefix(1)) }
    var rows = wanted.prefix(Self.largestLineCount).flatMap { self.rows(of: excerpt(of: $0)) }
    if wanted.count > Self.largestLineCount { rows.append("…") }
    return rows
  }

  /// The rows of all lines, each with whether anything in it matches.
  var wholeRows: [(text: String, isMatch: Bool)] {
    let lines = scalars.indices.split { scalars[$0] == "\n" }.map { $0.startIndex..<$0.endIndex }
    return lines.flatMap { line in
      let isMatch = line.contains { self.isMatch[$0] }
      return rows(of: line).map { ($0, isMatch) }
    }
  }

  /// The part of a line that fits into the largest number of rows, with its first
  /// match: whole sentences where that can be, else whole clauses of them.
  private func excerpt(of line: Range<Int>) -> Range<Int> {
    let room = (columns - 2) * Self.largestRowCount - 4
    guard width(of: line) > room else { return line }
    let first = line.first { isMatch[$0] } ?? line.lowerBound
    let start = startOfExcerpt(before: first, in: line, room: room)
    var end = start
    var used = 0
    while end < line.upperBound, used + DisplayWidth.columns(of: scalars[end]) <= room {
      used += DisplayWidth.columns(of: scalars[end])
      end += 1
    }
    guard end < line.upperBound else { return start..<end }
    // What is cut off for the sake of a border is at most half of the room.
    let shortest = max(first + 1, start + (end - start) / 2)
    guard shortest < end else { return start..<end }
    return
      start..<(border(in: shortest..<end, Self.sentenceEnds)
      ?? border(in: shortest..<end, Self.clauseEnds) ?? end)
  }

  private func startOfExcerpt(before first: Int, in line: Range<Int>, room: Int) -> Int {
    var farthest = first
    var used = 0
    while farthest > line.lowerBound, used < room / 2 {
      farthest -= 1
      used += DisplayWidth.columns(of: scalars[farthest])
    }
    if farthest - line.lowerBound < 4 { return line.lowerBound }
    let before = farthest..<first
    return border(in: before, Self.sentenceEnds) ?? border(in: before, Self.clauseEnds)
      ?? max(line.lowerBound, first - Self.lead)
  }

  /// The last place in a range, or at its end, that follows one of some signs.
  private func border(in range: Range<Int>, _ signs: Set<Unicode.Scalar>) -> Int? {
    range.last { signs.contains(scalars[$0]) }.map { last in
      var end = last + 1
      while end < range.upperBound, Self.closingSigns.contains(scalars[end]) { end += 1 }
      return end
    }
  }

  private static let sentenceEnds: Set<Unicode.Scalar> = ["。", "；", "！", "？", ";", "!", "?"]
  private static let clauseEnds: Set<Unicode.Scalar> = ["，", "：", "、", ",", ":"]

  private func width(of range: Range<Int>) -> Int {
    scalars[range].reduce(0) { $0 + DisplayWidth.columns(of: $1) }
  }

  private func rows(of excerpt: Range<Int>) -> [String] {
    let isCutBefore = excerpt.lowerBound > 0 && scalars[excerpt.lowerBound - 1] != "\n"
    let isCutAfter = excerpt.upperBound < scalars.count && scalars[excerpt.upperBound] != "\n"
    var rows: [String] = []
    var start = excerpt.lowerBound
    while start < excerpt.upperBound {
      let mark = isCutBefore && rows.isEmpty ? "…" : ""
      let end = endOfRow(from: start, to: excerpt.upperBound, columns: columns - mark.count)
      rows.append(mark + styled(start..<end) + (isCutAfter && end == excerpt.upperBound ? "…" : ""))
      start = end
    }
    return rows
  }

  /// The end of the row from `start` on: not inside a number or a Latin word, and
  /// not before a sign that may not begin a line.
  private func endOfRow(from start: Int, to limit: Int, columns: Int) -> Int {
    guard terminal.wraps else { return limit }
    var end = start
    var used = 0
    while end < limit {
      used += DisplayWidth.columns(of: scalars[end])
      if used > columns - 2, end > start { break }
      end += 1
    }
    guard end < limit else { return limit }
    if Self.closingSigns.contains(scalars[end]) { return end + 1 }
    var wordStart = end
    while wordStart > start, Self.isInWord(scalars[wordStart]),
      Self.isInWord(scalars[wordStart - 1])
    {
      wordStart -= 1
    }
    return wordStart > start ? wordStart : end
  }

  private static let closingSigns: Set<Unicode.Scalar> = [
    "，", "。", "、", "；", "：", "？", "！", "）", "》", "〉", "”", "’", "」", "』", "】", "〕", "％", "%",
  ]

  private static func isInWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.properties.isAlphabetic || "0"..."9" ~= scalar
      || "._%/@:+-&#".unicodeScalars.contains(scalar)
  }

  /// The text of a range, each run of matched scalars in the style of a match.
  private func styled(_ range: Range<Int>) -> String {
    var text = ""
    var start = range.lowerBound
    while start < range.upperBound {
      let end = range[start...].firstIndex { isMatch[$0] != isMatch[start] } ?? range.upperBound
      var run = String.UnicodeScalarView()
      run.append(contentsOf: scalars[start..<end])
      text += isMatch[start] ? terminal.styled(String(run).shown, .match) : String(run).shown
      start = end
    }
    return text
  }
}
