/// One or two folded UTF-16 units that stand side by side in a text.
public struct Gram: Hashable, Sendable {
  /// The first unit.
  public let first: UInt16

  /// The second unit, or `nil` for a unigram.
  public let second: UInt16?

  /// The gram of one unit, or of two.
  public init(_ first: UInt16, _ second: UInt16? = nil) {
    self.first = first
    self.second = second
  }

  /// The units of the gram.
  var units: [UInt16] { second.map { [first, $0] } ?? [first] }

  /// What parts paragraphs; it is part of no gram.
  static let separator: UInt16 = 0x0A
}
