import ChineseText
import Library
import Regulations
import Search
import Testing
import TestingSupport

/// Phrases of four to six units that so many units may hold that the index is
/// asked before their texts.
@Suite struct PhraseCountsTests {
  /// Texts of four letters, so that every pair is frequent and most phrases stand
  /// in many units, in some of them only in part.
  @Test(arguments: 1...2)
  func countsWhatAScanCounts(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let letters = ["甲", "乙", "丙", "丁"]
    let texts = (0..<1500).map { _ in
      (0..<Int.random(in: 4..<60, using: &generator)).map { _ in
        letters[Int.random(in: 0..<4, using: &generator)]
      }.joined()
    }
    let notation = texts.enumerated().map { number, text in
      "article|第\(ChineseNumeral.string(of: number + 1))条|-|\(text)"
    }
    let library = try SearchedLibrary([
      Revision(title: "办法", notation: notation.joined(separator: "\n"))
    ])
    for count in [4, 5, 6, 4, 5, 6] {
      let phrase = (0..<count).map { _ in letters[Int.random(in: 0..<4, using: &generator)] }
        .joined()
      let result = try library.search("text:\(phrase)", .init(on: someDay, limit: 3))
      #expect(result.total == texts.count { $0.contains(phrase) }, "\(phrase)")
      for hit in result.hits { #expect(hit.text.contains(phrase)) }
    }
  }
}
