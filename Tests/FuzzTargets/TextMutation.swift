/// Changes texts line by line and phrase by phrase.
enum TextMutation {
  static func mutated(
    _ bytes: [UInt8], _ phrases: [String], using random: inout some RandomNumberGenerator
  ) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      if Bool.random(using: &random) {
        insert(phrases, into: &bytes, using: &random)
      } else {
        changeLines(of: &bytes, using: &random)
      }
    }
    return bytes
  }

  /// Sets a phrase in, between two characters or in the place of some.
  static func insert(
    _ phrases: [String], into bytes: inout [UInt8], using random: inout some RandomNumberGenerator
  ) {
    let phrase = Array((phrases.randomElement(using: &random) ?? "").utf8)
    var place = Int.random(in: 0...bytes.count, using: &random)
    while place < bytes.count, bytes[place] & 0xC0 == 0x80 { place += 1 }
    var end = place
    if Int.random(in: 0..<3, using: &random) == 0 { end = min(bytes.count, place + phrase.count) }
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let isRepeated = Int.random(in: 0..<16, using: &random) == 0
    let count = isRepeated ? Int.random(in: 2...200, using: &random) : 1
    bytes.replaceSubrange(
      place..<end, with: Array(repeatElement(phrase, count: count).joined()))
  }

  private static func changeLines(
    of bytes: inout [UInt8], using random: inout some RandomNumberGenerator
  ) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
    let line = Int.random(in: 0..<lines.count, using: &random)
    let other = Int.random(in: 0..<lines.count, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: lines.remove(at: line)
    case 1: lines.insert(lines[line], at: other)
    case 2: lines.swapAt(line, other)
    case 3 where line + 1 < lines.count: lines[line] += lines.remove(at: line + 1)
    case 4:
      let count = Int.random(in: 2...64, using: &random)
      lines.insert(contentsOf: repeatElement(lines[line], count: count), at: other)
    default:
      let end = min(lines.count, line + Int.random(in: 1...32, using: &random))
      lines[line..<end] = [Array(lines[line..<end].joined())]
    }
    bytes = Array(lines.joined(separator: [0x0A]))
  }
}
