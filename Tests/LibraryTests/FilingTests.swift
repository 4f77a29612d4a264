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
    writer.remove(sourceAt: "a.txt")
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
}
