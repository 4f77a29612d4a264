/// Puts the lines of provisions into blocks of Markdown.
struct MarkdownBlocks {
  /// Whether the provision at hand is an article or a part of one, where a line that
  /// begins a paragraph would begin a 款.
  var isInArticle = false
  /// Whether lines that begin no 款 are written as notes.
  private let marksNotes: Bool
  private var noteCount = 0

  init(marksNotes: Bool) {
    self.marksNotes = marksNotes
  }

  /// The blocks of lines.
  mutating func blocks(_ texts: [String]) -> [String] {
    guard let first = texts.first else { return [] }
    return blocks(below: MarkdownText.line(first), Array(texts.dropFirst()))
  }

  /// The blocks of lines below a block.
  ///
  /// - Parameter isHeading: Whether that is a heading, after which the first line
  ///   stands by itself.
  mutating func blocks(
    below first: String, _ texts: [String], isHeading: Bool = false
  ) -> [String] {
    var blocks = [first]
    var index = 0
    while index < texts.count {
      let rows = rows(in: texts, from: index)
      if rows > 0 {
        blocks.append(Self.table(texts[index..<index + rows]))
        index += rows
        continue
      }
      if marksNotes, isInArticle, !(isHeading && index == 0) {
        noteCount += 1
        blocks[blocks.count - 1] += "[^\(noteCount)]"
        blocks.append("[^\(noteCount)]: " + MarkdownText.inline(texts[index]))
      } else {
        blocks.append(MarkdownText.line(texts[index]))
      }
      index += 1
    }
    return blocks
  }

  /// How many lines are rows of one table; in articles, some may have one cell.
  private func rows(in texts: [String], from start: Int) -> Int {
    func isRow(_ text: String) -> Bool { text.unicodeScalars.contains("\t") }
    guard isRow(texts[start]) else { return 0 }
    if isInArticle { return (texts.lastIndex(where: isRow) ?? start) - start + 1 }
    return texts[start...].prefix(while: isRow).count
  }

  private static func table(_ rows: ArraySlice<String>) -> String {
    let cells = rows.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    let width = cells.map(\.count).max() ?? 0
    var lines = cells.map { cells in
      let texts = cells.map(MarkdownText.cell)
      let missing = Array(repeating: "", count: width - cells.count)
      return "| " + (texts + missing).joined(separator: " | ") + " |"
    }
    lines.insert("|" + String(repeating: " --- |", count: width), at: 1)
    return lines.joined(separator: "\n")
  }
}
