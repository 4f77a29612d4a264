/// The code of a segment's texts as tables in memory, both ways.
final class CodeTable: @unchecked Sendable {
  /// What each code of one or two bytes gives in UTF-8, by the number that its bytes
  /// are; nothing stands at other numbers.
  ///
  /// A word holds the bytes of a unit as they lie in memory, and above them their
  /// number. It is zero for codes that must be looked at: those of surrogates, of
  /// no unit, and those that begin with 255.
  let words: UnsafeMutablePointer<UInt32>
  /// Of each unit its number in the alphabet and one more, or zero.
  private let numbers: UnsafeMutablePointer<UInt16>

  /// The tables for a code.
  init(_ code: TextCode) {
    let singleCount = code.singleCount
    let pairCount = (256 - singleCount) * 256
    words = .allocate(capacity: 1 << 16)
    words.initialize(repeating: 0, count: singleCount)
    (words + (singleCount << 8)).initialize(repeating: 0, count: pairCount)
    numbers = .allocate(capacity: 1 << 16)
    numbers.initialize(repeating: 0, count: 1 << 16)
    for index in 0..<min(code.unitCount, singleCount + pairCount - 256) {
      let unit = code.known(index)
      // Codes of two bytes follow one another from `singleCount` and 0 on.
      words[index < singleCount ? index : index + 255 * singleCount] = Self.word(UInt32(unit))
      numbers[Int(unit)] = UInt16(index + 1)
    }
  }

  deinit {
    words.deallocate()
    numbers.deallocate()
  }

  /// The number of a unit in the alphabet, or `nil`.
  func number(of unit: UInt16) -> Int? {
    let number = numbers[Int(unit)]
    return number > 0 ? Int(number) - 1 : nil
  }

  private static func word(_ unit: UInt32) -> UInt32 {
    if unit < 0x80 { return unit | 1 << 24 }
    if unit < 0x800 { return 0xC0 | unit >> 6 | (0x80 | unit & 0x3F) << 8 | 2 << 24 }
    return unit & 0xF800 == 0xD800 ? 0 : String.threeBytes(unit).littleEndian | 3 << 24
  }
}
