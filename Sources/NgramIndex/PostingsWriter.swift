/// Writes lists of postings as bits.
struct PostingsWriter: ~Copyable {
  private let unitLimit: Int
  private let skipShift: UInt32
  private let ranking: FieldRanking?
  /// The gaps of a block, then the runs and the exceptions of its repeats.
  private let scratch: UnsafeMutablePointer<UInt32>

  /// A writer for units below `unitLimit`, of a field that is ranked or not.
  init(unitLimit: Int, _ ranking: FieldRanking?) {
    self.unitLimit = unitLimit
    self.ranking = ranking
    skipShift = UInt32(IndexFormat.skipShift(unitLimit: unitLimit))
    scratch = .allocate(capacity: 3 * PostingsCode.blockSize)
  }

  deinit {
    scratch.deallocate()
  }

  /// Writes a list that is not long.
  func writeShort(_ postings: Postings, to bits: inout BitWriter) {
    let gaps = gaps(of: postings, after: 0)
    var parameter = PostingsCode.gapParameter(count: postings.count, unitLimit: unitLimit)
    if postings.count >= PostingsCode.leastToChoose {
      let choice = Self.bestChoice(gaps, below: parameter)
      bits.write(UInt64(choice), 2)
      parameter = max(0, parameter - choice)
    }
    PostingsCode.writeExponential(gaps, parameter, to: &bits)
    PostingsCode.writeSparse(exceptions(of: postings), to: &bits)
  }

  /// Writes a list, long or not, that begins at a byte.
  ///
  /// - Parameter bits: Holds nothing before and after.
  func write(_ postings: Postings, to bytes: inout [UInt8], through bits: inout BitWriter) {
    if postings.isLong {
      writeLong(postings, to: &bytes, through: &bits)
    } else {
      writeShort(postings, to: &bits)
      bits.drain(to: &bytes)
    }
  }

  /// The gaps of a block, of which the first counts from `start`.
  private func gaps(of postings: Postings, after start: UInt32) -> UnsafeBufferPointer<UInt32> {
    var previous = start
    for index in 0..<postings.count {
      let unit = postings.units[index]
      scratch[index] = unit &- previous
      previous = unit &+ 1
    }
    return UnsafeBufferPointer(start: scratch, count: postings.count)
  }

  /// How much smaller than `parameter`, at most 3, the best one for the gaps is.
  private static func bestChoice(_ gaps: UnsafeBufferPointer<UInt32>, below parameter: Int) -> Int {
    var best = (choice: 0, bits: Int.max)
    for choice in 0...3 {
      let bits = PostingsCode.exponentialCost(gaps, max(0, parameter - choice))
      if bits < best.bits { best = (choice, bits) }
    }
    return best.choice
  }

  /// Finds the repeats of a block that are not 0.
  private func exceptions(of postings: Postings) -> SparseRepeats {
    let runs = scratch + PostingsCode.blockSize
    let exceptions = runs + PostingsCode.blockSize
    var found = 0
    var run: UInt32 = 0
    // Without a branch: what is written for a 0 is written over.
    for index in 0..<postings.count {
      let repeats = postings.repeats[index]
      runs[found] = run
      exceptions[found] = repeats &- 1
      found &+= repeats == 0 ? 0 : 1
      run = repeats == 0 ? run &+ 1 : 0
    }
    return SparseRepeats(
      runs: UnsafeBufferPointer(start: runs, count: found),
      exceptions: UnsafeBufferPointer(start: exceptions, count: found), count: postings.count)
  }

  /// Writes a long list: its skip table, then its blocks.
  private func writeLong(
    _ postings: Postings, to bytes: inout [UInt8], through bits: inout BitWriter
  ) {
    let blockCount = PostingsCode.blockCount(postings.count)
    var ends: [Int] = []
    ends.reserveCapacity(blockCount)
    for block in 0..<blockCount {
      let start = block == 0 ? 0 : (last(postings, block - 1) << skipShift) + 1
      writeBlock(postings.block(block), after: start, to: &bits)
      ends.append(bits.byteCount)
    }
    let endWidth = IndexFormat.width(of: bits.byteCount)
    bytes.append(UInt8(endWidth))
    for block in 0..<blockCount { bytes.appendLittleEndian(Int(last(postings, block)), width: 2) }
    for end in ends { bytes.appendLittleEndian(end, width: endWidth) }
    if let ranking {
      for block in 0..<blockCount { bytes.append(ranking.boundCode(of: postings.block(block))) }
    }
    bits.drain(to: &bytes)
  }

  /// The last unit of a block without its low bits.
  private func last(_ postings: Postings, _ block: Int) -> UInt32 {
    let last = min((block + 1) * PostingsCode.blockSize, postings.count) - 1
    return postings.units[last] >> skipShift
  }

  /// Writes a block; its first gap counts from what the skip table says of the
  /// block before.
  private func writeBlock(_ postings: Postings, after start: UInt32, to bits: inout BitWriter) {
    let gaps = gaps(of: postings, after: start)
    let gapParameter = gapParameter(of: gaps)
    let sparse = exceptions(of: postings)
    let repeats = UnsafeBufferPointer(start: postings.repeats, count: postings.count)
    let parameter = repeatParameter(of: repeats, sparse)
    bits.write(UInt64(gapParameter | parameter << 4), 8)
    if gapParameter == PostingsCode.unary {
      PostingsCode.writeRice(gaps, 0, to: &bits)
    } else {
      PostingsCode.writeExponential(gaps, gapParameter, to: &bits)
    }
    if parameter == PostingsCode.sparse {
      PostingsCode.writeSparse(sparse, to: &bits)
    } else {
      PostingsCode.writeRice(repeats, parameter, to: &bits)
    }
    bits.align()
  }

  private func gapParameter(of gaps: UnsafeBufferPointer<UInt32>) -> Int {
    let bitmapSize = gaps.count + PostingsCode.sum(gaps)
    let mean = PostingsCode.magnitude(bitmapSize / max(gaps.count, 1))
    let best = PostingsCode.bestParameter(upTo: mean) { PostingsCode.exponentialCost(gaps, $0) }
    return bitmapSize <= best.bits ? PostingsCode.unary : best.parameter
  }

  private func repeatParameter(
    of repeats: UnsafeBufferPointer<UInt32>, _ sparse: SparseRepeats
  ) -> Int {
    let sparseSize = PostingsCode.sparseCost(sparse)
    // No Rice code takes less than a bit for each number.
    if sparseSize <= repeats.count { return PostingsCode.sparse }
    let mean = PostingsCode.magnitude(PostingsCode.sum(repeats) / max(repeats.count, 1))
    let best = PostingsCode.bestParameter(upTo: mean + 1) { PostingsCode.riceCost(repeats, $0) }
    return sparseSize <= best.bits ? PostingsCode.sparse : best.parameter
  }
}
