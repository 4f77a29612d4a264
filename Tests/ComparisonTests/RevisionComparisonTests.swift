import Comparison
import Regulations
import Testing
import TestingSupport

@Suite struct RevisionComparisonTests {
  private static let before = """
    chapter|第一章|总则
      article|第一条|-|为了规范仓库管理，保障物资安全，制定本办法。
      article|第二条|-|仓库的收货、保管、发货和盘点适用本办法。
    chapter|第二章|收货
      article|第三条|-|收货人应当在货到当日核对数量和外观，并在五日内办理入库。
      article|第四条|-|数量不符的，收货人应当通知采购部门，由其与供应商联系。
      article|第五条|-|违反第三条规定的，由仓储部给予警告。
      article|第六条|-|保管员每月盘点一次，盘点结果报仓储部备案。
    """

  private func changes(_ old: String, _ new: String) -> [String] {
    let comparison = RevisionComparison(
      Revision(title: "仓库管理办法", notation: old), Revision(title: "仓库管理办法", notation: new))
    return comparison.changes.filter { !$0.provision.isDivision }.map(Self.line)
  }

  private static func line(_ change: ProvisionChange) -> String {
    let relation = change.relation.map { " " + $0.rawValue } ?? ""
    let classes = change.classes.map { " " + $0.rawValue }.joined()
    return "\(change.old?.label ?? "-") \(change.new?.label ?? "-") \(change.kind.rawValue)"
      + relation + classes
  }

  private func edited(_ changes: [(String, String)]) -> String {
    changes.reduce(Self.before) { text, change in text.replacing(change.0, with: change.1) }
  }

  @Test func findsNothingInEqualTexts() {
    let revision = Revision(title: "仓库管理办法", notation: Self.before)
    let comparison = RevisionComparison(revision, revision)
    #expect(comparison.isEqual)
    #expect(comparison.changes.allSatisfy { $0.kind == .unchanged && $0.edits.isEmpty })
  }

  @Test func followsNumbersThatMove() {
    let new = edited([
      (
        "article|第二条|-|", "article|第二条|-|仓储部负责仓库的日常管理。\n  article|第三条|-|"
      ), ("article|第三条|-|收货人", "article|第四条|-|收货人"),
      ("article|第四条|-|数量", "article|第五条|-|数量"),
      ("article|第五条|-|违反第三条", "article|第六条|-|违反第四条"),
      ("article|第六条|-|保管员", "article|第七条|-|保管员"),
    ])
    #expect(
      changes(Self.before, new) == [
        "第一条 第一条 unchanged", "- 第二条 added", "第二条 第三条 renumbered",
        "第三条 第四条 renumbered", "第四条 第五条 renumbered",
        "第五条 第六条 renumbered cross-reference", "第六条 第七条 renumbered",
      ])
  }

  @Test func tellsReferencesThatPointElsewhere() {
    let new = edited([("违反第三条规定", "违反第四条规定")])
    #expect(changes(Self.before, new)[4] == "第五条 第五条 modified wording")
  }

  @Test func takesTypographyForNone() {
    let new = edited([("五日内", "5日内"), ("数量不符的，", "数量不符的,")])
    #expect(
      changes(Self.before, new)[2...3] == [
        "第三条 第三条 unchanged typographic", "第四条 第四条 unchanged typographic",
      ])
  }

  @Test func findsWhatWasTakenOutAndWhatStandsElsewhere() {
    let new = """
      chapter|第一章|总则
        article|第一条|-|为了规范仓库管理，保障物资安全，制定本办法。
        article|第二条|-|保管员每月盘点一次，盘点结果报仓储部备案。
        article|第三条|-|仓库的收货、保管、发货和盘点适用本办法。
      chapter|第二章|收货
        article|第四条|-|收货人应当在货到当日核对数量和外观，并在五日内办理入库。
        article|第五条|-|违反第四条规定的，由仓储部给予警告。
      """
    #expect(
      changes(Self.before, new) == [
        "第一条 第一条 unchanged", "第六条 第二条 renumbered moved", "第二条 第三条 renumbered",
        "第三条 第四条 renumbered", "第四条 - deleted", "第五条 第五条 unchanged cross-reference",
      ])
  }

  @Test func findsWhatWasRewordedElsewhere() throws {
    let rest = (3...6).map { "article|第\($0)条|-|第\($0)号仓库的温度由库管员每日记录，保存到第\($0)季度。" }
      .joined(separator: "\n")
    let old = """
      article|第一条|-|不得安排未满18周岁或者没有上岗证的人员值夜班，不得让其独自巡库。
      article|第二条|-|库房钥匙由两人分别保管。
      \(rest)
      """
    let new = """
      article|第一条|-|库房钥匙由两人分别保管。
      article|第二条|-|灭火器每月检查，发现失压的立即更换。
      \(rest.replacing("第6条", with: "第7条"))
      article|第八条|-|未满18周岁或者上岗证过期的人员，不得值夜班，也不得单独进入库区。
      """
    let comparison = RevisionComparison(
      Revision(title: "仓库管理规定", notation: old), Revision(title: "仓库管理规定", notation: new))
    let moved = comparison.changes.filter { $0.relation == .moved }
    #expect(moved.map { "\($0.old?.label ?? "-") \($0.new?.label ?? "-")" } == ["第一条 第八条"])
    #expect(comparison.changes.filter { $0.kind == .added }.map { $0.new?.label } == ["第二条"])
  }

  // A clause of an annex was once merged into an article that shared its words.
  @Test func mergesOnlyProvisionsOfOneKind() {
    let duty = "保管人应当每月核对登记表，发现缺页、涂改的，应当立即向行政部报告并重新编号。"
    let old = "article|第一条|-|\(duty)\nannex|附件|-|填表说明\n  clause|1.|-|\(duty.dropLast(12))。"
    let new = "article|第一条|-|\(duty)填表时应当逐项核对。"
    let comparison = RevisionComparison(
      Revision(title: "登记规定", notation: old), Revision(title: "登记规定", notation: new))
    #expect(comparison.changes.filter { $0.relation == .merged }.isEmpty)
  }

  @Test func findsPartsOfAnArticle() throws {
    let old = "article|第一条|-|发货人应当核对领料单和库存，缺货时应当通知生产部门，并在台账上登记缺货的数量和原因。"
    let new = """
      article|第一条|-|发货人应当核对领料单和库存。
      article|第二条|-|缺货时发货人应当通知生产部门，并在台账上登记缺货的数量和原因。
      """
    #expect(
      changes(old, new) == [
        "第一条 第一条 modified split wording", "第一条 第二条 modified+renumbered split wording",
      ])
    #expect(
      changes(new, old) == [
        "第一条 第一条 modified merged wording", "第二条 第一条 modified+renumbered merged wording",
      ])
  }

  @Test func takesPlaceholdersForDeletions() {
    for placeholder in ["（删除）", "（刪除）"] {
      let new = edited([("数量不符的，收货人应当通知采购部门，由其与供应商联系。", placeholder)])
      #expect(changes(Self.before, new)[3] == "第四条 - deleted")
    }
  }

  @Test func doesNotPairStrangersByTheirPhrases() {
    let old = """
      article|第一条|-|为了加强档案管理，根据有关规定，制定本办法。
      article|第二条|-|档案室应当配备温湿度计，每日记录两次。
      article|第三条|-|本办法由行政部负责解释。
      article|第四条|-|本办法自2021年1月1日起施行。
      """
    let new = """
      article|第一条|-|为了加强车辆管理，根据有关规定，制定本办法。
      article|第二条|-|驾驶员出车前应当检查轮胎、制动和灯光。
      article|第三条|-|车辆应当停放在指定位置，钥匙交值班室保管。
      article|第四条|-|本办法自2023年6月1日起施行。
      """
    let comparison = RevisionComparison(
      Revision(title: "档案管理办法", notation: old), Revision(title: "车辆管理办法", notation: new))
    #expect(
      comparison.changes.contains { $0.old?.label == "第二条" && $0.kind == .deleted })
    let strangers = RevisionComparison(
      Revision(title: "甲", notation: Self.before),
      Revision(
        title: "乙",
        notation: """
          article|第一条|-|游客进入展厅前应当接受安全检查。
          article|第二条|-|展品附近禁止使用闪光灯。
          article|第三条|-|团体参观须提前预约讲解。
          """))
    #expect(!strangers.areVersions)
    #expect(comparison.areVersions)
  }

  @Test func findsTermsThatAreReplacedThroughout() throws {
    let new = edited([
      ("报仓储部备案", "报物流中心备案"), ("由仓储部给予", "由物流中心给予"), ("通知采购部门", "通知物流中心"),
    ]).replacing("货到当日核对", with: "货到当日会同仓储部核对")
    let old = Self.before + "\n  article|第七条|-|仓储部每年修订一次库位图。"
    let after = new + "\n  article|第七条|-|物流中心每年修订一次库位图。"
    let comparison = RevisionComparison(
      Revision(title: "仓库管理办法", notation: old), Revision(title: "仓库管理办法", notation: after))
    let substitution = try #require(comparison.substitutions.first)
    #expect((substitution.old, substitution.new, substitution.count) == ("仓储部", "物流中心", 3))
    #expect(
      substitution.exceptions.map { comparison.changes[$0].new?.label } == ["第三条"])
    let of = { (label: String) in comparison.changes.first { $0.new?.label == label }?.classes }
    #expect(of("第六条") == [.substitution])
    #expect(of("第四条") == [.wording])
  }

  @Test func comparesPartsBelowArticles() throws {
    let old = """
      article|第一条|-|保管员应当：
        item|（一）|-|每日检查消防器材；
        item|（二）|-|每周检查货架是否牢固；
        item|（三）|-|每月核对账物。
      """
    let new = """
      article|第一条|-|保管员应当：
        item|（一）|-|每日检查消防器材；
        item|（二）|-|每月核对账物；
        item|（三）|-|登记来访人员。
      """
    let comparison = RevisionComparison(
      Revision(title: "甲", notation: old), Revision(title: "甲", notation: new))
    let children = try #require(comparison.changes.first).children
    #expect(
      children.map(Self.line) == [
        "（一） （一） unchanged", "（二） - deleted", "（三） （二） modified+renumbered wording",
        "- （三） added",
      ])
  }

  @Test func comparesClausesAtEveryLevel() {
    let old = """
      clause|一、|值班安排|-
        clause|（一）|-|各部门应当每周安排值班人员。
        clause|（二）|-|值班人员不得擅自离岗。
      clause|二、|值班要求|-
        clause|（一）|-|值班人员应当做好记录。
      """
    let new = old.replacing("不得擅自离岗", with: "不得离岗超过十分钟")
    #expect(
      changes(old, new) == [
        "一、 一、 unchanged", "（一） （一） unchanged", "（二） （二） modified wording",
        "二、 二、 unchanged", "（一） （一） unchanged",
      ])
  }

  @Test func keepsTimeWithStrangersOfManyArticles() {
    func notation(_ seed: UInt64) -> String {
      var random = SeededGenerator(seed: seed)
      return (1...700).map { number in
        let text = String(
          String.UnicodeScalarView(
            (0..<80).compactMap { _ in
              Unicode.Scalar(UInt32.random(in: 0x4E00...0x5E00, using: &random))
            }))
        return "article|第\(number)条|-|\(text)"
      }.joined(separator: "\n")
    }
    let (old, new) = (
      Revision(title: "甲", notation: notation(1)), Revision(title: "乙", notation: notation(2))
    )
    let time = ContinuousClock().measure { _ = RevisionComparison(old, new) }
    #expect(time < .seconds(60))
  }
}
