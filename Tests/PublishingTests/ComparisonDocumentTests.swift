import ChineseText
import Comparison
import DocumentReaders
import Testing

@testable import Publishing

/// The Word file that is made of a comparison.
struct ComparisonDocumentTests {
  private static let report = SampleComparison.report(
    articles: ["茶水间供全体员工使用，保持整洁。", "报修应当在5日内处理完毕，并答复报修人。", "使用微波炉后应当擦拭干净。"],
    ["茶水间每日8时开放，20时关闭。", "茶水间供全体员工使用，保持整洁。", "报修应当在3个工作日内处理完毕，并答复报修人。"])

  /// The blocks of the file as our reader sees them, the cells of a row parted by tabs.
  private func lines(_ report: ComparisonReport, listsFolded: Bool = false) throws -> [String] {
    let bytes = try ComparisonDocument(report, listsFolded: listsFolded).bytes()
    let document = try SourceReader().read(bytes, path: "a.docx")
    return document.blocks.map { String(document.text[$0.range]) }
  }

  private func part(_ name: String, of report: ComparisonReport) throws -> String {
    let bytes = try ComparisonDocument(report).bytes()
    let archive = try ZipArchive(bytes, path: "a.docx", options: ReadOptions())
    return String(decoding: try #require(try archive.part(name)), as: UTF8.self)
  }

  private func document(_ report: ComparisonReport) throws -> String {
    try part("word/document.xml", of: report)
  }

  @Test func isReadBackAsTheTable() throws {
    #expect(
      try lines(Self.report) == [
        "《茶水间使用规定》修订前后对照表",
        "修订前：2023-01-01　　修订后：2024-01-01",
        "修改 1 条，新增 1 条，删除 1 条，仅条号变动 1 条。",
        "序号\t修订前\t修订后\t修订说明",
        "1\t新增\t第1条　茶水间每日8时开放，20时关闭。\t新增",
        "2\t第2条　报修应当在5日内处理完毕，并答复报修人。\t"
          + "第3条　报修应当在3个工作日内处理完毕，并答复报修人。\t"
          + "修改；原第2条改为第3条；“5日”改为“3个工作日”",
        "3\t第3条　使用微波炉后应当擦拭干净。\t删除\t删除",
        "说明",
        "1. 修订前一栏中带删除线的是删去的文字，修订后一栏中带下划线的是增加的文字。",
        "2. 以下改动未逐条列出：仅条号变动 1 处。",
        "第 1 页　共 1 页",
      ])
  }

  @Test func listsFoldedRowsInATableOfTheirOwn() throws {
    let lines = try lines(Self.report, listsFolded: true)
    let heading = try #require(lines.firstIndex(of: "只随其他改动而来的变动"))
    #expect(
      lines[heading + 2]
        == "4\t第1条　茶水间供全体员工使用，保持整洁。\t第2条　茶水间供全体员工使用，保持整洁。\t原第1条改为第2条")
    #expect(!lines.contains { $0.contains("未逐条列出") })
  }

  @Test func givesTheSameBytesTwiceAndNoDate() throws {
    let bytes = try ComparisonDocument(Self.report).bytes()
    #expect(try ComparisonDocument(Self.report).bytes() == bytes)
    let properties = try part("docProps/core.xml", of: Self.report)
    #expect(properties.contains("<dc:title>《茶水间使用规定》修订前后对照表</dc:title>"))
    #expect(!properties.contains("dcterms"))
  }

  @Test func marksByMoreThanColour() throws {
    let styles = try part("word/styles.xml", of: Self.report)
    #expect(styles.contains("<w:strike/><w:color w:val=\"C00000\"/>"))
    #expect(styles.contains("<w:color w:val=\"1F4E9E\"/><w:u w:val=\"single\"/>"))
    let document = try document(Self.report)
    for (style, text) in [("Deletion", "5日"), ("Insertion", "3个工作日"), ("Label", "第2条")] {
      #expect(
        document.contains(
          "<w:rStyle w:val=\"\(style)\"/><w:rFonts w:hint=\"eastAsia\"/></w:rPr>"
            + "<w:t xml:space=\"preserve\">\(text)</w:t>"), "\(style)")
    }
  }

  @Test func breaksOnlyLongRowsAndRepeatsTheHead() throws {
    let document = try document(
      SampleComparison.report(
        articles: ["茶水间供全体员工使用。", "甲"],
        [
          "茶水间供全体员工和访客使用。",
          (1...200).map { "第\($0)号物品应当登记" }.joined(separator: "，"),
        ]))
    let head = try #require(document.split(separator: "<w:tr>").dropFirst().first)
    #expect(head.hasPrefix("<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"))
    let rows = document.split(separator: "<w:tr>").dropFirst(2)
    #expect(rows.count { !$0.hasPrefix("<w:trPr><w:cantSplit/>") } == 1)
  }

  // A text may hold whatever a damaged file held; Word opens no file that XML forbids.
  @Test func opensWithControlCharactersAndMarkup() throws {
    let lines = try lines(
      SampleComparison.report(
        articles: ["报修\u{1}应当在5日内<b>处理</b>&amp;答复。"], ["报修\u{1}应当在3日内<b>处理</b>&amp;答复\u{C}。"]))
    let row = try #require(lines.first { $0.hasPrefix("1\t") })
    #expect(
      row.hasPrefix(
        "1\t第1条　报修\u{FFFD}应当在5日内<b>处理</b>&amp;答复。\t"
          + "第1条　报修\u{FFFD}应当在3日内<b>处理</b>&amp;答复\u{FFFD}。\t"))
  }

  @Test func setsATextOfAnAnnexBelowItsHeading() throws {
    let document = try document(
      SampleComparison.report(
        "annex|附件1|收费标准|职级\t金额\\n员工\t100元", "annex|附件1|收费标准|职级\t金额\\n员工\t200元"))
    #expect(document.contains("收费标准</w:t></w:r></w:p>"))
    #expect(document.contains(">职级 │ 金额</w:t>"))
  }

  @Test func saysThatNothingDiffers() throws {
    let articles = ["茶水间供全体员工使用。"]
    #expect(
      try lines(SampleComparison.report(articles: articles, articles)) == [
        "《茶水间使用规定》修订前后对照表", "修订前：2023-01-01　　修订后：2024-01-01", "两个文本没有差异。",
        "第 1 页　共 1 页",
      ])
  }
}
