/// Bytes that are written bit by bit, the lowest bit of each byte first.
struct BitWriter: Sendable {
  private(set) var bytes: [UInt8] = []
  private var pending: UInt64 = 0
  private var pendingCount: UInt64 = 0

  /// Writes the lowest `count` bits of `value`, at most 56; the others are 0.
  @inline(__always)
  mutating func write(_ value: UInt64, _ count: UInt64) {
    pending |= value &<< pendingCount
    pendingCount &+= count
    while pendingCount >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending &>>= 8
      pendingCount &-= 8
    }
  }

  /// Writes `zeros` 0 bits and a 1.
  mutating func writeUnary(_ zeros: UInt64) {
    var zeros = zeros
    while zeros >= 48 {
      write(0, 48)
      zeros &-= 48
    }
    write(1 &<< zeros, zeros &+ 1)
  }

  /// Writes all bits of another writer and empties it.
  mutating func append(_ other: inout BitWriter) {
    for byte in other.bytes { write(UInt64(byte), 8) }
    write(other.pending, other.pendingCount)
    other = BitWriter()
  }

  /// Fills the last byte with 0 bits.
  mutating func align() {
    if pendingCount > 0 { write(0, 8 &- pendingCount) }
  }

  /// Takes the bytes written so far, the last one filled.
  mutating func take() -> [UInt8] {
    align()
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
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
