import Regulations

/// A comparison as an editor reads it: what is listed one by one, what only follows
/// from other changes and is counted, and what to look at first.
///
/// All outputs of a comparison are made from it.
public struct ComparisonReport: Sendable {
  /// The comparison.
  public let comparison: RevisionComparison
  /// What the revision before is called: a date, or the name of a file.
  public let oldName: String
  /// What the revision after is called.
  public let newName: String

  /// The references in other regulations that point at nothing in the new text, or no
  /// longer at what they meant.
  public let staleCitations: [StaleCitation]

  /// The report of a comparison.
  ///
  /// - Parameters:
  ///   - comparison: The comparison.
  ///   - oldName: What the revision before is called.
  ///   - newName: What the revision after is called.
  ///   - staleCitations: What is to be mended in other regulations.
  public init(
    _ comparison: RevisionComparison, oldName: String, newName: String,
    staleCitations: [StaleCitation] = []
  ) {
    self.comparison = comparison
    self.oldName = oldName
    self.newName = newName
    self.staleCitations = staleCitations
  }

  /// Whether no reference is to be mended, here or in other regulations.
  public var referencesAreRight: Bool {
    comparison.staleReferences.isEmpty && staleCitations.isEmpty
  }

  /// How many provisions have an aspect.
  public struct Count: Hashable, Sendable {
    /// The aspect; `nil` counts those that are as they were.
    public let aspect: ChangeAspect?
    /// How many.
    public let count: Int
  }

  /// The changes that an editor lists one by one.
  public var listed: [ChangeGroup] {
    comparison.groups.filter { !$0.isFolded && !$0.aspects.isEmpty }
  }

  /// The changes that only follow from others.
  public var folded: [ChangeGroup] { comparison.groups.filter(\.isFolded) }

  /// The folded changes that have an aspect.
  public func folded(_ aspect: ChangeAspect) -> [ChangeGroup] {
    folded.filter { $0.aspects.contains(aspect) }
  }

  /// The changes in which a duty, a period or an amount is not as it was.
  public var keyed: [ChangeGroup] { comparison.groups.filter { !$0.keyChanges.isEmpty } }

  /// How many provisions have each aspect, without 编, 章 and 节, in the order of
  /// telling; aspects that none has are left out.
  public var counts: [Count] { Self.counts(of: comparison.groups) }

  /// How many of the folded changes have each aspect.
  public var foldedCounts: [Count] { Self.aspectCounts(of: folded) }

  /// How many of some changes have each aspect, without those of 编, 章 and 节.
  public static func counts(of groups: [ChangeGroup]) -> [Count] {
    let provisions = groups.filter { !$0.provision.isDivision }
    let unchanged = Count(aspect: nil, count: provisions.count { $0.aspects.isEmpty })
    return aspectCounts(of: provisions) + (unchanged.count > 0 ? [unchanged] : [])
  }

  private static func aspectCounts(of groups: [ChangeGroup]) -> [Count] {
    ChangeAspect.allCases.map { aspect in
      Count(aspect: aspect, count: groups.count { $0.aspects.contains(aspect) })
    }.filter { $0.count > 0 }
  }
}
