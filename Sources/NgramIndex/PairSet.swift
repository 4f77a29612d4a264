/// The frequent pairs of a field, found by their ranks.
struct PairSet: Sendable {
  /// The pairs in ascending order: the first rank times 65,536, plus the second.
  let keys: [UInt32]

  private let shift: UInt32
  /// Of each place of the hash table a pair's index plus one, and its key.
  private let slots: [(index: UInt32, key: UInt32)]
  /// Of each rank whether a frequent pair begins with it.
  private let firsts: [Bool]

  /// The number of pairs.
  var count: Int { keys.count }

  init(_ keys: [UInt32]) {
    self.keys = keys
    let bits = UInt32(max(4, 34 - UInt32(keys.count).leadingZeroBitCount))
    shift = 32 - bits
    var slots = [(index: UInt32, key: UInt32)](repeating: (0, 0), count: 1 << Int(bits))
    var firsts = [Bool](repeating: false, count: 0x10000)
    for (index, key) in keys.enumerated() {
      var place = Self.hash(key) >> shift
      while slots[Int(place)].index > 0 { place = (place + 1) & (1 << bits - 1) }
      slots[Int(place)] = (UInt32(index) + 1, key)
      firsts[Int(key >> 16)] = true
    }
    self.slots = slots
    self.firsts = firsts
  }

  /// The place of a pair among the keys, if it is frequent.
  @inline(__always)
  func index(of first: UInt16, _ second: UInt16) -> UInt32? {
    guard firsts[Int(first)] else { return nil }
    let key = UInt32(first) << 16 | UInt32(second)
    var place = Int(Self.hash(key) &>> shift)
    while true {
      let slot = slots[place]
      guard slot.index > 0 else { return nil }
      if slot.key == key { return slot.index &- 1 }
      place = place &+ 1 == slots.count ? 0 : place &+ 1
    }
  }

  private static func hash(_ key: UInt32) -> UInt32 {
    key &* 0x9E37_79B1
  }
}
