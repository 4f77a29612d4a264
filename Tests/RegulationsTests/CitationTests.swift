import Regulations
import Testing

@Suite struct CitationTests {
  @Test(arguments: [
    ("《停车条例》第三十九条第二款第（二）项", "《停车条例》第三十九条第二款第（二）项"),
    ("停车条例39条", "《停车条例》第三十九条"),
    ("停车条例第３９条", "《停车条例》第三十九条"),
    ("第13条　停车条例", "《停车条例》第十三条"),
    ("停车条例第八十二条之一", "《停车条例》第八十二条之一"),
    ("停车条例第82-1条", "《停车条例》第八十二条之一"),
    ("停车条例 第5条第2款第(3)项第1目", "《停车条例》第五条第二款第（三）项第1目"),
    ("停车条例第五条的内容是什么", "《停车条例》第五条"),
    ("第五条", "第五条"),
    ("停车条例 51", "《停车条例》第五十一条"),
    ("停车条例三十五", "《停车条例》第三十五条"),
    ("停车条例第99999条", "《停车条例》第99999条"),
    ("停车条例 82-1", "《停车条例》第八十二条之一"),
    ("停车条例第5之1条", "《停车条例》第五条之一"),
    ("停车条例39条2款", "《停车条例》第三十九条第二款"),
    ("停车条例第39条(2)", "《停车条例》第三十九条第（二）项"),
    ("请问停车条例第五条是怎么规定的？", "《停车条例》第五条"),
    ("收支两条线规定第三条", "《收支两条线规定》第三条"),
    ("停车条例2018 第五条", "《停车条例2018》第五条"),
  ])
  func reads(_ text: String, _ citation: String) {
    #expect(Citation(text)?.description == citation)
  }

  @Test(arguments: [
    ("停车条例第三条至第五条", "《停车条例》第三条至第五条"),
    ("停车条例３９～４１条", "《停车条例》第三十九条至第四十一条"),
    ("停车条例39-41条", "《停车条例》第三十九条至第四十一条"),
    ("停车条例39-41", "《停车条例》第三十九条至第四十一条"),
    ("停车条例第五条到第三条", "《停车条例》第五条、第三条"),
    ("停车条例第三条、第五条和第八条", "《停车条例》第三条、第五条、第八条"),
    ("停车条例第三、五条", "《停车条例》第三条、第五条"),
    ("停车条例第3条 第4条", "《停车条例》第三条、第四条"),
    ("停车条例第三条第一款、第五条", "《停车条例》第三条第一款、第五条"),
    ("停车条例第三条第（二）、（三）项", "《停车条例》第三条第（二）项、第（三）项"),
    ("停车条例第三条第一项至第三项", "《停车条例》第三条第（一）项、第（二）项、第（三）项"),
    ("停车条例第三条第一款和第二款第一项", "《停车条例》第三条第一款、第二款第（一）项"),
  ])
  func readsSeveral(_ text: String, _ citation: String) {
    #expect(Citation(text)?.description == citation)
    #expect(Citation(text)?.isSingle == false)
  }

  @Test func holdsTheNumbersOfARange() throws {
    let articles = try #require(Citation("停车条例第三条至第五条")?.articles.first)
    let numbers = ["2", "3", "3-1", "5", "5-1"].compactMap { ProvisionNumber($0) }
    #expect(numbers.map { articles.holds($0) } == [false, true, true, true, false])
  }

  // 2018 was taken for the number of an article.
  @Test(arguments: [
    "停车条例2018", "三条例", "停车", "第五条停车位的大小", "", "条", "第条", "三十五", "停车条例第十十条",
  ])
  func refuses(_ text: String) {
    #expect(Citation(text) == nil)
  }

  @Test(arguments: [
    ("39", "39"), ("三十九", "39"), ("82-1", "82-1"), ("第八十二条之一", "82-1"), ("2.1.3", "2.1.3"),
    ("甲", nil), ("", nil),
  ])
  func readsNumbers(_ text: String, _ number: String?) {
    #expect(Citation.number(text)?.description == number)
  }
}
