/// The index of one field, in which grams are looked up.
struct FieldIndex: Sendable {
  let unitCount: Int
  let unitLimit: Int
  let totalLength: Int
  /// Where the field stands in the table of sections.
  let offset: Int

  private let bytes: IndexBytes
  private let firsts: Range<Int>
  private let firstCount: Int
  private let firstDetails: Int
  private let groupTable: Range<Int>
  private let groupOffsets: Int
  private let groups: Range<Int>
  private let lists: Range<Int>
  private let lengthCodes: Range<Int>
  private let groupCount: Int

  /// What is known of the grams that begin with one unit.
  struct First {
    var count: Int
    var list: Int
    var groups: Range<Int>
  }

  /// Reads a field's part of the section table, which must lie in `bytes`.
  init(_ bytes: IndexBytes, at offset: Int) throws(IndexError) {
    self.bytes = bytes
    self.offset = offset
    unitCount = bytes.number(at: offset, width: 4)
    unitLimit = bytes.number(at: offset + 4, width: 4)
    totalLength = bytes.number(at: offset + 8, width: 7)
    firsts = try Self.section(0, bytes, offset)
    groupTable = try Self.section(1, bytes, offset)
    groups = try Self.section(2, bytes, offset)
    lists = try Self.section(3, bytes, offset)
    lengthCodes = try Self.section(4, bytes, offset)
    firstCount = Self.rowCount(firsts.count - 12, 12)
    firstDetails = firsts.lowerBound + Self.aligned(firstCount * 2)
    groupCount = Self.rowCount(groupTable.count, 4)
    groupOffsets = groupTable.lowerBound + Self.aligned(groupCount * 2)
    guard Self.aligned(firstCount * 2) + (firstCount + 1) * 12 == firsts.count,
      Self.aligned(groupCount * 2) + groupCount * 4 == groupTable.count,
      unitCount <= unitLimit, unitLimit <= 1 << 31,
      lengthCodes.isEmpty || lengthCodes.count == unitLimit
    else { throw IndexError(.damaged, at: offset) }
  }

  private static func section(
    _ index: Int, _ bytes: IndexBytes, _ field: Int
  ) throws(IndexError) -> Range<Int> {
    let place = field + 16 + index * 16
    guard let offset = bytes.largeNumber(at: place), let count = bytes.largeNumber(at: place + 8),
      bytes.holds(offset, count)
    else { throw IndexError(.damaged, at: place) }
    return offset..<(offset + count)
  }

  /// The rows of two bytes, aligned to eight, and `width` bytes each that fill a section.
  private static func rowCount(_ byteCount: Int, _ width: Int) -> Int {
    guard byteCount > 0 else { return 0 }
    var count = byteCount / (width + 2)
    while count > 0, aligned(count * 2) + count * width > byteCount { count -= 1 }
    return count
  }

  private static func aligned(_ byteCount: Int) -> Int {
    (byteCount + 7) & ~7
  }

  /// Whether the field has the lengths of its units and bounds of impacts.
  var isRanked: Bool { !lengthCodes.isEmpty }

  /// The lengths of the units, if the field is ranked.
  var lengths: UnitLengths {
    bytes.require(lengthCodes.lowerBound, lengthCodes.count)
    return UnitLengths(UnsafeRawBufferPointer(rebasing: bytes.all[lengthCodes]))
  }

  /// The number of distinct first units.
  var distinctFirsts: Int { firstCount }

  /// The first unit of an index, in ascending order.
  func firstUnit(_ index: Int) -> UInt16 {
    UInt16(truncatingIfNeeded: bytes.number(at: firsts.lowerBound &+ index &* 2, width: 2))
  }

  /// What is known of the grams of a first unit.
  func first(_ index: Int) -> First {
    let place = firstDetails + index * 12
    let start = bytes.number(at: place + 8, width: 4)
    let end = bytes.number(at: place + 20, width: 4)
    return First(
      count: bytes.number(at: place, width: 4), list: bytes.number(at: place + 4, width: 4),
      groups: min(start, end, groupCount)..<min(max(start, end), groupCount))
  }

  /// The rank of a unit among those that stand in the field, if it does.
  private func rank(of unit: UInt16) -> Int? {
    bytes.require(firsts.lowerBound, firsts.count)
    var low = 0
    var high = firstCount
    while low < high {
      let middle = (low + high) / 2
      if firstUnit(middle) < unit { low = middle + 1 } else { high = middle }
    }
    return low < firstCount && firstUnit(low) == unit ? low : nil
  }

  /// The number of units that hold a gram.
  func count(of gram: Gram) -> Int {
    guard let first = rank(of: gram.first).map(first) else { return 0 }
    guard let second = gram.second else { return min(first.count, unitCount) }
    guard let rank = rank(of: second), let group = group(of: rank, in: first) else { return 0 }
    var walk = GroupWalk(bytes, self, at: group, of: first)
    var count = 0
    while count == 0, let bigram = walk.next() {
      if bigram.rank == rank { count = min(bigram.count, unitCount) }
    }
    walk.require()
    return count
  }

  /// The postings of a gram, or `nil` if no text holds it.
  func list(of gram: Gram) -> PostingsList? {
    guard let first = rank(of: gram.first).map(first) else { return nil }
    guard let second = gram.second else { return list(first.count, at: first.list) }
    guard let rank = rank(of: second), let group = group(of: rank, in: first) else { return nil }
    return list(of: rank, in: group, of: first)
  }

  /// The postings of a first unit alone.
  func list(_ count: Int, at offset: Int) -> PostingsList? {
    guard count > 0, count <= unitCount, offset <= lists.count else { return nil }
    let place = lists.lowerBound + offset
    return count > PostingsCode.blockSize
      ? PostingsList(
        long: count, at: place, unitLimit: unitLimit, hasBounds: isRanked, in: bytes)
      : PostingsList(short: count, at: place * 8, unitLimit: unitLimit, in: bytes)
  }

  /// The postings of a bigram that stands in a group if anywhere.
  func list(of rank: Int, in group: Int, of first: First) -> PostingsList? {
    var target: GroupWalk.Bigram?
    var before: [Int] = []
    var walk = GroupWalk(bytes, self, at: group, of: first)
    while let bigram = walk.next() {
      if bigram.rank == rank { target = bigram }
      if target == nil, bigram.longList == nil { before.append(bigram.count) }
    }
    walk.require()
    guard let target, target.count > 0, target.count <= unitCount else { return nil }
    if let offset = target.longList { return list(target.count, at: first.list + offset) }
    let reader = BlockReader(bytes: bytes)
    var bit = walk.bit
    for count in before {
      guard let next = reader.skipShort(count, unitLimit: unitLimit, at: bit) else {
        bytes.requireAll()
        return nil
      }
      bit = next
    }
    bytes.requireBits(walk.bit, to: bit)
    return PostingsList(short: target.count, at: bit, unitLimit: unitLimit, in: bytes)
  }

  /// The group of a first unit that holds a second one if any does.
  private func group(of rank: Int, in first: First) -> Int? {
    var low = first.groups.lowerBound
    var high = first.groups.upperBound
    bytes.require(groupTable.lowerBound + low * 2, (high - low) * 2)
    while low < high {
      let middle = (low + high) / 2
      if groupRank(middle) <= rank { low = middle + 1 } else { high = middle }
    }
    return low > first.groups.lowerBound ? low - 1 : nil
  }

  /// The rank of what stands second in the first bigram of a group.
  func groupRank(_ group: Int) -> Int {
    bytes.number(at: groupTable.lowerBound &+ group &* 2, width: 2)
  }

  /// The ranks of what stands second in the bigrams of a group.
  func ranks(of group: Int, of first: First) -> [Int] {
    var ranks: [Int] = []
    var walk = GroupWalk(bytes, self, at: group, of: first)
    while let bigram = walk.next() { ranks.append(bigram.rank) }
    return ranks
  }

  /// Where a group begins.
  func groupStart(_ group: Int) -> Int {
    bytes.require(groupOffsets + group * 4, 4)
    let offset = bytes.number(at: groupOffsets + group * 4, width: 4)
    return groups.lowerBound + min(offset, groups.count)
  }
}

/// Walks through the bigrams of one group; then `bit` is where their lists begin.
struct GroupWalk {
  struct Bigram {
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

  init(_ bytes: IndexBytes, _ field: FieldIndex, at group: Int, of first: FieldIndex.First) {
    reader = BlockReader(bytes: bytes)
    parameter = IndexFormat.rankParameter(
      groupCount: first.groups.count, distinctFirsts: field.distinctFirsts)
    rank = field.groupRank(group)
    start = field.groupStart(group)
    left = min(bytes.number(at: start, width: 1), IndexFormat.groupSize)
    bit = (start + 1) * 8
  }

  @inline(__always)
  mutating func next() -> Bigram? {
    guard left > 0 else { return nil }
    left &-= 1
    if isFirst {
      isFirst = false
    } else {
      guard let step = reader.readExponential(parameter, at: &bit) else { return nil }
      rank &+= step &+ 1
    }
    guard let count = reader.readExponential(0, at: &bit) else { return nil }
    guard count >= PostingsCode.blockSize else { return Bigram(rank: rank, count: count + 1) }
    guard let list = reader.readExponential(IndexFormat.listOffsetParameter, at: &bit) else {
      return nil
    }
    return Bigram(rank: rank, count: count + 1, longList: list)
  }

  /// Has what was read compared with its page sums.
  func require() {
    let mostOfANumber = 16
    reader.bytes.require(start, bit &>> 3 &- start &+ mostOfANumber)
  }
}
