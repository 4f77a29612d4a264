import ChineseText
import Library
import Regulations
import Testing
import TestingSupport

/// What issuers, numbers and repeals say of two texts with one title.
@Suite struct EvidenceTests {
  private let travel = [
    "员工出差应当提前三日提交申请，经部门负责人批准后方可成行。",
    "住宿费在标准以内据实报销，超出部分由个人承担。",
    "出差结束后五个工作日内办理报销手续，逾期不再受理。",
  ]
  private var revised: [String] {
    [travel[0], "交通费凭票报销，以经济舱和二等座为限。", "市内交通每日补助八十元，不再凭票报销。"]
  }
  private var corrected: [String] {
    (1...9).map { "第\($0)号柜由第\($0)小组保管，每周检查一次，结果报行政部。" } + [travel[2]]
  }
  private var recorrected: [String] { corrected.map { $0.replacing("每周检查", with: "每月检查") } }
  private let cars = ["本办法所称车辆，是指单位所有的公务用车。", "车辆由办公室统一调度，未经许可不得外借。"]

  private func text(
    _ articles: [String], titled title: String = "差旅制度", on day: String? = nil,
    _ change: (inout RegulationMetadata) -> Void = { _ in }
  ) -> Revision {
    var revision = Samples.rules(title, on: day, articles)
    change(&revision.metadata)
    return revision
  }

  /// How a text is filed after others, each from a file of its own.
  private func filing(of text: Revision, after others: Revision...) throws -> FiledRevision {
    let library = try TemporaryLibrary()
    for (index, other) in others.enumerated() { try library.add([other], from: "\(index).txt") }
    return try library.file(text, from: "new.txt")
  }

  // MARK: Issuers

  @Test(arguments: [
    ("司法部", "中华人民共和国司法部"), ("司法部、财政部", "财政部，司法部"), ("ＡＢＣ 公司", "abc公司"),
    ("云岭科技有限公司", "云岭科技股份有限公司"), ("云渚市政府", "云渚市人民政府"),
  ])
  func knowsABodyByItsOtherNames(_ first: String, _ second: String) throws {
    let filed = try filing(
      of: text(cars, on: "2024-01-01") { $0.issuer = second },
      after: text(travel, on: "2020-01-01") { $0.issuer = first })
    #expect(filed.reason == .sameIssuerOnOtherDay(share: 0))
  }

  @Test(arguments: [
    ("国家发展和改革委员会", "发改委"), ("云岭公司人力资源部", "人力资源部"), ("司法部", "财政部、司法部"),
    ("云渚市人民政府办公室", "市政府办"),
  ])
  func letsTheTextDecideAboutShortNames(_ first: String, _ second: String) throws {
    let old = text(travel, on: "2020-01-01") { $0.issuer = first }
    let new = text(revised, on: "2024-01-01") { $0.issuer = second }
    #expect(try filing(of: new, after: old).outcome == .newRevision)
    let other = text(cars, on: "2024-01-01") { $0.issuer = second }
    #expect(try filing(of: other, after: old).outcome == .added)
  }

  @Test(arguments: [("甲公司", "乙公司"), ("人力资源部", "财务部"), ("云渚市政府", "石门市人民政府")])
  func keepsTextsOfDifferentBodiesApart(_ first: String, _ second: String) throws {
    let filed = try filing(
      of: text(revised, on: "2024-01-01") { $0.issuer = second },
      after: text(travel, on: "2020-01-01") { $0.issuer = first })
    #expect(filed.outcome == .added)
    guard case .otherIssuer(_, first, let share) = filed.reason else {
      Issue.record("\(filed.reason)")
      return
    }
    #expect(share > 0.2 && share < 0.8)
  }

  @Test func joinsATextThatAReorganisedBodyIssuesAgain() throws {
    let old = text(corrected, on: "2020-01-01") { $0.issuer = "行政部" }
    let new = text(corrected + ["附则。"], on: "2024-01-01") { $0.issuer = "综合管理中心" }
    let filed = try filing(of: new, after: old)
    #expect(filed.outcome == .newRevision)
    guard case .textOfOtherIssuer("2020-01-01", "行政部", _) = filed.reason else {
      Issue.record("\(filed.reason)")
      return
    }
  }

  // Two companies took one model over: each text holds for its own people.
  @Test(arguments: ["2020-01-01", "2024-01-01", nil])
  func keepsAModelThatTwoCompaniesTookOver(_ day: String?) throws {
    let old = text(corrected, on: "2020-01-01") { $0.issuer = "甲公司" }
    let new = text(corrected, on: day) { $0.issuer = "乙公司" }
    #expect(try filing(of: new, after: old).outcome == .added)
  }

  @Test func remembersEveryIssuerOfARegulation() throws {
    let silent = text(travel, on: "2020-01-01")
    let named = text(revised, on: "2022-01-01") { $0.issuer = "甲公司" }
    let other = text(travel, on: "2024-01-01") { $0.issuer = "乙公司" }
    #expect(try filing(of: other, after: silent, named).outcome == .added)
  }

  @Test func wantsMoreInCommonWhereDepartmentsDiffer() throws {
    let old = text(travel, on: "2020-01-01") { $0.department = "人力资源部" }
    let new = text([travel[2]] + cars, on: "2024-01-01") { $0.department = "财务部" }
    #expect(try filing(of: new, after: old).outcome == .added)
    var silent = new
    silent.metadata.department = nil
    #expect(try filing(of: silent, after: old).outcome == .newRevision)
    let nearer = text(recorrected, on: "2024-01-01") { $0.department = "财务部" }
    let earlier = text(corrected, on: "2020-01-01") { $0.department = "人力资源部" }
    #expect(try filing(of: nearer, after: earlier).outcome == .newRevision)
  }

  @Test func trustsNoIssuerWhereATitleNamesNoSubject() throws {
    let old = text(travel, titled: "员工管理制度", on: "2020-01-01") { $0.issuer = "甲公司" }
    let new = text(cars, titled: "员工管理制度", on: "2024-01-01") { $0.issuer = "甲公司" }
    #expect(try filing(of: new, after: old).outcome == .added)
  }

  // MARK: Numbers

  @Test(arguments: [
    ("云岭〔2020〕5号", "云岭[2020]第5号"), ("YL-HR-007", "ｙｌ－ｈｒ－００７"),
  ])
  func joinsTextsOfOneNumber(_ first: String, _ second: String) throws {
    let old = text(travel) { $0.documentNumber = first }
    let filed = try filing(of: text(cars) { $0.documentNumber = second }, after: old)
    #expect(filed.reason == .sameNumber(number: second, revision: "r1", share: 0))
    let company = text(cars) { metadata in
      metadata.documentNumber = second
      metadata.issuer = "乙公司"
    }
    var other = old
    other.metadata.issuer = "甲公司"
    #expect(try filing(of: company, after: other).outcome == .added)
  }

  @Test func hearsNothingInNumbersThatDiffer() throws {
    let old = text(travel, on: "2020-01-01") { $0.documentNumber = "云岭〔2020〕5号" }
    let new = text(revised, on: "2024-01-01") { $0.documentNumber = "云办〔2024〕9号" }
    #expect(try filing(of: new, after: old).outcome == .newRevision)
    let other = text(cars, on: "2024-01-01") { $0.documentNumber = "云岭〔2024〕9号" }
    #expect(try filing(of: other, after: old).outcome == .added)
  }

  @Test func knowsABodyByTheLettersOfItsNumbers() throws {
    let old = text(travel, on: "2020-01-01") { metadata in
      metadata.issuer = "行政部"
      metadata.documentNumber = "云岭行〔2020〕5号"
    }
    let new = text(revised, on: "2024-01-01") { metadata in
      metadata.issuer = "综合管理中心"
      metadata.documentNumber = "云岭行〔2024〕9号"
    }
    #expect(try filing(of: new, after: old).outcome == .newRevision)
  }

  // The number of a page stands over all that it holds.
  @Test func hearsNothingInTheNumberOfAPage() throws {
    let library = try TemporaryLibrary()
    let page = [travel, cars, ["厨房每日消毒两次。"]].map { articles in
      text(articles, titled: "管理制度") { $0.documentNumber = "云岭〔2020〕5号" }
    }
    try library.add(page, from: "page.txt")
    #expect(try library.listing().count == 3)
    let fourth = text(["花草每周浇水一次。"], titled: "管理制度") { $0.documentNumber = "云岭〔2020〕5号" }
    try library.add(page + [fourth], from: "page.txt", bytes: "新")
    #expect(try library.listing() == Array(repeating: "管理制度: r1 unknown", count: 4))
  }

  // MARK: Repeals

  @Test(arguments: [
    "差旅制度（试行）", "差旅制度（试行）（云岭〔2020〕5号）",
  ])
  func joinsATextToTheOneItRepeals(_ repealed: String) throws {
    let old = text(travel, titled: "差旅制度（试行）", on: "2020-01-01") {
      $0.documentNumber = "云岭〔2020〕5号"
    }
    let new = text(cars, on: "2024-01-01") { $0.repeals = ["用车办法", repealed] }
    let reason = FiledRevision.Reason.replaces(
      title: "差旅制度（试行）", revision: "2020-01-01", share: 0)
    #expect(try filing(of: new, after: old).reason == reason)
    let back = try filing(of: old, after: new)
    #expect(back.reason == .replaces(title: "差旅制度", revision: "2024-01-01", share: 0))
  }

  @Test func joinsNoTextThatARepealDoesNotMean() throws {
    let old = text(travel, titled: "差旅制度（试行）", on: "2020-01-01") {
      $0.documentNumber = "云岭〔2020〕5号"
    }
    let other = text(cars, on: "2024-01-01") { $0.repeals = ["差旅制度（试行）（云岭〔2019〕3号）"] }
    #expect(try filing(of: other, after: old).outcome == .added)
    let earlier = text(cars, on: "2018-01-01") { $0.repeals = ["差旅制度（试行）"] }
    #expect(try filing(of: earlier, after: old).outcome == .added)
    var company = old
    company.metadata.issuer = "甲公司"
    let silent = text(cars, on: "2024-01-01") { metadata in
      metadata.issuer = "乙公司"
      metadata.repeals = ["差旅制度（试行）"]
    }
    #expect(try filing(of: silent, after: company).outcome == .added)
  }

  // 《X办法（试行）》（云岭〔2020〕5号）同时废止 was never offered: the number was taken for
  // a part of the title.
  @Test func offersARepealThatNamesTheNumber() throws {
    let library = try TemporaryLibrary()
    try library.add([text(cars, titled: "用车办法（试行）", on: "2020-01-01")], from: "a.txt")
    let new = text(travel, on: "2024-01-01") { $0.repeals = ["用车办法（试行）（云岭〔2020〕5号）"] }
    let filed = try library.file(new, from: "b.txt")
    let offers = try library.open().repealOffers(of: [filed])
    #expect(offers.map(\.title) == ["用车办法（试行）"])
  }
}
