public import Regulations

/// The revisions of one regulation, each compared with the one before.
public struct RevisionSequence: Sendable {
  /// The revisions from the oldest to the newest.
  public let revisions: [Revision]
  /// The comparison of each revision but the first with the one before it.
  public let comparisons: [RevisionComparison]

  /// The sequence of some revisions, the oldest first.
  public init(_ revisions: [Revision]) {
    self.revisions = revisions
    comparisons = zip(revisions, revisions.dropFirst()).map { RevisionComparison($0, $1) }
  }

  /// The provisions of a revision that are compared.
  func provisions(of index: Int) -> [ComparedProvision] {
    if comparisons.indices.contains(index) { return comparisons[index].maker.oldProvisions }
    return comparisons.last?.maker.newProvisions ?? ComparedProvision.all(of: revisions[index])
  }
}
