import NgramIndex

/// What units share with a query, to tell close texts from chance.
///
/// A unit is close when it shares a pair with a Han character in it, or half of
/// the pairs of Latin letters and digits, since most of those stand in other
/// words too. Of a query without pairs it must share two single characters, or
/// the only one.
struct SharedGrams {
  private var counts: [UInt16]
  private let least: UInt16
  private let hasPairs: Bool

  /// A count of nothing yet.
  init(nodeCount: Int, _ grams: [Gram]) {
    counts = [UInt16](repeating: 0, count: nodeCount)
    hasPairs = grams.contains { $0.second != nil }
    let few = hasPairs ? (grams.count { Self.isLatinPair($0) } + 1) / 2 : min(2, grams.count)
    least = UInt16(clamping: max(1, few))
  }

  /// Counts a gram in the nodes that hold it.
  mutating func count(_ gram: Gram, in nodes: [Int]) {
    guard hasPairs == (gram.second != nil) else { return }
    let weight = hasPairs && !Self.isLatinPair(gram) ? least : 1
    for node in nodes { counts[node] += min(weight, least - counts[node]) }
  }

  /// Whether a unit shares more than chance gives.
  func isEnough(in node: Int) -> Bool { counts[node] >= least }

  private static func isLatinPair(_ gram: Gram) -> Bool {
    guard let second = gram.second else { return false }
    return gram.first < 0x250 && second < 0x250
  }
}
