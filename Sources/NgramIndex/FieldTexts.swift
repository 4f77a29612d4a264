import Dispatch
internal import Synchronization

/// The texts of one field, as far as they were added.
struct FieldTexts: Sendable {
  /// The texts, each followed by a separator.
  private var text: [UInt16] = []
  private var units: [UInt32] = []
  private var starts: [Int] = []
  private let isRanked: Bool

  init(isRanked: Bool) {
    self.isRanked = isRanked
  }

  mutating func add(_ added: UnsafeBufferPointer<UInt16>, of unit: Int) {
    guard !added.isEmpty else { return }
    let unit = UInt32(unit)
    if units.last != unit {
      precondition(unit <= Int32.max && units.last.map { $0 < unit } ?? true, "units must ascend")
      units.append(unit)
      starts.append(text.count)
    }
    text.append(contentsOf: added)
    text.append(Gram.separator)
  }

  /// The sections of the field's index.
  func write() -> FieldSections {
    let unitLimit = units.last.map { Int($0) + 1 } ?? 0
    let buckets = GramBuckets(text, units, starts)
    let shares = buckets.shares(count: buckets.total > 1_000_000 ? 2 : 1)
    let ranking = isRanked ? ranking(unitLimit: unitLimit, totalLength: buckets.total) : nil
    let results = Mutex([Int: GramWriter]())
    DispatchQueue.concurrentPerform(iterations: shares.count) { share in
      var writer = GramWriter(unitLimit: unitLimit, ranks: buckets.ranks, ranking)
      buckets.forEach(in: shares[share]) { writer.write($0, $1) }
      results.withLock { $0[share] = writer }
    }
    let writers = results.withLock { results in shares.indices.compactMap { results[$0] } }
    return FieldSections(
      unitCount: units.count, unitLimit: unitLimit, totalLength: buckets.total,
      lengthCodes: ranking?.lengthCodes ?? [], writers: writers)
  }

  private func ranking(unitLimit: Int, totalLength: Int) -> FieldRanking {
    var codes = [UInt8](repeating: 0, count: unitLimit)
    for (index, unit) in units.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : text.count
      let length = text[starts[index]..<end].count { $0 != Gram.separator }
      codes[Int(unit)] = UnitLengths.code(ofLength: length)
    }
    return FieldRanking(
      lengthCodes: codes, impact: Impact(totalLength: totalLength, unitCount: units.count))
  }
}

/// Every place of a text, sorted by the unit that stands there.
private struct GramBuckets: Sendable {
  let total: Int
  let ranks: GramRanks
  private let occurrences: [UInt64]
  private let ends: [Int]

  init(_ text: [UInt16], _ units: [UInt32], _ starts: [Int]) {
    let counts = Self.counts(text)
    ranks = GramRanks(counts: counts)
    var places = Self.starts(counts)
    let total = counts.reduce(0, +)
    self.total = total
    occurrences = [UInt64](unsafeUninitializedCapacity: total) { buffer, count in
      for index in units.indices {
        let end = index + 1 < starts.count ? starts[index + 1] : text.count
        Self.fill(buffer, &places, text, starts[index]..<end, UInt64(units[index]) << 16)
      }
      count = total
    }
    ends = places
  }

  /// How often each unit stands in the texts.
  private static func counts(_ text: [UInt16]) -> [Int] {
    var counts = [Int](repeating: 0, count: 0x10000)
    for unit in text { counts[Int(unit)] &+= 1 }
    counts[Int(Gram.separator)] = 0
    return counts
  }

  /// Where the places of each unit begin.
  private static func starts(_ counts: [Int]) -> [Int] {
    var sum = 0
    return counts.map { count in
      defer { sum += count }
      return sum
    }
  }

  private static func fill(
    _ buffer: UnsafeMutableBufferPointer<UInt64>, _ places: inout [Int], _ text: [UInt16],
    _ range: Range<Int>, _ unit: UInt64
  ) {
    for index in range where text[index] != Gram.separator {
      let first = Int(text[index])
      buffer[places[first]] = unit | UInt64(text[index + 1])
      places[first] &+= 1
    }
  }

  /// The first units in `count` shares of about equally many places.
  func shares(count: Int) -> [Range<Int>] {
    var shares: [Range<Int>] = []
    var start = 0
    for share in 1...count {
      let end = share == count ? 0x10000 : ends.firstIndex { $0 > total * share / count } ?? 0x10000
      shares.append(start..<max(start, end))
      start = max(start, end)
    }
    return shares
  }

  func forEach(in share: Range<Int>, _ body: (UInt16, UnsafeBufferPointer<UInt64>) -> Void) {
    occurrences.withUnsafeBufferPointer { occurrences in
      for first in share {
        let start = first == 0 ? 0 : ends[first - 1]
        guard ends[first] > start else { continue }
        body(UInt16(first), UnsafeBufferPointer(rebasing: occurrences[start..<ends[first]]))
      }
    }
  }
}
