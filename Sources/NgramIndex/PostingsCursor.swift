/// Walks through the postings of one gram, unit after unit.
public struct PostingsCursor: @unchecked Sendable {
  /// The number of units that hold the gram.
  public let count: Int

  private let list: PostingsList
  /// The file that the list lies in.
  private let file: MappedFile?
  /// What the block is read into; copies of a cursor share it until one reads on.
  private var room: BlockRoom?
  /// The units of the block, in `room`.
  private var units = UnsafeBufferPointer<UInt32>(start: nil, count: 0)
  /// Whether how often the gram stands in them has been read too.
  private var hasRepeats = false
  private var block = -1
  private var index = 0
  private var repeatsBit = 0

  /// The cursor before the first posting of `list`, or one of no postings.
  init(_ list: PostingsList?) {
    self.list = list ?? .empty
    file = list?.file
    count = self.list.count
  }

  /// Moves to the next unit and returns it, or `nil` once the list is spent.
  @inline(__always)
  public mutating func next() -> Int? {
    index &+= 1
    if index < units.count { return Int(units[index]) }
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
    while units.isEmpty || Int(units[units.count &- 1]) < target {
      guard block < list.blockCount, load(list.block(holding: target, after: block)) else {
        return nil
      }
    }
    while index < units.count {
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
      guard index < units.count, hasRepeats || loadRepeats(), let room else { return 0 }
      return Int(room.repeats[index]) &+ 1
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
    if index >= units.count, nextBlock() == nil { return }
    repeat {
      guard hasRepeats || loadRepeats(), let room else { return }
      let range = index..<units.count
      body(
        UnsafeBufferPointer(rebasing: units[range]),
        UnsafeBufferPointer(rebasing: room.repeats[range]))
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
    let previous = units.last
    let room = ownRoom()
    guard let read = list.readUnits(of: next, into: room.units),
      previous.map({ $0 < room.units[0] }) ?? true
    else { return end() }
    block = next
    units = UnsafeBufferPointer(rebasing: room.units[..<read.count])
    repeatsBit = read.end
    return true
  }

  private mutating func end() -> Bool {
    block = list.blockCount
    units = UnsafeBufferPointer(start: nil, count: 0)
    return false
  }

  private mutating func loadRepeats() -> Bool {
    let room = ownRoom()
    hasRepeats = list.readRepeats(units.count, of: block, at: repeatsBit, into: room.repeats)
    return hasRepeats
  }

  /// Room that no copy of the cursor has, with the units in it.
  private mutating func ownRoom() -> BlockRoom {
    if isKnownUniquelyReferenced(&room), let room { return room }
    let own = BlockRoom.room(for: count)
    _ = own.units.update(fromContentsOf: units)
    units = UnsafeBufferPointer(rebasing: own.units[..<units.count])
    room = own
    return own
  }
}
