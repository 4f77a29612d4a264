/// Sorts the occurrences of a gram into the postings of the grams one longer.
struct GramSorter: ~Copyable {
  /// A longer gram, by the rank of what stands last in it.
  struct Gram {
    var last: UInt16
    var start: Int
    var end: Int

    var count: Int { end - start }
  }

  /// The longer grams in the order of their ranks, and where their postings are.
  private(set) var grams: [Gram] = []

  private let code: OccurrenceCode
  private let wordCount: Int
  /// Of each rank how many occurrences it has, then where its postings end.
  private let ends: UnsafeMutablePointer<Int>
  /// Of each rank a bit: whether it stands last anywhere.
  private let present: UnsafeMutablePointer<UInt64>
  private var units: UnsafeMutablePointer<UInt32>
  private var repeats: UnsafeMutablePointer<UInt32>
  private var capacity = 1024

  init(_ shape: FieldShape) {
    code = OccurrenceCode(shape)
    wordCount = shape.rankCount / 64 + 1
    ends = .allocate(capacity: wordCount * 64)
    ends.initialize(repeating: 0, count: wordCount * 64)
    present = .allocate(capacity: wordCount)
    present.initialize(repeating: 0, count: wordCount)
    units = .allocate(capacity: capacity)
    repeats = .allocate(capacity: capacity)
  }

  deinit {
    ends.deallocate()
    present.deallocate()
    units.deallocate()
    repeats.deallocate()
  }

  /// The postings of a gram of `grams`, as long as nothing else is sorted.
  func postings(of gram: Gram) -> Postings {
    Postings(units: units + gram.start, repeats: repeats + gram.start, count: gram.count)
  }

  /// The postings of all occurrences together, as long as nothing else is sorted.
  mutating func union<Word: OccurrenceWord>(of occurrences: UnsafeBufferPointer<Word>) -> Postings {
    reserve(occurrences.count)
    for index in occurrences.indices { units[index] = code.unit(occurrences[index]) }
    return Postings(units: units, repeats: repeats, count: join(0..<occurrences.count))
  }

  /// Sorts the occurrences, which come in the order of their units.
  mutating func sort<Word: OccurrenceWord>(_ occurrences: UnsafeBufferPointer<Word>) {
    reserve(occurrences.count)
    for occurrence in occurrences {
      let last = code.last(occurrence)
      guard last != code.none else { continue }
      ends[last] &+= 1
      present[last &>> 6] |= 1 &<< UInt64(last & 63)
    }
    findStarts()
    for occurrence in occurrences {
      let last = code.last(occurrence)
      guard last != code.none else { continue }
      let end = ends[last]
      units[end] = code.unit(occurrence)
      ends[last] = end &+ 1
    }
    for index in grams.indices {
      let last = Int(grams[index].last)
      grams[index].end = join(grams[index].start..<ends[last])
      ends[last] = 0
    }
  }

  /// Lists the grams and turns their counts into the starts of their postings.
  private mutating func findStarts() {
    grams.removeAll(keepingCapacity: true)
    var start = 0
    for word in 0..<wordCount where present[word] != 0 {
      var bits = present[word]
      present[word] = 0
      while bits != 0 {
        let last = word * 64 + bits.trailingZeroBitCount
        bits &= bits &- 1
        grams.append(Gram(last: UInt16(last), start: start, end: start))
        let count = ends[last]
        ends[last] = start
        start += count
      }
    }
  }

  /// Makes one posting of the occurrences in one unit and gives the new end.
  private func join(_ range: Range<Int>) -> Int {
    var end = range.lowerBound
    var last = units[end]
    var repeated: UInt32 = 0
    repeats[end] = 0
    // Without a branch, since nothing can be said of what comes next.
    for index in (range.lowerBound &+ 1)..<range.upperBound {
      let unit = units[index]
      let isNew = unit != last
      end &+= isNew ? 1 : 0
      repeated = isNew ? 0 : repeated &+ 1
      units[end] = unit
      repeats[end] = repeated
      last = unit
    }
    return end + 1
  }

  private mutating func reserve(_ count: Int) {
    guard count > capacity else { return }
    units.deallocate()
    repeats.deallocate()
    capacity = count + count / 2
    units = .allocate(capacity: capacity)
    repeats = .allocate(capacity: capacity)
  }
}
