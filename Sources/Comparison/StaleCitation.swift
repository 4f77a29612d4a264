public import Regulations

/// A revision of another regulation, which may cite the one that is compared.
public struct CitingRevision: Sendable {
  /// The address of its regulation in the library.
  public var regulationID: String
  /// The name of the revision.
  public var name: String
  /// The text.
  public var revision: Revision
  /// Whether it was written when the new text was there, so that its references mean
  /// that one.
  public var isAsNew: Bool

  /// A revision that may cite another regulation.
  ///
  /// - Parameters:
  ///   - regulationID: The address of its regulation in the library.
  ///   - name: The name of the revision.
  ///   - revision: The text.
  ///   - isAsNew: Whether it was written when the new text was there.
  public init(regulationID: String, name: String, revision: Revision, isAsNew: Bool) {
    self.regulationID = regulationID
    self.name = name
    self.revision = revision
    self.isAsNew = isAsNew
  }
}

/// A reference in another regulation that points at nothing in the new revision, or
/// no longer at what it meant.
public struct StaleCitation: Hashable, Sendable {
  /// The title of the regulation in which it stands.
  public var regulation: String
  /// The address of that regulation in the library.
  public var regulationID: String
  /// The name of its revision.
  public var revision: String
  /// The provision in which it stands.
  public var provision: ProvisionID
  /// What that provision is called, such as 第八条.
  public var name: String
  /// The article or 款 that it names, such as 第七条.
  public var reference: String
  /// At what that points now; `nil` when at nothing.
  public var now: String?
  /// What it should name; `nil` when what was meant was deleted, or never was.
  public var meant: String?
}
