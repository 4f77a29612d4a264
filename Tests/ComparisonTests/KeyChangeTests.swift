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
    ("组长\t90元/次\t35元/次", "组长\t95元/次\t40元/次", ["amount 90元 → 95元", "amount 35元 → 40元"]),
    (
      "价值200元以上不满3000元的", "价值500元以上不满1万元的",
      ["amount 200元 → 500元", "amount 3000元 → 1万元"]
    ),
    ("扣三百元的押金。", "扣五百元以上九百元以下的押金。", ["amount 三百元 → 五百元以上九百元"]),
    ("应当在2日内补填。", "应当在2个工作日内补填。", ["period 2日 → 2个工作日"]),
    ("按工资的百分之五提取。", "按工资的百分之八提取。", ["amount 百分之五 → 百分之八"]),
    ("收取市价三倍的费用。", "收取市价五倍的费用。", ["amount 三倍 → 五倍"]),
    ("须年满18周岁方可报名。", "须年满20周岁方可报名。", ["amount 18周岁 → 20周岁"]),
    ("总额不超过3亿元的基金", "总额不超过3000万元的基金", ["amount 3亿元 → 3000万元"]),
    ("保养每次不超过两小时。", "保养每次不超过三小时。", ["period 两小时 → 三小时"]),
  ])
  func areMeasuresOfEveryKind(_ old: String, _ new: String, _ expected: [String]) {
    #expect(changes(old, new) == expected)
  }

  @Test(arguments: [
    ("列入名单，永久不得报名。", "列入名单，3年内不得报名。", ["period 永久 → 3年"]),
    ("押金由前台退还。", "押金由前台在5日内退还。", ["period  → 5日"]),
    ("逾期的按日加收2%的费用。", "逾期的按日加收费用。", ["amount 2% → "]),
    ("保证金不低于总价的5%。", "保证金不高于总价的5%。", ["amount 不低于 → 不高于"]),
    ("在100人以上的场地举行。", "在100人以下的场地举行。", ["amount 以上 → 以下"]),
  ])
  func areLimitsThatComeGoAndTurn(_ old: String, _ new: String, _ expected: [String]) {
    #expect(changes(old, new) == expected)
  }

  // What was longer than a measure once had none.
  @Test func areMeasuresInASentenceThatIsRewritten() {
    let old = "车间主任提出书面意见后由厂部在五日内批复。"
    let new = "班组填写电子表单，经设备科会签，由厂部在九日内批复。"
    #expect(changes(old, new) == ["period 五日 → 九日"])
  }

  @Test(arguments: [
    ("员工必须佩戴工牌。", "员工应当佩戴工牌。", ["duty 必须 → 应当"]),
    ("库区禁止停放私家车。", "库区可以停放私家车。", ["duty 禁止 → 可以"]),
    ("试用期员工无须填表。", "试用期员工应当填表。", ["duty 无须 → 应当"]),
    ("组长有权调换班次。", "组长不得调换班次。", ["duty 有权 → 不得"]),
    ("晚到的可以不签到。", "晚到的必须签到。", ["duty 可以不 → 必须"]),
    ("钥匙转借他人。", "钥匙不得转借他人。", ["duty  → 不得"]),
    // The clause is new, not only its duty.
    ("借用工具要登记。", "借用工具要登记，不得转借。", []),
    ("借用工具要登记。", "借用工具要登记，应当当日归还并擦净。", []),
    ("取用物料要登记。", "取得物料要登记。", []),
  ])
  func areDutiesWhereTheClauseStays(_ old: String, _ new: String, _ expected: [String]) {
    #expect(changes(old, new) == expected)
  }

  @Test(arguments: [
    ("依照第三条的规定处理。", "依照第五条的规定处理。"), ("自2019年4月1日起施行。", "自2022年7月1日起施行。"),
    ("利率为百分之五。", "利率为5%。"), ("在三十日内答复。", "在30日内答复。"),
    ("由行政部门负责保管。", "由人事部门负责保管。"), ("见第3次会议记录。", "见第5次会议记录。"),
    ("2019年度的账册", "2022年度的账册"), ("于3月1日前送审。", "于4月1日前送审。"),
    ("一次性领取三件工装。", "分批次领取三件工装。"), ("赔偿三倍价款。", "赔偿五百元。"),
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
