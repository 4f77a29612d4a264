/// The postings of a gram in blocks that say how much each can matter.
///
/// A page of the best units needs few blocks of a long list. A list of at most
/// 128 postings is one block without a bound.
public struct ImpactBlocks: Sendable {
  /// The number of units that hold the gram.
  public let count: Int

  private let list: PostingsList
  /// The file that the list lies in.
  private let file: MappedFile?

  init(_ list: PostingsList?) {
    self.list = list ?? .empty
    file = list?.file
    count = self.list.count
  }

  /// The number of blocks; the units ascend from block to block.
  public var blockCount: Int { list.blockCount }

  /// No impact in a block is above this, as `Impact` defines it.
  ///
  /// Where the average length is not that of this index but `average`, the bound
  /// is to be multiplied by `max(1, average / averageLength)`.
  @inline(__always)
  public func bound(of block: Int) -> Float { list.bound(of: block) }

  /// Calls `body` with the units of a block, and how often the gram stands in
  /// each, less one.
  ///
  /// - Returns: What `body` does, or `nil` if the block is damaged.
  public func withBlock<Result>(
    _ block: Int,
    _ body: (_ units: UnsafeBufferPointer<UInt32>, _ repeats: UnsafeBufferPointer<UInt32>) -> Result
  ) -> Result? {
    guard block >= 0, block < list.blockCount else { return nil }
    // On the stack: most queries read a block or two.
    var numbers = InlineArray<272, UInt32>(repeating: 0)
    var span = numbers.mutableSpan
    return span.withUnsafeMutableBufferPointer { numbers in
      let room = PostingsCode.blockSize + BlockReader.slack
      let units = UnsafeMutableBufferPointer(rebasing: numbers[..<room])
      let repeats = UnsafeMutableBufferPointer(rebasing: numbers[room...])
      guard let read = list.readUnits(of: block, into: units),
        list.readRepeats(read.count, of: block, at: read.end, into: repeats)
      else { return nil }
      return body(
        UnsafeBufferPointer(rebasing: units[..<read.count]),
        UnsafeBufferPointer(rebasing: repeats[..<read.count]))
    }
  }

  /// Calls `body` with the blocks as `withBlock` does, those of the highest
  /// bound first, until `isWorthwhile` says no of a bound.
  ///
  /// All blocks that are left out have that bound or a lower one. Blocks of one
  /// bound come in the order of their units; those that are damaged are missing.
  public func forEachBlock(
    while isWorthwhile: (_ bound: Float) -> Bool,
    _ body: (_ units: UnsafeBufferPointer<UInt32>, _ repeats: UnsafeBufferPointer<UInt32>) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 257 + blockCount) { buffer in
      let order = sortedBlocks(buffer)
      for block in order {
        guard isWorthwhile(bound(of: Int(block))) else { return }
        withBlock(Int(block), body)
      }
    }
  }

  /// The blocks by descending bounds, sorted by counting.
  private func sortedBlocks(
    _ buffer: UnsafeMutableBufferPointer<UInt32>
  ) -> UnsafeMutableBufferPointer<UInt32> {
    buffer.initialize(repeating: 0)
    let order = UnsafeMutableBufferPointer(rebasing: buffer[257...])
    // The place of a code counts from the greatest code on.
    for block in 0..<blockCount { buffer[256 - Int(list.boundCode(of: block))] += 1 }
    for code in 1...256 { buffer[code] += buffer[code - 1] }
    for block in 0..<blockCount {
      let place = 255 - Int(list.boundCode(of: block))
      order[Int(buffer[place])] = UInt32(truncatingIfNeeded: block)
      buffer[place] += 1
    }
    return order
  }
}
