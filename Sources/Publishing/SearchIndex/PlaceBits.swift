/// Codes for ascending numbers: the distance of each from the one before.
///
/// The width of a distance has a code that depends on how far apart the numbers are on
/// average; its bits below the first follow.
struct PlaceCode {
  private static let contextCount = 26
  private static let symbolCount = 32
  private var counts = [[Int]](
    repeating: [Int](repeating: 0, count: symbolCount), count: contextCount)
  private var codes: [PrefixCode] = []

  /// How far apart so many of so many numbers are, as the width of a number.
  private static func context(_ count: Int, of total: Int) -> Int {
    min((total / (count + 1)).bitLength, contextCount - 1)
  }

  /// Counts the distances of numbers that will be written.
  mutating func count(_ numbers: Span<UInt32>, of total: Int) {
    let context = Self.context(numbers.count, of: total)
    var last = -1
    for index in numbers.indices {
      let number = Int(numbers[index])
      counts[context][(number - last).bitLength] += 1
      last = number
    }
  }

  /// Makes the codes, when all was counted.
  mutating func make() { codes = counts.map { PrefixCode($0) } }

  /// The bits that all numbers that were counted take.
  var bitCount: Int {
    zip(counts, codes).reduce(0) { sum, context in
      context.0.indices.reduce(sum) { sum, width in
        sum + context.0[width] * (Int(context.1.widths[width]) + max(0, width - 1))
      }
    }
  }

  /// Writes the widths of the codes.
  func write(to bits: inout PrintableBits) {
    for code in codes { code.writeWidths(to: &bits) }
  }

  /// Writes numbers below a total.
  ///
  /// - Parameter behind: Writes what belongs to the number at an index.
  func write(
    _ numbers: Span<UInt32>, of total: Int, to bits: inout PrintableBits,
    behind: ((Int, inout PrintableBits) -> Void)? = nil
  ) {
    let code = codes[Self.context(numbers.count, of: total)]
    var last = -1
    for index in numbers.indices {
      let number = Int(numbers[index])
      let distance = number - last
      let width = distance.bitLength
      code.write(width, to: &bits)
      bits.write(distance, width - 1)
      behind?(index, &bits)
      last = number
    }
  }
}

/// Codes for how often a single unit stands in each text that has it.
struct FrequencyCode {
  /// From this frequency on the rest follows as a number.
  private static let most = 16
  private static let contextCount = 4
  private var counts = [[Int]](repeating: [Int](repeating: 0, count: most), count: contextCount)
  private var codes: [PrefixCode] = []

  private static func context(_ count: Int, in unitCount: Int) -> Int {
    min(contextCount, count / max(1, unitCount)) - 1
  }

  /// Counts frequencies whose sum is `count`.
  mutating func count(_ frequencies: [Int], sum count: Int) {
    let context = Self.context(count, in: frequencies.count)
    for frequency in frequencies { counts[context][min(frequency, Self.most) - 1] += 1 }
  }

  /// Makes the codes, when all was counted.
  mutating func make() { codes = counts.map { PrefixCode($0) } }

  /// Writes the widths of the codes.
  func write(to bits: inout PrintableBits) {
    for code in codes { code.writeWidths(to: &bits) }
  }

  /// Writes one of so many frequencies with a sum.
  func write(_ frequency: Int, sum count: Int, of unitCount: Int, to bits: inout PrintableBits) {
    codes[Self.context(count, in: unitCount)].write(min(frequency, Self.most) - 1, to: &bits)
    if frequency >= Self.most { bits.write(number: frequency - Self.most) }
  }
}
