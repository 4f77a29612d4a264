import ChineseText
import DocumentReaders
import Testing

@Suite struct MarkdownReaderTests {
  private func outline(_ text: String) throws -> [String] {
    let document = try MarkdownReader().read(Array(text.utf8), path: "a.md")
    document.checkBlocks()
    return document.outline
  }

  @Test func readsHeadingsOfBothKinds() throws {
    let text = "# 办法 #\n\n第一章\n------\n\n总则\n====\n###### 六级\n####### 不是"
    #expect(try outline(text) == ["h1 办法", "h2 第一章", "h1 总则", "h6 六级", "p ####### 不是"])
  }

  // Every comment without an end was once looked for to the end of the text.
  @Test func readsManyOpenCommentsInLinearTime() throws {
    let text = "# 甲\n\n" + String(repeating: "<!-- x\n\n", count: 20_000)
    let time = try ContinuousClock().measure { _ = try outline(text) }
    #expect(time < .seconds(5))
  }

  @Test func joinsWrappedLinesAndKeepsNewSentences() throws {
    let text = "第一条 为了规范\n管理，制定本办法。\n第二条 适用于\n第三条所列人员  \n硬换行\\\n再换行 word\nword"
    #expect(
      try outline(text) == ["p 第一条 为了规范管理，制定本办法。⏎第二条 适用于⏎第三条所列人员⏎硬换行⏎再换行 word word"])
  }

  @Test func keepsTheNumbersOfLists() throws {
    let text = "1. 甲\n2. 乙\n   - 丙\n   - 丁\n     1) 戊\n\n* [x] 己\n"
    #expect(
      try outline(text) == [
        "li0 1. 甲", "li0 2. 乙", "li1 - 丙", "li1 - 丁", "li2 1) 戊", "li0 * 己",
      ])
  }

  // Points without their sign once ran into the clause above them.
  @Test func keepsTheSignsOfPointsThatBringNoNumber() throws {
    let text = "1. 目的\n目标是：\n- **提高**效率；\n- 第一条 甲\n- **（一）** 乙\n- [总则](#a)\n"
    #expect(
      try outline(text) == [
        "li0 1. 目的⏎目标是：", "li0 - 提高效率；", "li0 第一条 甲", "li0 （一） 乙", "li0 总则",
      ])
  }

  @Test(arguments: [
    ("**第一条** 甲", "p 第一条 甲"), ("**全部**", "p* 全部"), ("`甲*乙`*丙*", "p 甲*乙丙"), ("金额3*5*2", "p 金额3*5*2"),
    ("[《劳动法》](http://x/y)和![图](a.png)", "p 《劳动法》和图"), ("\\*甲\\_", "p *甲_"),
    ("编号：____号", "p 编号：____号"),
    ("甲~~乙~~丙", "p 甲乙丙"), ("甲<b>乙</b><br>丙", "p 甲乙⏎丙"), ("&nbsp;&lt;甲&gt;", "p <甲>"),
    ("a_b_c", "p a_b_c"),
    ("[甲]（乙）", "p [甲]（乙）"), ("甲[^1]乙", "p 甲乙"), ("<http://a.b>", "p http://a.b"),
    ("***甲***", "p* 甲"),
    ("3 < 5", "p 3 < 5"), ("**未闭合", "p **未闭合"),
  ])
  func takesSignsOutOfText(_ source: String, _ expected: String) throws {
    #expect(try outline(source) == [expected])
  }

  @Test func readsTables() throws {
    let text = "| 级别 | 天数 |\n|:--|--:|\n| **甲** | 5 |\n| 乙\\|丙 | |\n\n之后"
    #expect(try outline(text) == ["tr 级别⇥天数", "tr 甲⇥5", "tr 乙|丙", "p 之后"])
  }

  @Test func takesFrontMatterAsProperties() throws {
    let document = try read("---\ntitle: \"考勤办法\"\n文号: 青松〔2024〕5号\n---\n第一条 甲。\n")
    #expect(document.properties == ["title": "考勤办法", "文号": "青松〔2024〕5号"])
    #expect(
      document.outline == [
        "-front-matter title: \"考勤办法\"", "-front-matter 文号: 青松〔2024〕5号", "p 第一条 甲。",
      ])
  }

  @Test func setsCommentsApart() throws {
    let text = "<!-- 草稿\n\n第一条 旧文 -->\n第一条 甲<!-- 乙 -->。\n\n<!-- 未闭合"
    #expect(
      try outline(text) == [
        "p 第一条 甲。", "-comment 草稿", "-comment 第一条 旧文", "-comment 乙", "p <!-- 未闭合",
      ])
  }

  // The end of an empty comment was once taken for one that stands before its start.
  @Test func readsCommentsOfNothing() throws {
    #expect(try outline("第一条 <!-->甲<!--->乙<!---->丙") == ["p 第一条 甲乙丙"])
  }

  @Test func readsCodeQuotationsRulesAndNotes() throws {
    let text = "```text\n第一条 *甲*\n```\n> 引文\n> 第二行\n\n***\n\n[^1]: 脚注\n<style>\np{}\n</style>\n尾"
    #expect(try outline(text) == ["line 第一条 *甲*", "p 引文⏎第二行", "note 脚注", "p 尾"])
  }

  // A backslash that was escaped once became a line feed at the end of a line.
  @Test func keepsAnEscapedBackslashAtTheEndOfALine() throws {
    #expect(try outline("甲\\\\\n乙\\\n丙") == ["p 甲\\ 乙⏎丙"])
  }
}
