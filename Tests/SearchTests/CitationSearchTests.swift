import Regulations
import Search
import Testing
import TestingSupport

@Suite struct CitationSearchTests {
  private static let rules = [
    Revision(
      title: "云岭市停车管理条例",
      notation: """
        article|第一条|-|甲。
        article|第二条|-|乙：
          item|（一）|-|丙；
          item|（二）|-|丁。
          paragraph|-|-|戊：
            item|（一）|-|己；
        article|第二条之一|-|庚。
        """),
    Revision(title: "云岭市停车管理条例实施细则", notation: "article|第一条|-|辛。"),
  ]

  @Test(arguments: [
    ("《云岭市停车管理条例》第二条", "第二条", ""),
    ("停车管理条例第2条", "第二条", ""),
    ("停车管理条例２条", "第二条", ""),
    ("停车管理条例 2", "第二条", ""),
    ("停车管理条例二", "第二条", ""),
    ("第二条 停车管理条例", "第二条", ""),
    ("停车管理条例第二条是怎么规定的？", "第二条", ""),
    ("停车管理条例第二条第一款", "第二条第一款", "乙：\n（一）丙；\n（二）丁。"),
    ("停车管理条例第二条第二款", "第二条第二款", "戊：\n（一）己；"),
    ("停车管理条例第二条第（二）项", "第二条第一款第（二）项", "（二）丁。"),
    ("停车管理条例第二条第二款第一项", "第二条第二款第（一）项", "（一）己；"),
    ("停车管理条例第二条之一", "第二条之一", ""),
  ])
  func findsWhatIsCited(_ query: String, _ pinpoint: String, _ marked: String) throws {
    let result = try SearchedLibrary(Self.rules).search(query)
    #expect(result.mode == .citation)
    #expect(result.total == 1)
    #expect(result.hits.first?.regulation == "云岭市停车管理条例")
    #expect(result.hits.first?.pinpoint == pinpoint)
    #expect(result.hits.first?.marked.joined() == marked)
  }

  @Test func searchesWhenNothingIsCited() throws {
    let library = try SearchedLibrary(Self.rules)
    #expect(try library.search("第二条").mode != .citation)
    #expect(try library.search("不相干的话 9").mode != .citation)
    let titled = SearchOptions(on: someDay, inTitle: "条例实施")
    #expect(try library.search("第一条", titled).hits.map { $0.text } == ["辛。"])
  }

  @Test(arguments: [
    ("停车管理条例第九条", "《云岭市停车管理条例》 has no 第九条; its articles end with 第二条之一"),
    ("停车管理条例 9", "《云岭市停车管理条例》 has no 第九条; its articles end with 第二条之一"),
    ("宠物条例第二条", "no regulation is called 《宠物条例》"),
    (
      "停车管理条例第一条之一",
      "《云岭市停车管理条例》 has no 第一条之一; beside it stand 第一条 and 第二条"
    ),
    (
      "《岭南市停车管理条例》第二条",
      "no regulation is called 《岭南市停车管理条例》; there is 《云岭市停车管理条例》, 《云岭市停车管理条例实施细则》"
    ),
  ])
  func saysWhatOfACitationDoesNotExist(_ query: String, _ hint: String) throws {
    let result = try SearchedLibrary(Self.rules).search(query)
    #expect(result.mode == .citation)
    #expect(result.isEmpty)
    #expect(result.hint?.description == hint)
  }

  @Test func findsTextsThatCiteWhatIsNotThere() throws {
    let library = try SearchedLibrary([
      Revision(title: "通知", notation: "article|第一条|-|依照宠物条例第二条处理。")
    ])
    let result = try library.search("宠物条例第二条")
    #expect(result.mode == .exact)
    #expect(result.total == 1)
  }
}
