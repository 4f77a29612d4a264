import ChineseText
import Library
import Regulations
import Search
import Testing
import TestingSupport

@Suite struct CitedNameTests {
  private static let statutes = [
    Revision(title: "中华人民共和国劳动合同法", notation: "article|第三条|-|甲。\narticle|第五条|-|乙。"),
    Revision(title: "中华人民共和国公司法", notation: "article|第三条|-|丙。"),
    Revision(title: "中华人民共和国公证法", notation: "article|第三条|-|丁。"),
    Revision(title: "岭南市停车管理办法", notation: "article|第三条|-|戊。"),
    Revision(title: "云岭市停车管理办法", notation: "article|第三条|-|己。"),
    Revision(
      title: "云岭市处罚规定",
      notation: "article|第一条|-|违反《云岭市停车管理办法》（以下简称“车管规则”）的，罚款。"),
  ]

  @Test(arguments: [
    ("劳合法3条", "甲。"), ("劳合法五", "乙。"), ("车管规则第三条", "己。"), ("云岭停车办法第三条", "己。"),
  ])
  func findsAbbreviatedNames(_ query: String, _ text: String) throws {
    let result = try SearchedLibrary(Self.statutes).search(query)
    #expect(result.mode == .citation)
    #expect(result.hits.map(\.text) == [text])
    #expect(result.hint == nil)
  }

  @Test(arguments: [
    ("公法第三条", "丙。", "also: 《中华人民共和国公证法》"),
    ("停车管理办法第三条", "戊。", "also: 《云岭市停车管理办法》"),
  ])
  func offersWhatElseANameMayMean(_ query: String, _ text: String, _ hint: String) throws {
    let result = try SearchedLibrary(Self.statutes).search(query)
    #expect(result.hits.map(\.text) == [text])
    #expect(result.hint?.description == hint)
  }

  @Test(arguments: ["劳动 3", "停车 3", "罚款 1", "办法 3", "劳合法", "三条"])
  func searchesForWords(_ query: String) throws {
    #expect(try SearchedLibrary(Self.statutes).search(query).mode != .citation)
  }

  @Test(arguments: [
    ("停车规定第二条至第四条", ["第二条", "第三条", "第三条之一", "第四条"]),
    ("停车规定2-3条", ["第二条", "第三条"]),
    ("停车规定第四条、第一条", ["第四条", "第一条"]),
    ("停车规定第四条至第九条", ["第四条"]),
  ])
  func findsSeveralArticlesInOrder(_ query: String, _ labels: [String]) throws {
    let library = try SearchedLibrary([
      Revision(
        title: "停车规定",
        notation: """
          article|第一条|-|甲。
          article|第二条|-|乙。
          article|第三条|-|丙。
          article|第三条之一|-|丁。
          article|第四条|-|戊。
          """)
    ])
    #expect(try library.search(query).mode == .citation)
    #expect(try library.labels(query) == labels)
    #expect(try library.search(query).total == labels.count)
  }

  @Test func marksSeveralPlacesOfAnArticle() throws {
    let library = try SearchedLibrary([
      Revision(
        title: "停车规定",
        notation: """
          article|第一条|-|下列车辆：
            item|（一）|-|甲；
            item|（二）|-|乙；
            item|（三）|-|丙。
          """)
    ])
    let hits = try library.search("停车规定第一条第（一）、（三）项").hits
    #expect(hits.first?.marked == ["（一）甲；", "（三）丙。"])
    #expect(hits.first?.pinpoint == "第一条第（一）项")
  }
}

@Suite struct CitedRevisionTests {
  private func library() throws -> SearchedLibrary {
    let library = try SearchedLibrary()
    var old = Revision(
      title: "云岭市停车管理条例",
      notation: """
        article|第一条|-|为了规范停车秩序，制定本条例。
        article|第二条|-|停车场应当公示收费标准和服务时间。
        article|第三条|-|违反规定停放车辆的，处一百元罚款。
        article|第四条|-|废旧自行车由街道办事处集中回收处理。
        """)
    old.metadata.effective = CalendarDate("2018-05-01")
    var new = Revision(
      title: "云岭市停车管理条例",
      notation: """
        article|第一条|-|为了规范停车秩序，制定本条例。
        article|第二条|-|市交通部门主管全市停车工作，建立信息平台。
        article|第三条|-|停车场应当公示收费标准和服务时间。
        article|第四条|-|违反规定停放车辆的，处一百元罚款。
        """)
    new.metadata.effective = CalendarDate("2023-05-01")
    try library.add([old], from: "a.txt")
    try library.add([new], from: "b.txt")
    return library
  }

  @Test(arguments: [
    ("停车管理条例第一条", nil),
    ("停车管理条例第二条", "第二条 of 2018-05-01 is now 第三条"),
    ("停车管理条例第三条", "第三条 of 2018-05-01 is now 第四条"),
    ("停车管理条例第四条", "第四条 of 2018-05-01 has no like in the text in force"),
    ("停车管理条例2018第三条", nil),
  ])
  func saysWhatWasRenumbered(_ query: String, _ hint: String?) throws {
    let result = try library().search(query)
    #expect(result.hits.count == 1)
    #expect(result.hint?.description == hint)
  }

  @Test func findsTheRevisionOfAYear() throws {
    let library = try library()
    let old = try library.search("停车管理条例2018 第三条")
    #expect(old.hits.map(\.revision) == ["2018-05-01"])
    let none = try library.search("停车管理条例（2020年修正）第一条")
    #expect(none.hits.map(\.revision) == ["2023-05-01"])
    #expect(
      none.hint?.description
        == "《云岭市停车管理条例》 has no revision of 2020; there is 2018-05-01, 2023-05-01")
  }

  @Test func leavesTheCostOfComparingToSingleQueries() throws {
    let library = try library()
    let reader = try LibraryReader(directory: library.path)
    let searcher = Searcher(reader, SearchOptions(on: someDay), forMany: true)
    #expect(try searcher.search("停车管理条例第二条").hint == nil)
  }

  @Test func takesNoLikeOfWhatIsNotInForce() throws {
    let library = try SearchedLibrary([
      Revision(title: "劳务合同法", notation: "article|第一条|-|甲。")
    ])
    var later = Revision(title: "合同法", notation: "article|第一条|-|乙。")
    later.metadata.effective = CalendarDate("2030-01-01")
    try library.add([later], from: "b.txt")
    #expect(try library.search("合同法第一条").hits.isEmpty)
  }
}
