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
      while candidate >= 0, looked < Self.mostPlaces {
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

/// Writes the texts of a site as bits: units, counts of runs and distances have codes
/// that all texts share.
struct TextBits {
  /// Symbols behind those of units: a run of 2 to 17 units, and longer ones by the
  /// width of what is beyond.
  private static let shortRunCount = 16
  private static let runSymbolCount = 32
  private static let distanceSymbolCount = 20

  private var texts: [[RepeatedText.Step]] = []
  private var unitCounts = [Int](repeating: 0, count: 0x10000)
  private var runCounts = [Int](repeating: 0, count: runSymbolCount)
  private var distanceCounts = [Int](repeating: 0, count: distanceSymbolCount)

  /// The codes that all texts share.
  struct Codes {
    /// Of units, by their places in an alphabet, and of runs behind them.
    let steps: PrefixCode
    /// Of the widths of distances.
    let distances: PrefixCode
    fileprivate let alphabet: Alphabet
  }

  /// Takes the next text.
  mutating func add(_ text: [UInt16]) {
    let steps = RepeatedText.steps(of: text)
    for step in steps {
      if step.distance == 0 {
        unitCounts[Int(step.value)] += 1
      } else {
        runCounts[Self.symbol(ofRun: Int(step.value)).symbol] += 1
        distanceCounts[Self.width(Int(step.distance))] += 1
      }
    }
    texts.append(steps)
  }

  /// Whether a unit stands for itself in a text.
  func holds(_ unit: UInt16) -> Bool { unitCounts[Int(unit)] > 0 }

  private static func width(_ number: Int) -> Int { Int.bitWidth - number.leadingZeroBitCount }

  /// The symbol of a run, and the number and its width that follow it.
  private static func symbol(ofRun count: Int) -> (symbol: Int, rest: Int, width: Int) {
    let beyond = count - 2
    if beyond < shortRunCount { return (beyond, 0, 0) }
    let width = min(width(beyond - shortRunCount + 1) - 1, runSymbolCount - shortRunCount - 1)
    return (shortRunCount + width, beyond - shortRunCount + 1 - 1 << width, width)
  }

  /// The codes for what was taken.
  func codes(_ alphabet: Alphabet) -> Codes {
    Codes(
      steps: PrefixCode(alphabet.units.map { unitCounts[Int($0)] } + runCounts),
      distances: PrefixCode(distanceCounts), alphabet: alphabet)
  }

  /// The number of texts.
  var count: Int { texts.count }

  /// The bits of a text: the number of its units, and its steps.
  func bits(ofText index: Int, _ codes: Codes) -> [UInt8] {
    var bits = PrintableBits()
    let count = texts[index].reduce(0) { $0 + ($1.distance == 0 ? 1 : Int($1.value)) }
    bits.write(number: count)
    for step in texts[index] {
      guard step.distance > 0 else {
        codes.steps.write(codes.alphabet.rank(of: UInt16(step.value)), to: &bits)
        continue
      }
      let (symbol, rest, width) = Self.symbol(ofRun: Int(step.value))
      codes.steps.write(codes.alphabet.units.count + symbol, to: &bits)
      bits.write(rest, width)
      let distanceWidth = Self.width(Int(step.distance))
      codes.distances.write(distanceWidth, to: &bits)
      bits.write(Int(step.distance), distanceWidth - 1)
    }
    return bits.finish()
  }
}

/// The units of which the texts of a site consist, in ascending order.
struct Alphabet {
  let units: [UInt16]
  private let ranks: [UInt16]

  /// The alphabet of the units that a test holds.
  init(_ isHeld: (UInt16) -> Bool) {
    let units = (0...0xFFFF).map { UInt16($0) }.filter(isHeld)
    var ranks = [UInt16](repeating: 0, count: 0x10000)
    for (rank, unit) in units.enumerated() { ranks[Int(unit)] = UInt16(truncatingIfNeeded: rank) }
    self.units = units
    self.ranks = ranks
  }

  /// The place of a unit that is in the alphabet.
  @inline(__always)
  func rank(of unit: UInt16) -> Int { Int(ranks[Int(unit)]) }

  /// Writes the units, each as what it is beyond the one before.
  func write(to bits: inout PrintableBits) {
    bits.write(number: units.count)
    var last = -1
    for unit in units {
      bits.write(number: Int(unit) - last - 1)
      last = Int(unit)
    }
  }
}
