/// A piece of two texts that are compared.
///
/// The kept and the deleted pieces of a list of edits, joined, are the old text;
/// the kept and the inserted ones are the new text.
public struct Edit: Hashable, Sendable {
  /// What became of a piece.
  public enum Kind: Hashable, Sendable {
    /// It stands in both texts.
    case kept
    /// It stands in the old text alone.
    case deleted
    /// It stands in the new text alone.
    case inserted
  }

  /// What became of it.
  public var kind: Kind
  /// The piece; never empty.
  public var text: String

  /// A piece of the given kind.
  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}
