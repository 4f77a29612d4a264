import Library
import Regulations
import Search
import Testing
import TestingSupport

/// What there is to say when nothing holds a query.
@Suite struct AbsenceTests {
  private func library() throws -> SearchedLibrary {
    try SearchedLibrary([
      Revision(
        title: "假期办法",
        notation: """
          article|第一条|-|员工享受带薪年休假。
          article|第二条|-|违反约定的支付违约金，违约责任另行约定。
          article|第三条|-|病假工资按月支付。
          """)
    ])
  }

  private func absence(
    _ query: String, _ library: SearchedLibrary, further: Bool = true
  ) throws -> Absence {
    let searcher = try Searcher(
      LibraryReader(directory: library.path), SearchOptions(on: someDay, match: .exact))
    return try searcher.absence(of: searcher.search(query), lookingFurther: further)
  }

  @Test func countsEachTermOfSeveral() throws {
    let counts = try absence("年休假 违约金 奖金 假期办法", library()).terms
    #expect(counts.map(\.term) == ["年休假", "违约金", "奖金", "假期办法"])
    #expect(counts.map(\.total) == [1, 1, 0, 0])
    #expect(counts.map(\.isInTitlesOnly) == [false, false, false, true])
    #expect(try absence("奖金", library()).terms.isEmpty)
  }

  @Test(arguments: [
    ("年休价", "年休假"), ("违约全责任", "违约责任"), ("病假津贴", "病假"), ("年修", "年休"),
    ("病假工资按月发放给员工", "病假工资按月"),
  ]) func findsWhatIsLikeATermThatStandsNowhere(_ term: String, _ near: String) throws {
    let found = try absence(term, library()).near
    #expect(found.contains { $0.near == near && $0.total > 0 }, "\(found)")
    #expect(found.allSatisfy { $0.term == term })
  }

  @Test func everythingNearStandsSomewhere() throws {
    let library = try library()
    for query in ["年休", "年休价日", "违约责金", "abc", "，。", "工资病假", "月"] {
      for near in try absence(query, library).near {
        #expect(try library.search(near.near).total == near.total, "\(query): \(near)")
      }
    }
  }

  // A question once took longer to be given up than to be answered.
  @Test(arguments: [("年休价", false), ("请问病假工资应当由谁按月支付给员工", true)])
  func looksNoFurtherForAQuestion(_ query: String, _ isQuestion: Bool) throws {
    let library = try library()
    let searcher = try Searcher(
      LibraryReader(directory: library.path), SearchOptions(on: someDay))
    let result = try searcher.search(query)
    #expect(result.mode == .closest)
    #expect(try searcher.absence(of: result).near.isEmpty == isQuestion)
  }

  @Test func looksNoFurtherThanItIsAsked() throws {
    #expect(try absence("年休价", library(), further: false).isEmpty)
  }
}
