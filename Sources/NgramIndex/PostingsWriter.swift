/// The postings of one gram, and their way to bytes.
struct PostingsWriter: Sendable {
  private let unitLimit: Int
  private let ranking: FieldRanking?
  private var gaps: [UInt32] = []
  private var repeats: [UInt32] = []
  private var units: [UInt32] = []
  private var runs: [UInt32] = []
  private var exceptions: [UInt32] = []

  /// A writer for units below `unitLimit`, of a field that is ranked or not.
  init(unitLimit: Int, _ ranking: FieldRanking?) {
    self.unitLimit = unitLimit
    self.ranking = ranking
  }

  /// The number of units that hold the gram.
  var count: Int { units.count }

  /// Whether the list takes more than one block.
  var isLong: Bool { count > PostingsCode.blockSize }

  /// Takes the occurrences of a gram: its units, ascending, some repeated.
  @inline(__always)
  mutating func collect<Occurrence>(
    _ occurrences: UnsafeBufferPointer<Occurrence>, unit: (Occurrence) -> UInt32
  ) {
    gaps.removeAll(keepingCapacity: true)
    repeats.removeAll(keepingCapacity: true)
    units.removeAll(keepingCapacity: true)
    var index = 0
    var previous: UInt32 = .max
    while index < occurrences.count {
      let current = unit(occurrences[index])
      let start = index
      repeat { index &+= 1 } while index < occurrences.count && unit(occurrences[index]) == current
      gaps.append(current &- previous &- 1)
      repeats.append(UInt32(truncatingIfNeeded: index &- start &- 1))
      units.append(current)
      previous = current
    }
  }

  /// Writes a list that is not long.
  mutating func writeShort(to bits: inout BitWriter) {
    var parameter = PostingsCode.gapParameter(count: count, unitLimit: unitLimit)
    if count >= PostingsCode.leastToChoose {
      let choice = bestChoice(below: parameter)
      bits.write(UInt64(choice), 2)
      parameter = max(0, parameter - choice)
    }
    gaps.withUnsafeBufferPointer { PostingsCode.writeExponential($0, parameter, to: &bits) }
    findExceptions(0..<count)
    PostingsCode.writeSparse(runs: runs, exceptions: exceptions, count: count, to: &bits)
  }

  /// How much smaller than `parameter`, at most 3, the best one for the gaps is.
  private func bestChoice(below parameter: Int) -> Int {
    let costs = (0...3).map { choice in
      gaps.reduce(0) { $0 + PostingsCode.exponentialCost($1, max(0, parameter - choice)) }
    }
    return costs.indices.min { costs[$0] < costs[$1] } ?? 0
  }

  /// Finds the repeats of a block that are not 0.
  private mutating func findExceptions(_ range: Range<Int>) {
    runs.removeAll(keepingCapacity: true)
    exceptions.removeAll(keepingCapacity: true)
    var run: UInt32 = 0
    for index in range {
      if repeats[index] == 0 {
        run &+= 1
      } else {
        runs.append(run)
        exceptions.append(repeats[index] &- 1)
        run = 0
      }
    }
  }

  /// Writes a long list: its skip table, then its blocks.
  mutating func writeLong(to bytes: inout [UInt8]) {
    var bits = BitWriter()
    var ends: [Int] = []
    for start in stride(from: 0, to: count, by: PostingsCode.blockSize) {
      writeBlock(start..<min(start + PostingsCode.blockSize, count), to: &bits)
      ends.append(bits.byteCount)
    }
    let shift = IndexFormat.skipShift(unitLimit: unitLimit)
    let endWidth = IndexFormat.width(of: bits.byteCount)
    bytes.append(UInt8(endWidth))
    for block in 0..<ends.count {
      let last = min((block + 1) * PostingsCode.blockSize, count) - 1
      bytes.appendLittleEndian(Int(units[last]) >> shift, width: 2)
    }
    for end in ends { bytes.appendLittleEndian(end, width: endWidth) }
    if let ranking { appendBounds(ranking, to: &bytes) }
    bits.drain(to: &bytes)
  }

  private func appendBounds(_ ranking: FieldRanking, to bytes: inout [UInt8]) {
    for start in stride(from: 0, to: count, by: PostingsCode.blockSize) {
      let range = start..<min(start + PostingsCode.blockSize, count)
      bytes.append(Impact.code(ofBound: ranking.greatestImpact(units[range], repeats[range])))
    }
  }

  /// Writes a block; its first gap counts from what the skip table says of the
  /// block before.
  private mutating func writeBlock(_ range: Range<Int>, to bits: inout BitWriter) {
    if range.lowerBound > 0 {
      let shift = UInt32(IndexFormat.skipShift(unitLimit: unitLimit))
      let before = (units[range.lowerBound - 1] >> shift) << shift
      gaps[range.lowerBound] = units[range.lowerBound] &- before &- 1
    }
    findExceptions(range)
    gaps.withUnsafeBufferPointer { gaps in
      repeats.withUnsafeBufferPointer { repeats in
        writeBlock(
          UnsafeBufferPointer(rebasing: gaps[range]), UnsafeBufferPointer(rebasing: repeats[range]),
          to: &bits)
      }
    }
  }

  private func writeBlock(
    _ gaps: UnsafeBufferPointer<UInt32>, _ repeats: UnsafeBufferPointer<UInt32>,
    to bits: inout BitWriter
  ) {
    let gapParameter = self.gapParameter(of: gaps)
    let parameter = repeatParameter(of: repeats)
    bits.write(UInt64(gapParameter | parameter << 4), 8)
    if gapParameter == PostingsCode.unary {
      PostingsCode.writeRice(gaps, 0, to: &bits)
    } else {
      PostingsCode.writeExponential(gaps, gapParameter, to: &bits)
    }
    if parameter == PostingsCode.sparse {
      PostingsCode.writeSparse(
        runs: runs, exceptions: exceptions, count: repeats.count, to: &bits)
    } else {
      PostingsCode.writeRice(repeats, parameter, to: &bits)
    }
    bits.align()
  }

  private func gapParameter(of gaps: UnsafeBufferPointer<UInt32>) -> Int {
    let bitmapSize = gaps.reduce(gaps.count) { $0 + Int($1) }
    let mean = PostingsCode.magnitude(bitmapSize / max(gaps.count, 1))
    let best = PostingsCode.bestParameter(
      gaps, upTo: mean, cost: PostingsCode.exponentialCost)
    return bitmapSize <= best.bits ? PostingsCode.unary : best.parameter
  }

  /// The parameter for repeats whose `runs` and `exceptions` have been found.
  private func repeatParameter(of repeats: UnsafeBufferPointer<UInt32>) -> Int {
    let sparseSize = PostingsCode.sparseCost(
      runs: runs, exceptions: exceptions, count: repeats.count)
    // No Rice code takes less than a bit for each number.
    if sparseSize <= repeats.count { return PostingsCode.sparse }
    let sum = repeats.reduce(0) { $0 + Int($1) }
    let mean = PostingsCode.magnitude(sum / max(repeats.count, 1))
    let best = PostingsCode.bestParameter(
      repeats, upTo: mean + 1, cost: PostingsCode.riceCost)
    return sparseSize <= best.bits ? PostingsCode.sparse : best.parameter
  }
}
