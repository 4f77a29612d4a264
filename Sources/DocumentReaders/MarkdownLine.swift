/// A line of Markdown and what its signs make of it.
struct MarkdownLine {
  /// The line without the line feed.
  let text: ArraySlice<UInt8>
  /// The width of the blanks before the first sign; a tab goes to the next
  /// multiple of four.
  let indent: Int
  /// The line without blanks at its ends.
  let body: ArraySlice<UInt8>

  init(_ text: ArraySlice<UInt8>) {
    self.text = text
    var width = 0
    for byte in text {
      if byte == 0x20 { width += 1 } else if byte == 0x09 { width += 4 - width % 4 } else { break }
    }
    indent = width
    body = BlankScan.trimmed(text)
  }

  var isBlank: Bool { body.isEmpty }

  /// The level and text of a heading that begins with `#`, or `nil`.
  var heading: (level: Int, text: ArraySlice<UInt8>)? {
    let level = body.prefix { $0 == 0x23 }.count
    guard 1...6 ~= level, indent < 4 else { return nil }
    let rest = body.dropFirst(level)
    guard let first = rest.first, first == 0x20 || first == 0x09 || first >= 0x80 else {
      return nil
    }
    // 标题 stands right after the sign in many Chinese texts, but only from two on.
    if first >= 0x80, level == 1, !rest.starts(with: [0xE3, 0x80, 0x80]) { return nil }
    let text = BlankScan.trimmed(rest)
    let closing = text.reversed().prefix { $0 == 0x23 }.count
    let open = text.dropLast(closing)
    let isClosed = closing > 0 && (open.isEmpty || open.last == 0x20)
    return (level, isClosed ? BlankScan.trimmed(open) : text)
  }

  /// The level that a line of `=` or `-` gives to the text above, or `nil`.
  var underlineLevel: Int? {
    guard indent < 4, let sign = body.first, body.allSatisfy({ $0 == sign }) else { return nil }
    if sign == 0x3D { return 1 }
    return sign == 0x2D && body.count >= 2 ? 2 : nil
  }

  /// Whether the line is a rule across the page.
  var isRule: Bool {
    guard let sign = body.first, sign == 0x2A || sign == 0x2D || sign == 0x5F else { return false }
    return body.allSatisfy { $0 == sign || $0 == 0x20 } && body.filter { $0 == sign }.count >= 3
  }

  /// The sign and length of a fence that opens or closes code, or `nil`.
  var fence: (sign: UInt8, count: Int)? {
    guard let sign = body.first, sign == 0x60 || sign == 0x7E else { return nil }
    let count = body.prefix { $0 == sign }.count
    guard count >= 3, !(sign == 0x60 && body.dropFirst(count).contains(0x60)) else { return nil }
    return (sign, count)
  }

  /// Whether the line is the one under the head of a table: |---|:-:|.
  var isTableRule: Bool {
    guard body.contains(0x7C), body.contains(0x2D) else { return false }
    return body.allSatisfy { $0 == 0x7C || $0 == 0x2D || $0 == 0x3A || $0 == 0x20 || $0 == 0x09 }
  }

  /// Whether the line may be a row of a table.
  var holdsPipe: Bool { body.contains(0x7C) }

  /// The cells of a row, without blanks at their ends.
  var cells: [ArraySlice<UInt8>] {
    var cells: [ArraySlice<UInt8>] = []
    var start = body.startIndex
    var isEscaped = false
    for index in body.indices {
      if body[index] == 0x7C, !isEscaped {
        cells.append(body[start..<index])
        start = index + 1
      }
      isEscaped = body[index] == 0x5C && !isEscaped
    }
    cells.append(body[start...])
    if cells.count > 1, body.first == 0x7C { cells.removeFirst() }
    if cells.count > 1, body.last == 0x7C { cells.removeLast() }
    return cells.map(BlankScan.trimmed)
  }

  /// The sign of a list item, the text after it, and where that begins.
  var item: (isNumbered: Bool, text: ArraySlice<UInt8>, contentIndent: Int)? {
    guard let first = body.first else { return nil }
    if first == 0x2D || first == 0x2A || first == 0x2B {
      let rest = body.dropFirst()
      guard let next = rest.first, next == 0x20 || next == 0x09, !isRule else { return nil }
      return (false, BlankScan.trimmed(rest), indent + 2)
    }
    let digits = body.prefix { 0x30...0x39 ~= $0 }
    let rest = body.dropFirst(digits.count)
    guard 1...9 ~= digits.count, let sign = rest.first, sign == 0x2E || sign == 0x29,
      let next = rest.dropFirst().first, next == 0x20 || next == 0x09
    else { return nil }
    return (true, body, indent + digits.count + 2)
  }
}

/// Cuts a text into lines.
struct MarkdownLines {
  static func lines(of utf8: ArraySlice<UInt8>) -> [MarkdownLine] {
    utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { MarkdownLine($0) }
  }
}
