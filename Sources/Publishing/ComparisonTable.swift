public import Comparison
import Regulations

/// A comparison as the table that editors hand in: 序号｜修订前｜修订后｜修订说明.
///
/// Its words are Chinese, as those of all pages and tables for readers are.
public struct ComparisonTable: Sendable {
  /// What stands on one side of a row.
  public struct Cell: Hashable, Sendable {
    /// The label, such as 第十六条; `nil` for what bears none.
    public var label: String?
    /// The heading, with what of it was taken out or put in.
    public var heading: [Edit]
    /// The lines of the text: kept and deleted pieces before, kept and inserted ones
    /// after.
    public var lines: [[Edit]]
  }

  /// Provisions before and after: one on each side, or several of a split or merger.
  public struct Row: Hashable, Sendable {
    /// Before; empty where the provision was added.
    public var olds: [Cell]
    /// After; empty where it was deleted.
    public var news: [Cell]
    /// What became of it.
    public var change: ChangeGroup
    /// What it is called: 第三十条 → 第二十九条、第三十条.
    public var name: String
    /// 修订说明: what became of it in words.
    public var note: String
    /// The duties, periods and amounts that changed, in words.
    public var keyNotes: [String]
  }

  /// What is compared.
  public let report: ComparisonReport
  /// The rows that an editor lists.
  public let rows: [Row]
  /// The rows that only follow from other changes, and are folded.
  public let foldedRows: [Row]
  /// The references that point at nothing, or at something else than before, each a
  /// sentence.
  public let references: [String]
  /// What stands below the table: what was folded, each a sentence.
  public let notes: [String]
  /// The notes that also hold where nothing is folded.
  public let substitutionNotes: [String]

  /// The table of a comparison.
  public init(_ report: ComparisonReport) {
    self.report = report
    let words = ChangeWords(report)
    rows = report.listed.map { Self.row($0, words) }
    foldedRows = report.folded.map { Self.row($0, words) }
    references = words.references
    notes = words.notes
    substitutionNotes = words.substitutionNotes
  }

  /// 《名称》修订前后对照表.
  public var title: String { report.comparison.new.title.inTitleMarks + "修订前后对照表" }

  /// What is compared, such as 修订前：2019-04-01.
  public var sides: [String] {
    [
      ("修订前", report.comparison.old, report.oldName),
      ("修订后", report.comparison.new, report.newName),
    ]
    .map { side, revision, name in
      let name = name.split(separator: "/").last.map(String.init) ?? name
      // A title that is the same on both sides stands in the heading.
      return report.comparison.old.title == report.comparison.new.title
        ? "\(side)：\(name)" : "\(side)：\(revision.title.inTitleMarks)（\(name)）"
    }
  }

  /// How many provisions have each aspect, such as 修改 8 条.
  public var counts: [String] {
    report.counts.map { "\(ChangeWords.word(for: $0.aspect)) \($0.count) 条" }
  }

  /// The sentence for two texts that are no versions of one, or that are the same.
  public var remark: String? {
    if report.comparison.isEqual { return "两个文本没有差异。" }
    return report.comparison.areVersions ? nil : "两个文本不太像同一法规的两个版本，以下比较仅供参考。"
  }

  private static func row(_ change: ChangeGroup, _ words: ChangeWords) -> Row {
    Row(
      olds: cells(of: change.olds, change.oldHeadings, change.oldPieces),
      news: cells(of: change.news, change.newHeadings, change.newPieces),
      change: change, name: words.name(of: change), note: words.note(on: change),
      keyNotes: words.keyNotes(on: change))
  }

  private static func cells(
    of sides: [ProvisionChange.Side], _ headings: [[Edit]], _ texts: [[Edit]]
  ) -> [Cell] {
    sides.indices.map { index in
      Cell(
        label: sides[index].label, heading: headings[index], lines: lines(of: texts[index]))
    }
  }

  private static func lines(of edits: [Edit]) -> [[Edit]] {
    var lines: [[Edit]] = [[]]
    for edit in edits {
      let pieces = edit.text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, piece) in pieces.enumerated() {
        if index > 0 { lines.append([]) }
        if !piece.isEmpty { lines[lines.count - 1].append(Edit(edit.kind, String(piece))) }
      }
    }
    return lines.filter { !$0.isEmpty }
  }
}
