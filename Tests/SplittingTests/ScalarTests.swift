import ChineseText
import Testing
import TestingSupport

@testable import Splitting

@Suite struct ScalarTests {
  /// Texts of characters that differ in their bytes, blanks of all kinds among
  /// them, longer than what is counted at once.
  private func texts() -> [String] {
    var generator = SeededGenerator(seed: 9)
    let rare = Array(
      " \t\n\u{A0}\u{85}é\u{1680}\u{2003}“—…\u{2028}\u{205F}\u{3000}、㏄\u{3164}\u{FEFF}：ҔＡ𠮷😀"
        .unicodeScalars)
    return (0..<400).map { _ in
      var text = ""
      let share = Double.random(in: 0...1, using: &generator)
      for _ in 0..<Int.random(in: 0..<120, using: &generator) {
        let isRare = Double.random(in: 0...1, using: &generator) < share
        text.unicodeScalars.append(isRare ? rare.randomElement(using: &generator) ?? "一" : "条")
      }
      return text
    }
  }

  @Test func writesScalarsAsTheStandardLibraryDoes() {
    for text in texts() {
      let scalars = Array(text.unicodeScalars)
      let written = scalars.withUnsafeBufferPointer { String($0[...]) }
      #expect(written == text)
      #expect(Array(written.utf8) == Array(text.utf8))
    }
  }

  @Test func countsScalarsAndBlanks() {
    for text in texts() {
      let scalars = text.unicodeScalars
      let blanks = scalars.count { Blank.isBlank($0) }
      let totals = ScalarCounter(SourceText(text)).totals()
      #expect(totals.all == scalars.count, "\(text)")
      #expect(totals.blank == blanks, "\(text)")
      let whole = [TextRange(0, text.utf8.count)]
      #expect(ScalarCounter(SourceText(text)).nonBlank(whole) == scalars.count - blanks)
      let counts = Array(text.utf8).withUnsafeBufferPointer { $0.scalarCounts(in: 0..<$0.count) }
      #expect(counts.all == scalars.count, "\(text)")
      #expect(counts.wide == scalars.count { $0.value >= 0x300 }, "\(text)")
    }
  }

  @Test(arguments: [
    ("文档", true), ("本站", true), ("粤ICP备", true), ("下载本站", true), ("IC", false),
    ("文件档案", false), ("本文 档", false), ("", false), ("I", false), ("条条条条ICP", true),
  ])
  func findsTheWordsOfSites(_ text: String, _ isThere: Bool) {
    let found = Array(text.utf8).withUnsafeBufferPointer { SiteWords.stand(in: $0) }
    #expect(found == isThere)
  }

  @Test func findsWordsByteByByte() {
    #expect("自公布之日起施行".offset(of: "施行") == 18)
    #expect("自公布之日起施行".offset(of: "施") == 18)
    #expect("施施行".offset(of: "施行") == 3)
    #expect("施行".offset(of: "施行。") == nil)
    #expect("实施".offset(of: "施行") == nil)
    #expect("年月".holds("月"))
    #expect("第四条本法自施行".dropFirst(3).offset(of: "施行") == 9)
  }
}
