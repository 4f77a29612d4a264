/// What stands exactly once in either of two stretches of text, in an order that
/// both share.
///
/// Source: patience difference (Cohen 2003), over runs of atoms in place of
/// lines.
struct Anchors {
  private let old: ArraySlice<UInt32>
  private let new: ArraySlice<UInt32>
  private let size: Int

  /// The places of one run; -1 for none, -2 for several.
  private struct Places {
    var old = -1
    var new = -1
  }

  /// A search for runs of `size` atoms.
  init(old: ArraySlice<UInt32>, new: ArraySlice<UInt32>, size: Int) {
    self.old = old
    self.new = new
    self.size = size
  }

  /// The longest chain of anchors, each made as long as it goes.
  func chain() -> [Passage] {
    var passages: [Passage] = []
    for pair in Self.rising(pairs()) {
      let (oldStart, newStart) = (
        passages.last?.old.upperBound ?? old.startIndex,
        passages.last?.new.upperBound ?? new.startIndex
      )
      guard pair.old >= oldStart, pair.new >= newStart else { continue }
      var before = 0
      while pair.old - before > oldStart, pair.new - before > newStart,
        old[pair.old - before - 1] == new[pair.new - before - 1]
      { before += 1 }
      var after = 0
      while pair.old + after < old.endIndex, pair.new + after < new.endIndex,
        old[pair.old + after] == new[pair.new + after]
      { after += 1 }
      guard before + after >= size else { continue }
      passages.append(
        Passage(
          isKept: true, old: pair.old - before..<pair.old + after,
          new: pair.new - before..<pair.new + after))
    }
    return passages
  }

  /// The places of all runs that stand once in either text, in the old one's order.
  private func pairs() -> [(old: Int, new: Int)] {
    var places: [UInt64: Places] = [:]
    places.reserveCapacity(old.count)
    let hashes = Self.hashes(old, size: size)
    for (offset, hash) in hashes.enumerated() {
      let place = old.startIndex + offset
      places[hash, default: Places()].old = places[hash] == nil ? place : -2
    }
    for (offset, hash) in Self.hashes(new, size: size).enumerated() {
      guard let known = places[hash] else { continue }
      places[hash]?.new = known.new == -1 ? new.startIndex + offset : -2
    }
    return hashes.compactMap { hash in
      guard let found = places[hash], found.old >= 0, found.new >= 0 else { return nil }
      return (found.old, found.new)
    }
  }

  /// A number for each run of `size` atoms.
  private static func hashes(_ keys: ArraySlice<UInt32>, size: Int) -> [UInt64] {
    guard keys.count >= size else { return [] }
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    var leaving: UInt64 = 1
    for _ in 0..<size { leaving = leaving &* factor }
    var hashes: [UInt64] = []
    hashes.reserveCapacity(keys.count - size + 1)
    var hash: UInt64 = 0
    for place in keys.indices {
      hash = hash &* factor &+ UInt64(keys[place]) &+ 1
      if place - size >= keys.startIndex {
        hash = hash &- leaving &* (UInt64(keys[place - size]) + 1)
      }
      if place - size + 1 >= keys.startIndex { hashes.append(hash) }
    }
    return hashes
  }

  /// The longest rows of pairs whose places in the new text rise.
  private static func rising(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
    var ends: [Int] = []
    var previous = [Int](repeating: -1, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[ends[middle]].new < pair.new { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[index] = ends[low - 1] }
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var chain: [(old: Int, new: Int)] = []
    var index = ends.last ?? -1
    while index >= 0 {
      chain.append(pairs[index])
      index = previous[index]
    }
    return chain.reversed()
  }
}
