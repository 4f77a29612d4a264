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
  ])
  func reads(_ text: String, _ citation: String) {
    #expect(Citation(text)?.description == citation)
  }

  @Test(arguments: ["停车", "第五条停车位的大小", "", "条", "第条", "三十五", "停车条例第十十条"])
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
