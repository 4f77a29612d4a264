public import Regulations

/// Two revisions side by side.
public struct RevisionComparison: Sendable {
  /// The revision before.
  public let old: Revision
  /// The revision after.
  public let new: Revision
  /// What became of each provision, in the order of the new revision, deleted ones
  /// where they stood.
  public let changes: [ProvisionChange]
  /// The changes as they are told, those of a split or a merger in one piece.
  public let groups: [ChangeGroup]
  /// The terms that were replaced throughout, the most frequent first.
  public let substitutions: [Substitution]
  /// The references in the new revision that point at nothing, or at another article
  /// than before though their words are the same.
  public let staleReferences: [StaleReference]
  /// Compares parts of the two as the whole was compared.
  let maker: ComparisonMaker

  /// To what references of both revisions point.
  var targets: ReferenceTargets { maker.targets }

  /// The comparison of two revisions.
  public init(_ old: Revision, _ new: Revision) {
    self.old = old
    self.new = new
    maker = ComparisonMaker(old, new)
    changes = maker.changes()
    groups = maker.groups(of: changes)
    substitutions = maker.substitutions(in: changes)
    staleReferences = maker.staleReferences(in: changes)
  }

  /// Whether nothing changed at all, not even a sign.
  public var isEqual: Bool {
    old.title == new.title && changes.allSatisfy { $0.kind == .unchanged && $0.classes.isEmpty }
  }

  /// Whether the two look like versions of one text: a fifth of the shorter one has
  /// its like in the other.
  public var areVersions: Bool {
    let count = { (isIn: (ProvisionChange) -> Bool) in
      changes.count { !$0.provision.isDivision && isIn($0) }
    }
    let shorter = min(count { $0.old != nil }, count { $0.new != nil })
    return shorter == 0 || 5 * count { $0.old != nil && $0.new != nil } >= shorter
  }

  /// How many changes are of a kind, without those of 款, 项 and 目.
  public func count(_ kind: ProvisionChange.Kind) -> Int { changes.count { $0.kind == kind } }

  /// How many moves, splits or mergers there are, without those of 款, 项 and 目.
  public func count(_ relation: ProvisionChange.Relation) -> Int {
    groups.count { $0.has(relation) }
  }
}
