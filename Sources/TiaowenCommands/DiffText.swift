import Comparison
import Regulations

/// What `diff` prints for people: a summary and each change, edits in their place.
struct DiffText {
  let before: DiffSide
  let after: DiffSide
  let comparison: RevisionComparison
  /// Whether what is folded is shown too.
  let showsAll: Bool
  /// Whether only the references are shown that point at nothing or elsewhere.
  let showsReferences: Bool
  let terminal: Terminal
  private let sentences = Sentences.current

  init(
    before: DiffSide, after: DiffSide, comparison: RevisionComparison, showsAll: Bool,
    showsReferences: Bool, terminal: Terminal
  ) {
    self.showsReferences = showsReferences
    self.before = before
    self.after = after
    self.comparison = comparison
    self.showsAll = showsAll
    self.terminal = terminal
  }

  /// All lines.
  var lines: String {
    if showsReferences { return sides + references }
    var blocks = [heading]
    blocks += comparison.changes.filter(isShown).map(block)
    if let folded { blocks.append(folded) }
    return blocks.joined(separator: "\n")
  }

  // MARK: Summary

  private var sides: String {
    let old = comparison.old.title.asTitle + " " + before.name.shown
    let new = comparison.new.title.asTitle + " " + after.name.shown
    return terminal.styled("\(old) → \(new)", .bold) + "\n"
  }

  /// A line for each reference that points at nothing or elsewhere.
  private var references: String {
    let lines = comparison.staleReferences.map { line(about: $0) + "\n" }.joined()
    return lines.isEmpty && showsReferences
      ? sentences.text(.referencesAreRight) + "\n" : lines
  }

  private func line(about reference: StaleReference) -> String {
    let place = name(of: comparison.changes[reference.change])
    let number = reference.reference.shown
    if let meant = reference.meant {
      return sentences.text(.meantOther, place, number, meant.shown)
    }
    return sentences.text(reference.now == nil ? .pointsNowhere : .meantDeleted, place, number)
  }

  private var heading: String {
    var lines = sides
    if comparison.isEqual { return lines + sentences.text(.noDifferences) + "\n" }
    lines += sentences.list(counts) + "\n"
    for change in comparison.changes {
      guard !change.keyChanges.isEmpty else { continue }
      let words = change.keyChanges.map(Self.words)
      lines += sentences.text(.keyChanges, name(of: change), sentences.list(words)) + "\n"
    }
    lines += references
    for substitution in comparison.substitutions { lines += line(about: substitution) + "\n" }
    return lines
  }

  private static func words(of key: KeyChange) -> String {
    if key.old.isEmpty { return "+ \(key.new.shown)" }
    return key.new.isEmpty ? "- \(key.old.shown)" : "\(key.old.shown) → \(key.new.shown)"
  }

  private func line(about substitution: Substitution) -> String {
    let line = sentences.text(
      .replacedThroughout, substitution.old.shown, substitution.new.shown, substitution.count)
    let places = substitution.exceptions.compactMap { comparison.changes[$0].new?.name.shown }
    guard !places.isEmpty else { return line }
    return line + sentences.text(.stillStands, substitution.old.shown, sentences.list(places))
  }

  private var counts: [String] {
    let count = { (kinds: [ProvisionChange.Kind]) in
      comparison.changes.count { kinds.contains($0.kind) && $0.provision.isCounted }
    }
    let all: [(Sentence, Int)] = [
      (.countModified, count([.modified, .modifiedAndRenumbered])),
      (.countAdded, count([.added])), (.countDeleted, count([.deleted])),
      (.countMoved, comparison.count(.moved)), (.countSplit, comparison.count(.split)),
      (.countMerged, comparison.count(.merged)), (.countRenumbered, count([.renumbered])),
      (.countUnchanged, count([.unchanged])),
    ]
    return all.filter { $0.1 > 0 }.map { sentences.text($0.0, $0.1) }
  }

  /// What is counted and not listed, or `nil`.
  private var folded: String? {
    let folded = comparison.changes.filter { !isShown($0) }
    let all: [(Sentence, Int)] = [
      (.countRenumbered, folded.count { $0.kind == .renumbered && $0.classes.isEmpty }),
      (.countSubstituted, folded.count { $0.substitutionsOnly }),
      (.countReferences, folded.count { $0.crossReferencesOnly }),
      (.countTypographic, folded.count { $0.classes == [.typographic] }),
    ]
    let counts = all.filter { $0.1 > 0 }.map { sentences.text($0.0, $0.1) }
    guard !counts.isEmpty else { return nil }
    return terminal.styled(sentences.text(.foldedChanges, sentences.list(counts)), .faint) + "\n"
  }

  /// Whether a change is listed: all but what stayed or only follows from others.
  private func isShown(_ change: ProvisionChange) -> Bool {
    if change.kind == .unchanged, change.classes.isEmpty, change.relation == nil { return false }
    if showsAll { return true }
    if change.substitutionsOnly, change.relation == nil { return false }
    switch change.kind {
    case .added, .deleted, .modified, .modifiedAndRenumbered: return true
    case .unchanged, .renumbered: return change.relation != nil
    }
  }

  // MARK: Changes

  private var layout: DiffLayout { DiffLayout(terminal: terminal) }

  private func block(of change: ProvisionChange) -> String {
    var block = terminal.styled(name(of: change), .label) + "  " + what(of: change) + "\n"
    switch change.kind {
    case .added: block += layout.rows(of: [Edit(.inserted, change.new?.wholeText ?? "")])
    case .deleted: block += layout.rows(of: [Edit(.deleted, change.old?.wholeText ?? "")])
    default:
      if change.old?.heading != change.new?.heading {
        block += layout.rows(
          of: Wording.edits(from: change.old?.heading ?? "", to: change.new?.heading ?? ""))
      }
      block += layout.rows(of: change.edits)
    }
    return block
  }

  private func name(of change: ProvisionChange) -> String {
    let (old, new) = (change.old?.name, change.new?.name)
    if let old, let new, old != new { return "\(old.shown) → \(new.shown)" }
    let name = (new ?? old ?? "").shown
    return name.isEmpty ? change.provision.words : name
  }

  private func what(of change: ProvisionChange) -> String {
    var words: [String] = []
    switch change.relation {
    case .moved: words.append(sentences.text(.wasMoved))
    case .split: words.append(sentences.text(.wasSplit))
    case .merged: words.append(sentences.text(.wasMerged))
    case nil: break
    }
    switch change.kind {
    case .added: words.append(sentences.text(.wasAdded))
    case .deleted: words.append(sentences.text(.wasDeleted))
    case .modified, .modifiedAndRenumbered: words.append(sentences.text(.wasModified))
    case .renumbered where change.classes.isEmpty: words.append(sentences.text(.wasRenumbered))
    case .renumbered, .unchanged: break
    }
    if change.substitutionsOnly { words.append(sentences.text(.onlySubstitutions)) }
    if change.crossReferencesOnly { words.append(sentences.text(.onlyReferences)) }
    if change.classes == [.typographic] { words.append(sentences.text(.onlyTypography)) }
    return sentences.list(words)
  }
}

extension ProvisionChange.Side {
  /// Label, or heading where there is none.
  fileprivate var name: String { label ?? heading ?? "" }

  /// Heading and text.
  fileprivate var wholeText: String {
    [heading, text.isEmpty ? nil : text].compactMap { $0 }.joined(separator: "\n")
  }
}

extension ProvisionKind {
  /// Whether the summary counts it: all but what only groups others.
  fileprivate var isCounted: Bool { !isDivision }
}
