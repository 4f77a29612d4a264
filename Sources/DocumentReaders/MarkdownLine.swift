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

/// The signs of Markdown in a text.
///
/// Chinese texts number with `1.` and point with `-`; these prove nothing.
struct MarkdownEvidence {
  private var headings = 0
  private var beginsWithHeading = false
  private var fences = 0
  private var tableRules = 0
  private var bold = 0
  private var links = 0
  private var bullets = 0
  private var beginsWithFrontMatter = false

  init(_ utf8: [UInt8]) {
    let sample = utf8.prefix(1 << 16)
    guard
      sample.contains(where: { $0 == 0x23 || $0 == 0x2A || $0 == 0x7C || $0 == 0x60 || $0 == 0x2D })
    else { return }
    let lines = MarkdownLines.lines(of: sample)
    beginsWithFrontMatter = FrontMatter(lines) != nil
    var above: MarkdownLine?
    for line in lines {
      note(line, above)
      above = line
    }
    beginsWithHeading = lines.first { !$0.isBlank }?.heading != nil
  }

  private mutating func note(_ line: MarkdownLine, _ above: MarkdownLine?) {
    if line.heading != nil { headings += 1 }
    if line.fence != nil { fences += 1 }
    if line.isTableRule, above?.holdsPipe == true { tableRules += 1 }
    if let item = line.item, !item.isNumbered { bullets += 1 }
    if let open = line.body.firstRange(of: [0x2A, 0x2A]),
      let close = line.body[open.upperBound...].firstRange(of: [0x2A, 0x2A]),
      close.lowerBound > open.upperBound, line.body[open.upperBound] != 0x20
    {
      bold += 1
    }
    if line.body.firstRange(of: Array("](".utf8)) != nil { links += 1 }
  }

  /// Whether the text is Markdown beyond doubt.
  var isClear: Bool {
    beginsWithFrontMatter || headings >= 2 || fences >= 2 || tableRules >= 1 || bold >= 3
      || bold >= 1 && links >= 1 || beginsWithHeading && bold + links + fences + bullets >= 1
  }
}

/// The values between `---` lines at the start of a text.
struct FrontMatter {
  let lineCount: Int
  let properties: [String: String]

  init?(_ lines: [MarkdownLine]) {
    guard let first = lines.first,
      first.text.elementsEqual([0x2D, 0x2D, 0x2D]) || first.body.elementsEqual([0x2D, 0x2D, 0x2D]),
      let end = lines.prefix(200).dropFirst().firstIndex(where: {
        $0.body.elementsEqual([0x2D, 0x2D, 0x2D]) || $0.body.elementsEqual([0x2E, 0x2E, 0x2E])
      })
    else { return nil }
    var properties: [String: String] = [:]
    for line in lines[1..<end] {
      guard let (key, value) = Self.pair(line) else { continue }
      if !value.isEmpty {
        properties[key.lowercased()] = value
      } else {
        properties[key.lowercased()] = properties[key.lowercased()] ?? ""
      }
    }
    guard !properties.isEmpty else { return nil }
    self.properties = properties.filter { !$0.value.isEmpty }
    lineCount = end + 1
  }

  private static func pair(_ line: MarkdownLine) -> (String, String)? {
    guard line.indent == 0, let colon = line.text.firstIndex(of: 0x3A) else { return nil }
    let key = BlankScan.trimmed(line.text[..<colon])
    guard !key.isEmpty, key.first != 0x23, key.first != 0x2D, key.count <= 64 else { return nil }
    var value = BlankScan.trimmed(line.text[(colon + 1)...])
    if value.count >= 2, let quote = value.first, quote == 0x22 || quote == 0x27,
      value.last == quote
    {
      value = value.dropFirst().dropLast()
    }
    return (String(decoding: key, as: UTF8.self), String(decoding: value, as: UTF8.self))
  }
}
