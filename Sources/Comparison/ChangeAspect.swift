/// What a reader is told of a change, and by what changes are filtered.
public enum ChangeAspect: String, CaseIterable, Hashable, Sendable {
  /// Its words changed.
  case modified
  /// It is new.
  case added
  /// It was taken out.
  case deleted
  /// It stands elsewhere among the others.
  case moved
  /// It became several.
  case split
  /// Several became one.
  case merged
  /// Its heading changed.
  case retitled
  /// It bears another number.
  case renumbered
  /// Only terms changed that are replaced throughout, and references.
  case substitution
  /// Only references changed, which follow the renumbering.
  case references
  /// Only commas, stops and their like were put in, taken out or exchanged.
  case punctuation
  /// Only the width of signs, blanks or the notation of numbers changed.
  case typography
}

extension ChangeGroup {
  /// All that is to be told of it, in the order of telling; nothing for one that is
  /// as it was.
  public var aspects: [ChangeAspect] {
    var aspects: [ChangeAspect] = []
    if has(.moved) { aspects.append(.moved) }
    if has(.split) { aspects.append(.split) }
    if has(.merged) { aspects.append(.merged) }
    switch kind {
    case .added: return [.added]
    case .deleted: return [.deleted]
    case .modified, .modifiedAndRenumbered:
      if !classes.contains(.wording) {
        aspects.append(.substitution)
      } else if isPunctuationOnly {
        aspects.append(.punctuation)
      } else {
        if isRetitled { aspects.append(.retitled) }
        if !edits.isEmpty || !isRetitled { aspects.append(.modified) }
      }
    case .renumbered where classes.isEmpty && aspects.isEmpty: aspects.append(.renumbered)
    case .renumbered, .unchanged: break
    }
    if changes.count > 1 {
      if isRetitled, !aspects.contains(.retitled) { aspects.append(.retitled) }
    } else {
      if changes[0].crossReferencesOnly { aspects.append(.references) }
      if classes == [.typographic] { aspects.append(.typography) }
    }
    return aspects
  }

  /// Whether it only follows from other changes, so that an editor counts it instead
  /// of listing it.
  public var isFolded: Bool {
    aspects.allSatisfy { Self.folded.contains($0) } && !aspects.isEmpty
  }

  private static let folded: Set<ChangeAspect> = [
    .renumbered, .substitution, .references, .punctuation, .typography,
  ]

  /// Whether all that came or went is a comma, a stop or their like.
  private var isPunctuationOnly: Bool {
    !isRetitled && !edits.isEmpty
      && edits.allSatisfy { edit in
        edit.kind == .kept || edit.text.unicodeScalars.allSatisfy { Self.signs.contains($0) }
      }
  }

  private static let signs = Set("，、；：。,;:. \u{3000}\n".unicodeScalars)
}
