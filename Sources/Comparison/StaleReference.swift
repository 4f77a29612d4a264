/// A reference to an article of the regulation itself that does not point, or no
/// longer points, where it did.
public struct StaleReference: Hashable, Sendable {
  /// The place among the changes of the provision in which it stands.
  public var change: Int
  /// The article that it names, as that is labelled: 第十六条.
  public var reference: String
  /// The label of the article that has this number now; `nil` when none has it.
  public var now: String?
  /// The label that the article has now which was meant before; `nil` when it was
  /// deleted, or the reference is new.
  public var meant: String?
}
