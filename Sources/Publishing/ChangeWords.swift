import Comparison
import Regulations

/// What became of provisions, in the words of a comparison table.
struct ChangeWords {
  private let report: ComparisonReport

  init(_ report: ComparisonReport) { self.report = report }

  /// The word for an aspect; 未变 for none.
  static func word(for aspect: ChangeAspect?) -> String {
    switch aspect {
    case .modified: "修改"
    case .added: "新增"
    case .deleted: "删除"
    case .moved: "移动"
    case .split: "拆分"
    case .merged: "合并"
    case .retitled: "标题改动"
    case .renumbered: "仅条号变动"
    case .substitution: "仅替换用语"
    case .references: "仅引用随条号变动"
    case .typography: "仅标点、空格或数字写法"
    case nil: "未变"
    }
  }

  /// 修订说明 of a change.
  func note(on change: ProvisionChange) -> String {
    var clauses = change.aspects.map { clause(on: change, $0) }
    if let renumbering = renumbering(of: change), !change.aspects.contains(.renumbered) {
      clauses.append(renumbering)
    }
    clauses += change.keyChanges.map(Self.words)
    return clauses.joined(separator: "；")
  }

  private func clause(on change: ProvisionChange, _ aspect: ChangeAspect) -> String {
    let word = Self.word(for: aspect)
    switch aspect {
    case .split:
      return "由原\(change.old?.name ?? "")拆分"
    case .merged:
      let olds = report.comparison.changes.filter {
        $0.relation == .merged && $0.new?.id == change.new?.id
      }
      return "由原\(olds.compactMap { $0.old?.name }.joined(separator: "、"))合并"
    case .moved:
      return "由原\(change.old?.name ?? "")移至此处"
    case .renumbered:
      return renumbering(of: change) ?? word
    default:
      return word
    }
  }

  private func renumbering(of change: ProvisionChange) -> String? {
    guard change.relation == nil, let old = change.old?.label, let new = change.new?.label,
      change.kind == .renumbered || change.kind == .modifiedAndRenumbered
    else { return nil }
    return "原\(old)改为\(new)"
  }

  private static func words(of key: KeyChange) -> String {
    if key.old.isEmpty { return "增加“\(key.new)”" }
    return key.new.isEmpty ? "删去“\(key.old)”" : "“\(key.old)”改为“\(key.new)”"
  }

  /// What was folded, each a sentence.
  var notes: [String] {
    var notes = report.comparison.substitutions.map(note)
    let counts = report.foldedCounts.map { "\(Self.word(for: $0.aspect)) \($0.count) 处" }
    if !counts.isEmpty { notes.append("以下改动未逐条列出：\(counts.joined(separator: "，"))。") }
    return notes
  }

  private func note(on substitution: Substitution) -> String {
    let note = "“\(substitution.old)”统一改为“\(substitution.new)”，共 \(substitution.count) 处"
    let places = substitution.exceptions.compactMap { report.comparison.changes[$0].new?.name }
    guard !places.isEmpty else { return note + "。" }
    return note + "；\(places.joined(separator: "、"))仍作“\(substitution.old)”。"
  }
}

extension ProvisionChange.Side {
  /// Label, or heading where there is none.
  var name: String { label ?? heading ?? "" }
}

extension String {
  /// In 《》, unless it stands in them.
  var inTitleMarks: String { hasPrefix("《") ? self : "《\(self)》" }
}
