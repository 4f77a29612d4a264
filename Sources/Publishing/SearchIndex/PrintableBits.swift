/// Numbers that are written bit by bit, as signs that a script may hold in a string.
///
/// The bits, the lowest of each number first, fall into groups of 13. A group is two
/// signs of 91 that stand for themselves between quotation marks in any encoding
/// that a server may tell of a script: ASCII from ! to ~ without ", < and \\.
///
/// Source: basE91 (Joachim Henke, 2006), here with groups of one size, so that a
/// reader finds any bit.
struct PrintableBits {
  /// The signs so far, without the group that is not full.
  private(set) var signs: [UInt8] = []
  private var pending: UInt64 = 0
  private var pendingCount = 0
  /// The number of bits so far.
  private(set) var count = 0

  private static let groupWidth = 13
  private static let alphabet: [UInt8] = (0x21...0x7E).filter { ![0x22, 0x3C, 0x5C].contains($0) }
  /// The two signs of each group.
  private static let pairs: [(UInt8, UInt8)] = (0..<(1 << groupWidth)).map { group in
    (alphabet[group / alphabet.count], alphabet[group % alphabet.count])
  }

  /// Writes the lowest bits of a number, at most 32.
  mutating func write(_ value: Int, _ width: Int) {
    let bits = UInt64(truncatingIfNeeded: value) & (1 << UInt64(width) - 1)
    pending |= bits << UInt64(pendingCount)
    pendingCount += width
    count += width
    while pendingCount >= Self.groupWidth { flush() }
  }

  /// Writes a number of any size, 0 or more: so many zeros as it has bits beyond the
  /// first, a one, and these bits; of the number and one.
  ///
  /// Source: Elias (1975), the code γ.
  mutating func write(number: Int) {
    let width = (number + 1).bitLength - 1
    write(1 << width, width + 1)
    write(number + 1, width)
  }

  /// Writes numbers with as many bits each as the greatest has, and before them how many.
  mutating func write(numbers: [Int]) {
    let width = (numbers.max() ?? 0).bitLength
    write(width, 5)
    for number in numbers { write(number, width) }
  }

  private mutating func flush() {
    let pair = Self.pairs[Int(pending & (1 << UInt64(Self.groupWidth) - 1))]
    signs.append(pair.0)
    signs.append(pair.1)
    pending >>= UInt64(Self.groupWidth)
    pendingCount -= Self.groupWidth
  }

  /// All signs; the last group is filled up with zeros.
  consuming func finish() -> [UInt8] {
    if pendingCount > 0 {
      pendingCount = Self.groupWidth
      flush()
    }
    return signs
  }
}

extension Int {
  /// The number of bits from the greatest that is set on; 0 for 0.
  var bitLength: Int { Int.bitWidth - leadingZeroBitCount }
}
