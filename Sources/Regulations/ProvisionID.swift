/// The address of a provision within one revision, such as
/// `art_39__para_2__item_1`.
///
/// Articles run through chapters, so an article's ID holds no chapter. The
/// second provision of the same number gets `~2`.
///
/// Source: Akoma Ntoso Naming Convention 1.0, section 5 (eId).
public struct ProvisionID: Hashable, Sendable, CustomStringConvertible {
  /// The address as text.
  public let description: String

  /// An address of the given spelling.
  public init(_ description: String) {
    self.description = description
  }
}
