/// What the core tells of the other files.
struct CoreBits {
  /// The first gram of each file of grams: the ranks of its units, of the second one more.
  var gramStarts: [(first: Int, second: Int)] = []
  /// A sum of each file, which tells files of another day.
  private var sums: [Int] = []

  private static let sumWidth = 10

  /// The script of a file with its bits.
  mutating func script(_ bits: [UInt8], named name: String) -> [UInt8] {
    sums.append(Self.sum(of: bits))
    return Array("tiaowen.chunk(\"\(name)\",\"".utf8) + bits + Array("\");\n".utf8)
  }

  /// A polynomial of the signs, the last 24 bits folded into 10.
  private static func sum(of bits: [UInt8]) -> Int {
    var sum = 1
    for sign in bits { sum = (sum * 31 + Int(sign)) & 0xFF_FFFF }
    return (sum ^ sum >> 12) & (1 << sumWidth - 1)
  }

  func write(to bits: inout PrintableBits, alphabetCount: Int) {
    let width = alphabetCount.bitLength
    bits.write(number: gramStarts.count)
    var last = 0
    for start in gramStarts {
      bits.write(number: start.first - last)
      last = start.first
      bits.write(start.second, width)
    }
    bits.write(number: sums.count)
    for sum in sums { bits.write(sum, Self.sumWidth) }
  }
}
