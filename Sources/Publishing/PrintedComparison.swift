import Comparison
import Regulations

/// What is printed of a comparison, in a Word file as in Markdown.
struct PrintedComparison {
  /// A row of the table.
  struct Row {
    /// 序号, from 1 on through all sections.
    let number: Int
    /// Before; empty where the provision was added.
    let olds: [ComparisonTable.Cell]
    /// After; empty where it was deleted.
    let news: [ComparisonTable.Cell]
    /// 修订说明.
    let note: String
    /// Whether the text begins below label and heading, as that of an annex does.
    let hasTextBelowHead: Bool
  }

  /// Rows that stand in one table.
  struct Section {
    /// What stands above the table, if anything.
    let heading: String?
    let rows: [Row]
  }

  /// The names of the columns.
  static let columns = ["序号", "修订前", "修订后", "修订说明"]
  /// What stands in place of an old text that was not there.
  static let added = "新增"
  /// What stands in place of a new text that is not there.
  static let deleted = "删除"

  /// 《名称》修订前后对照表.
  let title: String
  /// What is compared, such as 修订前：2019-04-01.
  let sides: [String]
  /// What stands above the table in sentences.
  let summary: [String]
  /// The tables, none of them empty.
  let sections: [Section]
  /// What stands below the tables: sentences under headings, none of them without.
  let notes: [(heading: String, sentences: [String])]

  /// What is printed of a comparison, with the rows that only follow from others or
  /// without.
  init(_ report: ComparisonReport, listsFolded: Bool) {
    let table = ComparisonTable(report)
    title = table.title
    sides = table.sides
    summary = Self.summary(of: table)
    let folded = listsFolded ? table.foldedRows : []
    let headings = [nil, "只随其他改动而来的变动"]
    var count = 0
    sections = zip(headings, [table.rows, folded]).compactMap { heading, rows in
      defer { count += rows.count }
      return rows.isEmpty
        ? nil : Section(heading: heading, rows: Self.numbered(rows, after: count))
    }
    let legend = sections.isEmpty ? [] : [Self.legend]
    notes = [
      ("需要核对的引用", table.references),
      ("说明", legend + (listsFolded ? table.substitutionNotes : table.notes)),
    ].filter { !$0.1.isEmpty }
  }

  private static let legend = "修订前一栏中带删除线的是删去的文字，修订后一栏中带下划线的是增加的文字。"

  private static func summary(of table: ComparisonTable) -> [String] {
    let isEqual = table.report.comparison.isEqual
    let counts = isEqual ? [] : [table.counts.joined(separator: "，") + "。"]
    return counts + (table.remark.map { [$0] } ?? [])
  }

  // MARK: Rows

  private static func numbered(_ rows: [ComparisonTable.Row], after count: Int) -> [Row] {
    rows.enumerated().map { index, row in
      Row(
        number: count + index + 1, olds: row.olds, news: row.news, note: row.note,
        hasTextBelowHead: row.change.provision == .annex)
    }
  }
}

extension ComparisonTable.Cell {
  /// The pieces of text of each paragraph, without the label: heading and first line
  /// stand in the first one, which only holds the heading where text begins below it.
  func paragraphs(hasTextBelowHead: Bool) -> [[[Edit]]] {
    let head = heading.isEmpty ? [] : [heading]
    guard let first = lines.first else { return [head] }
    if hasTextBelowHead, label != nil || !heading.isEmpty { return [head] + lines.map { [$0] } }
    return [head + [first]] + lines.dropFirst().map { [$0] }
  }
}

extension String {
  /// The text with a bar for each tab, which parts the cells of a row.
  var withBarsForTabs: String {
    split(separator: "\t", omittingEmptySubsequences: false).joined(separator: " │ ")
  }
}
