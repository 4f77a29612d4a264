import ChineseText
import Library
import Regulations
import Splitting
import Testing
import TestingSupport

/// A source that has another path keeps its earlier texts and what was decided.
@Suite struct MovingTests {
  private let old = (1...9).map { "第\($0)号柜由第\($0)小组保管，每周检查一次，结果报行政部。" }
  private var new: [String] { old.map { $0.replacing("每周", with: "每月") } + ["附则。"] }
  private var corrected: [String] { new.dropLast() + ["附则：完。"] }

  /// A library in which one file gave one text after another.
  private func library() throws -> TemporaryLibrary {
    let library = try TemporaryLibrary()
    try library.add([Samples.rules("柜子制度", on: "2020-01-01", old)], from: "a.txt")
    try library.add([Samples.rules("柜子制度", on: "2024-01-01", new)], from: "a.txt", bytes: "新")
    return library
  }

  private func paths(_ library: TemporaryLibrary) throws -> [String?] {
    let reader = try library.open()
    #expect(reader.verify().isEmpty)
    return try reader.regulation(at: 0, on: someDay).revisions.map {
      try reader.source(of: $0)?.path
    }
  }

  @Test func keepsEarlierTexts() throws {
    let library = try library()
    let before = try library.listing()
    #expect(try library.change { try $0.move(sourceAt: "a.txt", to: "b.txt") })
    #expect(try library.listing() == before)
    #expect(try paths(library) == ["b.txt", "b.txt"])
    #expect(try library.open().sourcePaths == ["b.txt"])
    let writer = try LibraryWriter(directory: library.path)
    #expect(writer.isUnchanged(path: "b.txt", hash: ContentHash(Array("新".utf8))))
    #expect(try !writer.move(sourceAt: "a.txt", to: "c.txt"))
  }

  @Test func takesNoPathOfAnotherSource() throws {
    let library = try library()
    try library.add([Samples.rules("甲办法", ["甲。"])], from: "b.txt")
    #expect(!(try library.change { try $0.move(sourceAt: "a.txt", to: "b.txt") }))
    #expect(try paths(library).count == 2)
  }

  @Test func correctsWhatWasGivenUnderTheOldPath() throws {
    let library = try library()
    try library.change { try $0.move(sourceAt: "a.txt", to: "b.txt") }
    let text = Samples.rules("柜子制度", on: "2024-01-01", corrected)
    #expect(try library.add([text], from: "b.txt", bytes: "改") == [.replaced])
    #expect(try library.listing() == ["柜子制度: 2020-01-01 amended, 2024-01-01 in-force"])
  }

  @Test func keepsWhatWasDecided() throws {
    let library = try TemporaryLibrary()
    var supplement = Supplement()
    supplement.title = "柜子制度"
    try library.file(Samples.rules("", old), from: "a.txt", supplying: supplement)
    let other = Samples.rules("会议室制度", ["会议室由前台预订。"])
    let id = try library.id(of: "柜子制度")
    try library.file(other, from: "told.txt", .revision(of: id))
    try library.add([Samples.rules("甲办法", ["甲。"])], from: "removed.txt")
    try library.change { writer in
      try writer.remove(regulation: library.id(of: "甲办法"))
      for name in ["a", "told", "removed"] { try writer.move(sourceAt: "\(name).txt", to: name) }
    }
    #expect(try library.file(Samples.rules("", new), from: "a", bytes: "新").regulationID == id)
    let told = Samples.rules("会议室制度", ["会议室须提前一天预订。"])
    #expect(try library.file(told, from: "told", bytes: "新").reason == .told)
    let removed = Samples.rules("甲办法", ["甲。"])
    #expect(try library.add([removed], from: "removed", bytes: "新") == [.removed])
  }

  @Test func passesTheHistoryOnToAFileThatGivesTheSame() throws {
    let library = try library()
    let text = Samples.rules("柜子制度", on: "2024-01-01", new)
    #expect(try library.add([text], from: "b.docx") == [.known])
    #expect(try library.change { try $0.remove(sourceAt: "a.txt") } == [])
    #expect(try paths(library) == ["b.docx", "b.docx"])
    let next = Samples.rules("柜子制度", on: "2024-01-01", corrected)
    #expect(try library.add([next], from: "b.docx", bytes: "改") == [.replaced])
    try library.add([next], from: "c.txt")
    #expect(try library.change { try $0.remove(sourceAt: "b.docx") } == [])
    #expect(try paths(library) == ["c.txt", "c.txt"])
    #expect(try library.change { try $0.remove(sourceAt: "c.txt") }?.count == 2)
  }

  @Test func passesNoHistoryOnToAFileThatGivesLess() throws {
    let library = try TemporaryLibrary()
    let other = Samples.rules("甲办法", ["甲。"])
    try library.add([Samples.rules("柜子制度", on: "2020-01-01", old), other], from: "a.txt")
    let text = Samples.rules("柜子制度", on: "2024-01-01", new)
    try library.add([text, other], from: "a.txt", bytes: "新")
    try library.add([other], from: "b.txt")
    #expect(try library.change { try $0.remove(sourceAt: "a.txt") }?.count == 2)
    #expect(try library.listing() == ["甲办法: r1 unknown"])
  }

  @Test(arguments: [
    ("2024-01-01", true, "a.txt"), ("2025-01-01", true, "a.txt"), ("2024-01-01", false, nil),
  ])
  func knowsAFileByItsText(_ day: String, _ isAlike: Bool, _ expected: String?) throws {
    let library = try library()
    let articles = isAlike ? corrected : ["柜子一律取消，物品由各人自行保管。"]
    let split = SplitDocument(
      regulations: [Samples.rules("柜子制度", on: day, articles)], rejected: [], diagnostics: [],
      ledger: Ledger())
    let writer = try LibraryWriter(directory: library.path)
    #expect(try writer.source(continuedBy: split, among: ["a.txt"]) == expected)
    #expect(try writer.source(continuedBy: split, among: ["b.txt"]) == nil)
  }
}
