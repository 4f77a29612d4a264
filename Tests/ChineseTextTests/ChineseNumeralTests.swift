import ChineseText
import Testing

@Suite struct ChineseNumeralTests {
  @Test func readsEveryNumberItWrites() {
    for number in 0...9999 {
      #expect(ChineseNumeral.value(of: ChineseNumeral.string(of: number)) == number)
    }
  }

  @Test(arguments: [
    ("十", 10), ("一百零三", 103), ("一百一十", 110), ("二〇二四", 2024), ("２８", 28), ("廿一", 21),
    ("卅", 30), ("两百", 200), ("一千二百六十", 1260), ("壹拾贰", 12), ("007", 7), ("一百零十", 110),
  ])
  func reads(text: String, value: Int) {
    #expect(ChineseNumeral.value(of: text) == value)
  }

  @Test(arguments: ["", "十十", "百千", "一二十", "三a", "第", "一百二百", "1234567890123"])
  func rejects(text: String) {
    #expect(ChineseNumeral.value(of: text) == nil)
  }
}
