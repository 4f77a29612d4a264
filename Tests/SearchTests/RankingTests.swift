import Library
import Regulations
import Search
import Testing
import TestingSupport

/// Which unit comes first, and why.
@Suite struct RankingTests {
  private func labels(
    _ query: String, _ notation: String, match: SearchOptions.Match = .auto
  ) throws -> [String?] {
    try SearchedLibrary([Revision(title: "仓储管理规定", notation: notation)])
      .search(query, SearchOptions(on: someDay, match: match)).hits.map { $0.label }
  }

  private static let uses = (4...9).map {
    "article|第\($0)条|-|叉车进库前检查叉车轮胎，叉车限速\($0)公里，叉车由专人驾驶。"
  }.joined(separator: "\n")

  @Test(arguments: [
    "本规定所称叉车，是指以货叉装卸的车辆。", "“叉车”是指以货叉装卸的车辆。",
    "下列用语的含义：叉车，指以货叉装卸的车辆。", "本规定所称“叉车”，包括电动的和内燃的。", "叉车包括电动的和内燃的。",
  ])
  func definitionsComeFirst(_ definition: String) throws {
    let found = try labels("叉车", "\(Self.uses)\narticle|第二条|-|\(definition)")
    #expect(found.first == "第二条")
    #expect(found.count == 7)
  }

  @Test func plainDefinitionsComeBeforeThoseOfLongerTerms() throws {
    let found = try labels(
      "叉车",
      """
      article|第一条|-|电动叉车，是指以电力驱动的叉车。
      \(Self.uses)
      article|第十条|-|叉车，是指以货叉装卸的车辆，不分动力。
      """)
    #expect(found.prefix(2) == ["第十条", "第一条"])
  }

  @Test(arguments: ["叉车，指定专人驾驶。", "叉车，指导员在场时方可启动。"])
  func wordsThatBeginLikeASignDefineNothing(_ text: String) throws {
    let found = try labels("叉车", "article|第一条|-|\(text)\n\(Self.uses)")
    #expect(found.last == "第一条")
  }

  @Test func whatStandsBelowAHeadingThatIsTheTermComesBeforeTexts() throws {
    let found = try labels(
      "消防",
      """
      chapter|第一章|总则
        article|第一条|-|库房的消防由消防队负责，消防器材按消防图放置，消防演练每季一次。
        article|第二条|-|消防。
      chapter|第二章|消 防
        article|第三条|-|灭火器每月检查。
      chapter|第三章|消防与保卫
        article|第四条|-|夜间巡查两次。
      """)
    #expect(found.first == "第三条")
    #expect(found.last == "第四条")
  }

  @Test func aTermThatNamesARegulationAsksForThatOne() throws {
    let library = try SearchedLibrary([
      Revision(
        title: "青禾公司考勤办法", notation: "article|第三条|-|员工因故不能到岗的，应当事先请假并说明事由。"),
      Revision(
        title: "青禾公司员工手册",
        notation: "article|第八条|-|请假按考勤办法办理；未请假的，按考勤办法处理，考勤办法另行公布。"),
    ])
    let hits = try library.search("考勤办法 请假").hits
    #expect(hits.map { $0.regulation } == ["青禾公司考勤办法", "青禾公司员工手册"])
  }

  @Test func ofTwoDefinitionsThatInTheRegulationOnTheSubjectComesFirst() throws {
    let text = "article|第二条|-|本规定所称叉车，是指以货叉装卸货物的车辆。"
    let library = try SearchedLibrary([
      Revision(title: "安全规定", notation: text), Revision(title: "叉车规定", notation: text),
    ])
    #expect(try library.search("叉车").hits.map { $0.regulation } == ["叉车规定", "安全规定"])
  }

  // MARK: Questions

  @Test func functionWordsOfAQuestionSayNothing() throws {
    let found = try labels(
      "怎么样的吗，灭火器是谁检查的呢",
      """
      article|第一条|-|怎么样的包装是合格的，由谁的部门说了算，是否退回，怎么样都行。
      article|第二条|-|灭火器由保安检查。
      """, match: .any)
    #expect(found.first == "第二条")
  }

  @Test func theRestOfARegulationSpeaksForAUnit() throws {
    let library = try SearchedLibrary([
      Revision(title: "车辆规定", notation: "article|第一条|-|车辆钥匙丢失的，应当赔偿。"),
      Revision(
        title: "宿舍规定",
        notation: """
          article|第一条|-|宿舍的房门由住宿人锁闭。
          article|第二条|-|宿舍钥匙丢失的，应当赔偿。
          article|第三条|-|住宿人退房时交还宿舍物品。
          """),
    ])
    let hits = try library.search(
      "钥匙丢失要赔偿，我住宿舍", SearchOptions(on: someDay, match: .any)
    ).hits
    #expect(hits.first?.regulation == "宿舍规定")
    #expect(hits.first?.label == "第二条")
  }
}
