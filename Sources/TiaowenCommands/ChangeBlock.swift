import Comparison
import Regulations

/// A change for people: what it is of, what became of it, and the edits in their place.
struct ChangeBlock {
  let terminal: Terminal

  private var layout: DiffLayout { DiffLayout(terminal: terminal) }

  /// All lines.
  func lines(of change: ProvisionChange) -> String {
    var lines = heading(of: change)
    switch change.kind {
    case .added: lines += layout.rows(of: [Edit(.inserted, change.new?.wholeText ?? "")])
    case .deleted: lines += layout.rows(of: [Edit(.deleted, change.old?.wholeText ?? "")])
    default: lines += edits(of: change)
    }
    return lines
  }

  /// The line with its name and what became of it.
  func heading(of change: ProvisionChange) -> String {
    terminal.styled(Self.name(of: change), .label) + "  " + Self.words(of: change) + "\n"
  }

  /// What differs in heading and text.
  func edits(of change: ProvisionChange) -> String {
    var rows = ""
    if change.isRetitled {
      rows += layout.rows(
        of: Wording.edits(from: change.old?.heading ?? "", to: change.new?.heading ?? ""))
    }
    return rows + layout.rows(of: change.edits)
  }

  /// 第三条 → 第四条, or what the provision is where it has no name.
  static func name(of change: ProvisionChange) -> String {
    let (old, new) = (change.old?.name, change.new?.name)
    if let old, let new, old != new { return "\(old) → \(new)" }
    let name = new ?? old ?? ""
    return name.isEmpty ? change.provision.words : name
  }

  private static func words(of change: ProvisionChange) -> String {
    let sentences = Sentences.current
    let aspects = change.aspects.map { sentences.text($0.words) }
    return aspects.isEmpty ? sentences.text(.wasUnchanged) : sentences.list(aspects)
  }
}

extension ProvisionChange.Side {
  /// Label, or heading where there is none.
  var name: String { (label ?? heading ?? "").shown }

  /// Heading and text.
  var wholeText: String {
    [heading, text.isEmpty ? nil : text].compactMap { $0 }.joined(separator: "\n")
  }
}
