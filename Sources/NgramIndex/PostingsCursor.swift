/// Walks through the postings of one gram, unit after unit.
public struct PostingsCursor: Sendable {
  /// The number of units that hold the gram.
  public let count: Int

  private let list: PostingsList
  /// The file that the list lies in.
  private let file: MappedFile?
  private var units: [UInt32]
  /// The repeats of the block; `hasRepeats` says whether they have been read.
  private var repeats: [UInt32] = []
  private var hasRepeats = false
  private var block = -1
  private var blockCount = 0
  private var index = 0
  private var repeatsBit = 0

  /// The cursor before the first posting of `list`, or one of no postings.
  init(_ list: PostingsList?) {
    guard let list else {
      self.list = .empty
      file = nil
      count = 0
      units = []
      return
    }
    self.list = list
    file = list.file
    count = list.count
    units = [UInt32](repeating: 0, count: min(count, PostingsCode.blockSize) + BlockReader.slack)
  }

  /// Moves to the next unit and returns it, or `nil` once the list is spent.
  @inline(__always)
  public mutating func next() -> Int? {
    index &+= 1
    if index < blockCount { return Int(units[index]) }
    return nextBlock()
  }

  /// Moves to the first unit at or after `target` and returns it, or `nil`
  /// once the list is spent.
  ///
  /// A cursor never moves back: a target before the current unit gives the
  /// current unit.
  ///
  /// - Complexity: O(log *b*) with *b* the blocks that are skipped, and the
  ///   reading of one block.
  @inline(__always)
  public mutating func advance(to target: Int) -> Int? {
    while blockCount == 0 || Int(units[blockCount &- 1]) < target {
      guard block < list.blockCount, load(list.block(holding: target, after: block)) else {
        return nil
      }
    }
    while index < blockCount {
      let unit = Int(units[index])
      if unit >= target { return unit }
      index &+= 1
    }
    return nil
  }

  /// How often the gram stands in the current unit; 0 before the first and
  /// after the last.
  public var frequency: Int {
    mutating get {
      guard index < blockCount else { return 0 }
      if !hasRepeats, !loadRepeats() { return 0 }
      return Int(repeats[index]) &+ 1
    }
  }

  /// Calls `body` with the units of the rest of the list and how often the
  /// gram stands in each, some dozens at a time.
  ///
  /// Each frequency is given less one. The fastest way through a whole list.
  public mutating func forEachBlock(
    _ body: (_ units: UnsafeBufferPointer<UInt32>, _ repeats: UnsafeBufferPointer<UInt32>) -> Void
  ) {
    index &+= 1
    if index >= blockCount, nextBlock() == nil { return }
    repeat {
      guard hasRepeats || loadRepeats() else { return }
      let range = index..<blockCount
      units.withUnsafeBufferPointer { units in
        repeats.withUnsafeBufferPointer { repeats in
          body(
            UnsafeBufferPointer(rebasing: units[range]),
            UnsafeBufferPointer(rebasing: repeats[range]))
        }
      }
    } while nextBlock() != nil
  }

  private mutating func nextBlock() -> Int? {
    guard block < list.blockCount, load(block + 1) else { return nil }
    return Int(units[0])
  }

  /// Reads a block's units; ends the list if there is no such block, or if it
  /// would lead back.
  private mutating func load(_ next: Int) -> Bool {
    index = 0
    hasRepeats = false
    guard next < list.blockCount else { return end() }
    let previous = blockCount > 0 ? units[blockCount - 1] : nil
    let read = units.withUnsafeMutableBufferPointer { list.readUnits(of: next, into: $0) }
    guard let read, previous.map({ $0 < units[0] }) ?? true else { return end() }
    block = next
    blockCount = read.count
    repeatsBit = read.end
    return true
  }

  private mutating func end() -> Bool {
    block = list.blockCount
    blockCount = 0
    return false
  }

  private mutating func loadRepeats() -> Bool {
    if repeats.isEmpty { repeats = [UInt32](repeating: 0, count: units.count) }
    hasRepeats = repeats.withUnsafeMutableBufferPointer {
      list.readRepeats(blockCount, of: block, at: repeatsBit, into: $0)
    }
    return hasRepeats
  }
}
