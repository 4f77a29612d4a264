/// The check of every list of a field.
struct IndexVerification {
  private let field: FieldIndex
  private let lengths: UnitLengths
  private let impact: Impact
  /// The lengths of the units as their unigrams add up.
  private var found: [Int]

  init(_ field: FieldIndex) {
    self.field = field
    lengths = field.lengths
    impact = Impact(totalLength: field.totalLength, unitCount: field.unitCount)
    found = [Int](repeating: 0, count: field.isRanked ? field.unitLimit : 0)
  }

  mutating func run() throws(IndexError) {
    var length = 0
    var previous = -1
    for index in 0..<field.distinctFirsts {
      let unit = Int(field.firstUnit(index))
      try demand(unit > previous)
      previous = unit
      let first = field.first(index)
      length += try check(field.list(first.count, at: first.list), first.count, isUnigram: true)
      try checkBigrams(of: first)
    }
    try demand(length == field.totalLength)
    for (unit, length) in found.enumerated() {
      try demand(lengths[unit] == UnitLengths.code(ofLength: length))
    }
  }

  private mutating func checkBigrams(of first: FieldIndex.First) throws(IndexError) {
    var previous = -1
    for group in first.groups {
      let ranks = field.ranks(of: group, of: first)
      try demand(!ranks.isEmpty)
      for rank in ranks {
        try demand(rank > previous && rank < field.distinctFirsts)
        previous = rank
        let gram = field.list(of: rank, in: group, of: first)
        _ = try check(gram, gram?.count ?? 0)
      }
    }
  }

  /// Checks that a list ascends and has `count` postings; adds up its frequencies.
  private mutating func check(
    _ list: PostingsList?, _ count: Int, isUnigram: Bool = false
  ) throws(IndexError) -> Int {
    try demand(list != nil && count > 0)
    var cursor = PostingsCursor(list)
    var total = 0
    var sum = 0
    var previous = -1
    while let unit = cursor.next() {
      try demand(unit > previous)
      previous = unit
      let frequency = cursor.frequency
      try demand(frequency > 0)
      if field.isRanked {
        if isUnigram { found[unit] += frequency }
        try checkBound(list, total / PostingsCode.blockSize, unit, frequency)
      }
      total += 1
      sum += frequency
    }
    try demand(total == count)
    return sum
  }

  /// Checks that the bound of a block is not below the impact of a posting in it.
  private func checkBound(
    _ list: PostingsList?, _ block: Int, _ unit: Int, _ frequency: Int
  ) throws(IndexError) {
    let impact = impact.of(UInt32(truncatingIfNeeded: frequency), lengthCode: lengths[unit])
    try demand(impact <= list?.bound(of: block) ?? .infinity)
  }

  private func demand(_ isIntact: Bool) throws(IndexError) {
    if !isIntact { throw IndexError(.damaged, at: field.offset) }
  }
}
