import NgramIndex

/// The places of all grams of some folded texts, gram by gram.
///
/// A gram is one unit, or two that stand side by side in a paragraph. Places are sorted by
/// the ranks of their first unit, then of the second, in passes that keep the order before.
struct GramPlaces: ~Copyable {
  static let lineFeed: UInt16 = 0x0A
  private let ranks: GrowingArray<UInt16>
  private var singles: [UInt32]
  private var pairs: [UInt32]
  /// Of each rank where its places begin among the singles, and among the pairs.
  private var singleStarts: [Int]
  private var pairStarts: [Int]

  /// The places of the grams of texts.
  init(_ text: UnsafeBufferPointer<UInt16>, _ alphabet: Alphabet) {
    let count = alphabet.units.count
    var ranks = GrowingArray<UInt16>(capacity: text.count)
    for unit in text {
      ranks.append(
        unit == Self.lineFeed ? .max : UInt16(truncatingIfNeeded: alphabet.rank(of: unit)))
    }
    let elements = ranks.elements
    let isPair = { (place: Int) in
      place + 1 < elements.count && elements[place] != .max && elements[place + 1] != .max
    }
    // By the second unit, then by the first.
    var secondStarts = [Int](repeating: 0, count: count + 1)
    var pairStarts = secondStarts
    var singleStarts = secondStarts
    for place in elements.indices where elements[place] != .max {
      singleStarts[Int(elements[place]) + 1] += 1
      guard isPair(place) else { continue }
      pairStarts[Int(elements[place]) + 1] += 1
      secondStarts[Int(elements[place + 1]) + 1] += 1
    }
    for rank in 0..<count {
      secondStarts[rank + 1] += secondStarts[rank]
      pairStarts[rank + 1] += pairStarts[rank]
      singleStarts[rank + 1] += singleStarts[rank]
    }
    var bySecond = [UInt32](repeating: 0, count: secondStarts[count])
    var singles = [UInt32](repeating: 0, count: singleStarts[count])
    var nextSecond = secondStarts
    var nextSingle = singleStarts
    for place in elements.indices where elements[place] != .max {
      let first = Int(elements[place])
      singles[nextSingle[first]] = UInt32(truncatingIfNeeded: place)
      nextSingle[first] += 1
      guard isPair(place) else { continue }
      let second = Int(elements[place + 1])
      bySecond[nextSecond[second]] = UInt32(truncatingIfNeeded: place)
      nextSecond[second] += 1
    }
    var pairs = [UInt32](repeating: 0, count: bySecond.count)
    var nextPair = pairStarts
    for place in bySecond {
      let first = Int(elements[Int(place)])
      pairs[nextPair[first]] = place
      nextPair[first] += 1
    }
    self.ranks = ranks
    self.singles = singles
    self.pairs = pairs
    self.singleStarts = singleStarts
    self.pairStarts = pairStarts
  }

  /// Calls `body` with each gram that occurs and its ascending places: the rank of the first
  /// unit, and of the second, or `nil` for a single one; in the order of these ranks, each
  /// single unit before its pairs.
  func forEach(_ body: (_ first: Int, _ second: Int?, _ places: Span<UInt32>) -> Void) {
    let elements = ranks.elements
    for first in 0..<(singleStarts.count - 1) {
      let own = singleStarts[first]..<singleStarts[first + 1]
      guard !own.isEmpty else { continue }
      body(first, nil, singles.span.extracting(own))
      var start = pairStarts[first]
      let end = pairStarts[first + 1]
      while start < end {
        let second = elements[Int(pairs[start]) + 1]
        var next = start + 1
        while next < end, elements[Int(pairs[next]) + 1] == second { next += 1 }
        body(first, Int(second), pairs.span.extracting(start..<next))
        start = next
      }
    }
  }
}
