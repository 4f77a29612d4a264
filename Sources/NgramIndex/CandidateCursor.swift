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

  /// The most lists that are asked.
  private static let mostLists = 4

  /// Whether every candidate holds the phrase.
  public let isExact: Bool

  /// The most units the cursor can give.
  public let upperBound: Int

  private var rarest: PostingsCursor
  private var others: [PostingsCursor] = []

  init(_ phrase: [UInt16], in field: FieldIndex) {
    isExact = phrase.count <= 2
    let lists = phrase.contains(Gram.separator) ? [] : Self.lists(of: phrase, in: field)
    rarest = PostingsCursor(lists.first)
    upperBound = lists.first?.count ?? 0
    for list in lists.dropFirst().prefix(Self.mostLists - 1)
    where list.count / Self.longestRatio <= upperBound {
      others.append(PostingsCursor(list))
    }
  }

  /// The lists of the phrase's grams, the rarest first; none if one is missing.
  private static func lists(of phrase: [UInt16], in field: FieldIndex) -> [PostingsList] {
    guard phrase.count > 1 else {
      return phrase.first.flatMap { field.list(of: Gram($0)) }.map { [$0] } ?? []
    }
    var counted: [(gram: Gram, count: Int)] = []
    for index in 1..<phrase.count {
      let gram = Gram(phrase[index - 1], phrase[index])
      let count = field.count(of: gram)
      guard count > 0 else { return [] }
      if !counted.contains(where: { $0.gram == gram }) { counted.append((gram, count)) }
    }
    counted.sort { $0.count < $1.count }
    var lists: [PostingsList] = []
    for (gram, _) in counted.prefix(mostLists) {
      guard let list = field.list(of: gram) else { return [] }
      lists.append(list)
    }
    return lists
  }

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
