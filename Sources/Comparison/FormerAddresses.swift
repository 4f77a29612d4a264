public import Regulations

/// Every address that earlier revisions gave, and where that is now.
///
/// What stood at an address is followed by what it says, as `ProvisionHistory`
/// follows it.
public struct FormerAddresses: Sendable {
  /// An address of an earlier revision.
  public struct Address: Hashable, Sendable {
    /// The index of the revision in the sequence, less than that of the last.
    public var revision: Int
    /// The address there; of the first of several 款 of an article `art_1__para_1`,
    /// though no provision bears it.
    public var id: ProvisionID
    /// What it is called there, such as 第十二条第二款.
    public var name: String
    /// Where it is in the last revision, in reading order: several after a split, none
    /// if it was deleted.
    public var successors: [ProvisionID]
    /// What the successors are called.
    public var successorNames: [String]
    /// Of what was deleted where the closest thing above it is that lives on, or `nil`.
    public var nearest: ProvisionID?
    /// Whether what it said with all below it is not what its one successor says;
    /// typography does not count.
    public var isModified: Bool
  }

  /// The addresses of all revisions but the last, by revisions, and in reading order
  /// within each.
  public let addresses: [Address]

  /// The former addresses of a sequence.
  public init(_ sequence: RevisionSequence) {
    addresses = AddressTracing(sequence).addresses()
  }
}
