import Comparison
import Regulations

/// A change for people: what it is of, what became of it, and the edits in their place.
struct ChangeBlock {
  let terminal: Terminal

  private var layout: DiffLayout { DiffLayout(terminal: terminal) }

  /// All lines.
  func lines(of change: ChangeGroup) -> String {
    var lines = heading(of: change)
    switch change.kind {
    case .added: lines += layout.rows(of: [Edit(.inserted, change.news[0].wholeText)])
    case .deleted: lines += layout.rows(of: [Edit(.deleted, change.olds[0].wholeText)])
    default: lines += edits(of: change)
    }
    return lines
  }

  /// The line with its name and what became of it.
  func heading(of change: ChangeGroup) -> String {
    terminal.styled(Self.name(of: change), .label) + "  " + Self.words(of: change) + "\n"
  }

  /// What differs in heading and text.
  func edits(of change: ChangeGroup) -> String {
    layout.rows(of: change.headingEdits) + layout.rows(of: change.edits)
  }

  /// 第三条 → 第四条, or what the provision is where it has no name.
  static func name(of change: ChangeGroup) -> String {
    let (olds, news) = (names(change.olds, change), names(change.news, change))
    if olds.isEmpty || olds == news { return news }
    return news.isEmpty ? olds : "\(olds) → \(news)"
  }

  private static func names(_ sides: [ProvisionChange.Side], _ change: ChangeGroup) -> String {
    Sentences.current.list(sides.map { $0.words(for: change.provision) })
  }

  private static func words(of change: ChangeGroup) -> String {
    let sentences = Sentences.current
    let aspects = change.aspects.map { sentences.text($0.words) }
    return aspects.isEmpty ? sentences.text(.wasUnchanged) : sentences.list(aspects)
  }
}

extension ProvisionChange.Side {
  /// What it is called, or what a provision of its kind is where it has no name.
  func words(for kind: ProvisionKind) -> String { name.isEmpty ? kind.words : name.shown }
}
