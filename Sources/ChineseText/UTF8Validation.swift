/// Well-formedness of UTF-8, by The Unicode Standard, table 3-7.
enum UTF8Validation {
  /// The offset of the first ill-formed sequence from `start` on, or `nil`.
  static func firstIllFormed(in bytes: UnsafeRawBufferPointer, from start: Int = 0) -> Int? {
    let count = bytes.count
    var index = start
    while index < count {
      index = endOfPlainThrees(in: bytes, from: index)
      if index < count, bytes[index] < 0x80 {
        index = endOfASCII(in: bytes, from: index)
        continue
      }
      if index == count { return nil }
      let width = scalarWidth(in: bytes, at: index)
      if width == 0 { return index }
      index += width
    }
    return nil
  }

  /// Passes scalars of three bytes, of which Chinese texts are made.
  ///
  /// Leads E0 and ED, which need a closer look, end the run.
  @inline(__always)
  private static func endOfPlainThrees(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    while index + 4 <= bytes.count {
      let word = UInt32(
        littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt32.self))
      let lead = word & 0xFF
      guard word & 0xC0_C0F0 == 0x80_80E0, lead != 0xE0, lead != 0xED else { return index }
      index += 3
    }
    return index
  }

  /// The offset of the first byte from `start` on that is no ASCII.
  static func endOfASCII(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    while index + 8 <= bytes.count,
      bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      index += 8
    }
    while index < bytes.count, bytes[index] < 0x80 { index += 1 }
    return index
  }

  /// The number of bytes of the scalar at `index`, 0 when it is ill-formed.
  @inline(__always)
  static func scalarWidth(in bytes: UnsafeRawBufferPointer, at index: Int) -> Int {
    let lead = bytes[index]
    let left = bytes.count - index
    func continues(_ offset: Int) -> Bool { bytes[index + offset] & 0xC0 == 0x80 }
    switch lead {
    case 0..<0x80:
      return 1
    case 0xC2...0xDF:
      return left >= 2 && continues(1) ? 2 : 0
    case 0xE0...0xEF:
      guard left >= 3, continues(1), continues(2) else { return 0 }
      let second = bytes[index + 1]
      if lead == 0xE0 && second < 0xA0 || lead == 0xED && second > 0x9F { return 0 }
      return 3
    case 0xF0...0xF4:
      guard left >= 4, continues(1), continues(2), continues(3) else { return 0 }
      let second = bytes[index + 1]
      if lead == 0xF0 && second < 0x90 || lead == 0xF4 && second > 0x8F { return 0 }
      return 4
    default:
      return 0
    }
  }

  /// The number of bytes of the ill-formed sequence at `index` that one
  /// U+FFFD stands for: the longest start of a well-formed one, at least 1.
  static func illFormedWidth(in bytes: UnsafeRawBufferPointer, at index: Int) -> Int {
    let lead = bytes[index]
    guard (0xC2...0xF4).contains(lead), index + 1 < bytes.count else { return 1 }
    let second = bytes[index + 1]
    let isSecond =
      switch lead {
      case 0xE0: (0xA0...0xBF).contains(second)
      case 0xED: (0x80...0x9F).contains(second)
      case 0xF0: (0x90...0xBF).contains(second)
      case 0xF4: (0x80...0x8F).contains(second)
      default: second & 0xC0 == 0x80
      }
    guard isSecond, lead >= 0xE0 else { return 1 }
    guard lead >= 0xF0, index + 2 < bytes.count, bytes[index + 2] & 0xC0 == 0x80 else { return 2 }
    return 3
  }

  /// The text of bytes that are mostly UTF-8.
  static func repair(_ bytes: UnsafeRawBufferPointer) -> DecodedText {
    var text = DecodedText(encoding: .utf8, capacity: bytes.count + 64)
    var start = 0
    while let bad = firstIllFormed(in: bytes, from: start) {
      text.utf8 += bytes[start..<bad]
      text.appendReplacement()
      start = bad + illFormedWidth(in: bytes, at: bad)
    }
    text.utf8 += bytes[start...]
    return text
  }
}
