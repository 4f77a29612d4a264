import ChineseText
import DocumentReaders
import Testing

@Suite struct TextReaderTests {
  @Test func makesABlockOfEveryLineThatIsNotBlank() throws {
    let document = try read("第一章 总则\n\n　　第一条 为了。\n \u{3000}\n第二条\n")
    #expect(document.format == .text)
    #expect(document.encoding == .utf8)
    #expect(document.outline == ["line 第一章 总则", "line 　　第一条 为了。", "line 第二条"])
  }

  @Test func turnsEveryLineEndingIntoALineFeed() throws {
    let document = try read("甲\r\n乙\r丙\n\r\n丁\r\r戊")
    #expect(document.text == SourceText("甲\n乙\n丙\n\n丁\n\n戊"))
    #expect(document.blocks.count == 5)
  }

  @Test(arguments: ["\u{0C}", "\u{0B}", "\u{85}", "\u{2028}", "\u{2029}"])
  func endsABlockAtRareSeparatorsAndKeepsThem(_ separator: String) throws {
    let document = try read("第一条\(separator)第二条“引号”")
    #expect(document.outline == ["line 第一条", "line 第二条“引号”"])
    #expect(document.text == SourceText("第一条\(separator)第二条“引号”"))
  }

  @Test func agreesWithTheProjectAboutBlanks() throws {
    for value in 1..<UInt32(0x10000) {
      guard let scalar = Unicode.Scalar(value), value != 0x0D else { continue }
      let document = try read("第一条、为了；\n\(String(Character(scalar)))\n第二条，应当。\n")
      let isLine = document.blocks.count == 3
      let expected = !Blank.isBlank(value)
      if isLine != expected { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  @Test func saysWhereBytesMeanNothing() throws {
    let good = Array("第一条 为了规范管理，制定本办法。\r\n".utf8)
    let document = try SourceReader().read(good + good + [0xFF] + good, path: "a.txt")
    let diagnostic = try #require(document.diagnostics.first)
    #expect(diagnostic.code == Diagnostic.Code(rawValue: "replaced-bytes"))
    #expect(diagnostic.values == ["1"])
    let range = try #require(diagnostic.range)
    #expect(document.text[range] == "\u{FFFD}")
  }
}
