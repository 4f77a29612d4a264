/// A text as steps: units that stand for themselves, and runs that stood before.
///
/// Source: Ziv and Lempel (1977); a run is put off by one unit where a longer one begins
/// there.
struct RepeatedText {
  /// A unit, or a run of units that stood so far before.
  struct Step {
    /// The unit, or the number of units.
    var value: UInt32
    /// How far before the run stood; 0 for a unit.
    var distance: UInt32
  }

  /// So many places are looked at for the longest run.
  private static let mostPlaces = 48
  private static let shortestRun = 2
  private static let longestRun = 1 << 15
  /// A run that stood farther before is written anew.
  private static let farthest = 1 << 19 - 1
  /// A run of two units must have stood so near to be shorter than the units.
  private static let farthestOfShortest = 256
  private static let hashWidth = 13

  private let text: [UInt16]
  private var heads = [Int32](repeating: -1, count: 1 << hashWidth)
  private var links: [Int32]

  /// The steps of a text.
  static func steps(of text: [UInt16]) -> [Step] {
    var repeated = RepeatedText(text)
    return repeated.steps()
  }

  private init(_ text: [UInt16]) {
    self.text = text
    links = [Int32](repeating: -1, count: text.count)
  }

  private mutating func steps() -> [Step] {
    var steps: [Step] = []
    steps.reserveCapacity(text.count / 2)
    var place = 0
    var run = longestRun(at: 0)
    while place < text.count {
      note(place)
      let next = place + 1 < text.count ? longestRun(at: place + 1) : nil
      guard let found = run, found.count >= next?.count ?? 0 else {
        steps.append(Step(value: UInt32(text[place]), distance: 0))
        place += 1
        run = next
        continue
      }
      steps.append(Step(value: UInt32(found.count), distance: UInt32(found.distance)))
      for inner in (place + 1)..<(place + found.count) { note(inner) }
      place += found.count
      run = place < text.count ? longestRun(at: place) : nil
    }
    return steps
  }

  @inline(__always)
  private func hash(at place: Int) -> Int? {
    guard place + 1 < text.count else { return nil }
    let pair = UInt32(text[place]) << 16 | UInt32(text[place + 1])
    return Int((pair &* 0x9E37_79B1) >> (32 - UInt32(Self.hashWidth)))
  }

  @inline(__always)
  private mutating func note(_ place: Int) {
    guard let hash = hash(at: place) else { return }
    links[place] = heads[hash]
    heads[hash] = Int32(place)
  }

  private func longestRun(at place: Int) -> (count: Int, distance: Int)? {
    guard let hash = hash(at: place) else { return nil }
    return text.withUnsafeBufferPointer { text in
      var best = Self.shortestRun - 1
      var distance = 0
      var candidate = Int(heads[hash])
      var looked = 0
      while candidate >= 0, looked < Self.mostPlaces, place - candidate <= Self.farthest {
        if place + best < text.count, text[candidate + best] == text[place + best] {
          var count = 0
          let most = min(text.count - place, Self.longestRun)
          while count < most, text[candidate + count] == text[place + count] { count += 1 }
          let isWorth = count > 2 || place - candidate <= Self.farthestOfShortest
          if count > best, isWorth { (best, distance) = (count, place - candidate) }
        }
        candidate = Int(links[candidate])
        looked += 1
      }
      return distance > 0 ? (best, distance) : nil
    }
  }
}
