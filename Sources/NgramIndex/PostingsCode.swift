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

  /// The blocks of a list of `count` postings.
  static func blockCount(_ count: Int) -> Int {
    (count + blockSize - 1) / blockSize
  }

  /// The sum of some numbers.
  static func sum(_ values: UnsafeBufferPointer<UInt32>) -> Int {
    var sum = 0
    for value in values { sum &+= Int(value) }
    return sum
  }

  /// The parameter at or a little below `limit` and below 15 that costs the
  /// fewest bits, and the bits.
  @inline(__always)
  static func bestParameter(upTo limit: Int, cost: (Int) -> Int) -> (parameter: Int, bits: Int) {
    var best = (parameter: 0, bits: Int.max)
    var parameter = min(limit, unary - 1)
    while parameter >= 0 {
      let bits = cost(parameter)
      guard bits < best.bits else { break }
      best = (parameter, bits)
      parameter -= 1
    }
    return best
  }

  /// The bits of numbers in exponential Golomb code, or a few more.
  ///
  /// Magnitudes are taken from the exponents of single floats, many at a time,
  /// which round some numbers above 2^24 up.
  @inline(__always)
  static func exponentialCost(_ values: UnsafeBufferPointer<UInt32>, _ parameter: Int) -> Int {
    let bias = Int32(1) &<< Int32(parameter)
    var exponents: UInt32 = 0
    for value in values {
      exponents &+= Float(Int32(bitPattern: value) &+ bias).bitPattern &>> 23
    }
    let magnitudes = Int(exponents) - values.count * (127 + parameter)
    return 2 * magnitudes + values.count * (1 + parameter)
  }

  /// The bits of a number in exponential Golomb code.
  @inline(__always)
  static func exponentialCost(_ value: UInt32, _ parameter: Int) -> Int {
    let magnitude = 63 - ((UInt64(value) &>> UInt64(parameter)) + 1).leadingZeroBitCount
    return 2 * magnitude + 1 + parameter
  }

  /// The bits of numbers in Rice code.
  @inline(__always)
  static func riceCost(_ values: UnsafeBufferPointer<UInt32>, _ parameter: Int) -> Int {
    var quotients = 0
    for value in values { quotients &+= Int(value &>> UInt32(parameter)) }
    return quotients + values.count * (1 + parameter)
  }

  /// Writes numbers in exponential Golomb code, all prefixes first.
  static func writeExponential(
    _ values: UnsafeBufferPointer<UInt32>, _ parameter: Int, to bits: inout BitWriter
  ) {
    let top = UInt64(1) &<< UInt64(parameter)
    bits.writeAll(values) { value in
      let zeros = UInt64(63 &- parameter &- (UInt64(value) &+ top).leadingZeroBitCount)
      return (1 &<< zeros, zeros &+ 1)
    }
    bits.writeAll(values) { value in
      let whole = UInt64(value) &+ top
      let count = UInt64(63 &- whole.leadingZeroBitCount)
      return (whole & ((1 &<< count) &- 1), count)
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
  static func writeSparse(_ repeats: SparseRepeats, to bits: inout BitWriter) {
    writeExponential(repeats.runs.count, 0, to: &bits)
    writeRice(repeats.runs, repeats.runParameter, to: &bits)
    writeExponential(repeats.exceptions, 0, to: &bits)
  }

  /// The bits that `writeSparse` writes.
  static func sparseCost(_ repeats: SparseRepeats) -> Int {
    var bits = exponentialCost(UInt32(repeats.runs.count), 0)
    bits += riceCost(repeats.runs, repeats.runParameter)
    for exception in repeats.exceptions { bits += exponentialCost(exception, 0) }
    return bits
  }
}

/// The repeats of a block as the runs of zeros before each other number.
struct SparseRepeats {
  /// The zeros before each number that is not 0.
  let runs: UnsafeBufferPointer<UInt32>
  /// Those numbers, less one.
  let exceptions: UnsafeBufferPointer<UInt32>
  /// The number of all repeats.
  let count: Int

  /// The parameter of the runs.
  var runParameter: Int { PostingsCode.runParameter(count: count, exceptions: runs.count) }
}
