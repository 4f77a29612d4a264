import Regulations

/// Finds the contents list (目录) of a regulation.
///
/// A list names what comes again below: its first label stands a second time
/// where the text begins. When nothing comes again, the list is all there is
/// and stays.
struct ContentsList {
  private let page: PageText
  private let scalars: UnsafeBufferPointer<Unicode.Scalar>
  private let range: Range<Int>

  init(
    _ page: PageText, _ scalars: UnsafeBufferPointer<Unicode.Scalar>, in range: Range<Int>
  ) {
    self.page = page
    self.scalars = scalars
    self.range = range
  }

  /// The stretch that the contents list takes, or `nil` when there is none.
  func find(_ candidates: [OrdinalCandidate]) -> Range<Int>? {
    if let marker = markedStart() ?? gluedStart() {
      return contents(from: marker.start, after: marker.end, candidates)
    }
    return unmarked(candidates)
  }

  /// Where 目录 stands by itself or before the first label.
  private func markedStart() -> (start: Int, end: Int)? {
    let first = page.lineIndex(at: range.lowerBound)
    for line in page.lines[first...].prefix(60) where line.range.lowerBound < range.upperBound {
      let start = max(line.range.lowerBound, range.lowerBound)
      guard let end = contentsWord(at: start, line.range.upperBound) else { continue }
      return (start, end)
    }
    return nil
  }

  /// 目录 glued to the title before it and the first label after it.
  private func gluedStart() -> (start: Int, end: Int)? {
    for position in range.prefix(1500).dropFirst(2) where scalars[position] == "目" {
      if let end = contentsWord(at: position, min(range.upperBound, position + 12)),
        end < range.upperBound, scalars[end] == "第" || scalars[end].structure == .numeral
      {
        return (position, end)
      }
    }
    return nil
  }

  private func contentsWord(at start: Int, _ limit: Int) -> Int? {
    let scanner = LabelScanner(scalars: scalars)
    guard start < limit, scalars[start] == "目" else { return nil }
    let second = scanner.skipBlanks(start + 1, limit)
    guard second < limit, scalars[second] == "录" || scalars[second] == "次" || scalars[second] == "錄"
    else { return nil }
    let after = scanner.skipBlanks(second + 1, limit)
    guard after < limit else { return second + 1 }
    return scalars[after] == "第" || scalars[after].structure == .numeral ? second + 1 : nil
  }

  private func contents(
    from start: Int, after end: Int, _ candidates: [OrdinalCandidate]
  ) -> Range<Int>? {
    let listed = candidates.indices.filter { candidates[$0].position >= end }
    guard let first = listed.first else { return unnumbered(from: start, after: end) }
    guard let repeated = repetition(of: first, candidates) else {
      return hasLeaders(after: end) ? start..<lastEntryEnd(end, range.upperBound) : nil
    }
    return start..<lastEntryEnd(end, candidates[repeated].position)
  }

  /// A contents list of 一、二、 whose first entry comes again.
  private func unnumbered(from start: Int, after end: Int) -> Range<Int>? {
    let first =
      page.lineIndex(at: end)
      + (page.lines[page.lineIndex(at: start)].range.upperBound <= end ? 1 : 0)
    guard first < page.lines.count, page.lines[first].range.lowerBound < range.upperBound else {
      return nil
    }
    let entry = bareEntry(page.lines[first].range)
    guard entry.count >= 2 else { return nil }
    for line in page.lines[(first + 1)...].prefix(200)
    where line.range.lowerBound < range.upperBound {
      if bareEntry(line.range) == entry { return start..<(line.range.lowerBound - 1) }
    }
    return nil
  }

  /// A run of lines with division labels that all come again, without 目录.
  private func unmarked(_ candidates: [OrdinalCandidate]) -> Range<Int>? {
    guard let first = candidates.first, first.boundary == .lineStart,
      let repeated = repetition(of: candidates.startIndex, candidates), repeated >= 2
    else { return nil }
    var line = page.lineIndex(at: first.position)
    var entries = 0
    var leaders = 0
    while line < page.lines.count,
      page.lines[line].range.lowerBound < candidates[repeated].position,
      isEntry(page.lines[line].range)
    {
      entries += 1
      if hasLeader(page.lines[line].range) { leaders += 1 }
      line += 1
    }
    guard entries >= 3 && repeated >= 3 || entries >= 2 && leaders == entries, line > 0 else {
      return nil
    }
    let end = page.lines[line - 1].range.upperBound
    let listed = candidates.filter { $0.position < end }
    let hasArticleText =
      listed.contains { $0.label.kind == .article } && !hasLeaders(after: first.position)
    return hasArticleText ? nil : first.position..<end
  }

  /// The candidate with the label of the first entry that begins the text.
  private func repetition(of first: Int, _ candidates: [OrdinalCandidate]) -> Int? {
    let label = candidates[first].label
    let heading = bareHeading(after: label.end)
    for index in candidates.indices.dropFirst(first + 1) {
      let other = candidates[index]
      guard other.label.kind == label.kind, other.label.main == label.main,
        other.boundary != .inside, !other.isQuoted
      else { continue }
      let otherHeading = bareHeading(after: other.label.end)
      if otherHeading.begins(with: heading) || heading.begins(with: otherHeading) { return index }
    }
    return nil
  }

  /// The end of the last line between two positions that is an entry.
  private func lastEntryEnd(_ start: Int, _ limit: Int) -> Int {
    var end = start
    var index = page.lineIndex(at: start)
    while index < page.lines.count, page.lines[index].range.lowerBound < limit {
      let line = page.lines[index].range
      if line.upperBound > limit { return limit }
      if line.lowerBound >= start, !isEntry(line) { break }
      end = max(end, line.upperBound)
      index += 1
    }
    return end
  }

  private func isEntry(_ line: Range<Int>) -> Bool {
    guard line.count <= 80 else { return holdsSeveralEntries(line) }
    let scanner = LabelScanner(scalars: scalars)
    let last = scalars[line.upperBound - 1].structure
    if last == .sentenceEnd || last == .semicolon || last == .colon { return false }
    if scanner.ordinalLabel(at: line.lowerBound, limit: line.upperBound) != nil { return true }
    if scanner.listMarker(at: line.lowerBound, limit: line.upperBound, atLineStart: true) != nil {
      return true
    }
    if scalars[line.lowerBound] == "附", line.count <= 40 { return true }
    return hasLeader(line)
      || ["附", "前", "引", "总", "序", "總"].contains(scalars[line.lowerBound]) && line.count <= 12
  }

  /// Whether a long line is a contents list that lost its line feeds.
  private func holdsSeveralEntries(_ line: Range<Int>) -> Bool {
    guard line.count <= 4000, !line.contains(where: { scalars[$0].structure == .sentenceEnd })
    else {
      return false
    }
    let scanner = LabelScanner(scalars: scalars)
    let labels = line.count {
      scalars[$0] == "第" && scanner.ordinalLabel(at: $0, limit: line.upperBound) != nil
    }
    return labels >= 3
  }

  private func hasLeaders(after position: Int) -> Bool {
    let first = page.lineIndex(at: position)
    let lines = page.lines[first...].prefix(6).filter { $0.range.lowerBound < range.upperBound }
    return lines.lazy.filter { hasLeader($0.range) }.count >= 3
  }

  /// Whether a line ends with dots or a tab and a page number.
  private func hasLeader(_ line: Range<Int>) -> Bool {
    var position = line.upperBound - 1
    var digits = 0
    while position > line.lowerBound, scalars[position].structure == .digit {
      digits += 1
      position -= 1
    }
    guard digits > 0, digits <= 4 else { return false }
    var dots = 0
    while position > line.lowerBound {
      let scalar = scalars[position]
      if scalar == "\t" { return true }
      guard
        scalar == "…" || scalar == "." || scalar == "·" || scalar == "．" || scalar == "-"
          || scalar.structure == .blank
      else { break }
      if scalar.structure != .blank { dots += scalar == "…" ? 3 : 1 }
      position -= 1
    }
    return dots >= 3
  }

  /// The first characters after a label, without blanks, leaders and numbers.
  private func bareHeading(after end: Int) -> String {
    var view = String.UnicodeScalarView()
    for position in end..<min(end + 24, range.upperBound) {
      let scalar = scalars[position]
      if scalar == "\n" || scalar == "第" || view.count >= 4 { break }
      if scalar.isHan { view.append(scalar) }
    }
    return String(view)
  }

  private func bareEntry(_ line: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    for position in line where scalars[position].isHan { view.append(scalars[position]) }
    return String(view)
  }
}
