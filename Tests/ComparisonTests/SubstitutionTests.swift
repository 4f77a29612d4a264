import Comparison
import Regulations
import Testing
import TestingSupport

@Suite struct SubstitutionTests {
  /// The comparison of two revisions, given as the texts of their articles.
  private func comparison(_ old: [String], _ new: [String]) -> RevisionComparison {
    let labels = ["第一条", "第二条", "第三条", "第四条", "第五条", "第六条"]
    let revision = { (texts: [String]) in
      Revision(
        title: "甲",
        notation: zip(labels, texts).map { "article|\($0)|-|\($1)" }.joined(separator: "\n"))
    }
    return RevisionComparison(revision(old), revision(new))
  }

  private func terms(_ comparison: RevisionComparison) -> [String] {
    comparison.substitutions.map { "\($0.old) → \($0.new) \($0.count)" }
  }

  private let old = [
    "钥匙由器材科保管，领用时登记。", "器材科每月清点一次。", "损坏的器材交器材科修理。", "器材科应当在4日内答复。",
  ]
  private let new = [
    "钥匙由器材服务站保管，领用时登记。", "器材服务站每月清点一次。", "损坏的器材交器材服务站修理。",
    "器材服务站应当在2个工作日内答复。",
  ]

  @Test func findsATermThatIsReplacedThroughout() {
    #expect(terms(comparison(old, new)) == ["器材科 → 器材服务站 4"])
  }

  // Clauses that were taken out with the term once counted as places where it stayed.
  @Test func findsATermOfWhichSomePlacesWereTakenOut() {
    let clause = "器材科可以派人到场查看，器材科不派人的，由使用者自行填写清单并送器材科备案，"
    let comparison = comparison(
      [old[0], clause + old[1], old[2], old[3]], [new[0], new[1], new[2], new[3]])
    #expect(comparison.substitutions.map(\.new) == ["器材服务站"])
  }

  @Test func findsNoTermThatMostlyStays() {
    let stays = ["器材科接受监督。", "器材科公布电话。"]
    #expect(terms(comparison(old + stays, new + stays)) == [])
  }

  @Test func seesATermApartFromTheChangeBesideIt() {
    let edits = comparison(old, new).changes.map { marked($0.edits) }
    #expect(edits.last == "器材[科→服务站]应当在[4日→2个工作日]内答复。")
  }

  @Test func keepsTheTextsWhereATermStays() throws {
    let stays = "器材科的旧账册交器材科档案柜，不再登记。"
    let left = "器材科的旧账册交器材服务站档案柜，另行登记。"
    let comparison = comparison(old + [stays], new + [left])
    let change = try #require(comparison.changes.last)
    #expect(marked(change.edits) == "器材科的旧账册交器材[科→服务站]档案柜，[不再→另行]登记。")
    #expect(comparison.substitutions.map(\.exceptions) == [[4]])
  }

  @Test func replacesATermThatIsPartOfItsSuccessor() {
    let old = ["评议组每月开会。", "异议交评议组处理。", "评议组应当留存记录。", "资料送监督和评议组一份。"]
    let new = [
      "监督和评议组每月开会。", "异议交监督和评议组处理。", "监督和评议组应当留存记录。", "资料送监督和评议组一份。",
    ]
    let comparison = comparison(old, new)
    #expect(terms(comparison) == ["评议组 → 监督和评议组 3"])
    #expect(comparison.changes.dropLast().allSatisfy { $0.classes == [.substitution] })
    #expect(comparison.changes.last?.classes == [])
  }
}
