/// A reference of the new revision to itself that points at nothing, or no longer at
/// what its words meant before.
public struct StaleReference: Hashable, Sendable {
  /// The place among the changes of the provision in which it stands.
  public var change: Int
  /// What it says, as the revision writes it: 第十六条, 第二款, 前款, 本条.
  public var reference: String
  /// At what it points now, such as 第十六条 or 第五条第二款; `nil` when at nothing.
  public var now: String?
  /// What it should name: what became of that which was meant before; `nil` when that
  /// was deleted, or the reference is new.
  public var meant: String?
}
