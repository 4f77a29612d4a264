import ChineseText
import Testing
import TestingSupport

@testable import NgramIndex

@Suite struct TrigramTests {
  private func reader(_ texts: [String]) throws -> IndexReader {
    var builder = IndexBuilder(fieldCount: 1)
    for (unit, text) in texts.enumerated() { builder.add(FoldedText(text), to: 0, of: unit) }
    let reader = try IndexReader(builder.finish())
    try reader.verify()
    return reader
  }

  private func units(_ phrase: String, _ reader: IndexReader) -> (found: [Int], isExact: Bool) {
    var cursor = reader.candidates(of: FoldedText(phrase).units, in: 0)
    return (Array(AnyIterator { cursor.next() }), cursor.isExact)
  }

  // Such units leave no room for a rank in words of 32 bits.
  @Test func knowsWherePhrasesStandInUnitsFarApart() throws {
    var builder = IndexBuilder(fieldCount: 1, rankedFields: [])
    let texts = ["甲乙丙", "甲乙，乙丙，丁丁", "丙乙甲"]
    for number in 0..<900 {
      builder.add(FoldedText(texts[number % 3]), to: 0, of: number * 2_300_000)
    }
    let reader = try IndexReader(builder.finish())
    try reader.verify()
    for (phrase, first) in [("甲乙丙", 0), ("乙丙，丁", 1), ("丁丁", 1), ("丙乙", 2)] {
      let expected = stride(from: first, to: 900, by: 3).map { $0 * 2_300_000 }
      #expect(units(phrase, reader).found == expected, "\(phrase)")
    }
    #expect(units("甲乙丙", reader).isExact)
  }

  @Test func knowsWherePhrasesOfTwoFrequentPairsStand() throws {
    let reader = try reader((0..<900).map { $0 % 3 == 0 ? "甲乙丙" : "甲乙，乙丙，甲乙" })
    let (found, isExact) = units("甲乙丙", reader)
    #expect(isExact)
    #expect(found == Array(stride(from: 0, to: 900, by: 3)))
    let blocks = try #require(reader.impacts(of: Array("甲乙丙".utf16), in: 0))
    #expect(blocks.count == 300)
    #expect(units("，甲乙", reader).found.count == 600)
  }

  @Test func findsNoCandidatesOfPhrasesWithATrigramThatStandsNowhere() throws {
    let reader = try reader(Array(repeating: "甲乙，乙丙丁", count: 300))
    for phrase in ["甲乙丙", "甲乙丙丁", "乙甲乙丙"] {
      let (found, isExact) = units(phrase, reader)
      #expect(found.isEmpty)
      #expect(isExact)
    }
    #expect(units("乙，乙丙", reader).found.count == 300)
  }

  @Test func findsCandidatesOfLongerPhrasesByTheirTrigrams() throws {
    let reader = try reader(
      (0..<1000).map { $0 % 250 == 0 ? "甲乙丙丁" : $0 % 5 == 0 ? "甲乙丙，乙丙丁" : "甲乙，乙丙，丙丁" })
    let (found, isExact) = units("甲乙丙丁", reader)
    #expect(!isExact)
    #expect(found == Array(stride(from: 0, to: 1000, by: 5)))
  }

  // A pair one unit short of frequent is none, whatever its neighbour is.
  @Test func verifiesPhrasesOfOneFrequentPairInTheText() throws {
    let reader = try reader((0..<300).map { $0 < 255 ? "甲乙丙" : "甲乙" })
    let (found, isExact) = units("甲乙丙", reader)
    #expect(!isExact)
    #expect(found == Array(0..<255))
    #expect(reader.impacts(of: Array("甲乙丙".utf16), in: 0) == nil)
  }

  @Test(arguments: [2, 3, 30])
  func findsEveryPhraseOfEveryLength(_ alphabetSize: Int) throws {
    var random = SeededGenerator(seed: UInt64(alphabetSize))
    let signs: [UInt16] = [0x31, 0xFF0C, 0xD842, 0xDFB7, 0x0A]
    let letters = (0..<(4 * alphabetSize)).map { UInt16(0x4E00 + $0 / 4) }
    let alphabet = letters + signs
    var texts = ScannedTexts(fieldCount: 1, unitCount: 500, alphabet: alphabet, &random)
    texts.fields[0][7].text += [UInt16](repeating: 0x4E00, count: 5000)
    let reader = try IndexReader(texts.index)
    try reader.verify()
    var exact = 0
    for round in 0..<150 {
      var phrase = Array(try #require(texts.fields[0].randomElement(using: &random)).text)
      let count = round % 2 == 0 ? 3 : Int.random(in: 1...8, using: &random)
      phrase = Array(phrase.suffix(Int.random(in: count...40, using: &random)).prefix(count))
      if round % 3 == 0 { phrase[0] = alphabet.randomElement(using: &random) ?? 0x4E00 }
      let truth = texts.units(holding: phrase, in: 0).map(\.unit)
      var cursor = reader.candidates(of: phrase, in: 0)
      let found = Array(AnyIterator { cursor.next() })
      guard !phrase.contains(0x0A) else { continue }
      if cursor.isExact {
        #expect(found == truth, "\(phrase)")
        if phrase.count == 3 { exact += 1 }
      } else {
        #expect(Set(found).isSuperset(of: truth), "\(phrase)")
      }
    }
    #expect(alphabetSize > 3 || exact > 10)
  }

  @Test(arguments: [1, 2, 3, 7])
  func writesTheSameBytesInHoweverManyShares(_ shares: Int) {
    var random = SeededGenerator(seed: 9)
    let texts = ScannedTexts(
      fieldCount: 2, unitCount: 700, alphabet: [0x4E00, 0x4E01, 0x4E02, 0x4E03, 0x0A], &random)
    var builder = IndexBuilder(fieldCount: 2)
    for (field, texts) in texts.fields.enumerated() {
      for (unit, text) in texts { builder.add(units: text, to: field, of: unit) }
    }
    #expect(builder.finish(shares: shares) == texts.index)
  }
}
