/// Changes the numbers in a library's files.
enum LibraryMutation {
  static func mutated(
    _ bytes: [UInt8], using random: inout some RandomNumberGenerator
  ) -> [UInt8] {
    guard bytes.count > 16, Int.random(in: 0..<16, using: &random) > 0 else {
      return ByteMutation.mutated(bytes, using: &random)
    }
    var bytes = bytes
    let sections = LibraryBytes.sections(of: bytes)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let isInSection = Int.random(in: 0..<8, using: &random) > 0
      let section = isInSection ? sections.randomElement(using: &random) : nil
      change(&bytes, in: section ?? 0..<bytes.count, using: &random)
    }
    return bytes
  }

  private static let numbers: [UInt32] = [
    0, 1, 2, 127, 128, 255, 256, 0xFFFF, 0x1FFF_FFFF, 0x2000_0000, 0x7FFF_FFFF, 0x8000_0000,
    0xFFFF_FFFE, 0xFFFF_FFFF,
  ]

  private static func change(
    _ bytes: inout [UInt8], in section: Range<Int>, using random: inout some RandomNumberGenerator
  ) {
    let isHead = Int.random(in: 0..<4, using: &random) == 0
    let piece = isHead ? section.prefix(64) : section
    guard let place = piece.randomElement(using: &random) else { return }
    let row = (section.lowerBound + (place - section.lowerBound) / 4 * 4)
    switch Int.random(in: 0..<7, using: &random) {
    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 2: put(numbers.randomElement(using: &random) ?? 0, into: &bytes, at: row, section)
    case 3:
      let step = UInt32(bitPattern: Int32.random(in: -8...8, using: &random))
      put(number(in: bytes, at: row, section) &+ step, into: &bytes, at: row, section)
    case 4:
      guard let other = section.randomElement(using: &random) else { return }
      let from = section.lowerBound + (other - section.lowerBound) / 4 * 4
      put(number(in: bytes, at: from, section), into: &bytes, at: row, section)
    default:
      let end = min(section.upperBound, place + Int.random(in: 1...64, using: &random))
      let values: [UInt8] = [0, 0xFF, 0x80, 0x7F]
      let value = values.randomElement(using: &random) ?? 0
      for index in place..<end { bytes[index] = value }
    }
  }

  private static func number(in bytes: [UInt8], at place: Int, _ section: Range<Int>) -> UInt32 {
    let range = (place..<(place + 4)).clamped(to: section)
    return bytes[range].reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func put(
    _ number: UInt32, into bytes: inout [UInt8], at place: Int, _ section: Range<Int>
  ) {
    for index in (place..<(place + 4)).clamped(to: section) {
      bytes[index] = UInt8(truncatingIfNeeded: number >> (8 * UInt32(index - place)))
    }
  }
}
