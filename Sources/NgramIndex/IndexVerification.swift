/// The check of every list of a field.
struct IndexVerification {
  private let field: FieldIndex

  init(_ field: FieldIndex) {
    self.field = field
  }

  func run() throws(IndexError) {
    var length = 0
    var previous = -1
    for index in 0..<field.distinctFirsts {
      let unit = Int(field.firstUnit(index))
      try demand(unit > previous)
      previous = unit
      let first = field.first(index)
      length += try check(field.list(first.count, at: first.list), first.count)
      try checkBigrams(of: first)
    }
    try demand(length == field.totalLength)
  }

  private func checkBigrams(of first: FieldIndex.First) throws(IndexError) {
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
  private func check(_ list: PostingsList?, _ count: Int) throws(IndexError) -> Int {
    try demand(list != nil && count > 0)
    var cursor = PostingsCursor(list)
    var found = 0
    var sum = 0
    var previous = -1
    while let unit = cursor.next() {
      try demand(unit > previous)
      previous = unit
      found += 1
      let frequency = cursor.frequency
      try demand(frequency > 0)
      sum += frequency
    }
    try demand(found == count)
    return sum
  }

  private func demand(_ isIntact: Bool) throws(IndexError) {
    if !isIntact { throw IndexError(.damaged, at: field.offset) }
  }
}
