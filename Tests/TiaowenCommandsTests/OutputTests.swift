import ChineseText
import SystemPackage
import Testing

@testable import TiaowenCommands

@Suite struct JSONWriterTests {
  @Test func keepsTheOrderOfMembersAndLeavesOutWhatIsMissing() {
    var json = JSONWriter()
    json.object { json in
      json.member("b", "二")
      json.member("a", 1)
      json.member("none", nil as String?)
      json.array("list", [true, false]) { $0.value($1) }
      json.object("empty") { _ in }
      json.name("score")
      json.value(17.25)
      json.name("parent")
      json.null()
    }
    json.endLine()
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #"{"b":"二","a":1,"list":[true,false],"empty":{},"score":17.25,"parent":null}"# + "\n")
  }

  // Python's splitlines and JavaScript before 2019 end lines at these.
  @Test func escapesEverythingThatMayEndALine() {
    var json = JSONWriter()
    json.value("a\"\\/\n\t\u{1}\u{85}\u{2028}\u{2029}b“…”")
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #""a\"\\/\n\t\u0001\u0085\u2028\u2029b“…”""#)
  }
}

@Suite struct DisplayWidthTests {
  @Test(arguments: [("条文", 4), ("art_1", 5), ("（一）", 6), ("e\u{301}", 1), ("", 0)])
  func countsColumns(_ text: String, _ columns: Int) {
    #expect(DisplayWidth.columns(of: text) == columns)
  }

  @Test func cutsBeforeACharacterThatDoesNotFit() {
    #expect(DisplayWidth.beginning(of: "第三十九条", columns: 10) == "第三十九条")
    #expect(DisplayWidth.beginning(of: "第三十九条", columns: 9) == "第三十九…")
    #expect(DisplayWidth.beginning(of: "第三十九条", columns: 8) == "第三十…")
  }

  @Test func keepsEscapeSequencesFromTheTerminal() {
    #expect("红\u{1B}[31m色\n\u{9B}2J".shown == "红\u{FFFD}[31m色 \u{FFFD}2J")
  }
}

@Suite struct SnippetTests {
  private let plain = Terminal(hasColour: false, columns: 40)
  private let coloured = Terminal(hasColour: true, columns: 40)

  @Test func showsTheLinesWithMatches() {
    let text = "第一款不相干。\n（一）病假工资；\n（二）其他。"
    let start = text.unicodeScalars.distance(
      from: text.startIndex, to: text.firstIndex(of: "病") ?? text.endIndex)
    let snippet = Snippet(of: text, matches: [start..<(start + 2)], columns: 40, terminal: plain)
    #expect(snippet.rows == ["（一）病假工资；"])
    let marked = Snippet(of: text, matches: [start..<(start + 2)], columns: 40, terminal: coloured)
    #expect(marked.rows == ["（一）\u{1B}[1;31m病假\u{1B}[0m工资；"])
  }

  @Test func cutsALongLineAroundTheMatch() {
    let text = String(repeating: "甲", count: 100) + "乙" + String(repeating: "丙", count: 100)
    let rows = Snippet(of: text, matches: [100..<101], columns: 40, terminal: plain).rows
    #expect(rows.count == 3)
    #expect(rows[0].hasPrefix("…甲") && rows[2].hasSuffix("丙…"))
    #expect(rows.joined().contains("甲乙丙"))
    #expect(rows.allSatisfy { DisplayWidth.columns(of: $0) <= 41 })
  }

  @Test func cutsALongLineAtTheBordersOfSentences() {
    let filling = String(repeating: "甲", count: 30)
    let text = "\(filling)。乙乙乙，丙丙匹配丁丁。\(filling)，\(filling)。"
    let start = 30 + 1 + 4 + 2
    let rows = Snippet(
      of: text, matches: [start..<(start + 2)], columns: 40, terminal: plain
    ).rows
    #expect(rows.first?.hasPrefix("…乙乙乙，丙丙匹配丁丁。") == true, "\(rows)")
    #expect(rows.last?.hasSuffix("甲，…") == true, "\(rows)")
  }

  @Test func marksMatchesInOtherStyles() {
    #expect(
      coloured.styled("带薪年休假", .faint, marking: [2..<5, 9..<12])
        == "\u{1B}[2m带薪\u{1B}[0m\u{1B}[1;31m年休假\u{1B}[0m")
    #expect(plain.styled("带薪\n年休假", .faint, marking: [2..<5]) == "带薪 年休假")
  }

  @Test func showsTheFirstLineWhenOnlyAHeadingMatches() {
    #expect(
      Snippet(of: "首句。\n次句。", matches: [], columns: 40, terminal: plain).rows == ["首句。"])
  }

  @Test func ignoresMatchesOutsideOfTheText() {
    #expect(Snippet(of: "短", matches: [5..<9], columns: 40, terminal: plain).rows == ["短"])
  }
}

@Suite struct SentencesTests {
  @Test func fillsPlaces() {
    #expect(Sentences.fill("{1} after {0}, {2}", ["第五条", "第七条"]) == "第七条 after 第五条, {2}")
    #expect(Sentences.fill("{0} {0:line|lines} {", ["1"]) == "1 line {")
    #expect(Sentences.fill("{0} {0:line|lines}}", ["21"]) == "21 lines}")
  }

  @Test func wordsDiagnosticsInChinese() {
    let gap = Diagnostic(
      .init(rawValue: "number-gap"), .warning, at: nil, values: ["第七条", "第五条", "1"],
      message: "第七条 follows 第五条; one number is missing")
    #expect(Sentences(isChinese: true).message(of: gap) == "第五条之后是第七条，缺 1 个编号")
    #expect(Sentences(isChinese: false).message(of: gap) == gap.message)
    let unknown = Diagnostic(.init(rawValue: "other"), .note, at: nil, message: "other")
    #expect(Sentences(isChinese: true).message(of: unknown) == "other")
  }

  @Test func speaksBothLanguages() {
    #expect(Sentences(isChinese: false).text(.moreHits, 31, 10).hasPrefix("found: 31, shown: 10"))
    #expect(Sentences(isChinese: true).text(.moreHits, 31, 10).hasPrefix("共 31 条，显示 10 条"))
  }
}

@Suite struct OrderedWorkTests {
  @Test func handsOverResultsInOrder() {
    var results: [Int] = []
    OrderedWork.run(Array(0..<500)) { element in
      (0..<(element % 7 * 100)).reduce(element) { $0 &+ $1 &- $1 }
    } consume: { element, result in
      #expect(element == result)
      results.append(result)
    }
    #expect(results == Array(0..<500))
  }

  @Test func stopsWhenTheConsumerThrows() {
    struct Enough: Error {}
    #expect(throws: Enough.self) {
      try OrderedWork.run(Array(0..<100)) {
        $0
      } consume: { element, _ in
        if element == 3 { throw Enough() }
      }
    }
  }
}

@Suite struct PathTests {
  @Test func writesBytesThatAreNoTextInHexadecimal() {
    let bytes: [CChar] = [0x61, CChar(bitPattern: 0xE9), CChar(bitPattern: 0xFF), 0x62, 0]
    let path = bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { FilePath(platformString: $0) }
    }
    #expect(path?.asText == "a\\xE9\\xFFb")
    #expect(FilePath("规定.txt").asText == "规定.txt")
  }
}
