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

  /// A provision before and after.
  public struct Row: Hashable, Sendable {
    /// Before; `nil` where the provision was added.
    public var old: Cell?
    /// After; `nil` where it was deleted.
    public var new: Cell?
    /// What became of it.
    public var change: ProvisionChange
    /// 修订说明: what became of it in words.
    public var note: String
  }

  /// What is compared.
  public let report: ComparisonReport
  /// The rows that an editor lists.
  public let rows: [Row]
  /// The rows that only follow from other changes, and are folded.
  public let foldedRows: [Row]
  /// What stands below the table: what was folded, each a sentence.
  public let notes: [String]

  /// The table of a comparison.
  public init(_ report: ComparisonReport) {
    self.report = report
    let words = ChangeWords(report)
    rows = report.listed.map { Self.row($0, words) }
    foldedRows = report.folded.map { Self.row($0, words) }
    notes = words.notes
  }

  /// 《名称》修订前后对照表.
  public var title: String { report.comparison.new.title.inTitleMarks + "修订前后对照表" }

  /// How many provisions have each aspect, such as 修改 8 条.
  public var counts: [String] {
    report.counts.map { "\(ChangeWords.word(for: $0.aspect)) \($0.count) 条" }
  }

  private static func row(_ change: ProvisionChange, _ words: ChangeWords) -> Row {
    let headings = edits(from: change.old?.heading, to: change.new?.heading)
    let texts =
      change.edits.isEmpty ? edits(from: change.old?.text, to: change.new?.text) : change.edits
    return Row(
      old: change.old.map { cell($0, headings, texts, without: .inserted) },
      new: change.new.map { cell($0, headings, texts, without: .deleted) },
      change: change, note: words.note(on: change))
  }

  private static func edits(from old: String?, to new: String?) -> [Edit] {
    if let old, let new { return Wording.edits(from: old, to: new) }
    if let old { return [Edit(.deleted, old)] }
    return new.map { [Edit(.inserted, $0)] } ?? []
  }

  private static func cell(
    _ side: ProvisionChange.Side, _ heading: [Edit], _ text: [Edit], without kind: Edit.Kind
  ) -> Cell {
    Cell(
      label: side.label, heading: heading.filter { $0.kind != kind },
      lines: lines(of: text.filter { $0.kind != kind }))
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
