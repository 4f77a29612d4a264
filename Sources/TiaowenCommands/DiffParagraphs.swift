import Comparison

/// The edits of a text as paragraphs that begin and end in both texts.
struct DiffParagraphs {
  /// A piece of a paragraph, marked by what became of it.
  struct Piece {
    let text: String
    let kind: Edit.Kind
  }

  /// What stands between two line feeds that both texts have.
  struct Paragraph {
    /// The lines of both texts in one order, edits in their places.
    var inline: [[Piece]] = [[]]
    /// The lines of the old text.
    var old: [[Piece]] = [[]]
    /// The lines of the new text.
    var new: [[Piece]] = [[]]

    /// Whether anything in it changed.
    var isChanged: Bool {
      inline.count > 1 || inline.contains { $0.contains { $0.kind != .kept } }
    }

    /// Whether it holds nothing.
    var isEmpty: Bool { inline.allSatisfy { $0.isEmpty } }
  }

  private(set) var paragraphs = [Paragraph()]

  init(_ edits: [Edit]) {
    for edit in edits {
      let lines = edit.text.split(separator: "\n", omittingEmptySubsequences: false)
      for (number, line) in lines.enumerated() {
        if number > 0 { endLine(edit.kind) }
        if !line.isEmpty { append(Piece(text: String(line).shown, kind: edit.kind)) }
      }
    }
  }

  /// Whether anything changed.
  var areChanged: Bool { paragraphs.contains { $0.isChanged } }

  private mutating func endLine(_ kind: Edit.Kind) {
    guard kind != .kept else { return paragraphs.append(Paragraph()) }
    let last = paragraphs.count - 1
    paragraphs[last].inline.append([])
    if kind == .deleted {
      paragraphs[last].old.append([])
    } else {
      paragraphs[last].new.append([])
    }
  }

  private mutating func append(_ piece: Piece) {
    let last = paragraphs.count - 1
    paragraphs[last].inline[paragraphs[last].inline.count - 1].append(piece)
    if piece.kind != .inserted {
      paragraphs[last].old[paragraphs[last].old.count - 1].append(piece)
    }
    if piece.kind != .deleted {
      paragraphs[last].new[paragraphs[last].new.count - 1].append(piece)
    }
  }
}

/// Sets edits in lines, or in two columns where the terminal has room for them.
struct DiffLayout {
  private static let indent = "  "
  private static let gutter = " │ "
  private static let leastColumns = 110
  let terminal: Terminal

  /// Whether old and new texts stand side by side.
  var isSideBySide: Bool { terminal.wraps && terminal.columns >= Self.leastColumns }

  /// The paragraphs in which something changed, with … for those between.
  func rows(of edits: [Edit]) -> String {
    let paragraphs = DiffParagraphs(edits)
    guard paragraphs.areChanged else { return "" }
    var rows = ""
    var wasLeftOut = false
    for paragraph in paragraphs.paragraphs {
      if paragraph.isChanged {
        rows += isSideBySide ? columns(of: paragraph) : lines(of: paragraph)
      } else if !wasLeftOut, !paragraph.isEmpty {
        rows += Self.indent + "…\n"
      }
      wasLeftOut = !paragraph.isChanged
    }
    return rows
  }

  private func lines(of paragraph: DiffParagraphs.Paragraph) -> String {
    paragraph.inline.filter { !$0.isEmpty }.map { line in
      Self.indent + line.map { styled(Self.marked($0), $0.kind) }.joined() + "\n"
    }.joined()
  }

  // MARK: Side by side

  private func columns(of paragraph: DiffParagraphs.Paragraph) -> String {
    let width = (terminal.columns - Self.indent.utf8.count - 3) / 2
    let old = paragraph.old.flatMap { wrapped($0, to: width) }
    let new = paragraph.new.flatMap { wrapped($0, to: width) }
    return (0..<max(old.count, new.count)).map { row in
      let left = row < old.count ? old[row] : (text: "", columns: 0)
      let right = row < new.count ? new[row].text : ""
      let space = String(repeating: " ", count: max(0, width - left.columns))
      return Self.indent + left.text + space + Self.gutter + right + "\n"
    }.joined()
  }

  /// A line in rows of at most `width` columns, each with the columns it takes.
  private func wrapped(
    _ line: [DiffParagraphs.Piece], to width: Int
  ) -> [(text: String, columns: Int)] {
    var rows: [(text: String, columns: Int)] = [("", 0)]
    for piece in line {
      var chunk = String.UnicodeScalarView()
      func endChunk() {
        rows[rows.count - 1].text += styled(String(chunk), piece.kind)
        chunk = String.UnicodeScalarView()
      }
      for scalar in Self.marked(piece).unicodeScalars {
        let columns = DisplayWidth.columns(of: scalar)
        if rows[rows.count - 1].columns + columns > width {
          endChunk()
          rows.append(("", 0))
        }
        chunk.append(scalar)
        rows[rows.count - 1].columns += columns
      }
      endChunk()
    }
    return rows
  }

  /// What was taken out and put in, between signs: colour alone says nothing.
  private static func marked(_ piece: DiffParagraphs.Piece) -> String {
    switch piece.kind {
    case .kept: piece.text
    case .deleted: "[-\(piece.text)-]"
    case .inserted: "{+\(piece.text)+}"
    }
  }

  private func styled(_ text: String, _ kind: Edit.Kind) -> String {
    guard !text.isEmpty else { return "" }
    switch kind {
    case .kept: return text
    case .deleted: return terminal.styled(text, .deleted)
    case .inserted: return terminal.styled(text, .inserted)
    }
  }
}
