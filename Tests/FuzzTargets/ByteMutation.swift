/// Changes bytes without knowing what they mean.
enum ByteMutation {
  static func mutated(
    _ bytes: [UInt8], using random: inout some RandomNumberGenerator
  ) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) { change(&bytes, using: &random) }
    return bytes
  }

  private static func change(
    _ bytes: inout [UInt8], using random: inout some RandomNumberGenerator
  ) {
    guard !bytes.isEmpty else { return bytes.append(UInt8.random(in: 0...255, using: &random)) }
    let piece = randomRange(of: bytes.count, using: &random)
    switch Int.random(in: 0..<7, using: &random) {
    case 0: bytes[piece.lowerBound] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1: bytes[piece.lowerBound] = UInt8.random(in: 0...255, using: &random)
    case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: piece.lowerBound)
    case 3: bytes.removeSubrange(piece)
    case 4:
      let place = Int.random(in: 0...bytes.count, using: &random)
      bytes.insert(contentsOf: Array(bytes[piece]), at: place)
    case 5: bytes.removeLast(bytes.count - piece.upperBound)
    default:
      let values: [UInt8] = [0, 1, 0x7F, 0x80, 0xFF]
      bytes[piece.lowerBound] = values.randomElement(using: &random) ?? 0
    }
  }

  /// A piece that is seldom long, and not empty.
  static func randomRange(
    of count: Int, using random: inout some RandomNumberGenerator
  ) -> Range<Int> {
    let start = Int.random(in: 0..<count, using: &random)
    let longest = Int.random(in: 0..<4, using: &random) == 0 ? 4096 : 16
    let end = min(count, start + Int.random(in: 1...longest, using: &random))
    return start..<end
  }
}
