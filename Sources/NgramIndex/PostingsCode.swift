/// How a block of at most 128 postings is written as bits.
///
/// See `IndexFormat` for the shape of the bits.
enum PostingsCode {
  /// The most postings of a block.
  static let blockSize = 128

  /// The fewest postings of a short list that says how much smaller than
  /// `gapParameter` its parameter is.
  static let leastToChoose = 6

  /// The largest parameter for the gaps of a short list.
  static func gapParameter(count: Int, unitLimit: Int) -> Int {
    min(24, max(0, magnitude(unitLimit / max(count, 1)) - 2))
  }

  /// The parameter for the runs of ones between `exceptions` in `count` repeats.
  static func runParameter(count: Int, exceptions: Int) -> Int {
    magnitude(count / max(exceptions, 1))
  }

  /// The greatest power of two in a number; 0 for 0.
  static func magnitude(_ number: Int) -> Int {
    Int.bitWidth - 1 - max(number, 1).leadingZeroBitCount
  }

  /// What a block of a long list names instead of a parameter when its gaps are
  /// in unary code: then its prefixes are a bitmap of its units.
  static let unary = 15

  /// What a block of a long list names instead of a parameter when its repeats
  /// are written sparsely.
  static let sparse = 15

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

  /// Writes repeats as the runs of zeros before each other number.
  ///
  /// - Parameters:
  ///   - runs: The zeros before each number that is not 0.
  ///   - exceptions: Those numbers, less one.
  static func writeSparse(
    runs: [UInt32], exceptions: [UInt32], count: Int, to bits: inout BitWriter
  ) {
    writeExponential(runs.count, 0, to: &bits)
    let parameter = runParameter(count: count, exceptions: runs.count)
    runs.withUnsafeBufferPointer { writeRice($0, parameter, to: &bits) }
    exceptions.withUnsafeBufferPointer { writeExponential($0, 0, to: &bits) }
  }

  /// The bits that `writeSparse` writes.
  static func sparseCost(runs: [UInt32], exceptions: [UInt32], count: Int) -> Int {
    let parameter = runParameter(count: count, exceptions: runs.count)
    var bits = exponentialCost(UInt32(runs.count), 0)
    for run in runs { bits += riceCost(run, parameter) }
    for exception in exceptions { bits += exponentialCost(exception, 0) }
    return bits
  }
}
