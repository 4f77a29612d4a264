/// The index of one field, in which grams are looked up.
struct FieldIndex: Sendable {
  let unitCount: Int
  let unitLimit: Int
  let totalLength: Int
  /// The number of distinct folded units; their order gives their ranks.
  let rankCount: Int
  /// The number of pairs with which trigrams begin.
  let pairCount: Int
  /// The least number of units that hold a frequent pair.
  let pairThreshold: Int
  /// Where the field stands in the table of sections.
  let offset: Int

  let bytes: IndexBytes
  private let offsetWidth: Int
  private let alphabet: Int
  private let pairs: Int
  private let rows: Int
  private let groupRanks: Int
  private let groupOffsets: Int
  private let groupCount: Int
  private let groups: Range<Int>
  private let lists: Range<Int>
  private let lengthCodes: Range<Int>

  /// What is known of the grams that begin with a unit or a pair.
  struct First {
    var count: Int
    var list: Int
    var groups: Range<Int>
  }

  /// Reads a field's part of the section table, which must lie in `bytes`.
  init(_ bytes: IndexBytes, at offset: Int) throws(IndexError) {
    self.bytes = bytes
    self.offset = offset
    totalLength = bytes.number(at: offset, width: 7)
    unitCount = bytes.number(at: offset + 8, width: 4)
    unitLimit = bytes.number(at: offset + 12, width: 4)
    rankCount = bytes.number(at: offset + 16, width: 4)
    pairCount = bytes.number(at: offset + 20, width: 4)
    pairThreshold = bytes.number(at: offset + 24, width: 4)
    offsetWidth = bytes.number(at: offset + 28, width: 4)
    let firsts = try Self.section(0, bytes, offset)
    let groupTable = try Self.section(1, bytes, offset)
    groups = try Self.section(2, bytes, offset)
    lists = try Self.section(3, bytes, offset)
    lengthCodes = try Self.section(4, bytes, offset)
    guard unitCount <= unitLimit, unitLimit <= 1 << 31, (1...7).contains(offsetWidth),
      lengthCodes.isEmpty || lengthCodes.count == unitLimit
    else { throw IndexError(.damaged, at: offset) }
    alphabet = firsts.lowerBound
    pairs = alphabet + Self.aligned(rankCount * 2)
    rows = pairs + Self.aligned(pairCount * 4)
    let end = rows + (rankCount + pairCount) * (8 + offsetWidth)
    groupCount = bytes.number(at: end + 4, width: 4)
    groupRanks = groupTable.lowerBound
    groupOffsets = groupRanks + Self.aligned(groupCount * 2)
    guard end + 8 + offsetWidth == firsts.upperBound,
      groupOffsets + groupCount * offsetWidth == groupTable.upperBound
    else { throw IndexError(.damaged, at: offset) }
  }

  private static func section(
    _ index: Int, _ bytes: IndexBytes, _ field: Int
  ) throws(IndexError) -> Range<Int> {
    let place = field + 32 + index * 16
    guard let offset = bytes.largeNumber(at: place), let count = bytes.largeNumber(at: place + 8),
      bytes.holds(offset, count)
    else { throw IndexError(.damaged, at: place) }
    return offset..<(offset + count)
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

  /// The folded unit of a rank.
  @inline(__always)
  func unit(ofRank rank: Int) -> UInt16 {
    UInt16(truncatingIfNeeded: bytes.number(at: alphabet &+ rank &* 2, width: 2))
  }

  /// The rank of a folded unit, if it stands in the field.
  func rank(of unit: UInt16) -> Int? {
    bytes.require(alphabet, rankCount * 2)
    let units = UnsafeRawPointer(bytes.all.baseAddress.unsafelyUnwrapped + alphabet)
    // Halves what is left without branches, which could not be foreseen.
    var low = 0
    var left = rankCount
    while left > 1 {
      let half = left / 2
      let middle = units.loadUnaligned(fromByteOffset: 2 &* (low &+ half), as: UInt16.self)
      low = middle.littleEndian <= unit ? low &+ half : low
      left &-= half
    }
    return rankCount > 0 && self.unit(ofRank: low) == unit ? low : nil
  }

  /// A pair with which trigrams begin: its first rank times 65,536, plus its second.
  func pair(_ index: Int) -> Int {
    bytes.number(at: pairs &+ index &* 4, width: 4)
  }

  /// The trigram of three ranks, of which the pairs are frequent.
  func trigram(_ first: Int, _ second: Int, _ third: Int) -> FoundGram? {
    self.first(ofPair: first, second).flatMap { gram(third, of: $0) }
  }

  /// What is known of the grams that begin with a unit.
  func first(ofRank rank: Int) -> First { row(rank) }

  /// What is known of the trigrams that begin with a pair; `nil` if none does, or
  /// the pair is not frequent.
  func first(ofPair first: Int, _ second: Int) -> First? {
    let key = first << 16 | second
    bytes.require(pairs, pairCount * 4)
    var low = 0
    var high = pairCount
    while low < high {
      let middle = (low + high) / 2
      if pair(middle) < key { low = middle + 1 } else { high = middle }
    }
    return low < pairCount && pair(low) == key ? row(rankCount + low) : nil
  }

  private func row(_ index: Int) -> First {
    let width = 8 + offsetWidth
    let place = rows + index * width
    bytes.require(place, width * 2)
    let start = bytes.number(at: place + 4, width: 4)
    let end = bytes.number(at: place + width + 4, width: 4)
    return First(
      count: bytes.number(at: place, width: 4),
      list: bytes.number(at: place + 8, width: offsetWidth),
      groups: min(start, end, groupCount)..<min(max(start, end), groupCount))
  }

  /// The gram that ends with a rank, of those that begin with `first`.
  func gram(_ rank: Int, of first: First) -> FoundGram? {
    group(of: rank, in: first).flatMap { gram(rank, in: $0, of: first) }
  }

  /// The gram that ends with a rank, of those in a group.
  func gram(_ rank: Int, in group: Int, of first: First) -> FoundGram? {
    var walk = GroupWalk(self, at: group, of: first)
    defer { walk.require() }
    var before = FoundGram.Before()
    while let gram = walk.next() {
      guard gram.rank == rank else {
        if gram.longList == nil { before.append(gram.count) }
        continue
      }
      guard gram.count <= unitCount else { return nil }
      if let list = gram.longList {
        return FoundGram(count: gram.count, place: first.list + list, before: before)
      }
      while walk.next() != nil {}
      return FoundGram(count: gram.count, place: walk.bit, before: before)
    }
    return nil
  }

  /// A unit of text as a gram.
  func gram(_ first: First) -> FoundGram {
    FoundGram(count: min(first.count, unitCount), place: first.list, before: nil)
  }

  /// The postings of a gram, or `nil` if they are damaged.
  func list(of gram: FoundGram) -> PostingsList? {
    guard gram.count > 0 else { return nil }
    guard let before = gram.before, gram.count <= PostingsCode.blockSize else {
      return list(gram.count, at: gram.place)
    }
    let reader = BlockReader(bytes: bytes)
    var bit = gram.place
    for index in 0..<before.count {
      guard let next = reader.skipShort(before[index], unitLimit: unitLimit, at: bit) else {
        bytes.requireAll()
        return nil
      }
      bit = next
    }
    bytes.requireBits(gram.place, to: bit)
    return PostingsList(short: gram.count, at: bit, unitLimit: unitLimit, in: bytes)
  }

  /// The postings that begin at a byte of `lists`.
  private func list(_ count: Int, at offset: Int) -> PostingsList? {
    guard offset <= lists.count else {
      bytes.requireAll()
      return nil
    }
    let place = lists.lowerBound + offset
    return count > PostingsCode.blockSize
      ? PostingsList(
        long: count, at: place, unitLimit: unitLimit, hasBounds: isRanked, in: bytes)
      : PostingsList(short: count, at: place * 8, unitLimit: unitLimit, in: bytes)
  }

  /// The group of a first gram that holds a last rank if any does.
  private func group(of rank: Int, in first: First) -> Int? {
    var low = first.groups.lowerBound
    var high = first.groups.upperBound
    bytes.require(groupRanks + low * 2, (high - low) * 2)
    while low < high {
      let middle = (low + high) / 2
      if groupRank(middle) <= rank { low = middle + 1 } else { high = middle }
    }
    return low > first.groups.lowerBound ? low - 1 : nil
  }

  /// The rank of what stands last in the first gram of a group.
  func groupRank(_ group: Int) -> Int {
    bytes.number(at: groupRanks &+ group &* 2, width: 2)
  }

  /// Where a group begins.
  func groupStart(_ group: Int) -> Int {
    let place = groupOffsets + group * offsetWidth
    bytes.require(place, offsetWidth)
    let offset = bytes.number(at: place, width: offsetWidth)
    return groups.lowerBound + min(offset, groups.count)
  }

  /// Calls `body` with each pair of units.
  func forEachPair(_ body: (UInt16, UInt16) -> Void) {
    for rank in 0..<rankCount {
      let first = first(ofRank: rank)
      for group in first.groups {
        var walk = GroupWalk(self, at: group, of: first)
        while let gram = walk.next() { body(unit(ofRank: rank), unit(ofRank: gram.rank)) }
        walk.require()
      }
    }
  }
}
