/// Reads the numbers of one block from bits.
///
/// See `IndexFormat` for the shape of the bits. Nothing is read beyond the
/// index, whatever the bits say; damage gives `nil` or wrong numbers.
struct BlockReader {
  /// More zeros than any prefix of an exponential Golomb code has.
  private static let longestMagnitude: UInt32 = 32
  /// More zeros than any prefix of a Rice code has.
  private static let longestQuotient: UInt32 = 1 << 17

  /// The numbers that may be overwritten after those that are read.
  static let slack = 8

  let bytes: IndexBytes

  /// Reads `count` numbers in exponential Golomb code.
  ///
  /// - Precondition: `values` has room for `count` numbers, at most 128, and
  ///   `slack` more.
  /// - Returns: The bit after the numbers, or `nil` if they are damaged.
  @inline(__always)
  func readExponential(
    _ count: Int, _ parameter: Int, at bit: Int, into values: UnsafeMutablePointer<UInt32>
  ) -> Int? {
    eachExponential(count, parameter, at: bit, in: values) { $0 }
  }

  /// Reads `count` gaps in exponential Golomb code and puts the units there that
  /// follow `unit`, which becomes the last of them.
  ///
  /// - Precondition: As for `readExponential`.
  @inline(__always)
  func readGaps(
    _ count: Int, _ parameter: Int, at bit: Int, after unit: inout UInt64,
    into values: UnsafeMutablePointer<UInt32>
  ) -> Int? {
    eachExponential(count, parameter, at: bit, in: values) { gap in
      unit = unit &+ gap &+ 1
      return unit
    }
  }

  @inline(__always)
  private func eachExponential(
    _ count: Int, _ parameter: Int, at bit: Int, in values: UnsafeMutablePointer<UInt32>,
    _ value: (UInt64) -> UInt64
  ) -> Int? {
    guard var bit = readPrefixes(count, at: bit, into: values, limit: Self.longestMagnitude)
    else { return nil }
    var payload = count &* parameter
    for index in 0..<count { payload &+= Int(values[index]) }
    guard (bit &+ payload) >> 3 <= bytes.byteCount else { return nil }
    let bias = UInt64(1) &<< UInt64(parameter)
    for index in 0..<count {
      let length = UInt64(values[index]) &+ UInt64(parameter)
      let top = UInt64(1) &<< length
      let word = bytes.word(at: bit &>> 3) &>> UInt64(bit & 7)
      values[index] = UInt32(truncatingIfNeeded: value((word & (top &- 1) | top) &- bias))
      bit &+= Int(length)
    }
    return bit
  }

  /// Reads `count` numbers in Rice code.
  ///
  /// - Precondition: As for `readExponential`.
  @inline(__always)
  func readRice(
    _ count: Int, _ parameter: Int, at bit: Int, into values: UnsafeMutablePointer<UInt32>
  ) -> Int? {
    guard var bit = readPrefixes(count, at: bit, into: values, limit: Self.longestQuotient)
    else { return nil }
    guard parameter > 0 else { return bit }
    guard (bit &+ count &* parameter) >> 3 <= bytes.byteCount else { return nil }
    let mask = (UInt64(1) &<< UInt64(parameter)) &- 1
    for index in 0..<count {
      let word = bytes.word(at: bit &>> 3) &>> UInt64(bit & 7)
      values[index] = values[index] &<< UInt32(parameter) | UInt32(word & mask)
      bit &+= parameter
    }
    return bit
  }

  /// Reads one number in exponential Golomb code and moves `bit` behind it.
  ///
  /// Most numbers end in the word in which they begin.
  @inline(__always)
  func readExponential(_ parameter: Int, at bit: inout Int) -> Int? {
    guard bit &>> 3 <= bytes.byteCount else { return nil }
    let word = bytes.word(at: bit &>> 3) &>> UInt64(bit & 7)
    let zeros = word.trailingZeroBitCount
    let length = zeros &+ parameter
    // The highest bits of the word are not those that follow.
    guard zeros &+ 1 &+ length <= 57 else { return readLongExponential(parameter, at: &bit) }
    bit &+= zeros &+ 1 &+ length
    let top = UInt64(1) &<< UInt64(length)
    let rest = word &>> UInt64(zeros &+ 1) & (top &- 1) | top
    return Int(truncatingIfNeeded: rest &- 1 &<< UInt64(parameter))
  }

  /// The same, for a number that reaches into a second word.
  private func readLongExponential(_ parameter: Int, at bit: inout Int) -> Int? {
    let prefix = bytes.word(at: bit &>> 3) &>> UInt64(bit & 7)
    let zeros = prefix.trailingZeroBitCount
    guard zeros <= Int(Self.longestMagnitude) else { return nil }
    bit &+= zeros &+ 1
    guard bit &>> 3 <= bytes.byteCount else { return nil }
    let word = bytes.word(at: bit &>> 3) &>> UInt64(bit & 7)
    let length = zeros &+ parameter
    bit &+= length
    let top = UInt64(1) &<< UInt64(length)
    return Int((word & (top &- 1) | top) &- (1 &<< UInt64(parameter)))
  }

  /// Reads `count` repeats that are written sparsely.
  ///
  /// - Precondition: As for `readExponential`.
  func readSparse(_ count: Int, at bit: Int, into values: UnsafeMutablePointer<UInt32>) -> Int? {
    var bit = bit
    guard let exceptions = readExponential(0, at: &bit), exceptions <= count else { return nil }
    values.update(repeating: 0, count: count)
    guard exceptions > 0 else { return bit }
    let parameter = PostingsCode.runParameter(count: count, exceptions: exceptions)
    return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2 * (exceptions + Self.slack)) {
      numbers in
      guard let runs = numbers.baseAddress else { return nil }
      let repeats = runs + exceptions + Self.slack
      guard let next = readRice(exceptions, parameter, at: bit, into: runs),
        let end = readExponential(exceptions, 0, at: next, into: repeats)
      else { return nil }
      var place = -1
      for index in 0..<exceptions {
        place &+= Int(runs[index]) &+ 1
        guard place < count else { return nil }
        values[place] = repeats[index] &+ 1
      }
      return end
    }
  }

  /// The parameter of the gaps of a short list; moves `bit` to the gaps.
  func gapParameter(_ count: Int, unitLimit: Int, at bit: inout Int) -> Int {
    let parameter = PostingsCode.gapParameter(count: count, unitLimit: unitLimit)
    guard count >= PostingsCode.leastToChoose, bit &>> 3 <= bytes.byteCount else {
      return parameter
    }
    let choice = Int(bytes.word(at: bit &>> 3) &>> UInt64(bit & 7) & 3)
    bit &+= 2
    return max(0, parameter - choice)
  }

  /// Passes over a short list of `count` postings.
  func skipShort(_ count: Int, unitLimit: Int, at bit: Int) -> Int? {
    var bit = bit
    let parameter = gapParameter(count, unitLimit: unitLimit, at: &bit)
    guard var next = skipExponential(count, parameter, at: bit),
      let exceptions = readExponential(0, at: &next), exceptions <= count
    else { return nil }
    guard exceptions > 0 else { return next }
    let runParameter = PostingsCode.runParameter(count: count, exceptions: exceptions)
    guard let runs = skipPrefixes(exceptions, at: next) else { return nil }
    return skipExponential(exceptions, 0, at: runs &+ exceptions &* runParameter)
  }

  /// Passes over numbers in exponential Golomb code.
  private func skipExponential(_ count: Int, _ parameter: Int, at bit: Int) -> Int? {
    guard let next = skipPrefixes(count, at: bit) else { return nil }
    return next &+ (next &- bit &- count) &+ count &* parameter
  }

  /// Reads the zeros before each of the next `count` ones.
  @inline(__always)
  private func readPrefixes(
    _ count: Int, at bit: Int, into values: UnsafeMutablePointer<UInt32>, limit: UInt32
  ) -> Int? {
    PrefixTable.shared.rows.withUnsafeBufferPointer { rows in
      var offset = bit &>> 3
      guard offset >= 0, offset <= bytes.byteCount else { return nil }
      var byte = bytes.byte(at: offset) & (0xFF &<< UInt8(bit & 7))
      // The zeros so far, those before the first bit taken off.
      var zeros = 0 &- UInt32(bit & 7)
      var found = 0
      while true {
        let row = rows[Int(byte)]
        var runs = SIMD8<UInt32>(truncatingIfNeeded: row.runs)
        runs[0] &+= zeros
        UnsafeMutableRawPointer(values + found).storeBytes(of: runs, as: SIMD8<UInt32>.self)
        found &+= Int(row.ones)
        if found >= count { break }
        zeros = row.ones == 0 ? zeros &+ 8 : UInt32(row.tail)
        offset &+= 1
        guard offset <= bytes.byteCount, Int32(bitPattern: zeros) <= limit else { return nil }
        byte = bytes.byte(at: offset)
      }
      for _ in 0..<(found &- count) { byte &= ~(0x80 &>> UInt8(byte.leadingZeroBitCount)) }
      return offset &* 8 &+ 8 &- byte.leadingZeroBitCount
    }
  }

  /// The bit after the next `count` ones.
  private func skipPrefixes(_ count: Int, at bit: Int) -> Int? {
    var left = count
    var start = bit
    while true {
      guard start >= 0, start &>> 3 <= bytes.byteCount else { return nil }
      var word = bytes.word(at: start &>> 3) &>> UInt64(start & 7) & ((1 &<< 56) &- 1)
      let ones = word.nonzeroBitCount
      if ones >= left {
        for _ in 1..<max(left, 1) { word &= word &- 1 }
        return start &+ word.trailingZeroBitCount &+ 1
      }
      left &-= ones
      start &+= 56
    }
  }
}
