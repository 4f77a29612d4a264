/// Where the postings of one gram stand, and how they are read.
struct PostingsList: Sendable {
  let count: Int
  let blockCount: Int
  private let bytes: IndexBytes?
  private let unitLimit: Int
  /// The first bit of a short list; of a long one, the first bit of the blocks.
  private let start: Int
  private let lasts: Int
  private let ends: Int
  private let skipShift: Int
  private let endWidth: Int
  /// Where the bounds of the blocks stand; 0 for a list without.
  private let bounds: Int

  static let empty = PostingsList()

  private init() {
    (count, blockCount, bytes, unitLimit, start) = (0, 0, nil, 0, 0)
    (lasts, ends, skipShift, endWidth, bounds) = (0, 0, 0, 0, 0)
  }

  /// A list of at most 128 postings whose bits begin at `bit`.
  init(short count: Int, at bit: Int, unitLimit: Int, in bytes: IndexBytes) {
    (self.count, self.bytes, self.unitLimit, start) = (count, bytes, unitLimit, bit)
    (blockCount, lasts, ends, skipShift, endWidth, bounds) = (1, 0, 0, 0, 0, 0)
  }

  /// A list of more postings that begins at a byte.
  ///
  /// Fails if its skip table does not lie in `bytes`.
  init?(
    long count: Int, at offset: Int, unitLimit: Int, hasBounds: Bool, in bytes: IndexBytes
  ) {
    (self.count, self.bytes, self.unitLimit) = (count, bytes, unitLimit)
    blockCount = (count + PostingsCode.blockSize - 1) / PostingsCode.blockSize
    skipShift = IndexFormat.skipShift(unitLimit: unitLimit)
    endWidth = bytes.number(at: offset, width: 1)
    lasts = offset + 1
    ends = lasts + blockCount * 2
    let endOfEnds = ends + blockCount * endWidth
    bounds = hasBounds ? endOfEnds : 0
    start = (endOfEnds + (hasBounds ? blockCount : 0)) * 8
    guard (1...7).contains(endWidth), bytes.holds(offset, start / 8 - offset) else {
      bytes.requireAll()
      return nil
    }
    bytes.require(offset, start / 8 - offset)
  }

  /// The file that it lies in, for whoever has to keep it.
  var file: MappedFile? { bytes?.owner }

  private func count(of block: Int) -> Int {
    min(PostingsCode.blockSize, count - block * PostingsCode.blockSize)
  }

  /// The last unit of a block of a long list, without its low bits.
  @inline(__always)
  private func last(of block: Int) -> Int {
    bytes?.number(at: lasts &+ block &* 2, width: 2) ?? 0
  }

  /// The first block after `block` that can end with `target` or a later unit.
  ///
  /// Gallops, then halves. A short list has one block, which is it.
  func block(holding target: Int, after block: Int) -> Int {
    guard blockCount > 1 else { return block + 1 }
    let target = target >> skipShift
    var low = block + 1
    var step = 1
    while low + step < blockCount, last(of: low + step - 1) < target {
      low += step
      step *= 2
    }
    var high = min(low + step, blockCount)
    while low < high {
      let middle = (low + high) / 2
      if last(of: middle) < target { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The code of the bound of a block's impacts.
  @inline(__always)
  func boundCode(of block: Int) -> UInt8 {
    guard bounds > 0, block < blockCount, let bytes else { return .max }
    return bytes.byte(at: bounds &+ block)
  }

  /// No impact in a block is above this.
  @inline(__always)
  func bound(of block: Int) -> Float { Impact.bound(ofCode: boundCode(of: block)) }

  /// Reads the units of a block.
  ///
  /// - Returns: How many there are, and the bit at which their repeats begin,
  ///   or `nil` if they are damaged.
  func readUnits(
    of block: Int, into units: UnsafeMutableBufferPointer<UInt32>
  ) -> (count: Int, end: Int)? {
    guard let read = decodeUnits(of: block, into: units) else {
      bytes?.requireAll()
      return nil
    }
    bytes?.requireBits(blockCount > 1 ? byte(of: block) &* 8 : start, to: read.end)
    return read
  }

  @inline(__always)
  private func decodeUnits(
    of block: Int, into units: UnsafeMutableBufferPointer<UInt32>
  ) -> (count: Int, end: Int)? {
    guard let bytes, let values = units.baseAddress else { return nil }
    let count = count(of: block)
    guard count > 0, count + BlockReader.slack <= units.count else { return nil }
    let reader = BlockReader(bytes: bytes)
    var bit = start
    var previous = UInt64.max
    let parameter: Int
    if blockCount > 1 {
      bit = byte(of: block) &* 8
      parameter = bytes.number(at: bit >> 3, width: 1) & 15
      if block > 0 { previous = UInt64(last(of: block - 1)) << UInt64(skipShift) }
      bit &+= 8
    } else {
      parameter = reader.gapParameter(count, unitLimit: unitLimit, at: &bit)
    }
    let end: Int
    if blockCount > 1, parameter == PostingsCode.unary {
      guard let read = reader.readRice(count, 0, at: bit, into: values) else { return nil }
      end = read
      for index in 0..<count {
        previous = previous &+ UInt64(values[index]) &+ 1
        values[index] = UInt32(truncatingIfNeeded: previous)
      }
    } else {
      guard let read = reader.readGaps(count, parameter, at: bit, after: &previous, into: values)
      else { return nil }
      end = read
    }
    guard previous < UInt64(unitLimit) else { return nil }
    return (count, end)
  }

  private func byte(of block: Int) -> Int {
    guard let bytes else { return 0 }
    let end = block == 0 ? 0 : bytes.number(at: ends + (block - 1) * endWidth, width: endWidth)
    return start / 8 + min(end, bytes.byteCount)
  }

  /// Reads how often the gram stands in each unit of a block, less one.
  func readRepeats(
    _ count: Int, of block: Int, at bit: Int,
    into repeats: UnsafeMutableBufferPointer<UInt32>
  ) -> Bool {
    guard let bytes, let values = repeats.baseAddress, count + BlockReader.slack <= repeats.count
    else { return false }
    guard let end = decodeRepeats(count, of: block, at: bit, bytes, into: values) else {
      bytes.requireAll()
      return false
    }
    bytes.requireBits(bit, to: end)
    return true
  }

  @inline(__always)
  private func decodeRepeats(
    _ count: Int, of block: Int, at bit: Int, _ bytes: IndexBytes,
    into values: UnsafeMutablePointer<UInt32>
  ) -> Int? {
    let reader = BlockReader(bytes: bytes)
    guard blockCount > 1 else { return reader.readSparse(count, at: bit, into: values) }
    let parameter = bytes.number(at: byte(of: block), width: 1) >> 4
    return parameter == PostingsCode.sparse
      ? reader.readSparse(count, at: bit, into: values)
      : reader.readRice(count, parameter, at: bit, into: values)
  }
}
