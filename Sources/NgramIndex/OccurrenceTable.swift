/// The occurrences of some grams, those of one side by side.
struct OccurrenceTable<Word: OccurrenceWord>: ~Copyable, Sendable {
  /// The ranks of the grams.
  let keys: [UInt32]
  private let occurrences: GrowingArray<Word>
  /// Where the occurrences of each gram end.
  private let ends: [Int]

  /// The occurrences that `add` gives.
  ///
  /// - Parameter counts: How many of each gram there are.
  init(keys: [UInt32], counts: [Int], add: (Places) -> Void) {
    self.keys = keys
    var sum = 0
    var places = counts.map { count in
      defer { sum += count }
      return sum
    }
    var occurrences = GrowingArray<Word>(capacity: sum)
    occurrences.append(upTo: sum) { buffer in
      places.withUnsafeMutableBufferPointer { add(Places(occurrences: buffer, places: $0)) }
      return sum
    }
    self.occurrences = occurrences
    ends = places
  }

  /// The number of all occurrences.
  var count: Int { occurrences.count }

  /// The grams in `count` shares of about equally many occurrences.
  func shares(count: Int) -> [Range<Int>] {
    var shares: [Range<Int>] = []
    var start = 0
    for share in 1...count {
      let limit = self.count * share / count
      let end = share == count ? keys.count : ends.firstIndex { $0 > limit } ?? keys.count
      shares.append(start..<max(start, end))
      start = max(start, end)
    }
    return shares
  }

  /// Calls `body` with each gram of a share that occurs.
  func forEach(
    in share: Range<Int>, _ body: (UInt32, UnsafeBufferPointer<Word>) -> Void
  ) {
    let occurrences = occurrences.elements
    for index in share {
      let start = index == 0 ? 0 : ends[index - 1]
      guard ends[index] > start else { continue }
      body(keys[index], UnsafeBufferPointer(rebasing: occurrences[start..<ends[index]]))
    }
  }

  /// Where the next occurrence of each gram goes.
  struct Places {
    fileprivate let occurrences: UnsafeMutableBufferPointer<Word>
    fileprivate let places: UnsafeMutableBufferPointer<Int>

    @inline(__always)
    func add(_ occurrence: Word, of gram: Int) {
      let place = places[gram]
      occurrences[place] = occurrence
      places[gram] = place &+ 1
    }
  }
}
