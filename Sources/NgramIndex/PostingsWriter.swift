/// The postings of one gram, and their way to bytes.
struct PostingsWriter: Sendable {
  private let unitLimit: Int
  private var gaps: [UInt32] = []
  private var repeats: [UInt32] = []
  private var units: [UInt32] = []

  /// A writer for units below `unitLimit`.
  init(unitLimit: Int) {
    self.unitLimit = unitLimit
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
  func writeShort(to bits: inout BitWriter) {
    let parameter = PostingsCode.gapParameter(count: count, unitLimit: unitLimit)
    gaps.withUnsafeBufferPointer { PostingsCode.writeExponential($0, parameter, to: &bits) }
    repeats.withUnsafeBufferPointer { PostingsCode.writeExponential($0, 0, to: &bits) }
  }

  /// Writes a long list: its skip table, then its blocks.
  mutating func writeLong(to bytes: inout [UInt8]) {
    var bits = BitWriter()
    var ends: [Int] = []
    for start in stride(from: 0, to: count, by: PostingsCode.blockSize) {
      writeBlock(start..<min(start + PostingsCode.blockSize, count), to: &bits)
      ends.append(bits.bytes.count)
    }
    let shift = IndexFormat.skipShift(unitLimit: unitLimit)
    let endWidth = IndexFormat.width(of: bits.bytes.count)
    bytes.append(UInt8(endWidth))
    for block in 0..<ends.count {
      let last = min((block + 1) * PostingsCode.blockSize, count) - 1
      bytes.appendLittleEndian(Int(units[last]) >> shift, width: 2)
    }
    for end in ends { bytes.appendLittleEndian(end, width: endWidth) }
    bytes += bits.bytes
  }

  /// Writes a block; its first gap counts from what the skip table says of the
  /// block before.
  private mutating func writeBlock(_ range: Range<Int>, to bits: inout BitWriter) {
    if range.lowerBound > 0 {
      let shift = UInt32(IndexFormat.skipShift(unitLimit: unitLimit))
      let before = (units[range.lowerBound - 1] >> shift) << shift
      gaps[range.lowerBound] = units[range.lowerBound] &- before &- 1
    }
    gaps.withUnsafeBufferPointer { gaps in
      repeats.withUnsafeBufferPointer { repeats in
        let gaps = UnsafeBufferPointer(rebasing: gaps[range])
        let repeats = UnsafeBufferPointer(rebasing: repeats[range])
        let best = PostingsCode.bestParameter(gaps, cost: PostingsCode.exponentialCost)
        let span = Int(units[range.upperBound - 1] &- units[range.lowerBound] &+ gaps[0] &+ 1)
        let gapParameter = span <= best.bits ? PostingsCode.unary : best.parameter
        let parameter = PostingsCode.bestParameter(repeats, cost: PostingsCode.riceCost).parameter
        bits.write(UInt64(gapParameter | parameter << 4), 8)
        if gapParameter == PostingsCode.unary {
          PostingsCode.writeRice(gaps, 0, to: &bits)
        } else {
          PostingsCode.writeExponential(gaps, gapParameter, to: &bits)
        }
        PostingsCode.writeRice(repeats, parameter, to: &bits)
        bits.align()
      }
    }
  }
}
