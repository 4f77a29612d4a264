import Comparison
import Regulations
import Testing
import TestingSupport

/// References in other regulations to one that was revised.
@Suite struct CitationCheckTests {
  private static let title = "青禾公司印章管理办法"
  private static let keeping = "印章由办公室指定专人保管，保管人不得擅自将印章带出办公场所。"
  private static let borrowing = "借用印章的，应当填写登记表，写明用途和归还时间。"
  private static let approval = "涉及合同的，还应当经法务部审核同意后方可用印。"
  private static let making = "印章的刻制须经总经理批准，并在公安机关备案。"

  private let comparison = RevisionComparison(
    Revision(
      title: title,
      notation: """
        article|第一条|-|\(keeping)
        article|第二条|-|\(borrowing)
          paragraph|-|-|\(approval)
        article|第三条|-|遗失印章的，应当立即报告并登报声明作废。
        """),
    Revision(
      title: title,
      notation: """
        article|第一条|-|\(keeping)
        article|第二条|-|\(making)
        article|第三条|-|用印的时间为工作日的上午。
          paragraph|-|-|\(borrowing)
          paragraph|-|-|\(approval)
        """))

  private func stale(
    _ text: String, others: [String] = [], isAsNew: Bool = false
  ) -> [String] {
    let citing = CitingRevision(
      regulationID: "r-00000001", name: "2023-01-01",
      revision: Revision(title: "青禾公司合同管理办法", notation: "article|第八条|-|\(text)"),
      isAsNew: isAsNew)
    let names = CitedNames(titles: [Self.title], others: others)
    return comparison.staleCitations(in: citing, names).map {
      "\($0.name) \($0.reference): \($0.now ?? "-"), \($0.meant ?? "-")"
    }
  }

  @Test func followsAnArticleToItsNewNumber() {
    #expect(stale("用印依照《青禾公司印章管理办法》第二条办理。") == ["第八条 第二条: 第二条, 第三条"])
    #expect(stale("保管依照《青禾公司印章管理办法》第一条办理。") == [])
  }

  @Test func tellsOfArticlesThatAreGone() {
    #expect(stale("依照《青禾公司印章管理办法》第三条报告。") == ["第八条 第三条: 第三条, -"])
    #expect(stale("依照《青禾公司印章管理办法》第九条报告。") == ["第八条 第九条: -, -"])
  }

  @Test func followsWhatIsListedAfterACitation() {
    #expect(
      stale("依照《青禾公司印章管理办法》第一条、第二条办理，并遵守本办法第三条。") == [
        "第八条 第二条: 第二条, 第三条"
      ])
  }

  @Test func meansTheNewTextInATextThatIsAsNew() {
    #expect(stale("用印依照《青禾公司印章管理办法》第二条办理。", isAsNew: true) == [])
    #expect(stale("依照《青禾公司印章管理办法》第九条报告。", isAsNew: true) == ["第八条 第九条: -, -"])
  }

  @Test func knowsShortenedTitlesThatMeanOnlyThisOne() {
    let text = "用印依照《印章管理办法》第二条办理。"
    #expect(stale(text) == ["第八条 第二条: 第二条, 第三条"])
    #expect(stale(text, others: ["白石公司印章管理办法"]) == [])
    #expect(stale("依照《管理办法》第二条办理。", others: ["白石公司车辆管理办法"]) == [])
    #expect(stale("依照《公司章程》第二条办理。") == [])
  }

  @Test func knowsUnmarkedTitles() {
    #expect(
      stale("用印依照青禾公司印章管理办法第二条办理。") == ["第八条 第二条: 第二条, 第三条"])
    #expect(stale("用印依照合同管理办法第二条办理。") == [])
  }

  @Test func followsParagraphsOfAnArticleThatStayed() {
    let comparison = RevisionComparison(
      Revision(
        title: Self.title,
        notation: "article|第一条|-|\(Self.borrowing)\n  paragraph|-|-|\(Self.approval)"),
      Revision(
        title: Self.title,
        notation: """
          article|第一条|-|\(Self.making)
            paragraph|-|-|\(Self.borrowing)
            paragraph|-|-|\(Self.approval)
          """))
    let citing = CitingRevision(
      regulationID: "r-00000001", name: "2023-01-01",
      revision: Revision(
        title: "青禾公司合同管理办法",
        notation: "article|第八条|-|依照《青禾公司印章管理办法》第一条第二款办理。"), isAsNew: false)
    let found = comparison.staleCitations(in: citing, CitedNames(titles: [Self.title], others: []))
    #expect(found.map(\.reference) == ["第一条第二款"])
    #expect(found.map(\.now) == ["第一条第二款"])
    #expect(found.map(\.meant) == ["第一条第三款"])
  }
}
