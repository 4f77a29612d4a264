import ChineseText
@testable import NgramIndex
import Testing
import TestingSupport

/// Random texts in some fields, and what a plain scan finds in them.
struct ScannedTexts {
  var fields: [[(unit: Int, text: [UInt16])]] = []

  init(fieldCount: Int, unitCount: Int, alphabet: [UInt16], _ random: inout SeededGenerator) {
    for _ in 0..<fieldCount {
      var texts: [(Int, [UInt16])] = []
      var unit = Int.random(in: 0...3, using: &random)
      for _ in 0..<unitCount {
        let count = Int.random(in: 1...40, using: &random)
        let text = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0x4E00 }
        texts.append((unit, text))
        unit += Int.random(in: 1...10, using: &random) == 1 ? 1000 : 1
      }
      fields.append(texts)
    }
  }

  var index: [UInt8] {
    var builder = IndexBuilder(fieldCount: fields.count)
    for (field, texts) in fields.enumerated() {
      for (unit, text) in texts { builder.add(units: text, to: field, of: unit) }
    }
    return builder.finish()
  }

  func occurrences(of phrase: [UInt16], in text: [UInt16]) -> Int {
    guard phrase.count <= text.count else { return 0 }
    return (0...(text.count - phrase.count)).count { text[$0...].starts(with: phrase) }
  }

  func units(holding phrase: [UInt16], in field: Int) -> [(unit: Int, frequency: Int)] {
    fields[field].compactMap { unit, text in
      let frequency = occurrences(of: phrase, in: text)
      return frequency > 0 ? (unit, frequency) : nil
    }
  }
}

@Suite struct IndexSearchTests {
  static let alphabets: [[UInt16]] = [
    [0x4E00, 0x4E8C, 0x0A],
    Array(0x4E00...0x4E20) + [0x61, 0x20, 0xD842, 0xDFB7, 0x0A, 0xFFFF, 0x0000],
    Array(0x4E00...0x9FFF),
  ]

  @Test(arguments: alphabets.indices, [1, 5, 400])
  func findsWhatAPlainScanFinds(_ alphabet: Int, _ unitCount: Int) throws {
    var random = SeededGenerator(seed: UInt64(alphabet * 1000 + unitCount))
    let texts = ScannedTexts(
      fieldCount: 3, unitCount: unitCount, alphabet: Self.alphabets[alphabet], &random)
    let reader = try IndexReader(texts.index)
    try reader.verify()
    for _ in 0..<300 {
      let field = Int.random(in: 0..<3, using: &random)
      let count = Int.random(in: 1...10, using: &random)
      let text = try #require(texts.fields[field].randomElement(using: &random)).text
      var phrase = Array(
        text.dropFirst(Int.random(in: 0..<text.count, using: &random)).prefix(count))
      if random.next() % 4 == 0 { phrase[0] = 0x4E00 }
      check(phrase, field, texts, reader)
    }
  }

  private func check(
    _ phrase: [UInt16], _ field: Int, _ texts: ScannedTexts, _ reader: IndexReader
  ) {
    let truth = texts.units(holding: phrase, in: field)
    var cursor = reader.candidates(of: phrase, in: field)
    var found: [Int] = []
    while let unit = cursor.next() { found.append(unit) }
    guard !phrase.contains(0x0A) else {
      #expect(found.isEmpty)
      return
    }
    #expect(found.count <= cursor.upperBound)
    #expect(cursor.next() == nil)
    #expect(found == found.sorted())
    #expect(Set(found).isSuperset(of: truth.map(\.unit)), "\(phrase)")
    if phrase.count <= 2 { #expect(cursor.isExact) }
    if cursor.isExact { #expect(found == truth.map(\.unit), "\(phrase)") }
    #expect(reader.impacts(of: phrase, in: field)?.count == (cursor.isExact ? truth.count : nil))
    let lookup = reader.lookup(phrase, in: field)
    if lookup.rarestPairCount > 0 {
      let starts = phrase.indices.dropLast().filter { $0 % 2 == 0 || $0 == phrase.count - 2 }
      let covering = phrase.count == 1 ? [phrase] : starts.map { Array(phrase[$0...($0 + 1)]) }
      let counts = covering.map { texts.units(holding: $0, in: field).count }
      #expect(lookup.rarestPairCount == counts.min(), "\(phrase)")
    } else {
      #expect(truth.isEmpty)
    }
    guard phrase.count <= 2 else { return }
    let gram = Gram(phrase[0], phrase.dropFirst().first)
    #expect(reader.documentFrequency(of: gram, in: field) == truth.count)
    var postings = reader.postings(of: gram, in: field)
    for (unit, frequency) in truth {
      #expect(postings.next() == unit)
      #expect(postings.frequency == frequency)
    }
    #expect(postings.next() == nil)
    #expect(postings.frequency == 0)
  }

  @Test func advancesToTheFirstUnitAtOrAfterATarget() throws {
    var random = SeededGenerator(seed: 3)
    let texts = ScannedTexts(
      fieldCount: 1, unitCount: 2000, alphabet: Array(0x4E00...0x4E40), &random)
    let reader = try IndexReader(texts.index)
    for phrase: [UInt16] in [[0x4E01], [0x4E01, 0x4E02], [0x4E01, 0x4E02, 0x4E03]] {
      var cursor = reader.candidates(of: phrase, in: 0)
      var all: [Int] = []
      while let unit = cursor.next() { all.append(unit) }
      for step in [0, 1, 7, 300, 5000] {
        var cursor = reader.candidates(of: phrase, in: 0)
        var target = 0
        while true {
          let unit = cursor.advance(to: target)
          #expect(unit == all.first { $0 >= target })
          guard let unit else { break }
          #expect(cursor.advance(to: unit) == unit)
          #expect(cursor.advance(to: 0) == unit)
          target = unit + step + 1
        }
        #expect(cursor.advance(to: 0) == nil)
      }
    }
  }

  @Test func countsFrequenciesInBlocks() throws {
    var builder = IndexBuilder(fieldCount: 1)
    var truth: [UInt32: UInt32] = [:]
    for unit in 0..<1000 {
      let frequency = unit % 97 == 0 ? 5000 : unit % 5 + 1
      builder.add(units: Array(repeating: 0x4E00, count: frequency), to: 0, of: unit * 3)
      truth[UInt32(unit * 3)] = UInt32(frequency)
    }
    let reader = try IndexReader(builder.finish())
    var found: [UInt32: UInt32] = [:]
    var cursor = reader.postings(of: Gram(0x4E00), in: 0)
    #expect(cursor.count == 1000)
    cursor.forEachBlock { units, repeats in
      for (unit, repeats) in zip(units, repeats) { found[unit] = repeats + 1 }
    }
    #expect(found == truth)
    #expect(reader.totalLength(of: 0) == truth.values.reduce(0) { $0 + Int($1) })
    var rest = reader.postings(of: Gram(0x4E00), in: 0)
    #expect(rest.advance(to: 2980) == 2982)
    var restUnits: [UInt32] = []
    rest.forEachBlock { units, _ in restUnits += units }
    #expect(restUnits == [2985, 2988, 2991, 2994, 2997])
  }

  @Test func findsUnitsFarApart() throws {
    var builder = IndexBuilder(fieldCount: 1, rankedFields: [])
    let units = [0, 1, 70_000, 20_000_000, Int(Int32.max) - 1]
    for unit in units { builder.add(FoldedText("远"), to: 0, of: unit) }
    let reader = try IndexReader(builder.finish())
    var cursor = reader.candidates(of: Array("远".utf16), in: 0)
    for unit in units { #expect(cursor.next() == unit) }
    #expect(cursor.next() == nil)
    #expect(reader.unitCount(of: 0) == 5)
  }

  @Test func partsTextsOfOneUnitLikeParagraphs() throws {
    var builder = IndexBuilder(fieldCount: 2)
    builder.add(FoldedText("甲乙"), to: 1, of: 4)
    builder.add(FoldedText("丙\n丁"), to: 1, of: 4)
    builder.add(FoldedText(""), to: 1, of: 5)
    let reader = try IndexReader(builder.finish())
    func units(_ text: String, in field: Int) -> [Int] {
      var cursor = reader.candidates(of: Array(text.utf16), in: field)
      return Array(AnyIterator { cursor.next() })
    }
    #expect(units("甲乙", in: 1) == [4])
    #expect(units("丙", in: 1) == [4])
    #expect(units("乙丙", in: 1).isEmpty)
    #expect(units("丙丁", in: 1).isEmpty)
    #expect(units("\n", in: 1).isEmpty)
    #expect(units("", in: 1).isEmpty)
    #expect(units("甲乙", in: 0).isEmpty)
    #expect(reader.unitCount(of: 1) == 1)
    #expect(reader.unitCount(of: 0) == 0)
    #expect(reader.totalLength(of: 1) == 4)
  }
}
