import Comparison

extension ChangeAspect {
  /// What became of a provision.
  var words: Sentence {
    switch self {
    case .modified: .wasModified
    case .added: .wasAdded
    case .deleted: .wasDeleted
    case .moved: .wasMoved
    case .split: .wasSplit
    case .merged: .wasMerged
    case .retitled: .wasRetitled
    case .renumbered: .wasRenumbered
    case .substitution: .onlySubstitutions
    case .references: .onlyReferences
    case .punctuation: .onlyPunctuation
    case .typography: .onlyTypography
    }
  }

  /// How many provisions have it.
  var count: Sentence {
    switch self {
    case .modified: .countModified
    case .added: .countAdded
    case .deleted: .countDeleted
    case .moved: .countMoved
    case .split: .countSplit
    case .merged: .countMerged
    case .retitled: .countRetitled
    case .renumbered: .countRenumbered
    case .substitution: .countSubstituted
    case .references: .countReferences
    case .punctuation: .countPunctuation
    case .typography: .countTypographic
    }
  }
}

extension ComparisonReport.Count {
  /// How many provisions have the aspect, in the reader's language.
  var words: String { Sentences.current.text(aspect?.count ?? .countUnchanged, count) }
}
