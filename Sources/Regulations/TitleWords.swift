/// The words of what a title is about, as far as other titles show them.
///
/// A word starts where two units stand together more often than the units on the
/// border do: 合|同 holds better than 动|合.
struct TitleWords {
  private let units: [UInt16]
  private let isStart: [Bool]

  /// - Parameters:
  ///   - next: What stands after the units, or `nil`.
  ///   - count: How often two units stand beside each other in titles.
  init(_ units: [UInt16], before next: UInt16?, count: (UInt16, UInt16) -> Int) {
    self.units = units
    var pairs = zip(units, units.dropFirst()).map { count($0, $1) }
    if let last = units.last, let next { pairs.append(count(last, next)) }
    isStart = units.indices.map { index in
      index == 0 || index >= pairs.count || pairs[index - 1] < pairs[index]
    }
  }

  /// The fewest places at which a name goes on inside a word of which it left out
  /// the beginning; the name's units stand in these in their order.
  ///
  /// - Parameter fromStart: Whether it is known that the name's first unit begins a
  ///   word, be it behind the name of an issuer.
  func brokenWords(in name: [UInt16], fromStart: Bool) -> Int {
    // Of each unit, the fewest when the name so far ends there.
    var best = [Int?](repeating: nil, count: units.count)
    for (step, unit) in name.enumerated() {
      var next = [Int?](repeating: nil, count: units.count)
      for index in units.indices where units[index] == unit {
        let before = step == 0 ? 0 : best[..<index].compactMap { $0 }.min()
        guard let before else { continue }
        let begins = isStart[index] || step == 0 && fromStart
        let apart = before + (begins ? 0 : 1)
        let together = step > 0 && index > 0 ? best[index - 1] : nil
        next[index] = min(apart, together ?? .max)
      }
      best = next
    }
    return best.compactMap { $0 }.min() ?? 0
  }
}
