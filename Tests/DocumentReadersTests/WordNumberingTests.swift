import DocumentReaders
import Testing

@Suite struct WordNumberingTests {
  private typealias W = WordFile

  private static func level(
    _ index: Int, _ format: String, _ text: String, _ more: String = "", start: Int = 1
  ) -> String {
    """
    <w:lvl w:ilvl="\(index)"><w:start w:val="\(start)"/><w:numFmt w:val="\(format)"/>\(more)\
    <w:lvlText w:val="\(text)"/></w:lvl>
    """
  }

  private static func list(_ id: Int, _ levels: String...) -> String {
    "<w:abstractNum w:abstractNumId=\"\(id)\">\(levels.joined())</w:abstractNum>"
  }

  private static func instance(_ id: Int, _ list: Int, _ changes: String = "") -> String {
    "<w:num w:numId=\"\(id)\"><w:abstractNumId w:val=\"\(list)\"/>\(changes)</w:num>"
  }

  @Test(arguments: [
    ("decimal", ["1", "10", "11", "20", "100", "101", "110"]),
    ("decimalZero", ["01", "10", "11", "20", "100", "101", "110"]),
    ("upperRoman", ["I", "X", "XI", "XX", "C", "CI", "CX"]),
    ("lowerLetter", ["a", "j", "k", "t", "vvvv", "wwww", "fffff"]),
    ("chineseCountingThousand", ["一", "十", "十一", "二十", "一百", "一百零一", "一百一十"]),
    ("chineseCounting", ["一", "十", "十一", "二十", "一○○", "一○一", "一一○"]),
    ("taiwaneseCountingThousand", ["一", "十", "十一", "二十", "一百", "一百零一", "一百一十"]),
    ("japaneseCounting", ["一", "十", "十一", "二十", "百", "百一", "百十"]),
    ("chineseLegalSimplified", ["壹", "壹拾", "壹拾壹", "贰拾", "壹佰", "壹佰零壹", "壹佰壹拾"]),
    ("ideographDigital", ["一", "一〇", "一一", "二〇", "一〇〇", "一〇一", "一一〇"]),
    ("ideographTraditional", ["甲", "癸", "11", "20", "100", "101", "110"]),
    ("ideographZodiac", ["子", "酉", "戌", "20", "100", "101", "110"]),
    ("decimalEnclosedCircle", ["①", "⑩", "⑪", "⑳", "100", "101", "110"]),
    ("decimalEnclosedFullstop", ["⒈", "⒑", "⒒", "⒛", "100.", "101.", "110."]),
    ("decimalEnclosedParen", ["⑴", "⑽", "⑾", "⒇", "(100)", "(101)", "(110)"]),
    ("ideographEnclosedCircle", ["㈠", "㈩", "11", "20", "100", "101", "110"]),
    ("decimalFullWidth", ["１", "１０", "１１", "２０", "１００", "１０１", "１１０"]),
    ("none", ["", "", "", "", "", "", ""]),
  ])
  func printsNumbersAsWordDoes(_ format: String, _ expected: [String]) throws {
    for (value, text) in zip([1, 10, 11, 20, 100, 101, 110], expected) {
      let numbering =
        Self.list(0, Self.level(0, format, "第%1条", start: value)) + Self.instance(1, 0)
      let outline = try wordOutline(W.p("甲", W.number(1)), ["numbering": numbering])
      #expect(outline == ["p {第\(text)条} 甲"])
    }
  }

  @Test func countsThousandsInWords() throws {
    for (value, text) in [(1000, "一千"), (1010, "一千零一十"), (1200, "一千二百"), (10_000, "一万"), (0, "零")] {
      let numbering =
        Self.list(0, Self.level(0, "chineseCountingThousand", "%1", start: value))
        + Self.instance(1, 0)
      #expect(try wordOutline(W.p("甲", W.number(1)), ["numbering": numbering]) == ["p {\(text)} 甲"])
    }
  }

  @Test func restartsLowerLevelsUnlessToldOtherwise() throws {
    let numbering =
      Self.list(
        0, Self.level(0, "chineseCountingThousand", "第%1章"),
        Self.level(1, "chineseCountingThousand", "第%2节"),
        Self.level(2, "chineseCountingThousand", "第%3条", "<w:lvlRestart w:val=\"0\"/>"))
      + Self.instance(1, 0)
    let levels = [0, 1, 2, 2, 1, 2, 0, 1, 2]
    let body = levels.map { W.p("甲", W.number(1, $0)) }.joined()
    let labels = ["第一章", "第一节", "第一条", "第二条", "第二节", "第三条", "第二章", "第一节", "第四条"]
    #expect(try wordOutline(body, ["numbering": numbering]) == labels.map { "p {\($0)} 甲" })
  }

  @Test func fillsInAllLevelsAndKeepsLegalOnesInDigits() throws {
    let numbering =
      Self.list(
        0, Self.level(0, "upperRoman", "%1."), Self.level(1, "decimal", "%1.%2", "<w:isLgl/>"),
        Self.level(2, "lowerLetter", "%1.%2.%3)", "<w:suff w:val=\"nothing\"/>"))
      + Self.instance(1, 0)
    let body = [0, 0, 1, 2].map { W.p("甲", W.number(1, $0)) }.joined()
    let expected = ["p {I.} 甲", "p {II.} 甲", "p {2.1} 甲", "p {II.1.a)}甲"]
    #expect(try wordOutline(body, ["numbering": numbering]) == expected)
  }

  @Test func continuesAcrossInstancesAndStartsAnewWhereToldTo() throws {
    let start = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>"
    let own =
      "<w:lvlOverride w:ilvl=\"0\">\(Self.level(0, "decimal", "(%1)"))</w:lvlOverride>"
    let numbering =
      Self.list(0, Self.level(0, "decimal", "%1.")) + Self.instance(1, 0) + Self.instance(2, 0)
      + Self.instance(3, 0, start) + Self.instance(4, 0, own)
    let body = [1, 1, 2, 3, 3, 4].map { W.p("甲", W.number($0)) }.joined()
    let expected = ["1.", "2.", "3.", "5.", "6.", "(7)"].map { "p {\($0)} 甲" }
    #expect(try wordOutline(body, ["numbering": numbering]) == expected)
  }

  @Test func takesNumbersFromStylesAndListStyles() throws {
    let styles = """
      <w:style w:type="paragraph" w:styleId="tiao"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>\
      </w:style><w:style w:type="paragraph" w:styleId="kid"><w:basedOn w:val="tiao"/></w:style>
      <w:style w:type="paragraph" w:styleId="off"><w:basedOn w:val="tiao"/><w:pPr><w:numPr>\
      <w:numId w:val="0"/></w:numPr></w:pPr></w:style>
      <w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
      """
    let numbering = """
      <w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>
      <w:abstractNum w:abstractNumId="1"><w:styleLink w:val="L"/>\
      \(Self.level(0, "decimal", "%1."))\
      \(Self.level(1, "chineseCountingThousand", "第%2条", "<w:pStyle w:val=\"tiao\"/>"))</w:abstractNum>
      \(Self.instance(1, 0))\(Self.instance(2, 1))
      """
    func styled(_ style: String) -> String { W.p("甲", "<w:pStyle w:val=\"\(style)\"/>") }
    let body =
      styled("tiao") + styled("kid") + styled("off") + W.p("甲", W.number(0))
      + W.p("甲", "<w:pStyle w:val=\"tiao\"/>" + W.number(0))
    let outline = try wordOutline(body, ["styles": styles, "numbering": numbering])
    #expect(outline == ["p {第一条} 甲", "p {1.} 甲", "p 甲", "p 甲", "p 甲"])
  }

  @Test func printsNoSignForBulletsAndUnknownLists() throws {
    let numbering = Self.list(0, Self.level(0, "bullet", "\u{F0B7}")) + Self.instance(1, 0)
    let body = W.p("甲", W.number(1)) + W.p("乙", W.number(9))
    #expect(try wordOutline(body, ["numbering": numbering]) == ["li0 甲", "p 乙"])
  }

  @Test func numbersEmptyParagraphsButNotDeletedOnes() throws {
    let numbering = Self.list(0, Self.level(0, "decimal", "%1.")) + Self.instance(1, 0)
    let deleted = "<w:p><w:pPr>\(W.number(1))<w:rPr><w:del/></w:rPr></w:pPr></w:p>"
    let body = W.p("", W.number(1)) + deleted + W.p("甲", W.number(1))
    #expect(try wordOutline(body, ["numbering": numbering]) == ["p {1.}", "p {2.} 甲"])
  }
}
