import ChineseText
import DocumentReaders
import Testing
import TestingSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite struct HTMLRobustnessTests {
  @Test(arguments: ["div", "table", "b", "ul", "font", "blockquote"])
  func readsTextThatIsNestedAHundredThousandDeep(_ name: String) throws {
    let page = String(repeating: "<\(name)>", count: 100_000) + "第一条 深处的文字。"
    #expect(
      try read(page).outline.map { $0.suffix(9) }
        == ["第一条 深处的文字"].map { $0 + "。" }.map { $0.suffix(9) })
  }

  @Test func readsALongLineWhole() throws {
    let sentence = "公司应当规范管理，员工应当遵守。"
    let text = String(repeating: sentence, count: 300_000)
    let document = try read("<html><body><p>\(text)</p></body></html>")
    #expect(document.text.utf8.count == text.utf8.count)
  }

  @Test(arguments: [
    "<p>第一条<p>第二条", "<p>第一条</div></td><p>第二条", "第一条<p>第二条</body></html>",
    "<html><p>第一条</p></html><p>第二条</p>", "<html><head><p>第一条</p><p>第二条</p>",
    "<body><body><p>第一条</p><br><body>第二条",
    "<html><title>甲<body><p>第一条<p>第二条",
  ])
  func losesNoTextOfBrokenPages(_ page: String) throws {
    let document = try HTMLReader().read(Array(page.utf8), path: "x")
    document.checkBlocks()
    #expect(document.ownTexts.last?.hasSuffix("第二条") ?? page.contains("title"))
  }

  // The rest of a page once vanished in an attribute whose quote never closes.
  @Test(arguments: [
    "<a href=\"x>链接</a>", "<a href='x>链接</a>", "<a href=\"x>甲</a><b class=\"y\">乙</b>",
    "<p title=\"x", "<!-- 注", "<noscript>", "<title>", "<svg>",
  ])
  func losesNothingInMarkupThatNeverEnds(_ damage: String) throws {
    let document = try read("<html><body>\n<p>第一条</p>\(damage)<p>第二条</p><p>第三条</p></body>")
    #expect(document.ownTexts.suffix(2) == ["第二条", "第三条"])
    let diagnostic = try #require(document.diagnostics.first)
    #expect(diagnostic.code.rawValue == "damaged-markup")
    #expect(diagnostic.values == ["1", "2"])
  }

  // A repair in a tag that was taken out as a whole once stood before what it follows.
  @Test(arguments: [
    "<svg class=\"x>", "<title id='x>", "<noscript class=\"a\" id=\"b>",
    "<noscript class=\"a<svg id='b>",
  ])
  func losesNothingInElementsWithoutEndWhoseTagsAreDamaged(_ damage: String) throws {
    let document = try read("<html><body>\n<p>第一条</p>\(damage)<p>第二条</p><p>第三条</p></body>")
    #expect(document.ownTexts.suffix(2) == ["第二条", "第三条"])
    let diagnostic = try #require(document.diagnostics.first)
    #expect(diagnostic.code.rawValue == "damaged-markup")
    #expect(diagnostic.values.last == "2")
  }

  @Test(arguments: [
    "<a href=\"x 第二条", "<p 第二条", "<p title=x 第二条", "<a href=\"第二条\n", "<script>第二条",
  ])
  func tellsOfATagThatIsCutOff(_ end: String) throws {
    let document = try read("<html><body><p>第一条</p><p>第三条</p>\(end)")
    #expect(document.diagnostics.map(\.code.rawValue) == ["damaged-markup"])
    let holds = document.ownTexts.joined().contains("第二条")
    #expect(holds || end.contains("script"), "\(document.outline)")
  }

  @Test(arguments: [
    "<a title='a>b' onclick=\"f('<b>')\" data-x=\"<p>x</p>\">甲</a>", "<script>a<'b</script>",
    "<!--[if mso]><p title=\"x><![endif]-->", "<a href=''>甲</a>", "<svg/>", "3<5且5>3",
    "<p title=a\">",
    "<p\ntitle = \"x\n>\">甲", "<![if x]>甲<![endif]>",
  ])
  func saysNothingOfSoundMarkup(_ markup: String) throws {
    let document = try read("<html><body><p>第一条</p>\(markup)<p>第二条</p></body></html>")
    #expect(document.diagnostics.isEmpty)
    #expect(document.ownTexts.last == "第二条")
  }

  // Every mark without an end was once looked for to the end of the page.
  @Test(arguments: [
    "<a b=\"", "<a b='", "<p x ", "<!--", "<svg>", "<p \"a>b\" ", "<a b=\">", "<a b='><a c=\">",
  ])
  func readsManyOpenMarksInLinearTime(_ mark: String) throws {
    let seconds = [5_000, 20_000].map { count in
      let page = "<html><body><p>第一条</p>" + String(repeating: mark, count: count)
      let start = Self.threadSeconds()
      _ = HTMLReader().readOrNil(page)
      return Self.threadSeconds() - start
    }
    // Four times as many marks take four times as long; what looks each of them up in
    // all the others takes sixteen times.
    #expect(seconds[1] < 9 * seconds[0] + 0.5, "\(mark): \(seconds)")
  }

  /// The processor's time of this thread, whatever else the machine does.
  private static func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Test func readsEveryEncodingHoweverItIsDeclared() throws {
    let gb: [UInt8] = [0xB5, 0xDA, 0xD2, 0xBB, 0xCC, 0xF5]  // 第一条 in GB2312
    let big5: [UInt8] = [0xB2, 0xC4, 0xA4, 0x40, 0xB1, 0xF8]  // 第一條 in Big5
    func page(_ declaration: String, _ text: [UInt8]) throws -> SourceDocument {
      let bytes = Array("<html><head>\(declaration)</head><body><p>".utf8) + text
      return try SourceReader().read(bytes + Array("</p></body></html>".utf8), path: "x")
    }
    for declaration in [
      "<meta charset=gb2312>", "<META http-equiv=Content-Type content='text/html; charset=GBK'>",
      "<meta charset=\"utf-8\">", "<meta charset=iso-8859-1>", "",
    ] {
      let document = try page(declaration, gb)
      #expect(document.ownTexts == ["第一条"], "\(declaration)")
      #expect(document.encoding == .gb18030)
    }
    #expect(try page("<meta charset=big5>", big5).ownTexts == ["第一條"])
    #expect(try page("<meta charset=gb2312>", Array("第一条".utf8)).ownTexts == ["第一条"])
    #expect(try page("<meta charset=gb2312>", Array("第一条".utf8)).encoding == .utf8)
  }

  @Test func makesSoundBlocksOfArbitraryPages() throws {
    var generator = SeededGenerator(seed: 4)
    let pieces = [
      "<p>", "</p>", "<div class=nav>", "<div>", "</div>", "<br>", "<table>", "<tr>", "<td>",
      "</td>",
      "</table>", "<ul>", "<ol>", "<li>", "</ol>", "<pre>", "</pre>", "<a href=/x>", "</a>", "<b>",
      "</b>", "第一条 为了规范管理，制定本办法。", "第二章", " ", "\n", "&nbsp;", "&#12288;", "<h1>", "</h1>",
      "<script>", "</script>", "<!--", "-->", "\u{3000}", "<", "&", "<select><option>", "<form>",
      "版权所有 ©", "甲", "<td", "\u{200B}", "<center>", "</center>", "<title>", "</title>",
    ]
    for _ in 0..<2000 {
      var page = ""
      for _ in 0..<Int.random(in: 1...40, using: &generator) {
        page += pieces.randomElement(using: &generator) ?? ""
      }
      (try? HTMLReader().read(Array(page.utf8), path: "x"))?.checkBlocks()
    }
  }
}

extension HTMLReader {
  fileprivate func readOrNil(_ page: String) -> SourceDocument? {
    try? read(Array(page.utf8), path: "x")
  }
}
