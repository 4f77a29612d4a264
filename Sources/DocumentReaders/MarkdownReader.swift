import ChineseText

/// Reads Markdown: its text without signs, cut as its signs say.
///
/// The numbers of lists stay as they are written, since `1.` may be the
/// number of a clause.
public struct MarkdownReader: DocumentReader {
  /// A reader of Markdown.
  public init() {}

  /// The document in `bytes`, whose encoding is found by what they hold.
  public func read(_ bytes: [UInt8], path: String) throws(ReadError) -> SourceDocument {
    try read(DecodedSource(bytes, declared: nil, path: path), path: path)
  }

  func read(_ source: DecodedSource, path: String) throws(ReadError) -> SourceDocument {
    var parser = MarkdownParser(LineEndings.normalized(source.utf8))
    parser.parse()
    if parser.builder.isEmpty { throw ReadError(path: path, reason: .noText) }
    let diagnostics = source.diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.range = nil
      return diagnostic
    }
    return parser.builder.document(
      .markdown, encoding: source.encoding, properties: parser.properties, diagnostics: diagnostics)
  }
}

/// Cuts Markdown into blocks, line by line.
private struct MarkdownParser {
  private(set) var builder: DocumentBuilder
  private(set) var properties: [String: String] = [:]
  private let lines: [MarkdownLine]
  private var next = 0
  /// The number of bytes from which an item may have been wrapped.
  private static let shortItem = 48
  /// The lines of the paragraph or item that is being read.
  private var open: [UInt8] = []
  private var openRole = SourceBlock.Role.paragraph
  /// Where the texts of the open list items begin, from the outermost on.
  private var items: [Int] = []
  /// Whether a comment began that has no end: no later one can have it.
  private var hasOpenComment = false

  init(_ utf8: [UInt8]) {
    builder = DocumentBuilder(capacity: utf8.count)
    lines = MarkdownLines.lines(of: utf8[...])
  }

  mutating func parse() {
    readFrontMatter()
    while next < lines.count {
      let line = lines[next]
      next += 1
      read(line)
    }
    close()
  }

  private mutating func readFrontMatter() {
    guard let matter = FrontMatter(lines) else { return }
    properties = matter.properties
    for line in lines[1..<(matter.lineCount - 1)] {
      builder.append(line.body, DocumentBuilder.Layout(role: .furniture(.frontMatter)))
    }
    next = matter.lineCount
  }

  private mutating func read(_ line: MarkdownLine) {
    if line.isBlank { return close() }
    if line.body.first == 0x3E { return readQuotation(line) }
    if line.body.starts(with: Array("<!--".utf8)) { return readComment(line) }
    if isHiddenElement(line) { return }
    if let fence = line.fence { return readCode(fence) }
    if let heading = line.heading { return readHeading(heading.text, heading.level) }
    if !open.isEmpty, openRole == .paragraph, let level = line.underlineLevel {
      let text = open
      open = []
      return readHeading(text[...], level)
    }
    if line.isRule { return close() }
    if line.holdsPipe, next < lines.count, lines[next].isTableRule { return readTable(line) }
    if let item = line.item { return readItem(line, item) }
    if let note = noteText(line) { return readNote(note) }
    addLine(line)
  }

  // MARK: Paragraphs

  private mutating func close() {
    let text = open
    open = []
    emit(text[...], openRole)
    openRole = .paragraph
  }

  private mutating func emit(_ text: ArraySlice<UInt8>, _ role: SourceBlock.Role) {
    let inline = MarkdownInline(text)
    var layout = DocumentBuilder.Layout(role: role)
    layout.isBold = inline.isBold
    builder.append(BlankScan.trimmed(inline.utf8[...]), layout)
    for comment in inline.comments { appendComment(comment) }
  }

  private mutating func addLine(_ line: MarkdownLine) {
    if open.isEmpty {
      if line.indent == 0 { items = [] }
      openRole = .paragraph
    } else if case .listItem = openRole, open.count < Self.shortItem, line.indent == 0 {
      // A short item with a line beside its text is a heading above that line.
      open.append(0x0A)
    } else {
      open += Self.separator(open, line)
    }
    open += line.body
    if line.text.suffix(2).elementsEqual([0x20, 0x20]) {
      open.append(0x0A)
    } else if line.body.reversed().prefix(while: { $0 == 0x5C }).count % 2 == 1 {
      // Of two backslashes, the first escapes the second.
      open[open.count - 1] = 0x0A
    }
  }

  /// What stands between two lines of a paragraph: nothing when the source
  /// wrapped a sentence, a line feed when a new one begins.
  private static func separator(_ text: [UInt8], _ line: MarkdownLine) -> [UInt8] {
    guard let last = text.last, last != 0x0A else { return [] }
    let endsSentence = ["。", "；", "：", "！", "？", ";", ":", "。”", "）"].contains {
      text[...].ends(Array($0.utf8))
    }
    let isNumbered = line.body.withUnsafeBufferPointer { ListCounter.isNumbered($0) }
    let isIndented = line.text.starts(with: [0xE3, 0x80, 0x80])
    if endsSentence || isNumbered || isIndented { return [0x0A] }
    return last >= 0x80 && (line.body.first ?? 0) >= 0x80 ? [] : [0x20]
  }

  private mutating func readHeading(_ text: ArraySlice<UInt8>, _ level: Int) {
    close()
    items = []
    emit(text, .heading(level: level))
  }

  private mutating func readQuotation(_ line: MarkdownLine) {
    var rest = line.body
    while rest.first == 0x3E { rest = BlankScan.trimmed(rest.dropFirst()) }
    if rest.isEmpty { close() } else { read(MarkdownLine(rest)) }
  }

  // MARK: Lists and notes

  private mutating func readItem(
    _ line: MarkdownLine, _ item: (isNumbered: Bool, text: ArraySlice<UInt8>, contentIndent: Int)
  ) {
    close()
    while let last = items.last, line.indent < last { items.removeLast() }
    let depth = items.count
    items.append(item.contentIndent)
    openRole = .listItem(depth: depth)
    var text = item.text
    for box in ["[ ] ", "[x] ", "[X] "] where text.starts(with: Array(box.utf8)) {
      text = text.dropFirst(4)
    }
    if !item.isNumbered, Self.needsSign(text) { open += [line.body.first ?? 0x2D, 0x20] }
    open += text
  }

  /// Whether a point keeps its sign, which tells it from the text above: it
  /// brings no number, and is no link to a part of the document.
  private static func needsSign(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, first != 0x5B else { return false }
    let plain = text.drop { $0 == 0x2A || $0 == 0x5F }
    return !plain.withUnsafeBufferPointer { ListCounter.isNumbered($0) }
  }

  private func noteText(_ line: MarkdownLine) -> ArraySlice<UInt8>? {
    guard line.body.starts(with: [0x5B, 0x5E]),
      let end = line.body.firstRange(of: [0x5D, 0x3A])
    else { return nil }
    return BlankScan.trimmed(line.body[end.upperBound...])
  }

  private mutating func readNote(_ text: ArraySlice<UInt8>) {
    close()
    emit(text, .note)
  }

  // MARK: Tables, code and comments

  private mutating func readTable(_ head: MarkdownLine) {
    close()
    appendRow(head)
    next += 1
    while next < lines.count, lines[next].holdsPipe, !lines[next].isBlank {
      appendRow(lines[next])
      next += 1
    }
  }

  private mutating func appendRow(_ line: MarkdownLine) {
    let cells = line.cells.map { cell in
      BlankScan.trimmed(MarkdownInline(cell).utf8[...]).map { $0 == 0x0A ? 0x20 : $0 }
    }
    let text = Array(cells.joined(separator: [0x09]))
    builder.append(BlankScan.trimmed(text[...]), DocumentBuilder.Layout(role: .tableRow))
  }

  private mutating func readCode(_ fence: (sign: UInt8, count: Int)) {
    close()
    while next < lines.count {
      let line = lines[next]
      next += 1
      if let end = line.fence, end.sign == fence.sign, end.count >= fence.count { return }
      builder.append(line.body, DocumentBuilder.Layout(role: .line))
    }
  }

  /// Whether the line begins an element whose text is not shown; it is passed.
  private mutating func isHiddenElement(_ line: MarkdownLine) -> Bool {
    for name in ["script", "style"] where line.body.starts(with: Array("<\(name)".utf8)) {
      close()
      let end = Array("</\(name)>".utf8)
      next -= 1
      while next < lines.count {
        next += 1
        if lines[next - 1].body.firstRange(of: end) != nil { break }
      }
      return true
    }
    return false
  }

  /// Takes a comment of several lines into one paragraph, whatever it holds.
  private mutating func readComment(_ line: MarkdownLine) {
    let end = Array("-->".utf8)
    addLine(line)
    guard !hasOpenComment, line.body.firstRange(of: end) == nil else { return }
    hasOpenComment = true
    guard let last = lines[next...].firstIndex(where: { $0.body.firstRange(of: end) != nil })
    else { return }
    hasOpenComment = false
    for line in lines[next...last] { open += [0x0A] + line.text }
    next = last + 1
  }

  private mutating func appendComment(_ text: ArraySlice<UInt8>) {
    for line in text.split(separator: 0x0A) {
      builder.append(BlankScan.trimmed(line), DocumentBuilder.Layout(role: .furniture(.comment)))
    }
  }
}
