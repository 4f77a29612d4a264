/// The grams of a field that begin with some grams, as bytes.
struct GramPart: Sendable {
  /// What is known of the grams that begin with one gram.
  struct First: Sendable {
    /// The rank of a unit, or the ranks of a pair.
    var key: UInt32
    var count: Int
    var listOffset: Int
    var firstGroup: Int
  }

  var firsts: [First] = []
  /// The rank of what stands last in the first gram of each group.
  var groupRanks: [UInt16] = []
  var groupOffsets: [Int] = []
  var groups: [UInt8] = []
  var lists: [UInt8] = []
  /// The pairs that stand in many units, in ascending order.
  var frequentPairs: [FrequentPair] = []
}

/// Writes grams, all that begin with the same at a time.
struct GramWriter: ~Copyable {
  private var part = GramPart()
  private let shape: FieldShape
  private var sorter: GramSorter
  private var writer: PostingsWriter
  private var bits = BitWriter()
  private var shortLists = BitWriter()
  private var listBits = BitWriter()

  init(_ shape: FieldShape, _ ranking: FieldRanking?) {
    self.shape = shape
    sorter = GramSorter(shape)
    writer = PostingsWriter(unitLimit: shape.unitLimit, ranking)
  }

  /// What was written.
  consuming func finish() -> GramPart { part }

  /// Writes a folded unit of text and the pairs that begin with it.
  ///
  /// - Parameter occurrences: Where it stands, in the order of the texts.
  mutating func writePairs<Word: OccurrenceWord>(
    _ first: UInt32, _ occurrences: UnsafeBufferPointer<Word>
  ) {
    let postings = sorter.union(of: occurrences)
    let listOffset = begin(first, count: postings.count)
    writer.write(postings, to: &part.lists, through: &listBits)
    sorter.sort(occurrences)
    for gram in sorter.grams where gram.count >= shape.leastFrequent {
      part.frequentPairs.append(
        FrequentPair(key: first << 16 | UInt32(gram.last), count: gram.count))
    }
    writeGroups(listOffset)
  }

  /// Writes the trigrams that begin with a pair.
  ///
  /// - Parameter occurrences: Where it stands, in the order of the texts.
  mutating func writeTrigrams<Word: OccurrenceWord>(
    _ pair: UInt32, _ occurrences: UnsafeBufferPointer<Word>
  ) {
    let listOffset = begin(pair, count: 0)
    sorter.sort(occurrences)
    writeGroups(listOffset)
  }

  /// Notes what is known of a first gram and gives the start of its lists.
  private mutating func begin(_ key: UInt32, count: Int) -> Int {
    part.firsts.append(
      GramPart.First(
        key: key, count: count, listOffset: part.lists.count, firstGroup: part.groupRanks.count))
    return part.lists.count
  }

  /// Writes the sorted grams in groups.
  private mutating func writeGroups(_ listOffset: Int) {
    let count = sorter.grams.count
    let groupCount = (count + IndexFormat.groupSize - 1) / IndexFormat.groupSize
    let parameter = IndexFormat.rankParameter(groupCount: groupCount, rankCount: shape.rankCount)
    for start in stride(from: 0, to: count, by: IndexFormat.groupSize) {
      writeGroup(start..<min(start + IndexFormat.groupSize, count), parameter, listOffset)
    }
  }

  private mutating func writeGroup(_ range: Range<Int>, _ parameter: Int, _ listOffset: Int) {
    let leader = sorter.grams[range.lowerBound].last
    part.groupRanks.append(leader)
    part.groupOffsets.append(part.groups.count)
    part.groups.append(UInt8(range.count))
    var previous = Int(leader)
    for index in range {
      let gram = sorter.grams[index]
      if index > range.lowerBound {
        PostingsCode.writeExponential(Int(gram.last) - previous - 1, parameter, to: &bits)
      }
      previous = Int(gram.last)
      PostingsCode.writeExponential(gram.count - 1, 0, to: &bits)
      let postings = sorter.postings(of: gram)
      if postings.isLong {
        PostingsCode.writeExponential(
          part.lists.count - listOffset, IndexFormat.listOffsetParameter, to: &bits)
        writer.write(postings, to: &part.lists, through: &listBits)
      } else {
        writer.writeShort(postings, to: &shortLists)
      }
    }
    bits.append(&shortLists)
    bits.drain(to: &part.groups)
  }
}
