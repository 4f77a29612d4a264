import Comparison
import Library
import Regulations

/// What `history` prints of one provision for people.
struct HistoryText {
  let shown: ShownHistory
  let terminal: Terminal

  private var history: ProvisionHistory { shown.history }
  private var revisions: [CataloguedRevision] { shown.revisions }
  private var start: Int { shown.start }
  private var block: ChangeBlock { ChangeBlock(terminal: terminal) }

  /// Text to read: for each revision what became of the provision, and what it says
  /// where that is new.
  var lines: String {
    let blocks = history.steps.indices.map { index in
      let status = revisions[index].status
      let words = terminal.styled(status.words, status.isCurrent ? .faint : .warning)
      return terminal.styled(revisions[index].name, .bold) + "  \(words)\n"
        + lines(of: index)
    }
    return ([heading] + blocks).joined(separator: "\n")
  }

  private var heading: String {
    let name = shown.sequence.revisions[start].title.asTitle + shown.placeName
    let count = revisions.count
    let words = Sentences.current.text(
      count == 1 ? .onlyRevision : .numberedAs, revisions[start].name, count)
    return terminal.styled(name, .bold) + "  \(words)\n"
  }

  private func lines(of index: Int) -> String {
    let step = history.steps[index]
    if step.changes.isEmpty {
      return step.isAbsent ? absence(at: index) : text(of: step)
    }
    var lines = ""
    for change in step.changes.map(ChangeGroup.init) {
      // Where what is below changed, a heading that stayed is not worth a word.
      lines +=
        change.aspects.isEmpty && !step.changesBelow.isEmpty
        ? terminal.styled(ChangeBlock.name(of: change), .label) + "\n"
        : block.heading(of: change)
      lines += change.kind == .added ? Self.rows(of: change.news.first) : block.edits(of: change)
    }
    return lines + below(step)
  }

  /// What stands in the oldest revision.
  private func text(of step: ProvisionHistory.Step) -> String {
    // A chapter is its heading: `show` prints its articles.
    let isDivision = step.places.contains { $0.kind.isDivision }
    let articleCount = step.contents.count { !$0.kind.isDivision }
    let count = isDivision ? "  " + Sentences.current.text(.articles, articleCount) : ""
    let places = step.places.map { place in
      let name = place.side.words(for: place.kind)
      return "\(terminal.styled(name, .label))\(count)\n" + Self.rows(of: place.side)
    }
    return (places + (isDivision ? [] : step.contents.map { Self.labelledRows(of: $0.side) }))
      .joined()
  }

  /// A text with its label before it, as it stands below another.
  private static func labelledRows(of side: ProvisionChange.Side) -> String {
    var rows = rows(of: side)
    guard let label = side.label?.shown, rows.hasPrefix("  ") else { return rows }
    rows.removeFirst(2)
    let isOpen = label.unicodeScalars.last.map { !"）)、】].．.".unicodeScalars.contains($0) } ?? false
    return "  " + label + (isOpen ? "　" : "") + rows
  }

  private static func rows(of side: ProvisionChange.Side?) -> String {
    guard let side else { return "" }
    let heading = side.label == nil ? nil : side.heading
    return [heading, side.text].compactMap { $0 }.flatMap { $0.split(separator: "\n") }
      .map { "  \(String($0).shown)\n" }.joined()
  }

  /// That it does not stand in a revision, and in which it first or last does.
  private func absence(at index: Int) -> String {
    let isEarly = index < history.first ?? start
    let sentence: Sentence =
      isPart
      ? isEarly ? .notYetByItself : .noLongerByItself : isEarly ? .notYetThere : .noLongerThere
    let named = (isEarly ? history.first : history.last) ?? start
    return terminal.styled(Sentences.current.text(sentence, revisions[named].name), .faint) + "\n"
  }

  /// What became of the provisions below: all are counted, and listed is what does not
  /// only follow from other changes.
  private func below(_ step: ProvisionHistory.Step) -> String {
    let changes = step.changesBelow
    guard !changes.isEmpty else { return "" }
    let sentences = Sentences.current
    let counts = sentences.list(ComparisonReport.counts(of: changes).map(\.words))
    let listed = changes.filter { !$0.isFolded && !$0.aspects.isEmpty }
    return "\(sentences.text(.countsBelow, counts))\n"
      + listed.map { "\n" + block.lines(of: $0) }.joined()
  }

  /// Whether a 款, 项 or 目 is followed, whose words may still stand in its article.
  private var isPart: Bool {
    history.steps[start].places.contains { [.paragraph, .item, .subitem].contains($0.kind) }
  }
}
