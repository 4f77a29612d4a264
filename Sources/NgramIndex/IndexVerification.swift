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
    let postings = try read(list(of: field.gram(first)))
    var length = 0
    for (unit, frequency) in zip(postings.units, postings.frequencies) {
      length += Int(frequency)
      if field.isRanked { found[Int(unit)] += Int(frequency) }
    }
    for last in try lasts(of: first) { _ = try read(list(of: field.gram(last, of: first))) }
    return length
  }

  private func checkTrigrams() throws(IndexError) {
    var previous = -1
    for index in 0..<field.pairCount {
      let pair = field.pair(index)
      try demand(pair > previous)
      previous = pair
      let (first, second) = (pair >> 16, pair & 0xFFFF)
      let postings = try read(list(ofFrequent: first, second))
      guard let trigrams = field.first(ofPair: first, second) else { continue }
      for third in try lasts(of: trigrams) {
        _ = try list(ofFrequent: second, third)
        let trigram = try read(list(of: field.trigram(first, second, third)))
        try check(trigram, isWithin: postings)
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

  /// The units of a list, and how often the gram stands in each.
  private struct ReadPostings {
    var units: [UInt32] = []
    var frequencies: [UInt32] = []
  }

  /// Reads a list and checks that it ascends, is whole, and keeps to its bounds.
  private func read(_ list: PostingsList) throws(IndexError) -> ReadPostings {
    var read = ReadPostings()
    var isIntact = true
    var block = 0
    var previous = -1
    var cursor = PostingsCursor(list)
    cursor.forEachBlock { units, repeats in
      for index in units.indices {
        isIntact = isIntact && Int(units[index]) > previous
        previous = Int(units[index])
        read.units.append(units[index])
        read.frequencies.append(repeats[index] &+ 1)
        guard field.isRanked else { continue }
        let code = lengths[Int(units[index])]
        let impact = impact.of(repeats[index] &+ 1, lengthCode: code)
        isIntact = isIntact && impact <= list.bound(of: block)
      }
      block += 1
    }
    try demand(isIntact && read.units.count == list.count)
    return read
  }

  /// Checks that a gram stands where a part of it does, and no more often.
  private func check(
    _ gram: ReadPostings, isWithin part: ReadPostings
  ) throws(IndexError) {
    var place = 0
    for (unit, frequency) in zip(gram.units, gram.frequencies) {
      while place < part.units.count, part.units[place] < unit { place += 1 }
      try demand(place < part.units.count && part.units[place] == unit)
      try demand(frequency <= part.frequencies[place])
    }
  }

  private func demand(_ isIntact: Bool) throws(IndexError) {
    if !isIntact { throw IndexError(.damaged, at: field.offset) }
  }
}
