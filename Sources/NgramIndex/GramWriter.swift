/// The grams that begin with some units of a field, and their way to bytes.
struct GramWriter: Sendable {
  /// What is known of the grams that begin with one unit.
  struct First: Sendable {
    var unit: UInt16
    var count: Int
    var listOffset: Int
    var firstGroup: Int
  }

  private(set) var firsts: [First] = []
  /// The rank of what stands second in the first bigram of each group.
  private(set) var groupSeconds: [UInt16] = []
  private(set) var groupOffsets: [Int] = []
  private(set) var groups: [UInt8] = []
  private(set) var lists: [UInt8] = []

  private var postings: PostingsWriter
  private var bits = BitWriter()
  private var shortLists = BitWriter()
  private var counts = [UInt32](repeating: 0, count: 0x10000)
  private var seconds: [UInt16] = []
  private var sorted: [UInt32] = []

  private let ranks: GramRanks

  init(unitLimit: Int, ranks: GramRanks, _ ranking: FieldRanking?) {
    postings = PostingsWriter(unitLimit: unitLimit, ranking)
    self.ranks = ranks
  }

  /// Writes the grams that begin with `first`.
  ///
  /// - Parameter occurrences: Where `first` stands, in the order of the texts:
  ///   the number of the unit times 65,536, plus what follows `first`.
  mutating func write(_ first: UInt16, _ occurrences: UnsafeBufferPointer<UInt64>) {
    let listOffset = lists.count
    postings.collect(occurrences) { UInt32(truncatingIfNeeded: $0 &>> 16) }
    firsts.append(
      First(
        unit: first, count: postings.count, listOffset: listOffset,
        firstGroup: groupSeconds.count))
    writeList()
    sort(occurrences)
    sorted.withUnsafeBufferPointer { sorted in
      var start = 0
      let groupCount = (seconds.count + IndexFormat.groupSize - 1) / IndexFormat.groupSize
      for group in stride(from: 0, to: seconds.count, by: IndexFormat.groupSize) {
        let end = min(group + IndexFormat.groupSize, seconds.count)
        writeGroup(seconds[group..<end], of: groupCount, sorted, &start, listOffset)
      }
    }
    for second in seconds { counts[Int(second)] = 0 }
  }

  /// Sorts the units of the bigrams by what stands second.
  ///
  /// Afterwards `counts` says where the units of each second end.
  private mutating func sort(_ occurrences: UnsafeBufferPointer<UInt64>) {
    seconds.removeAll(keepingCapacity: true)
    for occurrence in occurrences {
      let second = UInt16(truncatingIfNeeded: occurrence)
      guard second != Gram.separator else { continue }
      if counts[Int(second)] == 0 { seconds.append(second) }
      counts[Int(second)] &+= 1
    }
    seconds.sort()
    var end: UInt32 = 0
    for second in seconds {
      let count = counts[Int(second)]
      counts[Int(second)] = end
      end &+= count
    }
    if sorted.count < Int(end) {
      sorted = [UInt32](repeating: 0, count: max(Int(end), sorted.count * 2))
    }
    sorted.withUnsafeMutableBufferPointer { sorted in
      counts.withUnsafeMutableBufferPointer { counts in
        for occurrence in occurrences {
          let second = UInt16(truncatingIfNeeded: occurrence)
          guard second != Gram.separator else { continue }
          let place = counts[Int(second)]
          sorted[Int(place)] = UInt32(truncatingIfNeeded: occurrence &>> 16)
          counts[Int(second)] = place &+ 1
        }
      }
    }
  }

  private mutating func writeList() {
    if postings.isLong {
      postings.writeLong(to: &lists)
    } else {
      postings.writeShort(to: &bits)
      bits.drain(to: &lists)
    }
  }

  private mutating func writeGroup(
    _ seconds: ArraySlice<UInt16>, of groupCount: Int, _ sorted: UnsafeBufferPointer<UInt32>,
    _ start: inout Int, _ listOffset: Int
  ) {
    guard let leader = seconds.first else { return }
    groupSeconds.append(ranks[leader])
    groupOffsets.append(groups.count)
    groups.append(UInt8(seconds.count))
    let parameter = IndexFormat.rankParameter(groupCount: groupCount, distinctFirsts: ranks.count)
    var previous = Int(ranks[leader]) - 1
    for second in seconds {
      let end = Int(counts[Int(second)])
      postings.collect(UnsafeBufferPointer(rebasing: sorted[start..<end])) { $0 }
      start = end
      let rank = Int(ranks[second])
      if second != leader {
        PostingsCode.writeExponential(rank - previous - 1, parameter, to: &bits)
      }
      previous = rank
      PostingsCode.writeExponential(postings.count - 1, 0, to: &bits)
      if postings.isLong {
        PostingsCode.writeExponential(
          lists.count - listOffset, IndexFormat.listOffsetParameter, to: &bits)
        postings.writeLong(to: &lists)
      } else {
        postings.writeShort(to: &shortLists)
      }
    }
    bits.append(&shortLists)
    bits.drain(to: &groups)
  }
}

/// The units that stand in a field, each with its place in their order.
struct GramRanks: Sendable {
  /// How many there are.
  let count: Int
  private let ranks: [UInt16]

  /// The ranks of the units that occur.
  init(counts: [Int]) {
    var next = 0
    ranks = counts.map { count in
      defer { next += count > 0 ? 1 : 0 }
      return UInt16(truncatingIfNeeded: next)
    }
    count = next
  }

  /// The number of lesser units that occur.
  subscript(unit: UInt16) -> UInt16 { ranks[Int(unit)] }
}
