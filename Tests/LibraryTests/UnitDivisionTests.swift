import Regulations
import Testing
import TestingSupport

@testable import Library

@Suite struct UnitDivisionTests {
  /// Each node as its ID, with + for a unit and the number of its parts.
  private func nodes(_ notation: String) -> [String] {
    let revision = Revision(title: "制度", notation: notation)
    return UnitDivision(revision.provisions).nodes.map { node in
      "\(revision.provisions[node.provision].id)\(node.isUnit ? "+" : "")\(node.partCount)"
    }
  }

  @Test func takesAnArticleWithItsParts() {
    let found = nodes(
      """
      chapter|第一章|总则
        article|第一条|-|甲
          item|（一）|-|乙
          paragraph|-|-|丙
        article|第二条|-|丁
      """)
    #expect(found == ["chp_10", "art_1+2", "art_2+0"])
  }

  @Test func takesASmallClauseWhole() {
    let found = nodes(
      """
      clause|一、|目的
        clause|（一）|-|甲
        clause|（二）|-|乙
      """)
    #expect(found == ["cl_1+2"])
  }

  @Test func dividesALargeClauseAndKeepsItsOwnText() {
    let long = String(repeating: "长", count: 300)
    let found = nodes(
      """
      clause|一、|目的|导语
        clause|（一）|-|\(long)
          clause|1.|-|甲
        clause|（二）|-|\(long)
      clause|二、|-|乙
      """)
    #expect(found == ["cl_1+0", "cl_1__cl_1+1", "cl_1__cl_2+0", "cl_2+0"])
  }

  @Test func dividesAnAnnexThatHasArticles() {
    let found = nodes(
      """
      article|第一条|-|甲
      annex|附件|细则
        article|第一条|-|乙
      closing|-|-|丙
      """)
    #expect(found == ["art_1+0", "annex_10", "art_1+0", "closing_1+0"])
  }

  @Test func keepsAChapterThatIsAllThereIs() {
    #expect(nodes("chapter|第一章|总则") == ["chp_1+0"])
  }

  @Test func saysWhereTheNodesBelowEnd() {
    let revision = Revision(
      title: "制度",
      notation: """
        chapter|第一章|甲
          section|第一节|乙
            article|第一条|-|丙
        chapter|第二章|丁
          article|第二条|-|戊
        """)
    let nodes = UnitDivision(revision.provisions).nodes
    #expect(nodes.map { $0.end } == [3, 3, 3, 5, 5])
    #expect(nodes.map { $0.parent } == [nil, 0, 1, nil, 3])
  }
}
