import ChineseText
import DocumentReaders
import Testing
import TestingSupport

@Suite struct WordReaderTests {
  private typealias W = WordFile

  @Test func readsParagraphsWithBreaksTabsAndHyphens() throws {
    let body = """
      <w:p><w:r><w:t>第一条</w:t><w:tab/><w:t>为了</w:t><w:br/><w:t>规范</w:t><w:noBreakHyphen/>\
      <w:t>理</w:t></w:r></w:p><w:p/><w:p><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>\
      <w:smartTag><w:r><w:t>标记</w:t></w:r></w:smartTag></w:p>
      """
    #expect(try wordOutline(body) == ["p 第一条⇥为了⏎规范-理", "p 链接标记"])
  }

  @Test func findsHeadingsByStyleNameOutlineAndInheritance() throws {
    let styles = """
      <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr>\
      <w:pPr><w:jc w:val="center"/></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/></w:style>
      <w:style w:type="paragraph" w:styleId="x"><w:name w:val="章"/><w:basedOn w:val="1"/></w:style>
      <w:style w:type="paragraph" w:styleId="y"><w:name w:val="节"/><w:pPr><w:outlineLvl w:val="1"/>\
      </w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="z"><w:name w:val="标题 3"/></w:style>
      """
    func styled(_ style: String) -> String { "<w:pStyle w:val=\"\(style)\"/>" }
    let body =
      W.p("办法", styled("a3")) + W.p("甲", styled("1")) + W.p("乙", styled("x"))
      + W.p("丙", styled("y"))
      + W.p("丁", styled("z")) + W.p("戊", "<w:outlineLvl w:val=\"2\"/>")
      + W.p("己", styled("1") + "<w:outlineLvl w:val=\"9\"/>")
    #expect(
      try wordOutline(body, ["styles": styles]) == [
        "h0 办法", "h1^* 甲", "h1^* 乙", "h2 丙", "h3 丁", "h3 戊", "p^* 己",
      ])
  }

  @Test func takesInsertedTextAndLeavesDeletedTextOut() throws {
    let body = """
      <w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>\
      <w:moveTo><w:r><w:t>来</w:t></w:r></w:moveTo><w:moveFrom><w:r><w:t>去</w:t></w:r></w:moveFrom></w:p>
      <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p>\
      <w:p><w:r><w:t>后半</w:t></w:r></w:p>
      <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>全删</w:delText></w:r></w:del></w:p>\
      <w:p><w:r><w:t>末</w:t></w:r></w:p>
      <w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>删行</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
      """
    #expect(try wordOutline(body) == ["p 新来", "p 前半后半", "p 末"])
  }

  @Test func leavesHiddenTextAndFieldCodesOut() throws {
    let body = """
      <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:t>见</w:t></w:r>\
      <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText><w:t>码</w:t></w:r>\
      <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>果</w:t></w:r>\
      <w:r><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple><w:r><w:t>简</w:t></w:r></w:fldSimple></w:p>
      """
    #expect(try wordOutline(body) == ["p 见果简"])
  }

  @Test func makesRowsOfTablesAndBlocksOfLayoutTables() throws {
    func row(_ cells: String...) -> String {
      "<w:tr>" + cells.map { "<w:tc>\($0)</w:tc>" }.joined() + "</w:tr>"
    }
    let inner = "<w:tbl>\(row(W.p("内"), W.p("表")))</w:tbl>"
    let body =
      "<w:tbl>\(row(W.p("级别"), W.p("天数")))\(row(W.p("甲") + W.p("乙"), W.p("5"), "<w:p/>"))"
      + "\(row(W.p("第一条 甲。") + W.p("第二条 乙。")))\(row(W.p("外") + inner, W.p("侧")))</w:tbl>"
    #expect(
      try wordOutline(body) == [
        "tr 级别⇥天数", "tr 甲 乙⇥5", "p 第一条 甲。", "p 第二条 乙。", "p 外", "tr 内⇥表", "p 侧",
      ])
  }

  @Test func putsNotesAfterTheParagraphThatRefersToThem() throws {
    let notes = """
      <w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>线</w:t></w:r></w:p></w:footnote>
      <w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> 脚注</w:t></w:r></w:p></w:footnote>
      """
    let endnotes = "<w:endnote w:id=\"2\">\(W.p("尾注"))</w:endnote>"
    let body =
      "<w:p><w:r><w:t>甲</w:t><w:footnoteReference w:id=\"2\"/><w:t>乙</w:t><w:endnoteReference w:id=\"2\"/></w:r></w:p>"
      + W.p("丙")
    #expect(
      try wordOutline(body, ["footnotes": notes, "endnotes": endnotes]) == [
        "p 甲乙", "note 脚注", "note 尾注", "p 丙",
      ])
  }

  @Test func readsTextBoxesOnceAndRunningLinesOnce() throws {
    let box = "<w:txbxContent>\(W.p("框内"))</w:txbxContent>"
    let body = """
      <w:p><w:r><w:t>甲</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>\
      <wps:txbx>\(box)</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>\(box)\
      </v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>\(W.p("乙"))
      """
    let outline = try wordOutline(body, ["header": W.p("页眉"), "footer": W.p("页眉") + W.p("页脚")])
    #expect(outline == ["p 甲", "p 框内", "p 乙", "-footer 页眉", "-footer 页脚"])
  }

  @Test func readsContentControlsAndStrictNamespaces() throws {
    let body =
      "<w:sdt><w:sdtPr><w:t>x</w:t></w:sdtPr><w:sdtContent>\(W.p("控件"))</w:sdtContent></w:sdt>"
    #expect(try wordOutline(body) == ["p 控件"])
    let strict = """
      <w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p><w:r>\
      <w:t>严格</w:t></w:r></w:p></w:body></w:document>
      """
    let file = WordFile(raw: ["word/document.xml": Array(strict.utf8)])
    #expect(try file.document().outline == ["p 严格"])
  }

  private func reason(_ bytes: [UInt8], _ options: ReadOptions = ReadOptions()) -> ReadError.Reason?
  {
    do throws(ReadError) {
      _ = try SourceReader(options: options).read(bytes, path: "a.docx")
      return nil
    } catch {
      return error.reason
    }
  }

  @Test func saysWhatIsWrongWithDamagedFiles() throws {
    let bytes = try WordFile(body: W.p(String(repeating: "第一条", count: 5000))).bytes()
    var generator = SeededGenerator(seed: 5)
    let cut = Array(bytes.prefix(bytes.count / 2))
    guard case .damagedWord = reason(cut) else {
      Issue.record("\(String(describing: reason(cut)))")
      return
    }
    for _ in 0..<200 {
      var changed = bytes
      let index = Int.random(in: 0..<bytes.count, using: &generator)
      changed[index] ^= UInt8.random(in: 1...255, using: &generator)
      (try? SourceReader().read(changed, path: "x"))?.checkBlocks()
    }
  }

  @Test func refusesBombsEntitiesAndBottomlessNesting() throws {
    let big = try WordFile(body: W.p(String(repeating: "a", count: 20 << 20))).bytes()
    #expect(reason(big) == .zipBomb(part: "word/document.xml"))
    let small = try WordFile(body: W.p(String(repeating: "a", count: 5000))).bytes()
    #expect(
      reason(small, ReadOptions(maximumPartByteCount: 4000)) == .zipBomb(part: "word/document.xml"))
    let laughs = """
      <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w:document \(W.namespaces)>\
      <w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>
      """
    let entities = WordFile(raw: ["word/document.xml": Array(laughs.utf8)])
    #expect(reason(try entities.bytes()) == .entities(part: "word/document.xml"))
    let depth = 20_000
    let deep =
      String(repeating: "<w:sdt>", count: depth) + W.p("甲")
      + String(repeating: "</w:sdt>", count: depth)
    #expect(reason(try WordFile(body: deep).bytes()) == .nestingTooDeep)
  }

  @Test func tellsOtherContainersFromWordFiles() throws {
    func container(_ target: String) throws -> [UInt8] {
      let rels = """
        <Relationships><Relationship Id="a" Type="x/officeDocument" Target="\(target)"/></Relationships>
        """
      return try W.zip([("_rels/.rels", Array(rels.utf8)), (target, Array("<a/>".utf8))])
    }
    #expect(reason(try container("xl/workbook.xml"))?.isForeignFormat == true)
    #expect(reason(try container("ppt/presentation.xml"))?.isForeignFormat == true)
    #expect(reason(try W.zip([("a.txt", [0x61])]))?.isForeignFormat == true)
    let odt = try W.zip([("mimetype", Array("application/vnd.oasis.opendocument.text".utf8))])
    #expect(reason(odt) == .legacyWord("an OpenDocument text (.odt)"))
    #expect(reason(try WordFile(body: "<w:p/>").bytes()) == .noText)
  }
}
