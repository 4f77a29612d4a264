import ChineseText
import Library
import Regulations
import Search
import Testing
import TestingSupport

@Suite struct SearchTests {
  private static let leave = Revision(
    title: "员工休假管理制度",
    notation: """
      preamble|-|-|为保障员工休息的权利，制定本制度。
      chapter|第一章|总则
        article|第一条|-|本制度适用于公司全体员工。
        article|第二条|术语|下列用语的含义：
          item|（一）|-|年假，是指带薪的年度休假；
            subitem|1.|-|不含法定假日；
          item|（二）|调休|以休息抵加班。
          paragraph|-|-|其他用语从其通常含义，按 ISO 8601 写日期。
            item|（一）|-|公历；
      chapter|第二章|年假
        article|第三条|-|满一年的，年 假五天（５ｄａｙｓ）。
        article|第四条|-|
          paragraph|-|-|首款文字。
          paragraph|-|-|次款文字。
      closing|-|-|人力资源部
      """)

  @Test func findsTextWithItsPlace() throws {
    let result = try SearchedLibrary([Self.leave]).search("法定假日")
    #expect(result.total == 1)
    let hit = try #require(result.hits.first)
    #expect(hit.regulation == "员工休假管理制度")
    #expect(hit.revision == "r1")
    #expect(hit.status == .unknown)
    #expect(hit.id == "art_2")
    #expect(hit.label == "第二条")
    #expect(hit.heading == "术语")
    #expect(hit.pinpoint == "第二条第一款第（一）项第1目")
    #expect(hit.path.map { $0.label } == ["第一章"])
    #expect(hit.path.map { $0.heading } == ["总则"])
    #expect(hit.marked == ["法定假日"])
    let lines = hit.text.split(separator: "\n")
    #expect(lines.first == "下列用语的含义：")
    #expect(lines.dropFirst(3).first == "（二）调休：以休息抵加班。")
  }

  // The scalars of a place were counted on from the end of the one before it.
  @Test func marksTermsThatOverlap() throws {
    let hits = try SearchedLibrary([Self.leave]).search("带薪的年度 薪的 的年度休").hits
    #expect(hits.flatMap { $0.marked } == ["带薪的年度", "薪的", "的年度休"])
  }

  @Test(arguments: [
    ("含义：", "第二条第一款"), ("以休息", "第二条第一款第（二）项"), ("通常含义", "第二条第二款"),
    ("公历", "第二条第二款第（一）项"), ("五天", "第三条"), ("首款", "第四条第一款"),
    ("次款", "第四条第二款"),
  ])
  func pinpoints(_ query: String, _ pinpoint: String) throws {
    let hits = try SearchedLibrary([Self.leave]).search("text:" + query).hits
    #expect(hits.map { $0.pinpoint } == [pinpoint])
  }

  @Test func pinpointsAClauseByItsLabels() throws {
    let long = String(repeating: "长", count: 300)
    let library = try SearchedLibrary([
      Revision(
        title: "通知",
        notation: """
          clause|三、|要求|导语：
            clause|（一）|-|\(long)
            clause|（二）|-|\(long)甲
              clause|1.|-|乙
          """)
    ])
    #expect(try library.search("乙").hits.map { $0.pinpoint } == ["三、（二）1."])
    #expect(try library.search("导语").hits.map { $0.pinpoint } == ["三、"])
  }

  @Test(arguments: [
    ("年假五天", ["年 假五天"]), ("5days", ["５ｄａｙｓ"]), ("(5D", ["（５ｄ"]),
    ("iso 8601 写", ["ISO 8601 写"]), ("ISO　8601", []),
  ])
  func foldsWidthCaseAndBlanks(_ query: String, _ marked: [String]) throws {
    let result = try SearchedLibrary([Self.leave]).search("text:\"\(query)\"")
    #expect(result.hits.flatMap { $0.marked } == (marked.isEmpty ? ["ISO 8601"] : marked))
  }

  @Test func keepsAMatchWithinOneLine() throws {
    let library = try SearchedLibrary([Self.leave])
    let exact = SearchOptions(on: someDay, match: .exact)
    #expect(try library.search("首款文字。次款", exact).total == 0)
    #expect(try library.search("假日；（二）", exact).total == 0)
    #expect(try library.search("首款 次款", exact).total == 1)
  }

  @Test func findsHeadingsAboveAUnit() throws {
    let library = try SearchedLibrary([Self.leave])
    #expect(try library.search("总则").total == 2)
    #expect(try library.search("heading:总则 含义").total == 1)
    #expect(try library.search("text:总则").mode == .closest)
    let own = try library.search("术语").hits
    #expect(own.map { $0.label } == ["第二条"])
    #expect(own.first?.matches.map { $0.field } == [.heading])
    #expect(try library.labels("年假").first == "第二条")
  }

  @Test func givesATitleOnlyOnce() throws {
    let library = try SearchedLibrary([Self.leave])
    let alone = try library.search("休假管理")
    #expect(alone.total == 0)
    #expect(alone.mode == .exact)
    #expect(alone.regulations.map { $0.regulation } == ["员工休假管理制度"])
    let both = try library.search("休假管理 五天")
    #expect(both.total == 1)
    #expect(both.hits.first?.matches.map { $0.field } == [.text, .title] || both.hits.isEmpty)
    #expect(try library.search("title:休假 五天").total == 1)
    #expect(try library.search("title:考勤 五天", .init(on: someDay, match: .exact)).total == 0)
  }

  @Test func excludesAndJoins() throws {
    let library = try SearchedLibrary([Self.leave])
    #expect(try library.labels("文字 OR 五天").sorted() == ["第三条", "第四条"])
    #expect(try library.labels("年假 -五天").sorted() == ["第二条", "第四条"])
    #expect(try library.labels("no:3") == ["第三条"])
    #expect(try library.labels("no:3 五天") == ["第三条"])
    #expect(try library.search("五天 -title:休假", .init(on: someDay, match: .exact)).total == 0)
  }

  @Test func showsNeighbours() throws {
    let library = try SearchedLibrary([Self.leave])
    let hit = try library.search("五天", .init(on: someDay, context: 2)).hits.first
    #expect(hit?.before.map { $0.id } == ["art_1", "art_2"])
    #expect(hit?.after.map { $0.id } == ["art_4", "closing_1"])
  }

  @Test func showsTheClosestWhenNothingHoldsEveryTerm() throws {
    let library = try SearchedLibrary([Self.leave])
    let result = try library.search("年假有几天？")
    #expect(result.mode == .closest)
    #expect(result.hits.first?.label == "第三条")
    #expect(result.total == result.hits.count)
    let exact = try library.search("年假有几天？", .init(on: someDay, match: .exact))
    #expect(exact.total == 0)
  }

  @Test func searchesWhatDoesNotParseAsWords() throws {
    let library = try SearchedLibrary([Self.leave])
    let result = try library.search("五天 OR")
    #expect(result.total == 1)
    #expect(result.hint?.description == "'OR' has nothing to work on; searched as plain words")
    let unquoted = try library.search("五天 \"满")
    #expect(unquoted.total == 1)
    #expect(
      unquoted.hint?.description
        == "a parenthesis or a quotation mark has no partner; searched as plain words")
    #expect(throws: SearchError.self) { try library.search("foo:五天") }
    #expect(throws: SearchError.self) {
      try library.search("五天 OR", .init(on: someDay, match: .exact))
    }
  }

  @Test(arguments: ["(", ")", "OR", "NOT", "\"", "（", "“", "()", "-(", "!?"])
  func searchesSignsAloneAsTheyStand(_ query: String) throws {
    let library = try SearchedLibrary([
      Revision(title: "制度", notation: "article|第一条|-|记号：\(query)，其余无。\narticle|第二条|-|无。")
    ])
    #expect(try library.labels(query) == ["第一条"])
  }

  @Test(arguments: ["xyzzy", "火", "wqz 火", "xylophone"])
  func findsNothingCloseByOneLetter(_ query: String) throws {
    let library = try SearchedLibrary([
      Revision(title: "proxy 制度", notation: "article|第一条|-|使用 proxy 的，经批准后方可着手火速办理。")
    ])
    let result = try library.search(query, .init(on: someDay, match: query == "火" ? .auto : .any))
    #expect(result.isEmpty == (query != "火"))
  }

  @Test func findsCloseTextsByPairsAndHalfWords() throws {
    let library = try SearchedLibrary([Self.leave])
    let any = SearchOptions(on: someDay, match: .any)
    #expect(try library.labels("抵扣加班费", any).first == "第二条")
    #expect(try library.labels("5day", any).first == "第三条")
  }

  @Test func saysWhenTheFirstTextBegins() throws {
    let library = try SearchedLibrary()
    var revision = Revision(title: "制度", notation: "article|第一条|-|规定")
    revision.metadata.effective = CalendarDate("2023-01-01")
    try library.add([revision], from: "a.txt")
    let early = try #require(CalendarDate("2020-01-01"))
    for query in ["规定", "制度第一条", "别的"] {
      let result = try library.search(query, .init(on: early))
      #expect(result.isEmpty)
      #expect(
        result.hint?.description
          == "nothing is in force on 2020-01-01; the first text is of 2023-01-01")
    }
    let reader = try LibraryReader(directory: library.path)
    #expect(reader.regulation(at: 0, on: early).current == nil)
    #expect(reader.regulation(at: 0, on: someDay).current?.name == "2023-01-01")
  }

  @Test func countsWithoutShowing() throws {
    let library = try SearchedLibrary([Self.leave])
    let none = SearchOptions(on: someDay, limit: 0)
    let result = try library.search("年假", none)
    #expect(result.total == 3)
    #expect(result.hits.isEmpty)
    #expect(!result.isEmpty)
  }

  @Test func searchesOnlyWhatIsInForce() throws {
    let library = try SearchedLibrary()
    for (day, text) in [("2023-01-01", "甲规定，共用文字若干。"), ("2025-01-01", "乙规定，共用文字若干。")] {
      var revision = Revision(title: "制度", notation: "article|第一条|-|\(text)")
      revision.metadata.effective = CalendarDate(day)
      try library.add([revision], from: day)
    }
    #expect(try library.search("规定").hits.map { $0.revision } == ["2025-01-01"])
    let all = try library.search("规定", .init(on: someDay, allRevisions: true))
    #expect(all.total == 2)
    #expect(all.hits.map { $0.status } == [.amended, .inForce])
    let earlier = try #require(CalendarDate("2024-01-01"))
    #expect(try library.search("规定", .init(on: earlier)).hits.map { $0.revision } == ["2023-01-01"])
    #expect(try library.search("甲规定", .init(on: someDay, match: .exact)).total == 0)
  }

  @Test func searchesOnlyInTitles() throws {
    let library = try SearchedLibrary([
      Revision(title: "考勤制度", notation: "article|第一条|-|甲规定"),
      Revision(title: "请假制度", notation: "article|第一条|-|乙规定"),
    ])
    let hits = try library.search("规定", .init(on: someDay, inTitle: "请假")).hits
    #expect(hits.map { $0.regulation } == ["请假制度"])
  }

  @Test func limitsThePageNotTheTotal() throws {
    let notation = (1...50).map { "article|第\(ChineseNumeral.string(of: $0))条|-|同样的文字" }
    let library = try SearchedLibrary([
      Revision(title: "制度", notation: notation.joined(separator: "\n"))
    ])
    let result = try library.search("同样", .init(on: someDay, limit: 3))
    #expect(result.total == 50)
    #expect(result.hits.map { $0.id } == ["art_1", "art_2", "art_3"])
    #expect(try library.search("同样", .init(on: someDay, limit: 0)).hits.isEmpty)
  }

  @Test func putsTheDefinitionFirst() throws {
    let library = try SearchedLibrary([
      Revision(
        title: "制度",
        notation: """
          article|第一条|-|工时工时工时。
          article|第二条|-|本制度所称工时，是指员工实际工作的时间，不包括午休，也不包括通勤。
          """)
    ])
    #expect(try library.labels("工时") == ["第二条", "第一条"])
    // Those who ask many queries learn of most terms by a filter that none defines them.
    let searcher = Searcher(
      try LibraryReader(directory: library.path), .init(on: someDay), forMany: true)
    #expect(try searcher.search("工时").hits.map { $0.label } == ["第二条", "第一条"])
    #expect(try searcher.search("员工").hits.map { $0.label } == ["第二条"])
  }
}
