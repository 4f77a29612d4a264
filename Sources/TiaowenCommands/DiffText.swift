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

  /// All lines.
  var lines: String {
    if showsReferences { return sides + references }
    var blocks = [heading]
    blocks += shown.map(block)
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
    lines += sentences.list(report.counts.map(words)) + "\n"
    for change in report.keyed {
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

  /// What is counted and not listed, or `nil`.
  private var folded: String? {
    let counts = showsAll ? [] : report.foldedCounts.map(words)
    guard !counts.isEmpty else { return nil }
    return terminal.styled(sentences.text(.foldedChanges, sentences.list(counts)), .faint) + "\n"
  }

  private func words(of count: ComparisonReport.Count) -> String {
    sentences.text(count.aspect?.count ?? .countUnchanged, count.count)
  }

  /// The changes that are listed.
  private var shown: [ChangeGroup] {
    showsAll ? comparison.groups.filter { !$0.aspects.isEmpty } : report.listed
  }

  // MARK: Changes

  private var layout: DiffLayout { DiffLayout(terminal: terminal) }

  private func block(of change: ChangeGroup) -> String {
    var block = terminal.styled(name(of: change), .label) + "  " + what(of: change) + "\n"
    switch change.kind {
    case .added: block += layout.rows(of: [Edit(.inserted, change.news[0].wholeText)])
    case .deleted: block += layout.rows(of: [Edit(.deleted, change.olds[0].wholeText)])
    default:
      if change.isRetitled {
        block += layout.rows(
          of: Wording.edits(from: change.olds[0].heading ?? "", to: change.news[0].heading ?? ""))
      }
      block += layout.rows(of: change.edits)
    }
    return block
  }

  private func name(of change: ChangeGroup) -> String {
    let (olds, news) = (names(change.olds, change), names(change.news, change))
    if olds.isEmpty || olds == news { return news }
    return news.isEmpty ? olds : "\(olds) → \(news)"
  }

  private func names(_ sides: [ProvisionChange.Side], _ change: ChangeGroup) -> String {
    sentences.list(sides.map { $0.name.isEmpty ? change.provision.words : $0.name.shown })
  }

  private func what(of change: ChangeGroup) -> String {
    sentences.list(change.aspects.map { sentences.text($0.words) })
  }
}
