import Comparison
import Regulations
import Testing
import TestingSupport

@Suite struct KeyChangeTests {
  private func changes(_ old: String, _ new: String) -> [String] {
    let revision = { (text: String) in
      Revision(title: "甲", notation: "article|第一条|-|\(text)")
    }
    let comparison = RevisionComparison(revision(old), revision(new))
    return comparison.changes.flatMap { $0.keyChanges }.map {
      "\($0.kind.rawValue) \($0.old) → \($0.new)"
    }
  }

  @Test(arguments: [
    ("应当在五日内答复。", "应当在三个工作日内答复。", ["period 五日 → 三个工作日"]),
    ("保存期为6个月，到期销毁。", "保存期为12个月，到期销毁。", ["period 6个月 → 12个月"]),
    ("每次扣发奖金50元，另行登记。", "每次扣发奖金30元，另行登记。", ["amount 50元 → 30元"]),
    ("占总数的15%以上的车位。", "占总数的30%以上的车位。", ["amount 15% → 30%"]),
    ("申请人可以提交书面意见。", "申请人应当提交书面意见。", ["duty 可以 → 应当"]),
    ("外来人员可以进入机房。", "外来人员不得进入机房。", ["duty 可以 → 不得"]),
  ])
  func areDutiesPeriodsAndAmounts(_ old: String, _ new: String, _ expected: [String]) {
    #expect(changes(old, new) == expected)
  }

  @Test(arguments: [
    ("依照第三条的规定处理。", "依照第五条的规定处理。"), ("自2019年4月1日起施行。", "自2022年7月1日起施行。"),
    ("利率为百分之五。", "利率为5%。"), ("在三十日内答复。", "在30日内答复。"),
    ("由行政部门负责保管。", "由人事部门负责保管。"),
  ])
  func areNoNumbersOfArticlesDaysOrOtherNotations(_ old: String, _ new: String) {
    #expect(changes(old, new) == [])
  }

  @Test func notationsOfOneNumberAreTypography() {
    let revision = { (text: String) in
      Revision(title: "甲", notation: "article|第一条|-|\(text)")
    }
    for (old, new) in [
      ("利率为百分之五，按月计算。", "利率为5%，按月计算。"), ("满三十日的", "满30日的"), ("“甲方”", "\"甲方\""),
      ("注意：第 3 点", "注意:第3点"),
    ] {
      let comparison = RevisionComparison(revision(old), revision(new))
      #expect(comparison.changes.map { $0.classes } == [[.typographic]], "\(old)")
    }
  }
}
