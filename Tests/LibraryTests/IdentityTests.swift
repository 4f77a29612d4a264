import ChineseText
import Library
import Regulations
import Testing
import TestingSupport

@Suite struct IdentityTests {
  private let old = [
    "员工出差应当提前三日提交申请，经部门负责人批准后方可成行。",
    "住宿费在标准以内据实报销，超出部分由个人承担。",
    "出差结束后五个工作日内办理报销手续。",
  ]
  private var new: [String] { old.map { $0.replacing("部门负责人", with: "分管领导") } + ["附则。"] }
  private let other = [
    "本办法所称车辆，是指单位所有的公务用车。", "车辆由办公室统一调度，未经许可不得外借。",
  ]

  @Test func joinsRevisionsOfOneTitle() throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.rules("差旅制度", on: "2025-01-01", new)], from: "b.txt")
    try library.add([Samples.rules("差旅制度", on: "2023-01-01", old)], from: "a.txt")
    #expect(try library.listing() == ["差旅制度: 2023-01-01 amended, 2025-01-01 in-force"])
  }

  @Test func joinsUndatedRevisionsInOrderOfIngest() throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.rules("差旅制度", old)], from: "b.txt")
    try library.add([Samples.rules("差旅制度", new)], from: "a.txt")
    #expect(try library.listing() == ["差旅制度: r1 amended, r2 unknown"])
    try library.add([Samples.rules("差旅制度", old + ["补充。"])], from: "b.txt", bytes: "新")
    #expect(try library.listing() == ["差旅制度: r1 amended, r2 unknown"])
  }

  @Test func keepsRegulationsOfOneTitleApart() throws {
    let library = try TemporaryLibrary()
    let page = [
      Samples.rules("管理制度", old), Samples.rules("管理制度", other),
      Samples.rules("管理制度", ["厨房每日消毒两次。"]),
    ]
    try library.add(page, from: "page.txt")
    #expect(try library.listing() == Array(repeating: "管理制度: r1 unknown", count: 3))
    let before = try ids(library)
    try library.add(page.reversed(), from: "page.txt", bytes: "新")
    #expect(try ids(library) == before)
    #expect(Set(before).count == 3)
  }

  @Test func keepsIssuersApart() throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.rules("差旅制度", issuer: "甲公司", old)], from: "a.txt")
    try library.add([Samples.rules("差旅制度", issuer: "乙公司", old)], from: "b.txt")
    #expect(try library.open().regulationCount == 2)
  }

  @Test func trustsIssuerAndDayWhenATextIsRewritten() throws {
    let library = try TemporaryLibrary()
    let texts = [("2020-01-01", old), ("2024-01-01", other)]
    for (day, text) in texts {
      try library.add(
        [Samples.rules("差旅制度", on: day, issuer: "甲公司", text)], from: "\(day).txt")
    }
    #expect(try library.listing() == ["差旅制度: 2020-01-01 amended, 2024-01-01 in-force"])
  }

  @Test(arguments: [
    ("2022-12-31", "not-yet-in-force not-yet-in-force"),
    ("2023-01-01", "in-force not-yet-in-force"), ("2025-01-01", "amended in-force"),
  ])
  func tellsTheStatusOnADay(_ day: String, _ expected: String) throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.rules("差旅制度", on: "2023-01-01", old)], from: "a.txt")
    try library.add([Samples.rules("差旅制度", on: "2025-01-01", new)], from: "b.txt")
    let reader = try library.open()
    let regulation = reader.regulation(at: 0, on: try #require(CalendarDate(day)))
    #expect(regulation.revisions.map { $0.status.rawValue }.joined(separator: " ") == expected)
  }

  @Test func numbersRevisionsOfOneDay() throws {
    let library = try TemporaryLibrary()
    for (name, text) in [("a", old), ("b", new)] {
      try library.add([Samples.rules("差旅制度", on: "2023-01-01", text)], from: "\(name).txt")
    }
    #expect(
      try library.listing() == ["差旅制度: 2023-01-01 amended, 2023-01-01~2 in-force"])
  }

  private func ids(_ library: TemporaryLibrary) throws -> [String] {
    let reader = try library.open()
    return try (0..<reader.regulationCount).map { index in
      let regulation = reader.regulation(at: index, on: someDay)
      let text =
        try regulation.revisions.first.map { try reader.revision($0).provisions[0].text } ?? ""
      return regulation.id + text
    }
  }
}
