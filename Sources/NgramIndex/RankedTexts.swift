/// The texts of a field in which each folded unit is replaced by its rank among
/// those that occur.
struct RankedTexts: ~Copyable, Sendable {
  /// The rank of nothing, which stands after each text.
  static let none = UInt16.max

  /// The ranks, `none` after each text.
  private let text: GrowingArray<UInt16>
  let units: [UInt32]
  /// Where the text of each unit begins, then where the last ends.
  let starts: [Int]
  /// The folded units that occur, ascending.
  let alphabet: [UInt16]
  /// How often each of them occurs.
  let counts: [Int]

  /// - Parameters:
  ///   - text: The folded units, a separator after each text; they are replaced
  ///     where they stand.
  ///   - starts: Where the text of each unit begins.
  init(_ text: consuming GrowingArray<UInt16>, _ units: [UInt32], _ starts: [Int]) {
    self.units = units
    self.starts = starts + [text.count]
    var all = [Int](repeating: 0, count: 0x10000)
    for unit in text.elements { all[Int(unit)] &+= 1 }
    all[Int(Gram.separator)] = 0
    let alphabet = (0...UInt16.max).filter { all[Int($0)] > 0 }
    self.alphabet = alphabet
    counts = alphabet.map { all[Int($0)] }
    var ranks = [UInt16](repeating: Self.none, count: 0x10000)
    for (rank, unit) in alphabet.enumerated() { ranks[Int(unit)] = UInt16(rank) }
    text.update { text in
      for index in text.indices { text[index] = ranks[Int(text[index])] }
    }
    self.text = text
  }

  /// The number of ranks in all texts.
  var totalLength: Int { counts.reduce(0, +) }

  /// What readers and writers of the field have to know of it.
  var shape: FieldShape {
    FieldShape(
      unitLimit: units.last.map { Int($0) + 1 } ?? 0, rankCount: alphabet.count,
      leastFrequent: IndexFormat.pairThreshold(unitCount: units.count))
  }

  /// The lengths of the units, and what follows from them.
  func ranking() -> FieldRanking {
    var codes = [UInt8](repeating: 0, count: units.last.map { Int($0) + 1 } ?? 0)
    for (index, unit) in units.enumerated() {
      let length = text.elements[starts[index]..<starts[index + 1]].count { $0 != Self.none }
      codes[Int(unit)] = UnitLengths.code(ofLength: length)
    }
    return FieldRanking(
      lengthCodes: codes, impact: Impact(totalLength: totalLength, unitCount: units.count))
  }

  /// Every place of the texts, by the rank that stands there.
  func occurrencesOfRanks<Word: OccurrenceWord>(_ type: Word.Type) -> OccurrenceTable<Word> {
    let code = OccurrenceCode(shape)
    let text = text.elements
    return OccurrenceTable(keys: Array(0..<UInt32(alphabet.count)), counts: counts) { table in
      for (index, unit) in units.enumerated() {
        for place in starts[index]..<starts[index + 1] where text[place] != Self.none {
          table.add(code.word(unit, text[place &+ 1]), of: Int(text[place]))
        }
      }
    }
  }

  /// Every place at which two frequent pairs overlap, by the first of them.
  func occurrences<Word: OccurrenceWord>(
    of pairs: PairSet, _ type: Word.Type
  ) -> OccurrenceTable<Word> {
    var found = GrowingArray<Overlap>()
    var counts = [Int](repeating: 0, count: pairs.count)
    let text = text.elements
    for index in units.indices {
      pairs.forEachOverlap(text, in: starts[index]..<(starts[index + 1] - 1)) { pair, last in
        found.append(Overlap(pair: UInt16(pair), last: UInt32(last)))
        counts[pair] &+= 1
      }
    }
    let code = OccurrenceCode(shape)
    return OccurrenceTable(keys: pairs.keys, counts: counts) { table in
      var index = 0
      for overlap in found.elements {
        while starts[index + 1] <= overlap.last { index += 1 }
        table.add(code.word(units[index], text[Int(overlap.last)]), of: Int(overlap.pair))
      }
    }
  }

  /// A trigram of frequent pairs: the first of them, and the place of its last unit.
  private struct Overlap {
    var pair: UInt16
    var last: UInt32
  }
}

/// What is known of a field before its grams are written.
struct FieldShape: Sendable {
  /// The greatest unit and one.
  let unitLimit: Int
  /// The number of distinct folded units.
  let rankCount: Int
  /// No pair is frequent that fewer units hold.
  let leastFrequent: Int
}
