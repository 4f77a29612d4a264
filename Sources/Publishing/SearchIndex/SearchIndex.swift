import ChineseText
import Library
import NgramIndex

/// The index of a site, in files that a page loads when it needs them.
///
/// Every file is a script that hands one string to `tiaowen.chunk`, since that is what a
/// page may load also from a folder without a server. The bits in it (see `PrintableBits`)
/// are read by `search-index.js`. The files are
///
///     core      what every search needs: alphabet, codes, revisions, what lies where
///     g0 …      grams with all their places, in the order of their units
///     t0 …      what pages of hits show (see `SearchRecords`)
///     l0 …      the lengths of units
///     headings  of each heading the units for which it holds
///     titles    the titles of all revisions
///     numbers   the numbers of articles and clauses
///
/// A gram's places give every substring exactly, so that hits are counted and ranked
/// without their texts, and only those that are shown are loaded.
struct SearchIndex: ~Copyable {
  /// At most so many files of grams, and of texts: together with the others less than 2,000.
  static let mostGramFiles = 840
  private static let mostTextFiles = 1100
  static let leastGramBits = 8000 * 13 / 2
  private static let leastCharacters = 2048
  static let textFilesOfLengths = 24
  /// About so many bits a place takes.
  static let bitsOfPlace = 14

  let texts: SearchTexts
  let alphabet: Alphabet
  let textCodes: TextBits.Codes
  let segments: [Segment]
  /// Of each 32nd place the unit in which it lies.
  private let unitOfStretch: [UInt32]
  /// Where which definitions are.
  let definitions: DefinitionTable
  private(set) var placeCode = PlaceCode()
  private(set) var frequencyCode = FrequencyCode()

  /// The index of the texts of a plan.
  init(_ plan: SitePlan, in reader: LibraryReader) throws(LibraryError) {
    segments = reader.segments
    let total = reader.segments.reduce(0) { $0 + $1.index.totalLength(of: IndexField.text) }
    let characters = max(Self.leastCharacters, total / Self.mostTextFiles)
    // In steps, so that few texts more leave the files as they are.
    texts = SearchTexts(
      plan, in: reader, charactersOfText: (characters + 511) / 512 * 512)
    try reader.checkDamage()
    var isHeld = [Bool](repeating: false, count: 0x10000)
    for unit in texts.folded.elements { isHeld[Int(unit)] = true }
    let shown = texts.texts
    alphabet = Alphabet { isHeld[Int($0)] || shown.holds($0) }
    textCodes = shown.codes(alphabet)
    var unitOfStretch: [UInt32] = []
    var unit = 0
    for place in stride(from: 0, to: texts.folded.count, by: Self.stretch) {
      while unit + 1 < texts.starts.count, texts.starts.elements[unit + 1] <= place { unit += 1 }
      unitOfStretch.append(UInt32(truncatingIfNeeded: unit))
    }
    self.unitOfStretch = unitOfStretch
    definitions = DefinitionTable(texts.definitions, placeCount: texts.folded.count)
  }

  /// Gives all files in turn.
  mutating func forEachFile<Failure: Error>(
    _ body: (_ name: String, _ bytes: [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let grams = GramPlaces(texts.folded.elements, alphabet)
    countPlaces(grams)
    var core = CoreBits()
    for (name, bits) in gramFiles(grams, &core) { try body(name, core.script(bits, named: name)) }
    for index in texts.files.indices {
      let name = "t\(index)"
      try body(name, core.script(texts.texts.bits(ofText: index, textCodes), named: name))
    }
    let titles = texts.texts.bits(ofText: texts.texts.count - 1, textCodes)
    for (name, bits) in lengthFiles() + [
      ("headings", headingBits()), ("titles", titles), ("numbers", numberBits()),
    ] {
      try body(name, core.script(bits, named: name))
    }
    try body("core", coreScript(core))
  }

  private static let stretch = 32

  private func unit(of place: Int) -> Int {
    var unit = Int(unitOfStretch[place / Self.stretch])
    let starts = texts.starts.elements
    while unit + 1 < starts.count, starts[unit + 1] <= place { unit += 1 }
    return unit
  }

  /// The units in which ascending places lie, each with how many of them.
  func units(of places: Span<UInt32>) -> (units: [UInt32], frequencies: [Int]) {
    var units: [UInt32] = []
    var frequencies: [Int] = []
    var end = 0
    for index in places.indices {
      let place = Int(places[index])
      if place < end {
        frequencies[frequencies.count - 1] += 1
        continue
      }
      let unit = unit(of: place)
      units.append(UInt32(truncatingIfNeeded: unit))
      frequencies.append(1)
      end = unit + 1 < texts.starts.count ? Int(texts.starts.elements[unit + 1]) : .max
    }
    return (units, frequencies)
  }

  private mutating func countPlaces(_ grams: borrowing GramPlaces) {
    var (placeCode, frequencyCode) = (placeCode, frequencyCode)
    grams.forEach { _, second, places in
      if second != nil {
        placeCode.count(places, of: texts.folded.count)
      } else {
        let (units, frequencies) = units(of: places)
        placeCode.count(units.span, of: texts.starts.count)
        frequencyCode.count(frequencies, sum: places.count)
      }
    }
    placeCode.make()
    frequencyCode.make()
    (self.placeCode, self.frequencyCode) = (placeCode, frequencyCode)
  }
}
