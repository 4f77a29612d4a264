internal import Library
import NgramIndex

/// Tells of nearly every key that a segment does not have it, by one look at memory.
///
/// Most terms are defined nowhere, and to learn that from the index takes several
/// looks, each of which may have to wait for memory.
///
/// Source: Bloom (1970), with both bits of a key in one word.
struct DefinitionFilter: Sendable {
  private static let bitsOfAKey = 16
  private var words: [UInt64]

  /// The filter of a segment's keys.
  init(_ segment: Segment) {
    var keys: [UInt32] = []
    segment.index.forEachPair(in: IndexField.definition) { keys.append(Self.number($0, $1)) }
    var count = 64
    while count * UInt64.bitWidth < keys.count * Self.bitsOfAKey { count *= 2 }
    words = [UInt64](repeating: 0, count: count)
    for key in keys {
      let (word, bits) = place(of: key)
      words[word] |= bits
    }
  }

  /// Whether the segment may have a key.
  func mayHold(_ key: [UInt16]) -> Bool {
    guard key.count == 2 else { return true }
    let (word, bits) = place(of: Self.number(key[0], key[1]))
    return words[word] & bits == bits
  }

  private static func number(_ first: UInt16, _ second: UInt16) -> UInt32 {
    UInt32(first) << 16 | UInt32(second)
  }

  /// The word of a key and its bits there.
  private func place(of key: UInt32) -> (word: Int, bits: UInt64) {
    // Fibonacci hashing: Knuth, The Art of Computer Programming 3, 6.4.
    let hash = UInt64(key) &* 0x9E37_79B9_7F4A_7C15
    let word = Int(truncatingIfNeeded: hash >> 40) & (words.count - 1)
    return (word, 1 << (hash >> 34 & 63) | 1 << (hash >> 28 & 63))
  }
}
