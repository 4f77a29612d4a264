/// Walks through the units that may hold a phrase.
///
/// Moves from list to list, the rarest first, so that the walk costs what the
/// rarest gram costs, however frequent the others are.
public struct CandidateCursor: Sendable {
  /// How many times longer than the rarest list another may be to be asked.
  ///
  /// A candidate is cheaper to verify in its text than in a list of which
  /// nearly every block has to be read for one unit.
  private static let longestRatio = 8

  /// Whether every candidate holds the phrase.
  public let isExact: Bool

  /// The most units the cursor can give.
  public let upperBound: Int

  private var rarest: PostingsCursor
  private var others: [PostingsCursor] = []

  init(_ grams: PhraseGrams, in field: FieldIndex) {
    isExact = grams.isExact
    upperBound = grams.counted
    rarest = PostingsCursor(grams.rarestList(in: field))
    guard !isExact else { return }
    for index in 1..<max(1, grams.count)
    where grams[index].count / Self.longestRatio <= upperBound {
      others.append(PostingsCursor(field.list(of: grams[index])))
    }
  }

  /// How often the rarest gram stands in the current unit: the phrase itself, if
  /// the cursor is exact.
  public var frequency: Int { mutating get { rarest.frequency } }

  /// Moves to the next candidate and returns it, or `nil` once there is none.
  @inline(__always)
  public mutating func next() -> Int? {
    guard let unit = rarest.next() else { return nil }
    return others.isEmpty ? unit : settle(unit)
  }

  /// Moves to the first candidate at or after `target` and returns it, or
  /// `nil` once there is none.
  ///
  /// A cursor never moves back.
  @inline(__always)
  public mutating func advance(to target: Int) -> Int? {
    guard let unit = rarest.advance(to: target) else { return nil }
    return others.isEmpty ? unit : settle(unit)
  }

  /// The first unit from `unit` on that stands in all lists.
  private mutating func settle(_ unit: Int) -> Int? {
    var unit = unit
    var index = 0
    while index < others.count {
      guard let found = others[index].advance(to: unit) else { return nil }
      if found == unit {
        index += 1
      } else {
        guard let next = rarest.advance(to: found) else { return nil }
        unit = next
        index = 0
      }
    }
    return unit
  }
}
