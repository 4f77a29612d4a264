public import Regulations

/// What a provision said and what became of it, from revision to revision.
///
/// From the revision in which it was asked for, it is followed by what provisions
/// say: backwards to all from which it came, and forwards to all that came of it.
public struct ProvisionHistory: Sendable {
  /// A provision, or a 款, 项 or 目 with what stands below it, in one revision.
  public struct Place: Hashable, Sendable {
    /// What it is; the first 款 of an article is a `paragraph` with the article's ID.
    public var kind: ProvisionKind
    /// Its label and text; the label of a 款, 项 or 目 says where it stands: 第五条第二款.
    public var side: ProvisionChange.Side
  }

  /// One revision of the history.
  public struct Step: Sendable {
    /// What stands there of it, in reading order: several after a split and before a
    /// merge, nothing where it is absent.
    public var places: [Place]
    /// The provisions below: the articles of a chapter, the clauses of a clause.
    public var contents: [Place]
    /// What became of it since the revision before; of a split or a merge every part,
    /// also of those that are not followed.
    public var changes: [ProvisionChange]
    /// What became of the provisions below.
    public var changesBelow: [ChangeGroup]

    /// Whether it does not stand in the revision.
    public var isAbsent: Bool { places.isEmpty }
  }

  /// A step for each revision, the oldest first.
  public let steps: [Step]

  /// The history of a provision, or of a 款, 项 or 目.
  ///
  /// - Parameters:
  ///   - range: Where it stands among the provisions of the revision, with what is
  ///     below it; a part of an article that begins with it is its first 款.
  ///   - index: The revision.
  ///   - sequence: The revisions.
  /// - Precondition: `range` is not empty.
  public init(of range: Range<Int>, in index: Int, of sequence: RevisionSequence) {
    precondition(!range.isEmpty)
    steps = ProvisionTracing(sequence).steps(from: range, in: index)
  }

  /// The first revision in which it stands.
  public var first: Int? { steps.firstIndex { !$0.isAbsent } }

  /// The last revision in which it stands.
  public var last: Int? { steps.lastIndex { !$0.isAbsent } }
}
