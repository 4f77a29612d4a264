import Glibc

extension UnsafeBufferPointer<UInt8> {
  /// The offset of the first line feed in a range, or `nil`.
  func firstLineFeed(in range: Range<Int>) -> Int? {
    guard let baseAddress,
      let found = memchr(baseAddress + range.lowerBound, 0x0A, range.count)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(baseAddress)
  }

  /// The scalars in a range of well-formed UTF-8, and how many of them are beyond
  /// U+02FF.
  ///
  /// Bytes are counted by eights: those that begin a scalar, and those from CC on,
  /// with which the wide ones begin.
  func scalarCounts(in range: Range<Int>) -> (all: Int, wide: Int) {
    let raw = UnsafeRawBufferPointer(self)
    let ones: UInt64 = 0x0101_0101_0101_0101
    var all = 0
    var wide = 0
    var offset = range.lowerBound
    while offset &+ 8 <= range.upperBound {
      let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let goesOn = word &>> 7 & ~(word &>> 6) & ones
      // The low six bits of CC are 0C; 34 more carry into the seventh.
      let lowBits = word & (0x3F &* ones)
      let isWide = word &>> 7 & word &>> 6 & (lowBits &+ (0x34 &* ones)) &>> 6 & ones
      all &+= 8 &- Int((goesOn &* ones) &>> 56)
      wide &+= Int((isWide &* ones) &>> 56)
      offset &+= 8
    }
    for byte in self[offset..<range.upperBound] {
      if byte & 0xC0 != 0x80 { all += 1 }
      if byte >= 0xCC { wide += 1 }
    }
    return (all, wide)
  }
}
