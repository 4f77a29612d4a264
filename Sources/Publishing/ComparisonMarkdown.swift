public import Comparison

/// A comparison as Markdown: 修订前后对照表 as a table of GitHub's dialect.
///
/// What was taken out and put in stands in `<del>` and `<ins>`: `~~` and `**` do not
/// open or close beside Chinese punctuation.
public struct ComparisonMarkdown: Sendable {
  private let printed: PrintedComparison

  /// The text of a comparison.
  ///
  /// - Parameters:
  ///   - report: The comparison.
  ///   - listsFolded: Whether the changes that only follow from others are listed,
  ///     too, in a table of their own.
  public init(_ report: ComparisonReport, listsFolded: Bool = false) {
    printed = PrintedComparison(report, listsFolded: listsFolded)
  }

  /// The text, which ends with a line feed.
  public var text: String {
    var blocks = ["# " + Self.escaped(printed.title)]
    blocks.append(Self.list(printed.sides))
    blocks += printed.summary.map(Self.escaped)
    for section in printed.sections {
      if let heading = section.heading { blocks.append("## " + Self.escaped(heading)) }
      blocks.append(Self.table(section.rows))
    }
    for (heading, sentences) in printed.notes {
      blocks += ["## " + heading, Self.list(sentences)]
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private static func list(_ lines: [String]) -> String {
    lines.map { "- " + escaped($0) }.joined(separator: "\n")
  }

  // MARK: Table

  private static func table(_ rows: [PrintedComparison.Row]) -> String {
    let head = [line(PrintedComparison.columns), line(["---:", "---", "---", "---"])]
    let lines = rows.map { row in
      line([
        "\(row.number)", cell(row.olds, in: row, orElse: PrintedComparison.added),
        cell(row.news, in: row, orElse: PrintedComparison.deleted), escaped(row.note),
      ])
    }
    return (head + lines).joined(separator: "\n")
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  private static func cell(
    _ cells: [ComparisonTable.Cell], in row: PrintedComparison.Row, orElse word: String
  ) -> String {
    cells.isEmpty ? word : cells.flatMap { lines(of: $0, in: row) }.joined(separator: "<br>")
  }

  /// The paragraphs of a provision, its label before the first one.
  private static func lines(
    of cell: ComparisonTable.Cell, in row: PrintedComparison.Row
  ) -> [String] {
    let label = cell.label.map { ["**\(escaped($0))**"] } ?? []
    return cell.paragraphs(hasTextBelowHead: row.hasTextBelowHead).enumerated()
      .map { index, pieces in
        ((index == 0 ? label : []) + pieces.map(marked)).joined(separator: "　")
      }
  }

  // MARK: Texts

  private static func marked(_ edits: [Edit]) -> String {
    edits.map { edit in
      switch edit.kind {
      case .kept: escaped(edit.text)
      case .deleted: "<del>\(escaped(edit.text))</del>"
      case .inserted: "<ins>\(escaped(edit.text))</ins>"
      }
    }.joined()
  }

  /// The text on one line, without a sign that Markdown reads.
  private static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.withBarsForTabs.withoutControls.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "~", "$": escaped.append(contentsOf: ["\\", scalar])
      // A bar ends a cell in some programs even after a backslash.
      case "|": escaped.append(contentsOf: "&#124;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "\n", "\r": escaped.append(" ")
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
