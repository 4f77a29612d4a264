/// Bytes that are written bit by bit, the lowest bit of each byte first.
struct BitWriter: Sendable {
  private var words: [UInt64] = []
  private var pending: UInt64 = 0
  private var pendingCount: UInt64 = 0

  /// The bytes that the bits fill, the last one perhaps not wholly.
  var byteCount: Int { words.count * 8 + Int((pendingCount + 7) / 8) }

  /// Writes the lowest `count` bits of `value`, at most 56; the others are 0.
  @inline(__always)
  mutating func write(_ value: UInt64, _ count: UInt64) {
    pending |= value &<< pendingCount
    pendingCount &+= count
    if pendingCount >= 64 {
      words.append(pending)
      pendingCount &-= 64
      pending = value &>> (count &- pendingCount)
    }
  }

  /// Writes `zeros` 0 bits and a 1.
  @inline(__always)
  mutating func writeUnary(_ zeros: UInt64) {
    var zeros = zeros
    while zeros >= 48 {
      write(0, 48)
      zeros &-= 48
    }
    write(1 &<< zeros, zeros &+ 1)
  }

  /// Fills the last byte with 0 bits.
  mutating func align() {
    write(0, (0 &- pendingCount) & 7)
  }

  /// Writes all bits of another writer and empties it.
  mutating func append(_ other: inout BitWriter) {
    for word in other.words {
      write(word & 0xFFFF_FFFF, 32)
      write(word >> 32, 32)
    }
    write(other.pending & 0xFFFF_FFFF, min(32, other.pendingCount))
    if other.pendingCount > 32 { write(other.pending >> 32, other.pendingCount - 32) }
    other.removeAll()
  }

  /// Moves the bits to the end of `bytes`, the last byte filled.
  mutating func drain(to bytes: inout [UInt8]) {
    align()
    for word in words { withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) } }
    withUnsafeBytes(of: pending.littleEndian) {
      bytes.append(contentsOf: $0.prefix(Int(pendingCount / 8)))
    }
    removeAll()
  }

  private mutating func removeAll() {
    words.removeAll(keepingCapacity: true)
    pending = 0
    pendingCount = 0
  }
}

extension [UInt8] {
  /// Appends the lowest `width` bytes of a number, the lowest first.
  mutating func appendLittleEndian(_ value: Int, width: Int) {
    for index in 0..<width { append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
  }

  /// Appends zeros up to a multiple of eight bytes.
  mutating func alignTo8() {
    while count % 8 != 0 { append(0) }
  }
}
