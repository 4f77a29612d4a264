/// The value of a label: 39 for 第三十九条, 82-1 for 第八十二条之一.
///
/// A decimal label such as 2.1.3 keeps its levels in `components`; what 之
/// inserts stands in `insertions`.
public struct ProvisionNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The first level, which is all there is of most numbers: an array of one
  /// would cost an allocation for every provision.
  private let first: Int
  private let further: [Int]

  /// The levels of the number: one for most labels, three for 2.1.3.
  public var components: [Int] { [first] + further }

  /// The numbers after 之, outermost first; empty for most labels.
  public let insertions: [Int]

  /// A number of one level.
  public init(_ value: Int, insertions: [Int] = []) {
    first = value
    further = []
    self.insertions = insertions
  }

  /// A decimal number of several levels.
  ///
  /// - Precondition: `components` is not empty.
  public init(components: [Int]) {
    precondition(!components.isEmpty)
    first = components[0]
    further = Array(components.dropFirst())
    insertions = []
  }

  /// The number of the innermost level.
  public var last: Int { further.last ?? first }

  /// Whether the number has one level.
  public var isSimple: Bool { further.isEmpty }

  /// The number as written in JSON and IDs: `39`, `82-1`, `2.1.3`.
  public var description: String {
    if further.isEmpty, insertions.isEmpty { return String(first) }
    return
      (components.map { String($0) }.joined(separator: ".")
      + insertions.map { "-\($0)" }.joined())
  }

  /// The number that `description` wrote, or `nil`.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let components = parts[0].split(separator: ".", omittingEmptySubsequences: false)
      .map { Int($0) }
    let insertions = parts.dropFirst().map { Int($0) }
    guard components.allSatisfy({ $0 != nil }), insertions.allSatisfy({ $0 != nil }),
      !components.isEmpty
    else { return nil }
    let levels = components.compactMap { $0 }
    first = levels[0]
    further = Array(levels.dropFirst())
    self.insertions = insertions.compactMap { $0 }
  }

  /// Whether the left number comes before the right one in a regulation.
  public static func < (left: ProvisionNumber, right: ProvisionNumber) -> Bool {
    if left.first != right.first { return left.first < right.first }
    if left.further != right.further {
      return left.further.lexicographicallyPrecedes(right.further)
    }
    return left.insertions.lexicographicallyPrecedes(right.insertions)
  }
}
