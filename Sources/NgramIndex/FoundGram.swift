/// A gram that was found in the dictionary, whose postings can be read.
struct FoundGram {
  /// The number of units that hold it.
  var count: Int
  /// The byte of a list among the lists, or the bit at which the short lists of a
  /// group begin.
  var place: Int
  /// What stands before the gram in its group; `nil` for a unit of text.
  var before: Before?

  /// Whether the two are one gram.
  func isSame(as other: FoundGram) -> Bool {
    count == other.count && place == other.place && before?.count == other.before?.count
  }

  /// The counts of the short lists of a group that come first.
  struct Before {
    private(set) var count = 0
    private var counts = InlineArray<16, UInt8>(repeating: 0)

    subscript(index: Int) -> Int { Int(counts[index]) }

    mutating func append(_ postings: Int) {
      guard count < IndexFormat.groupSize else { return }
      counts[count] = UInt8(clamping: postings)
      count += 1
    }
  }
}

/// Walks through the grams of one group; then `bit` is where their lists begin.
struct GroupWalk {
  struct Item {
    var rank: Int
    var count: Int
    var longList: Int?
  }

  private let reader: BlockReader
  private let start: Int
  private let parameter: Int
  private var left: Int
  private var rank: Int
  private var isFirst = true
  private(set) var bit: Int

  init(_ field: FieldIndex, at group: Int, of first: FieldIndex.First) {
    reader = BlockReader(bytes: field.bytes)
    parameter = IndexFormat.rankParameter(
      groupCount: first.groups.count, rankCount: field.rankCount)
    rank = field.groupRank(group)
    start = field.groupStart(group)
    left = min(field.bytes.number(at: start, width: 1), IndexFormat.groupSize)
    bit = (start + 1) * 8
  }

  @inline(__always)
  mutating func next() -> Item? {
    guard left > 0 else { return nil }
    left &-= 1
    if isFirst {
      isFirst = false
    } else {
      guard let step = reader.readExponential(parameter, at: &bit) else { return nil }
      rank &+= step &+ 1
    }
    guard let count = reader.readExponential(0, at: &bit) else { return nil }
    guard count >= PostingsCode.blockSize else { return Item(rank: rank, count: count + 1) }
    guard let list = reader.readExponential(IndexFormat.listOffsetParameter, at: &bit) else {
      return nil
    }
    return Item(rank: rank, count: count + 1, longList: list)
  }

  /// Has what was read compared with its page sums.
  func require() {
    let mostOfANumber = 16
    reader.bytes.require(start, bit &>> 3 &- start &+ mostOfANumber)
  }
}
