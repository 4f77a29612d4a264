/// How a block of at most 128 postings is written as bits.
///
/// See `IndexFormat` for the shape of the bits.
enum PostingsCode {
  /// The most postings of a block.
  static let blockSize = 128

  /// The parameter for the gaps of a short list, which is not written.
  static func gapParameter(count: Int, unitLimit: Int) -> Int {
    let mean = unitLimit / max(count, 1)
    guard mean > 2 else { return 0 }
    return min(24, Int.bitWidth - 2 - mean.leadingZeroBitCount)
  }

  /// What a block of a long list names instead of a parameter when its gaps are
  /// in unary code: then its prefixes are a bitmap of its units.
  static let unary = 15

  /// The parameter in 0…14 with which numbers take the fewest bits, and the bits.
  static func bestParameter(
    _ values: UnsafeBufferPointer<UInt32>, cost: (UInt32, Int) -> Int
  ) -> (parameter: Int, bits: Int) {
    var best = 0
    var least = Int.max
    for parameter in 0..<unary {
      var bits = 0
      for value in values { bits += cost(value, parameter) }
      guard bits < least else { break }
      least = bits
      best = parameter
    }
    return (best, least)
  }

  /// The bits of an exponential Golomb code.
  @inline(__always)
  static func exponentialCost(_ value: UInt32, _ parameter: Int) -> Int {
    let magnitude = 63 - ((UInt64(value) &>> UInt64(parameter)) + 1).leadingZeroBitCount
    return 2 * magnitude + 1 + parameter
  }

  /// The bits of a Rice code.
  @inline(__always)
  static func riceCost(_ value: UInt32, _ parameter: Int) -> Int {
    Int(value >> UInt32(parameter)) + 1 + parameter
  }

  /// Writes numbers in exponential Golomb code, all prefixes first.
  static func writeExponential(
    _ values: UnsafeBufferPointer<UInt32>, _ parameter: Int, to bits: inout BitWriter
  ) {
    let parameter = UInt64(parameter)
    for value in values {
      let shifted = (UInt64(value) &>> parameter) + 1
      bits.writeUnary(UInt64(63 - shifted.leadingZeroBitCount))
    }
    for value in values {
      let whole = UInt64(value) + (1 &<< parameter)
      let count = UInt64(63 - whole.leadingZeroBitCount)
      bits.write(whole & ((1 &<< count) - 1), count)
    }
  }

  /// Writes one number in exponential Golomb code.
  static func writeExponential(_ value: Int, _ parameter: Int, to bits: inout BitWriter) {
    let whole = UInt64(value) + (1 &<< UInt64(parameter))
    let count = UInt64(63 - whole.leadingZeroBitCount)
    bits.writeUnary(count - UInt64(parameter))
    bits.write(whole & ((1 &<< count) - 1), count)
  }

  /// Writes numbers in Rice code, all prefixes first.
  static func writeRice(
    _ values: UnsafeBufferPointer<UInt32>, _ parameter: Int, to bits: inout BitWriter
  ) {
    let parameter = UInt64(parameter)
    for value in values { bits.writeUnary(UInt64(value) &>> parameter) }
    guard parameter > 0 else { return }
    for value in values { bits.write(UInt64(value) & ((1 &<< parameter) - 1), parameter) }
  }
}
