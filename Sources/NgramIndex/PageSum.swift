/// The checksum of a page of a file, or of any other bytes.
///
/// It guards against damage, not against malice: whoever looks for two pages of
/// one sum finds them.
///
/// Source: The multiplication of wyhash (Wang Yi, public domain), in four lanes.
package enum PageSum {
  /// The bytes of a page; the last of a file may be shorter.
  static let byteCount = 4096

  /// The number of pages that begin before a byte of a file.
  package static func pageCount(upTo byteOffset: Int) -> Int {
    (byteOffset + byteCount - 1) / byteCount
  }

  private static let secret: (UInt64, UInt64, UInt64, UInt64) = (
    0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB, 0x8EBC_6AF0_9C88_C6E3, 0x5899_65CC_7537_4CC3
  )

  /// The sum of a page as a file keeps it.
  package static func of(page bytes: UnsafeRawBufferPointer) -> UInt32 {
    let sum = of(bytes)
    return UInt32(truncatingIfNeeded: sum ^ sum >> 32)
  }

  /// The sum of any bytes.
  package static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    // No lane may begin with what ends it: a factor of 0 would hide the others.
    var (b, c, d, a) = secret
    var offset = 0
    while offset &+ 64 <= bytes.count {
      a = product(word(bytes, offset) ^ secret.0, word(bytes, offset &+ 8) ^ a)
      b = product(word(bytes, offset &+ 16) ^ secret.1, word(bytes, offset &+ 24) ^ b)
      c = product(word(bytes, offset &+ 32) ^ secret.2, word(bytes, offset &+ 40) ^ c)
      d = product(word(bytes, offset &+ 48) ^ secret.3, word(bytes, offset &+ 56) ^ d)
      offset &+= 64
    }
    while offset < bytes.count {
      a = product(tail(bytes, offset) ^ secret.1, tail(bytes, offset &+ 8) ^ a)
      offset &+= 16
    }
    let ends = product(a ^ secret.0, b ^ secret.1) ^ product(c ^ secret.2, d ^ secret.3)
    return product(ends ^ secret.2, UInt64(bytes.count) ^ secret.3)
  }

  /// The product of 128 bits, folded to 64.
  @inline(__always)
  private static func product(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = first.multipliedFullWidth(by: second)
    return product.high ^ product.low
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The word at an offset, with zeros beyond the end.
  private static func tail(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    if offset &+ 8 <= bytes.count { return word(bytes, offset) }
    var tail: UInt64 = 0
    for index in stride(from: bytes.count - 1, through: offset, by: -1) {
      tail = tail << 8 | UInt64(bytes[index])
    }
    return tail
  }
}
