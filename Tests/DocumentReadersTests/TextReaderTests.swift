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

  // CR LF once became LF, and no span fitted the decoded text any more.
  @Test func keepsEveryOffsetOfTheDecodedText() throws {
    let document = try read("甲\r\n乙\r丙\n\r\n丁 \r\r\n戊\r\n")
    #expect(document.text.utf8 == Array("甲\r\n乙\n丙\n\r\n丁 \n\r\n戊\r\n".utf8))
    #expect(document.outline == ["line 甲", "line 乙", "line 丙", "line 丁 ", "line 戊"])
    let positions = TextPositions(document.text)
    #expect(document.blocks.map { positions.line(of: $0.range.lowerBound) } == [1, 2, 3, 5, 7])
  }

  @Test(arguments: ["# 办法\r\n\r\n## 一\r\n甲\r\n\r\n乙", "<html><p>甲\r\n</p><pre>乙\r\n丙</pre>"])
  func makesLineFeedsOfLineEndingsInMarkup(_ text: String) throws {
    #expect(try !read(text).text.utf8.contains(0x0D))
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
