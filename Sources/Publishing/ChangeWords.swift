import Comparison
import Regulations

/// What became of provisions, in the words of a comparison table.
struct ChangeWords {
  private let report: ComparisonReport

  init(_ report: ComparisonReport) { self.report = report }

  private var comparison: RevisionComparison { report.comparison }

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
    case .punctuation: "仅标点改动"
    case .typography: "仅标点宽度、空格或数字写法"
    case nil: "未变"
    }
  }

  // MARK: Names

  /// What provisions are called: 第三条, 第三条 → 第四条.
  func name(of change: ChangeGroup) -> String {
    let (olds, news) = (names(change.olds, change), names(change.news, change))
    if olds.isEmpty || olds == news { return news }
    return news.isEmpty ? olds : "\(olds) → \(news)"
  }

  private func names(_ sides: [ProvisionChange.Side], _ change: ChangeGroup) -> String {
    sides.map { $0.name.isEmpty ? Self.name(of: change.provision) : $0.name }
      .joined(separator: "、")
  }

  /// What a provision without label and heading is called.
  private static func name(of kind: ProvisionKind) -> String {
    switch kind {
    case .preamble: "序言"
    case .closing: "落款"
    case .annex: "附件"
    default: "（无编号）"
    }
  }

  // MARK: Notes

  /// 修订说明 of a change.
  func note(on change: ChangeGroup) -> String {
    var clauses = change.aspects.map { clause(on: change, $0) }
    if let renumbering = renumbering(of: change), !change.aspects.contains(.renumbered) {
      clauses.append(renumbering)
    }
    return (clauses + keyNotes(on: change)).joined(separator: "；")
  }

  /// The duties, periods and amounts that changed: “5日”改为“3个工作日”.
  func keyNotes(on change: ChangeGroup) -> [String] { change.keyChanges.map(Self.words) }

  private func clause(on change: ChangeGroup, _ aspect: ChangeAspect) -> String {
    let word = Self.word(for: aspect)
    // With a split or a move, that is not all that happened.
    if change.aspects.count > 1, word.hasPrefix("仅") { return String(word.dropFirst()) }
    switch aspect {
    case .split: return "原\(names(change.olds, change))拆分为\(names(change.news, change))"
    case .merged: return "由原\(names(change.olds, change))合并"
    case .moved: return "由原\(names(change.olds, change))移至此处"
    case .renumbered: return renumbering(of: change) ?? word
    default: return word
    }
  }

  private func renumbering(of change: ChangeGroup) -> String? {
    guard change.changes.count == 1, change.changes[0].relation == nil,
      change.kind == .renumbered || change.kind == .modifiedAndRenumbered
    else { return nil }
    return "原\(names(change.olds, change))改为\(names(change.news, change))"
  }

  private static func words(of key: KeyChange) -> String {
    if key.old.isEmpty { return "增加“\(key.new)”" }
    return key.new.isEmpty ? "删去“\(key.old)”" : "“\(key.old)”改为“\(key.new)”"
  }

  /// The references that are to be checked, here and in other regulations, each a
  /// sentence.
  var references: [String] {
    comparison.staleReferences.map { reference in
      let place = comparison.changes[reference.change].new?.name ?? ""
      return sentence(about: reference.reference, in: place, reference.now, reference.meant)
    }
      + report.staleCitations.map { citation in
        sentence(
          about: comparison.new.title.inTitleMarks + citation.reference,
          in: citation.regulation.inTitleMarks + citation.name, citation.now, citation.meant)
      }
  }

  private func sentence(
    about words: String, in place: String, _ now: String?, _ meant: String?
  ) -> String {
    let start = "\(place)中的“\(words)”"
    guard let meant else {
      return start + (now == nil ? "没有对应的条文。" : "原来所指的已删除。")
    }
    let pointing = now.map { "现指\($0)，" } ?? "没有对应的条文，"
    return start + pointing + "原来所指的现为\(meant)。"
  }

  /// What was folded, each a sentence.
  var notes: [String] {
    var notes = substitutionNotes
    let counts = report.foldedCounts.map {
      "\(Self.word(for: $0.aspect)) \($0.count) 处" + places(of: $0.aspect)
    }
    if !counts.isEmpty { notes.append("以下改动未逐条列出：\(counts.joined(separator: "，"))。") }
    return notes
  }

  /// Where punctuation changed: a comma can matter.
  private func places(of aspect: ChangeAspect?) -> String {
    guard aspect == .punctuation else { return "" }
    return "（\(report.folded(.punctuation).map(name).joined(separator: "、"))）"
  }

  /// The terms that were replaced throughout, each a sentence.
  var substitutionNotes: [String] { comparison.substitutions.map(note) }

  private func note(on substitution: Substitution) -> String {
    let note = "“\(substitution.old)”统一改为“\(substitution.new)”，共 \(substitution.count) 处"
    let places = substitution.exceptions.compactMap { comparison.changes[$0].new?.name }
    guard !places.isEmpty else { return note + "。" }
    return note + "；\(places.joined(separator: "、"))仍作“\(substitution.old)”。"
  }
}

extension String {
  /// In 《》, unless it stands in them.
  var inTitleMarks: String { hasPrefix("《") ? self : "《\(self)》" }
}
