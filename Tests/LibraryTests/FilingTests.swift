import ChineseText
import Library
import Regulations
import Testing
import TestingSupport

@Suite struct FilingTests {
  private let old = [
    "员工出差应当提前三日提交申请，经部门负责人批准后方可成行。",
    "住宿费在标准以内据实报销，超出部分由个人承担。",
    "出差结束后五个工作日内办理报销手续，逾期不再受理。",
  ]
  private var new: [String] {
    [old[0].replacing("部门负责人", with: "分管领导"), "交通费凭票报销，以经济舱和二等座为限。", old[2]]
  }
  private var corrected: [String] { old.map { $0.replacing("逾期", with: "过期") } }

  @Test func keepsTheOldRevisionWhenAFileGivesANewOne() throws {
    let library = try TemporaryLibrary()
    let first = Samples.rules("差旅制度", on: "2023-01-01", old)
    #expect(try library.add([first], from: "a.txt") == [.added])
    let second = Samples.rules("差旅制度", on: "2025-01-01", new)
    #expect(try library.add([second], from: "a.txt", bytes: "新") == [.newRevision])
    #expect(try library.listing() == ["差旅制度: 2023-01-01 amended, 2025-01-01 in-force"])
    let reader = try library.open()
    let revisions = reader.regulation(at: 0, on: someDay).revisions
    #expect(try revisions.map { try reader.revision($0) } == [first, second])
    #expect(try revisions.map { try reader.source(of: $0)?.path } == ["a.txt", "a.txt"])
    let writer = try LibraryWriter(directory: library.path)
    #expect(writer.isUnchanged(path: "a.txt", hash: ContentHash(Array("新".utf8))))
    #expect(reader.hash(ofSource: "a.txt") == ContentHash(Array("新".utf8)))
    #expect(["", "a", "a.txu"].allSatisfy { reader.hash(ofSource: $0) == nil })
  }

  @Test func keepsRevisionsOfOnePathThroughMerges() throws {
    let library = try TemporaryLibrary()
    for year in 2000..<2024 {
      let texts = ["\(year)年的规定：" + old[year % 3], "附则之\(year)。"]
      try library.add(
        [Samples.rules("差旅制度", on: "\(year)-01-01", issuer: "甲公司", texts)], from: "a.txt",
        bytes: "\(year)")
    }
    let reader = try library.open()
    let revisions = reader.regulation(at: 0, on: someDay).revisions
    #expect(revisions.map { $0.name } == (2000..<2024).map { "\($0)-01-01" })
    #expect(
      try revisions.map { try reader.revision($0).provisions[1].text }
        == (2000..<2024).map { "附则之\($0)。" })
    #expect(reader.verify().isEmpty)
    let writer = try LibraryWriter(directory: library.path)
    #expect(writer.isUnchanged(path: "a.txt", hash: ContentHash(Array("2023".utf8))))
    try writer.remove(sourceAt: "a.txt")
    try writer.commit()
    #expect(try library.listing().isEmpty)
  }

  @Test func replacesATextThatIsOnlyCorrected() throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.rules("差旅制度", on: "2023-01-01", old)], from: "a.txt")
    let second = Samples.rules("差旅制度", on: "2023-01-01", corrected)
    #expect(try library.add([second], from: "a.txt", bytes: "新") == [.replaced])
    #expect(try library.listing() == ["差旅制度: 2023-01-01 in-force"])
    let reader = try library.open()
    let revision = try #require(reader.regulation(at: 0, on: someDay).revisions.first)
    #expect(try reader.revision(revision) == second)
    #expect(reader.sourceCount == 1)
  }

  @Test func replacesATitleThatIsCorrected() throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.rules("差旅制度", on: "2023-01-01", old)], from: "a.txt")
    let second = Samples.rules("出差管理制度", on: "2023-01-01", old)
    #expect(try library.add([second], from: "a.txt", bytes: "新") == [.replaced])
    #expect(try library.listing() == ["出差管理制度: 2023-01-01 in-force"])
  }

  @Test func keepsATextOfTheSameDayThatIsAnother() throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.rules("差旅制度", on: "2023-01-01", old)], from: "a.txt")
    let second = Samples.rules("差旅制度", on: "2023-01-01", new)
    #expect(try library.add([second], from: "a.txt", bytes: "新") == [.newRevision])
    #expect(
      try library.listing() == ["差旅制度: 2023-01-01 amended, 2023-01-01~2 in-force"])
  }

  @Test func keepsWhatStoodWhereAnUnrelatedTextStands() throws {
    let library = try TemporaryLibrary()
    try library.add(
      [Samples.rules("甲制度", ["旧文。"]), Samples.rules("乙制度", ["别的。"])], from: "a.txt")
    let other = Samples.rules("丙办法", ["完全不同的新内容。"])
    #expect(try library.add([other], from: "a.txt", bytes: "新") == [.added])
    #expect(
      try library.listing() == ["丙办法: r1 unknown", "乙制度: r1 unknown", "甲制度: r1 unknown"])
  }

  @Test func keepsARewrittenTextUnderItsTitle() throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.rules("甲制度", ["旧文。"])], from: "a.txt")
    let other = Samples.rules("甲制度", ["完全不同的新内容。"])
    #expect(try library.add([other], from: "a.txt", bytes: "新") == [.newRevision])
    #expect(try library.listing() == ["甲制度: r1 amended, r2 unknown"])
  }

  @Test(arguments: ["2023-01-01", nil])
  func knowsATextFromAnotherPath(_ day: String?) throws {
    let library = try TemporaryLibrary()
    for text in [old, ["按时。"]] {
      try library.add([Samples.rules("制度\(text.count)", on: day, text)], from: "\(text.count).txt")
      let before = try library.listing()
      let copy = [Samples.rules("制度\(text.count)", on: day, text)]
      #expect(try library.add(copy, from: "./copy\(text.count).txt") == [.known])
      #expect(try library.listing() == before)
    }
    let writer = try LibraryWriter(directory: library.path)
    #expect(writer.isUnchanged(path: "./copy1.txt", hash: ContentHash(Array("./copy1.txt".utf8))))
  }

  @Test func learnsADayFromACopyThatHasOne() throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.rules("差旅制度", old)], from: "a.txt")
    let dated = Samples.rules("差旅制度", on: "2023-01-01", old)
    #expect(try library.add([dated], from: "b.txt") == [.replaced])
    #expect(try library.listing() == ["差旅制度: 2023-01-01 in-force"])
    #expect(try library.add([Samples.rules("差旅制度", old)], from: "c.txt") == [.known])
  }

  // The text went with the file that it was read from, and no unchanged copy
  // of it was ever read again.
  @Test func keepsATextThatAnotherFileGivesToo() throws {
    let library = try TemporaryLibrary()
    let page = [Samples.rules("差旅制度", on: "2023-01-01", old), Samples.rules("甲办法", ["甲。"])]
    try library.add(page, from: "a.txt")
    try library.add(page + [Samples.rules("乙办法", ["乙。"])], from: "b.txt")
    let removed = try library.change { try $0.remove(sourceAt: "a.txt") }
    #expect(removed == [])
    #expect(
      try library.listing() == [
        "乙办法: r1 unknown", "差旅制度: 2023-01-01 in-force", "甲办法: r1 unknown",
      ])
    let reader = try library.open()
    #expect(reader.sourcePaths == ["b.txt"])
    for index in 0..<3 {
      let revision = try #require(reader.regulation(at: index, on: someDay).revisions.first)
      #expect(try reader.source(of: revision)?.path == "b.txt")
    }
    let index = try #require(reader.regulationIndex(id: try library.id(of: "差旅制度")))
    let kept = try #require(reader.regulation(at: index, on: someDay).revisions.first)
    #expect(try reader.revision(kept) == page[0])
    #expect(try library.change { try $0.remove(sourceAt: "b.txt") }?.count == 3)
    #expect(try library.listing().isEmpty)
  }

  @Test func keepsATextWhoseDayAnotherFileTaught() throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.rules("差旅制度", old)], from: "a.txt")
    try library.add([Samples.rules("差旅制度", on: "2023-01-01", old)], from: "b.txt")
    try library.change { try $0.remove(sourceAt: "b.txt") }
    #expect(try library.listing() == ["差旅制度: 2023-01-01 in-force"])
  }

  @Test func doesNotBringBackACopyOfWhatWasRemoved() throws {
    let library = try TemporaryLibrary()
    let text = Samples.rules("差旅制度", old)
    try library.add([text], from: "a.txt")
    try library.add([text], from: "b.txt")
    try library.change { try $0.remove(regulation: library.id(of: "差旅制度")) }
    #expect(
      try library.add([text, Samples.rules("甲办法", ["甲。"])], from: "b.txt") == [.removed, .added])
  }

  @Test(arguments: [
    ("中华人民共和国差旅法", "差旅法"), ("差旅办法（试行）", "差旅办法"), ("差旅暂行办法", "差旅办法"),
    ("差旅办法(2023年修订)", "差旅办法（2024年修订）"),
  ])
  func joinsVariantsOfATitleWhenTheTextIsMuchTheSame(_ first: String, _ second: String) throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.rules(first, on: "2023-01-01", old)], from: "a.txt")
    let filed = try library.file(Samples.rules(second, on: "2024-01-01", corrected), from: "b.txt")
    #expect(filed.outcome == .newRevision)
    guard case .variantTitle(first, _) = filed.reason else {
      Issue.record("\(filed.reason)")
      return
    }
    #expect(try library.listing() == ["\(second): 2023-01-01 amended, 2024-01-01 in-force"])
    let other = Samples.rules(second, on: "2025-01-01", ["厨房每日消毒两次，由值班人员负责。"])
    #expect(try library.file(other, from: "c.txt").outcome == .added)
  }

  @Test func saysWhyATextStandsBesideAnother() throws {
    let library = try TemporaryLibrary()
    let first = try library.file(Samples.rules("差旅制度", old), from: "a.txt")
    #expect(first.reason == .noOther)
    let second = try library.file(Samples.rules("差旅制度", ["厨房每日消毒两次。"]), from: "b.txt")
    #expect(second.reason == .unlike(regulationID: first.regulationID, share: 0))
    let third = try library.file(
      Samples.rules("差旅制度", issuer: "甲公司", ["车辆统一调度。"]), from: "c.txt")
    #expect(third.outcome == .added)
    let fourth = try library.file(Samples.rules("差旅制度", corrected), from: "d.txt")
    #expect(fourth.regulationID == first.regulationID)
    guard case .textInCommon("r1", let share) = fourth.reason else {
      Issue.record("\(fourth.reason)")
      return
    }
    #expect(share > 0.5 && share < 1)
  }

  @Test func beginsAnAmendedTextOnTheDayOfItsAmendment() throws {
    let library = try TemporaryLibrary()
    var amended = Samples.rules("差旅制度", on: "2019-11-01", new)
    amended.metadata.amended = CalendarDate("2023-11-21")
    try library.add([amended], from: "a.txt")
    try library.add([Samples.rules("差旅制度", on: "2019-11-01", old)], from: "b.txt")
    #expect(try library.listing() == ["差旅制度: 2019-11-01 amended, 2023-11-21 in-force"])
  }

  @Test func takesATextWithoutADayForNewerThanWhatItsFileGave() throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.rules("差旅制度", on: "2019-11-01", old)], from: "a.txt")
    try library.add([Samples.rules("差旅制度", new)], from: "a.txt", bytes: "新")
    #expect(try library.listing() == ["差旅制度: 2019-11-01 amended, r2 unknown"])
    try library.add([Samples.rules("差旅制度", corrected)], from: "b.txt")
    #expect(try library.listing() == ["差旅制度: r3 amended, 2019-11-01 amended, r2 unknown"])
  }

  @Test func givesNoNameTwice() throws {
    let library = try TemporaryLibrary()
    for text in [old, new, corrected + new] {
      try library.add(
        [Samples.rules("差旅制度", on: "2023-01-01", text)], from: "\(text.count).txt", bytes: "\(text)"
      )
    }
    let id = try library.id(of: "差旅制度")
    let names = try library.open().regulation(at: 0, on: someDay).revisions.map { $0.name }
    let last = try #require(names.last)
    try library.change { try $0.remove(regulation: id, revision: last) }
    let filed = try library.file(
      Samples.rules("差旅制度", on: "2023-01-01", old + ["又一条。"]), from: "z.txt")
    #expect(!names.contains(filed.revision))
  }
}
