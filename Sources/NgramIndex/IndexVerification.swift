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
    try demand(field.pairThreshold > 0)
    var length = 0
    var previous = -1
    for rank in 0..<field.rankCount {
      let unit = Int(field.unit(ofRank: rank))
      try demand(unit > previous)
      previous = unit
      length += try checkUnit(rank)
    }
    try demand(length == field.totalLength)
    for (unit, length) in found.enumerated() {
      try demand(lengths[unit] == UnitLengths.code(ofLength: length))
    }
    try checkTrigrams()
  }

  /// Checks a unit of text and the pairs that begin with it.
  private mutating func checkUnit(_ rank: Int) throws(IndexError) -> Int {
    let first = field.first(ofRank: rank)
    let list = try list(of: field.gram(first))
    var length = 0
    var cursor = PostingsCursor(list)
    while let unit = cursor.next() {
      length += cursor.frequency
      if field.isRanked { found[unit] += cursor.frequency }
    }
    try check(list)
    for last in try lasts(of: first) { try check(self.list(of: field.gram(last, of: first))) }
    return length
  }

  private func checkTrigrams() throws(IndexError) {
    var previous = -1
    for index in 0..<field.pairCount {
      let pair = field.pair(index)
      try demand(pair > previous)
      previous = pair
      let (first, second) = (pair >> 16, pair & 0xFFFF)
      let list = try list(ofFrequent: first, second)
      guard let trigrams = field.first(ofPair: first, second) else { continue }
      for third in try lasts(of: trigrams) {
        _ = try self.list(ofFrequent: second, third)
        let trigram = try self.list(of: field.trigram(first, second, third))
        try check(trigram)
        try check(trigram, isWithin: list)
      }
    }
  }

  /// The ranks of what stands last in the grams that begin with another.
  private func lasts(of first: FieldIndex.First) throws(IndexError) -> [Int] {
    var ranks: [Int] = []
    for group in first.groups {
      var walk = GroupWalk(field, at: group, of: first)
      let count = ranks.count
      while let gram = walk.next() {
        try demand(gram.rank > ranks.last ?? -1 && gram.rank < field.rankCount)
        ranks.append(gram.rank)
      }
      walk.require()
      try demand(ranks.count > count)
    }
    return ranks
  }

  private func list(of gram: FoundGram?) throws(IndexError) -> PostingsList {
    guard let gram, let list = field.list(of: gram), list.count > 0 else {
      throw IndexError(.damaged, at: field.offset)
    }
    return list
  }

  /// The postings of a pair that must be frequent.
  private func list(ofFrequent first: Int, _ second: Int) throws(IndexError) -> PostingsList {
    try demand(first < field.rankCount)
    let list = try list(of: field.gram(second, of: field.first(ofRank: first)))
    try demand(list.count >= field.pairThreshold)
    return list
  }

  /// Checks that a list ascends, has all its postings, and keeps to its bounds.
  private func check(_ list: PostingsList) throws(IndexError) {
    var cursor = PostingsCursor(list)
    var count = 0
    var previous = -1
    while let unit = cursor.next() {
      try demand(unit > previous && cursor.frequency > 0)
      previous = unit
      if field.isRanked {
        let frequency = UInt32(truncatingIfNeeded: cursor.frequency)
        let impact = impact.of(frequency, lengthCode: lengths[unit])
        try demand(impact <= list.bound(of: count / PostingsCode.blockSize))
      }
      count += 1
    }
    try demand(count == list.count)
  }

  /// Checks that a gram stands where a part of it does, and no more often.
  private func check(
    _ gram: PostingsList, isWithin part: PostingsList
  ) throws(IndexError) {
    var cursor = PostingsCursor(gram)
    var partCursor = PostingsCursor(part)
    while let unit = cursor.next() {
      try demand(partCursor.advance(to: unit) == unit)
      try demand(partCursor.frequency >= cursor.frequency)
    }
  }

  private func demand(_ isIntact: Bool) throws(IndexError) {
    if !isIntact { throw IndexError(.damaged, at: field.offset) }
  }
}
