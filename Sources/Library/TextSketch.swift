/// A sample of a text that tells how much two texts have in common.
///
/// Of the hashes of all runs of five letters, digits and Han characters it
/// keeps the smallest, so that two texts keep the same ones of what they share.
///
/// Source: Broder, On the resemblance and containment of documents (1997).
struct TextSketch: Hashable, Sendable {
  private static let size = 512
  private static let runLength = 5
  private var hashes: [UInt32] = []

  init(_ text: UnsafeBufferPointer<UInt16>) {
    var sample = Set<UInt32>()
    var limit = UInt32.max
    var run: UInt64 = 0
    var last: UInt16 = 0
    var length = 0
    for unit in text where Self.counts(unit) {
      let hash = Self.hash(run, unit)
      run = run << 16 | UInt64(last)
      last = unit
      length += 1
      guard length >= Self.runLength, hash < limit else { continue }
      sample.insert(hash)
      if sample.count >= 4 * Self.size { limit = Self.shrink(&sample) }
    }
    hashes = Array(sample.sorted().prefix(Self.size))
  }

  /// The share of the runs of both texts that stand in each, from 0 to 1.
  func resemblance(to other: TextSketch) -> Double {
    var (left, right, seen, shared) = (0, 0, 0, 0)
    while seen < Self.size, left < hashes.count || right < other.hashes.count {
      let first = left < hashes.count ? hashes[left] : .max
      let second = right < other.hashes.count ? other.hashes[right] : .max
      if first <= second { left += 1 }
      if second <= first { right += 1 }
      if first == second { shared += 1 }
      seen += 1
    }
    return seen == 0 ? 0 : Double(shared) / Double(seen)
  }

  private static func shrink(_ sample: inout Set<UInt32>) -> UInt32 {
    let kept = sample.sorted().prefix(size)
    sample = Set(kept)
    return kept.last ?? .max
  }

  private static func hash(_ run: UInt64, _ unit: UInt16) -> UInt32 {
    var mixed = (run ^ 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
    mixed ^= mixed >> 29
    mixed = (mixed &+ UInt64(unit)) &* 0x94D0_49BB_1331_11EB
    return UInt32(truncatingIfNeeded: mixed >> 32)
  }

  private static func counts(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x3400...0xFAFF: true
    default: false
    }
  }
}
