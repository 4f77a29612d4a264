import ChineseText
import Library
import Regulations
import Testing
import TestingSupport

@Suite struct DecisionTests {
  private let old = [
    "员工出差应当提前三日提交申请，经部门负责人批准后方可成行。",
    "住宿费在标准以内据实报销，超出部分由个人承担。",
  ]
  private let other = ["本办法所称车辆，是指单位所有的公务用车。", "车辆由办公室统一调度，不得外借。"]
  private var new: [String] { old.map { $0.replacing("部门负责人", with: "分管领导") } + ["附则。"] }

  // MARK: Told

  @Test func filesARevisionUnderTheRegulationThatWasTold() throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.rules("差旅制度", on: "2023-01-01", old)], from: "a.txt")
    let id = try library.id(of: "差旅制度")
    let second = Samples.rules("用车办法", on: "2025-01-01", other)
    let filed = try library.file(second, from: "b.txt", .revision(of: id))
    #expect(filed.outcome == .newRevision)
    #expect(filed.reason == .told)
    #expect(try library.listing() == ["用车办法: 2023-01-01 amended, 2025-01-01 in-force"])
    let third = Samples.rules("用车办法", on: "2026-01-01", ["车队解散。"])
    #expect(try library.file(third, from: "b.txt", bytes: "新").regulationID == id)
    #expect(try library.open().regulationCount == 1)
  }

  @Test func movesATextThatWasFiledWrongly() throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.rules("差旅制度", old)], from: "a.txt")
    let second = Samples.rules("差旅制度", other)
    try library.add([second], from: "b.txt")
    #expect(try library.listing() == ["差旅制度: r1 unknown", "差旅制度: r1 unknown"])
    let first = try library.file(Samples.rules("差旅制度", old), from: "a.txt")
    #expect(first.outcome == .known)
    let filed = try library.file(second, from: "b.txt", .revision(of: first.regulationID))
    #expect(filed.outcome == .replaced)
    #expect(filed.reason == .told)
    #expect(try library.listing() == ["差旅制度: r1 amended, r2 unknown"])
  }

  @Test func keepsATextApartThatWasToldToBeNew() throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.rules("差旅制度", on: "2023-01-01", old)], from: "a.txt")
    let second = Samples.rules("差旅制度", on: "2025-01-01", new)
    #expect(try library.file(second, from: "b.txt").outcome == .newRevision)
    let filed = try library.file(second, from: "b.txt", .newRegulation)
    #expect(filed.outcome == .replaced)
    #expect(try library.open().regulationCount == 2)
    let third = Samples.rules("差旅制度", on: "2026-01-01", new + ["再补充。"])
    let again = try library.file(third, from: "b.txt", bytes: "新")
    #expect(again.regulationID == filed.regulationID)
    #expect(again.reason == .told)
  }

  @Test func namesIDsThatAreNearAnUnknownOne() throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.rules("差旅制度", old)], from: "a.txt")
    let id = try library.id(of: "差旅制度")
    let wrong = id.dropLast() + (id.hasSuffix("0") ? "1" : "0")
    let error = #expect(throws: LibraryError.self) {
      try library.file(Samples.rules("差旅制度", new), from: "b.txt", .revision(of: String(wrong)))
    }
    #expect(error?.reason == .noSuchRegulation(id: String(wrong), near: ["\(id) 《差旅制度》"]))
  }

  // MARK: Removed

  @Test func keepsARemovedRevisionAwayWhileItsFileGivesIt() throws {
    let library = try TemporaryLibrary()
    let first = Samples.rules("差旅制度", old)
    try library.add([first], from: "a.txt")
    try library.add([Samples.rules("差旅制度", new)], from: "b.txt")
    let id = try library.id(of: "差旅制度")
    let removed = try library.change { try $0.remove(regulation: id, revision: "r1") }
    #expect(removed.map { "\($0.title) \($0.revision) \($0.path)" } == ["差旅制度 r1 a.txt"])
    #expect(try library.listing() == ["差旅制度: r2 unknown"])
    #expect(try library.file(first, from: "a.txt").outcome == .removed)
    #expect(try library.listing() == ["差旅制度: r2 unknown"])
    let third = Samples.rules("差旅制度", old + ["新增一条。"])
    #expect(try library.file(third, from: "a.txt", bytes: "新").revision == "r3")
    #expect(try library.listing() == ["差旅制度: r2 amended, r3 unknown"])
  }

  @Test func bringsBackWhatWasRemovedWhenTold() throws {
    let library = try TemporaryLibrary()
    let text = Samples.rules("差旅制度", on: "2023-01-01", old)
    try library.add([text], from: "a.txt")
    let id = try library.id(of: "差旅制度")
    try library.change { try $0.remove(regulation: id) }
    #expect(try library.listing().isEmpty)
    #expect(try library.file(text, from: "a.txt").outcome == .removed)
    #expect(try library.file(text, from: "a.txt", .newRegulation).outcome == .added)
    #expect(try library.file(text, from: "a.txt").outcome == .known)
    #expect(try library.id(of: "差旅制度") == id)
  }

  // MARK: Repealed

  @Test func tellsWhatWasRepealed() throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.rules("差旅制度", on: "2023-01-01", old)], from: "a.txt")
    let id = try library.id(of: "差旅制度")
    let day = try #require(CalendarDate("2024-03-01"))
    try library.change { try $0.repeal(id, on: day) }
    #expect(try library.listing() == ["差旅制度: 2023-01-01 repealed"])
    let before = try #require(CalendarDate("2024-02-29"))
    #expect(try library.listing(on: before) == ["差旅制度: 2023-01-01 in-force"])
    let regulation = try library.open().regulation(at: 0, on: someDay)
    #expect(regulation.current == nil)
    #expect(regulation.repeal?.day == day)
    #expect(regulation.repeal?.by == nil)
    #expect(try library.change { try $0.undoRepeal(of: id) })
    #expect(try library.listing() == ["差旅制度: 2023-01-01 in-force"])
    #expect(try !library.change { try $0.undoRepeal(of: id) })
  }

  @Test func leavesATextThatBeginsWithTheRepealInForce() throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.rules("差旅制度", on: "2023-01-01", old)], from: "a.txt")
    try library.add([Samples.rules("差旅制度", on: "2024-03-01", new)], from: "b.txt")
    let day = try #require(CalendarDate("2024-03-01"))
    let id = try library.id(of: "差旅制度")
    try library.change { try $0.repeal(id, on: day) }
    #expect(try library.listing() == ["差旅制度: 2023-01-01 amended, 2024-03-01 in-force"])
  }

  @Test func offersWhatATextSaysItRepeals() throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.rules("差旅制度", on: "2023-01-01", old)], from: "a.txt")
    var text = Samples.rules("出差管理办法", on: "2024-03-01", new)
    text.metadata.repeals = ["差旅制度", "没有的办法"]
    let filed = try library.file(text, from: "b.txt")
    let id = try library.id(of: "差旅制度")
    let offers = try library.open().repealOffers(of: [filed])
    #expect(offers.map { "\($0.title) \($0.byTitle)" } == ["差旅制度 出差管理办法"])
    #expect(offers.map { $0.day } == [CalendarDate("2024-03-01")])
    try library.change { writer in
      for offer in offers {
        try writer.repeal(offer.regulationID, on: someDay, by: offer.byID)
      }
    }
    #expect(try library.open().repealOffers(of: [filed]).isEmpty)
    let index = try #require(try library.open().regulationIndex(id: id))
    let repeal = try library.open().regulation(at: index, on: someDay).repeal
    #expect(repeal?.day == someDay)
    #expect(repeal?.by == filed.regulationID)
  }

  // MARK: Supplied

  @Test func keepsWhatWasSuppliedForAChangedFile() throws {
    let library = try TemporaryLibrary()
    var supplement = Supplement()
    supplement.title = "差旅制度"
    supplement.issuer = "甲公司"
    try library.file(Samples.rules("", old), from: "a.txt", supplying: supplement)
    let second = Samples.rules("", on: "2024-01-01", issuer: "乙公司", new)
    try library.file(second, from: "a.txt", bytes: "新")
    let reader = try library.open()
    let revisions = (0..<reader.regulationCount).flatMap {
      reader.regulation(at: $0, on: someDay).revisions
    }
    let supplied = try revisions.map { try reader.metadata(of: $0).supplied }
    #expect(revisions.map { $0.title } == ["差旅制度", "差旅制度"])
    #expect(Set(supplied) == [[.title, .issuer], [.title]])
    let issuers = try revisions.map { try reader.metadata(of: $0).issuer }
    #expect(Set(issuers) == ["甲公司", "乙公司"])
  }

  @Test func suppliesAnUnchangedFileAnew() throws {
    let library = try TemporaryLibrary()
    let text = Samples.rules("差旅制度", old)
    var supplement = Supplement()
    for day in ["2024-01-01", "2024-02-01"] {
      supplement.effective = CalendarDate(day)
      let filed = try library.file(text, from: "a.txt", supplying: supplement)
      #expect(filed.revision == day)
      #expect(try library.listing() == ["差旅制度: \(day) in-force"])
    }
    let filed = try library.file(text, from: "a.txt", supplying: supplement)
    #expect(filed.outcome == .known)
    #expect(try library.file(text, from: "a.txt").outcome == .known)
  }
}
