import Comparison
import Regulations

/// What `diff` prints for people: a summary and each change, edits in their place.
struct DiffText {
  let report: ComparisonReport
  /// Whether what is folded is shown too.
  let showsAll: Bool
  /// Whether only the references are shown that point at nothing or elsewhere.
  let showsReferences: Bool
  let terminal: Terminal
  private let sentences = Sentences.current

  init(_ report: ComparisonReport, showsAll: Bool, showsReferences: Bool, terminal: Terminal) {
    self.report = report
    self.showsAll = showsAll
    self.showsReferences = showsReferences
    self.terminal = terminal
  }

  private var comparison: RevisionComparison { report.comparison }
  private var block: ChangeBlock { ChangeBlock(terminal: terminal) }

  /// All lines.
  var lines: String {
    if showsReferences { return sides + references }
    var blocks = [heading]
    blocks += shown.map(block.lines)
    if let folded { blocks.append(folded) }
    return blocks.joined(separator: "\n")
  }

  // MARK: Summary

  private var sides: String {
    let old = comparison.old.title.asTitle + " " + report.oldName.shown
    let new = comparison.new.title.asTitle + " " + report.newName.shown
    return terminal.styled("\(old) → \(new)", .bold) + "\n"
  }

  /// A line for each reference that points at nothing or elsewhere.
  private var references: String {
    let own = comparison.staleReferences.map { reference in
      let place = comparison.changes[reference.change].new?.name.shown ?? ""
      return line(about: reference.reference, in: place, reference.now, reference.meant)
    }
    let others = report.staleCitations.map { citation in
      line(
        about: comparison.new.title.asTitle + citation.reference,
        in: citation.regulation.asTitle + citation.name.shown, citation.now, citation.meant)
    }
    let lines = (own + others).map { $0 + "\n" }.joined()
    return lines.isEmpty && showsReferences
      ? sentences.text(.referencesAreRight) + "\n" : lines
  }

  private func line(
    about words: String, in place: String, _ now: String?, _ meant: String?
  ) -> String {
    let words = words.shown
    guard let meant = meant?.shown else {
      return sentences.text(now == nil ? .pointsNowhere : .meantDeleted, place, words)
    }
    guard let now = now?.shown else {
      return sentences.text(.pointsNowhereNow, place, words, meant)
    }
    return words.hasSuffix(now)
      ? sentences.text(.isAnotherNow, place, words, meant)
      : sentences.text(.pointsElsewhere, place, words, now, meant)
  }

  private var heading: String {
    var lines = sides
    if comparison.isEqual { return lines + sentences.text(.noDifferences) + "\n" }
    lines += sentences.list(report.counts.map(\.words)) + "\n"
    for change in report.keyed {
      let words = change.keyChanges.map(Self.words)
      let name = ChangeBlock.name(of: change)
      lines += sentences.text(.keyChanges, name, sentences.list(words)) + "\n"
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
    let places = substitution.exceptions.compactMap { comparison.changes[$0].new?.name }
    guard !places.isEmpty else { return line }
    return line + sentences.text(.stillStands, substitution.old.shown, sentences.list(places))
  }

  /// What is counted and not listed, or `nil`.
  private var folded: String? {
    let counts = showsAll ? [] : report.foldedCounts.map { $0.words + places(of: $0.aspect) }
    guard !counts.isEmpty else { return nil }
    return terminal.styled(sentences.text(.foldedChanges, sentences.list(counts)), .faint) + "\n"
  }

  /// Where punctuation changed: a comma can matter.
  private func places(of aspect: ChangeAspect?) -> String {
    guard aspect == .punctuation else { return "" }
    let names = report.folded(.punctuation).map(ChangeBlock.name)
    return sentences.text(.inPlaces, sentences.list(names))
  }

  /// The changes that are listed.
  private var shown: [ChangeGroup] {
    showsAll ? comparison.groups.filter { !$0.aspects.isEmpty } : report.listed
  }
}
