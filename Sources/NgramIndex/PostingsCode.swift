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

  /// The largest parameter that a block of a long list can name.
  static let parameterLimit = 15

  /// The parameter in 0…15 with which numbers take the fewest bits.
  static func bestParameter(
    _ values: UnsafeBufferPointer<UInt32>, cost: (UInt32, Int) -> Int
  ) -> Int {
    var best = 0
    var least = Int.max
    for parameter in 0...parameterLimit {
      var bits = 0
      for value in values { bits += cost(value, parameter) }
      guard bits < least else { break }
      least = bits
      best = parameter
    }
    return best
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
