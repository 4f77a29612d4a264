import ChineseText
import DocumentReaders
import Regulations
import Splitting
import Testing
import TestingSupport

@testable import Library

@Suite struct CodedPhraseTests {
  /// More letters than there are codes of one byte, a few of them frequent.
  private static let letters = (0..<700).map { UInt16(0x4E00 + $0) }

  private func text(_ count: Int, _ generator: inout SeededGenerator) -> String {
    let units = (0..<count).map { _ in
      Bool.random(using: &generator)
        ? Self.letters[Int.random(in: 0..<4, using: &generator)]
        : Self.letters[Int.random(in: 0..<700, using: &generator)]
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// A segment of sixty short articles.
  private func segment(_ generator: inout SeededGenerator) throws -> Segment {
    let library = try TemporaryLibrary()
    var revision = Revision(title: "办法")
    revision.provisions = (1...60).map { number in
      var article = Provision(id: ProvisionID("art_\(number)"), kind: .article, parent: nil)
      article.label = text(3, &generator)
      article.text = text(Int.random(in: 0..<40, using: &generator), &generator)
      return article
    }
    try library.add([revision], from: "a.txt")
    return try #require(try library.open().segments.first)
  }

  @Test(arguments: 1...8)
  func findsWhatAScanFinds(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let segment = try segment(&generator)
    for node in 0..<segment.nodeCount {
      let whole = segment.text(of: node)
      let text = Array(whole.units[whole.searched])
      for _ in 0..<12 {
        let start = Int.random(in: 0..<whole.units.count, using: &generator)
        let end = min(whole.units.count, start + Int.random(in: 1..<5, using: &generator))
        let phrase = Array(whole.units[start..<end])
        let coded = try #require(CodedPhrase(phrase, in: segment))
        #expect(coded.count(in: node, of: segment) == count(of: phrase, in: text))
      }
    }
  }

  @Test(arguments: 1...8)
  func marksPhrasesWhileTheTextIsDecoded(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let segment = try segment(&generator)
    for node in 0..<segment.nodeCount {
      let whole = segment.text(of: node)
      let phrases = (0..<Int.random(in: 0..<4, using: &generator)).map { _ in
        let start = Int.random(in: 0..<whole.units.count, using: &generator)
        return Array(whole.units[start...].prefix(Int.random(in: 1..<4, using: &generator)))
      }
      var places: [Range<Int>] = []
      let coded = phrases.compactMap { CodedPhrase($0, in: segment) }
      let shown = whole.shown(marking: coded, at: &places)
      #expect(shown.label == whole.label)
      #expect(shown.text == whole.searchedText)
      let start = whole.searchedStart
      let expected = phrases.flatMap { self.places(of: $0, in: whole.units, from: start) }
      #expect(places.map(\.lowerBound) == expected.map(\.lowerBound).sorted())
      #expect(Set(places) == Set(expected))
    }
  }

  /// Places that do not overlap, from the first on.
  private func places(of phrase: [UInt16], in units: [UInt16], from start: Int) -> [Range<Int>] {
    var (places, index): ([Range<Int>], Int) = ([], start)
    while index + phrase.count <= units.count {
      let isThere = units[index..<(index + phrase.count)].elementsEqual(phrase)
      if isThere { places.append(index..<(index + phrase.count)) }
      index += isThere ? phrase.count : 1
    }
    return places
  }

  private func count(of phrase: [UInt16], in text: [UInt16]) -> Int {
    places(of: phrase, in: text, from: 0).count
  }
}
