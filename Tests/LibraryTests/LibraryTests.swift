import Foundation
import ChineseText
import Library
import Regulations
import Testing
import TestingSupport

@Suite struct LibraryTests {
  @Test func givesBackWhatWasAdded() throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.leave], from: "leave.txt")
    let reader = try library.open()
    let catalogued = reader.regulation(at: 0, on: someDay)
    #expect(catalogued.title == "员工休假管理制度")
    #expect(catalogued.issuer == "云岭公司")
    let revision = try #require(catalogued.revisions.first)
    #expect(try reader.revision(revision) == Samples.leave)
    #expect(try reader.metadata(of: revision) == Samples.leave.metadata)
    #expect(try reader.articleCount(of: revision) == 4)
    #expect(try reader.source(of: revision)?.path == "leave.txt")
    #expect(try reader.remainder(ofSourceAt: 0)?.rejected.map { $0.text } == ["广告"])
    #expect(reader.verify().isEmpty)
  }

  @Test func writesTheSameBytesForTheSameTexts() throws {
    let libraries = [try TemporaryLibrary(), try TemporaryLibrary()]
    for library in libraries {
      try library.add([Samples.leave], from: "leave.txt")
      try library.add([Samples.rules("考勤制度", ["按时到岗。"])], from: "a.txt")
    }
    let names = TemporaryFolder.names(in: libraries[0].path)
    #expect(names == TemporaryFolder.names(in: libraries[1].path))
    for name in names {
      let bytes = try libraries.map { try TemporaryFolder.bytes(at: $0.path + "/" + name) }
      #expect(bytes[0] == bytes[1], "\(name)")
    }
  }

  @Test func knowsUnchangedFiles() throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.leave], from: "leave.txt", bytes: "一")
    let writer = try LibraryWriter(directory: library.path)
    #expect(writer.isUnchanged(path: "leave.txt", hash: ContentHash(Array("一".utf8))))
    #expect(!writer.isUnchanged(path: "leave.txt", hash: ContentHash(Array("二".utf8))))
    #expect(!writer.isUnchanged(path: "other.txt", hash: ContentHash(Array("一".utf8))))
  }

  @Test func keepsRevisionsThatAPathGaveBefore() throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.rules("甲制度", on: "2019-04-01", ["旧文，共同部分。"])], from: "a.txt")
    try library.add(
      [Samples.rules("甲制度", on: "2022-07-01", ["新文，共同部分。"])], from: "a.txt", bytes: "新")
    try library.add([Samples.rules("乙制度", ["另一部制度。"])], from: "a.txt", bytes: "又新")
    let listing = try library.listing()
    #expect(listing.contains { $0.contains("2019-04-01") })
    #expect(listing.contains { $0.contains("2022-07-01") })
    #expect(listing.contains { $0.contains("乙制度") })
  }

  @Test func noticesALostManifest() throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.leave], from: "leave.txt")
    try FileManager.default.removeItem(atPath: library.path + "/manifest")
    #expect(throws: LibraryError.self) { try LibraryReader(directory: library.path) }
    #expect(throws: LibraryError.self) { try LibraryWriter(directory: library.path) }
    #expect(TemporaryFolder.names(in: library.path).contains("000001.segment"))
  }

  @Test func removesASource() throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.leave], from: "leave.txt")
    let writer = try LibraryWriter(directory: library.path)
    #expect(try writer.remove(sourceAt: "leave.txt")?.map { $0.revision } == ["2024-03-01"])
    #expect(try writer.remove(sourceAt: "leave.txt") == nil)
    try writer.commit()
    #expect(try library.listing().isEmpty)
    #expect(TemporaryFolder.names(in: library.path) == ["lock", "manifest", "manifest.copy"])
  }

  @Test func mergesManySegments() throws {
    let library = try TemporaryLibrary()
    for number in 0..<20 {
      let text = ["第\(number)号文件的内容。", "公共条款。"]
      try library.add([Samples.rules("制度\(number)", text)], from: "\(number).txt")
    }
    let reader = try library.open()
    #expect(reader.regulationCount == 20)
    #expect(TemporaryFolder.names(in: library.path).count <= 11)
    for index in 0..<20 {
      let regulation = reader.regulation(at: index, on: someDay)
      let revision = try #require(regulation.revisions.first)
      let number = regulation.title.dropFirst(2)
      #expect(try reader.revision(revision).provisions[0].text == "第\(number)号文件的内容。")
      #expect(try reader.source(of: revision)?.path == "\(number).txt")
    }
    #expect(reader.verify().isEmpty)
  }

  @Test func keepsASourceWithoutRegulations() throws {
    let library = try TemporaryLibrary()
    try library.add([], from: "empty.txt", bytes: "空")
    let writer = try LibraryWriter(directory: library.path)
    #expect(writer.isUnchanged(path: "empty.txt", hash: ContentHash(Array("空".utf8))))
    #expect(try library.listing().isEmpty)
  }
}
