/// Finds blanks in UTF-8.
///
/// Blanks are what Unicode calls white space, and three characters that print
/// nothing: U+200B, U+FEFF and U+3164.
enum BlankScan {
  /// The number of bytes of the blank at `index`, 0 when none stands there.
  @inline(__always)
  static func width(in utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = utf8[index]
    if byte < 0x80 { return byte == 0x20 || 0x09...0x0D ~= byte ? 1 : 0 }
    return wideWidth(in: utf8, at: index)
  }

  private static func wideWidth(in utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let left = utf8.count - index
    guard left >= 2 else { return 0 }
    let second = utf8[index + 1]
    if utf8[index] == 0xC2 { return second == 0x85 || second == 0xA0 ? 2 : 0 }
    guard left >= 3 else { return 0 }
    let third = utf8[index + 2]
    switch (utf8[index], second) {
    case (0xE3, 0x80): return third == 0x80 ? 3 : 0
    case (0xE2, 0x80):
      return third <= 0x8B || third == 0xA8 || third == 0xA9 || third == 0xAF ? 3 : 0
    case (0xE2, 0x81): return third == 0x9F ? 3 : 0
    case (0xE1, 0x9A): return third == 0x80 ? 3 : 0
    case (0xEF, 0xBB): return third == 0xBF ? 3 : 0
    case (0xE3, 0x85): return third == 0xA4 ? 3 : 0
    default: return 0
    }
  }

  /// The offset of the first character from `start` on that is no blank.
  static func firstVisible(
    in utf8: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int? {
    var index = start
    while index < end {
      let width = width(in: utf8, at: index)
      if width == 0 { return index }
      index += width
    }
    return nil
  }

  /// Whether a text holds nothing but blanks.
  static func isBlank(_ utf8: [UInt8]) -> Bool {
    utf8.withUnsafeBufferPointer { firstVisible(in: $0, from: 0, to: $0.count) == nil }
  }

  /// The text without blanks at its ends.
  static func trimmed(_ utf8: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let range = utf8.withUnsafeBufferPointer { bytes -> Range<Int> in
      guard let start = firstVisible(in: bytes, from: 0, to: bytes.count) else { return 0..<0 }
      var end = bytes.count
      while let width = (1...3).first(where: {
        end - $0 >= start && Self.width(in: bytes, at: end - $0) == $0
      }) {
        end -= width
      }
      return start..<end
    }
    return utf8[(utf8.startIndex + range.lowerBound)..<(utf8.startIndex + range.upperBound)]
  }
}
