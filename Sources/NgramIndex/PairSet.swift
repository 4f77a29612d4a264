/// A pair that stands in many units.
struct FrequentPair: Sendable {
  /// The first rank times 65,536, plus the second.
  var key: UInt32
  /// The number of units that hold it.
  var count: Int
}

/// The frequent pairs of a field, found by their ranks.
struct PairSet: Sendable {
  /// The pairs in ascending order.
  let keys: [UInt32]
  /// The least number of units that hold one of them, and more than hold any other.
  let threshold: Int

  /// Of each rank a row, and a column, of `indices`; 0 if no pair has it there.
  private let rows: [UInt16]
  private let columns: [UInt16]
  private let columnCount: Int
  /// The place of each pair among the keys, plus one; 0 where there is none.
  private let indices: [UInt16]

  /// The number of pairs.
  var count: Int { keys.count }

  /// The pairs of at least `threshold` units, but of more if they are too many.
  init(_ pairs: [FrequentPair], threshold: Int) {
    let limit = IndexFormat.mostFrequentPairs
    let counts = pairs.count > limit ? pairs.map(\.count).sorted(by: >) : []
    let least = counts.isEmpty ? threshold : max(threshold, counts[limit] + 1)
    self.threshold = least
    let keys = pairs.filter { $0.count >= least }.map(\.key)
    self.keys = keys
    rows = Self.numbers(keys.map { $0 >> 16 })
    columns = Self.numbers(keys.map { $0 & 0xFFFF })
    columnCount = Int(columns.max() ?? 0) + 1
    var indices = [UInt16](repeating: 0, count: (Int(rows.max() ?? 0) + 1) * columnCount)
    for (index, key) in keys.enumerated() {
      let row = Int(rows[Int(key >> 16)]) * columnCount
      indices[row + Int(columns[Int(key & 0xFFFF)])] = UInt16(index + 1)
    }
    self.indices = indices
  }

  /// Numbers from 1 on for those ranks that occur, 0 for all others.
  private static func numbers(_ ranks: [UInt32]) -> [UInt16] {
    var numbers = [UInt16](repeating: 0, count: 0x10000)
    var next: UInt16 = 1
    for rank in ranks where numbers[Int(rank)] == 0 {
      numbers[Int(rank)] = next
      next += 1
    }
    return numbers
  }

  /// Calls `body` with each two pairs that overlap in a text: the place of the
  /// first among the keys, and the place in the text of the last rank.
  @inline(__always)
  func forEachOverlap(
    _ text: UnsafeBufferPointer<UInt16>, in range: Range<Int>, _ body: (Int, Int) -> Void
  ) {
    rows.withUnsafeBufferPointer { rows in
      columns.withUnsafeBufferPointer { columns in
        indices.withUnsafeBufferPointer { indices in
          var before = 0
          for place in range {
            let row = Int(rows[Int(text[place])]) &* columnCount
            let found = Int(indices[row &+ Int(columns[Int(text[place &+ 1])])])
            if before != 0, found != 0 { body(before &- 1, place &+ 1) }
            before = found
          }
        }
      }
    }
  }
}
