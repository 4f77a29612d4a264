import ChineseText
import Testing
import TestingSupport

@testable import Library

@Suite struct DefinitionSignsTests {
  private func keys(in text: String) -> Set<[UInt16]> {
    let keys = FoldedText(text).units.withUnsafeBufferPointer { DefinitionSigns.keys(in: $0) }
    return Set(keys.split(separator: 0x0A).map { Array($0) })
  }

  private func keys(of term: String) -> [[UInt16]] {
    DefinitionSigns.keys(of: FoldedText(term).units)
  }

  @Test(arguments: [
    ("本办法所称危险废物，是指列入名录的废物。", "危险废物"),
    ("中小企业是指规模较小的企业。", "中小企业"),
    ("个人信息包括姓名。", "信息"),
    ("所称的债权人，指权利人。", "债权人"),
    ("前款规定的重大行政处罚决定法制审核目录清单是指", "重大行政处罚决定法制审核目录清单"),
  ])
  func hasAKeyOfEveryTermBesideASign(_ text: String, _ term: String) {
    #expect(!keys(in: text).isDisjoint(with: keys(of: term)))
  }

  @Test func hasTheKeysOfAllPlacesThatSignsStandBeside() {
    var generator = SeededGenerator(seed: 6)
    let pieces = Array("是指，包括所称的车".utf16)
    for _ in 0..<1000 {
      let text = (0..<Int.random(in: 0..<16, using: &generator)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }
      let string = String(decoding: text, as: UTF16.self)
      #expect(keys(in: string) == Set(scannedKeys(in: FoldedText(string).units)), "\(string)")
    }
  }

  private func scannedKeys(in text: [UInt16]) -> [[UInt16]] {
    text.indices.flatMap { start in
      (2...8).flatMap { count -> [[UInt16]] in
        let place = start..<(start + count)
        guard place.upperBound <= text.count,
          Self.stands(beside: place, in: text)
        else { return [] }
        return DefinitionSigns.keys(of: Array(text[place]))
      }
    }
  }

  private static func stands(beside place: Range<Int>, in text: [UInt16]) -> Bool {
    let after = ["是指", ",是指", ",指", "包括", ",包括"].map { Array($0.utf16) }
    let before = ["所称", "所称的"].map { Array($0.utf16) }
    return after.contains { text[place.upperBound...].starts(with: $0) }
      || before.contains { text[..<place.lowerBound].suffix($0.count).elementsEqual($0) }
  }

  @Test func hasNoKeyOfOtherWords() {
    let keys = keys(in: "本办法所称危险废物，是指列入名录的废物。")
    for word in ["名录", "本办法", "列入", "的废物"] {
      #expect(keys.isDisjoint(with: self.keys(of: word)))
    }
    #expect(self.keys(of: "废").isEmpty)
  }

  @Test func makesTheKeyOfTheFormat() {
    #expect(keys(of: "废物") == [[0x4E00 + 0x46F, 0x4E00 + 0x303]])
  }
}
