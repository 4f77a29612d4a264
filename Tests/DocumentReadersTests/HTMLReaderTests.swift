import ChineseText
import DocumentReaders
import Testing

@Suite struct HTMLReaderTests {
  private func outline(_ body: String) throws -> [String] {
    try read("<html><body>\(body)</body></html>").outline
  }

  @Test func keepsBlocksApartAndBreaksAsParagraphs() throws {
    let body = "<div>第一条 甲。<br>第二条 乙。<br/>&nbsp;&nbsp;第三条 丙。</div><p>第四条\n丁。</p>尾"
    #expect(
      try outline(body) == ["p 第一条 甲。", "p 第二条 乙。", "p 第三条 丙。", "p 第四条丁。", "p 尾"])
  }

  @Test func joinsSpansThatSplitALabel() throws {
    let body = "<p>第<span>一</span><span lang=EN-US>条</span>  为了\n  <b>规范</b>管理</p>"
    #expect(try outline(body) == ["p 第一条 为了规范管理"])
  }

  @Test func marksHeadingsCentredAndBoldText() throws {
    let body = """
      <h1>办法</h1><h3>第一章</h3><p align="center"><b>第二章</b></p><center>第三章</center>
      <p style="text-align: center; font-weight:700">第四章</p><p><strong>第一条</strong> 甲</p>
      """
    let expected = ["h1* 办法", "h3* 第一章", "p^* 第二章", "p^ 第三章", "p^* 第四章", "p 第一条 甲"]
    #expect(try outline(body) == expected)
  }

  @Test(arguments: [
    ("&ldquo;甲&rdquo;", "“甲”"), ("甲&nbsp;&nbsp;乙", "甲  乙"), ("甲&#12288;乙", "甲\u{3000}乙"),
    ("甲&emsp;乙", "甲\u{2003}乙"), ("甲&nbsp乙", "甲 乙"), ("甲&reg乙", "甲®乙"), ("&#147;甲&#148;", "“甲”"),
    ("&#x93;甲", "“甲"), ("&lpar;一&rpar;", "(一)"), ("甲&unknown;乙", "甲&unknown;乙"), ("a&b", "a&b"),
    ("甲&lt;乙&gt;", "甲<乙>"), ("A&amp;nbsp;B", "A&nbsp;B"), ("3 < 5", "3 < 5"),
  ])
  func decodesCharacterReferences(_ source: String, _ text: String) throws {
    #expect(try outline("<p>\(source)</p>") == ["p \(text)"])
  }

  @Test func leavesOutWhatIsNoText() throws {
    let body = """
      <!-- 第一条 注释 --><script>document.write("<p>第二条</p>")</script><style>/* 第三条 */</style>
      <noscript>请启用脚本</noscript><template><p>第四条</p></template><p>第五条 甲。</p>
      """
    #expect(try outline(body) == ["p 第五条 甲。"])
  }

  @Test func takesTitleAndMetadataAsProperties() throws {
    let page = """
      <html><head><title> 考勤办法-内网 </title><meta name="PubDate" content="2024-01-02"></head>
      <body><p>第一条 甲。</p></body></html>
      """
    let document = try read(page)
    #expect(document.properties == ["title": "考勤办法-内网", "pubdate": "2024-01-02"])
    #expect(document.outline == ["p 第一条 甲。"])
  }

  @Test func makesRowsOfTablesOfValues() throws {
    let body = """
      <table><tr><th>级别</th><th>天数</th></tr>
      <tr><td><p>甲<br>乙</p></td><td>5</td></tr><tr><td></td><td colspan=2>共计</td></tr></table>
      """
    #expect(try outline(body) == ["tr* 级别⇥天数", "tr 甲 乙⇥5", "p 共计"])
  }

  @Test func readsTablesThatOnlyPlaceTextAsParagraphs() throws {
    let text = String(repeating: "<p>第一条 公司应当规范管理，员工应当遵守。</p>", count: 20)
    let body = "<table><tr><td width=20>栏目</td><td>\(text)</td></tr></table>"
    #expect(
      try read("<html><body>\(body)</body></html>").blocks.allSatisfy { $0.role == .paragraph })
  }

  @Test func printsTheNumbersOfOrderedLists() throws {
    let body = """
      <ol><li>甲</li><li><p>乙</p><ul><li>丙</li></ul></li></ol><ol start=3 type=a><li>丁</li></ol>
      <ol style="list-style:none"><li>戊</li></ol><ol><li>（一）己</li><li>第二条 庚</li></ol>
      """
    let expected = [
      "li0 {1.} 甲", "li0 {2.} 乙", "li1 丙", "li0 {c.} 丁", "li0 戊", "li0 （一）己", "li0 第二条 庚",
    ]
    #expect(try outline(body) == expected)
  }

  @Test func keepsLineFeedsOfPreformattedText() throws {
    #expect(try outline("<pre>第一条 甲\n第二条 乙\n</pre>") == ["line 第一条 甲", "line 第二条 乙"])
  }

  @Test func readsWhatWordSavesAsAPage() throws {
    let page = """
      <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><!--[if gte mso 9]><xml>
      <o:p>杂</o:p></xml><![endif]--></head><body lang=ZH-CN><div class=WordSection1>
      <p class=MsoNormal align=center style='text-align:center'><b><span style='font-size:18.0pt'>考勤
      办法<span lang=EN-US><o:p></o:p></span></span></b></p>
      <p class=MsoNormal><span lang=EN-US>&nbsp;</span></p>
      <p class=MsoNormal style='text-indent:21.0pt'><![if !supportEmptyParas]>&nbsp;<![endif]>第一条<span
      lang=EN-US> </span>为了。</p></div></body></html>
      """
    #expect(try read(page).outline == ["p^* 考勤办法", "p 第一条 为了。"])
  }
}
