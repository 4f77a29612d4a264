import Library
import Regulations
import Testing
import TestingSupport

@Suite struct TransactionTests {
  @Test func refusesASecondWriter() throws {
    let library = try TemporaryLibrary()
    let first = try LibraryWriter(directory: library.path)
    let error = #expect(throws: LibraryError.self) {
      _ = try LibraryWriter(directory: library.path)
    }
    guard case .locked(let holder) = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(holder != nil)
    withExtendedLifetime(first) {}
  }

  @Test func letsTheNextWriterInWhenOneIsDone() throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.leave], from: "leave.txt")
    #expect(try TemporaryFolder.bytes(at: library.path + "/lock").isEmpty)
    _ = try LibraryWriter(directory: library.path)
  }

  @Test func changesNothingWithoutACommit() throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.leave], from: "leave.txt")
    do {
      let writer = try LibraryWriter(directory: library.path)
      try writer.add([Samples.rules("新制度", ["新。"])], from: "new.txt")
      writer.remove(sourceAt: "leave.txt")
    }
    #expect(try library.listing() == ["员工休假管理制度: 2024-03-01 in-force"])
  }

  @Test func clearsAwayWhatACrashLeft() throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.leave], from: "leave.txt")
    let before = TemporaryFolder.names(in: library.path)
    for name in ["000002.segment", "000003.segment.new", "manifest.new"] {
      try TemporaryFolder.write([1, 2, 3], to: library.path + "/" + name)
    }
    try TemporaryFolder.write([4], to: library.path + "/notes.txt")
    #expect(try library.listing().count == 1)
    _ = try LibraryWriter(directory: library.path)
    #expect(TemporaryFolder.names(in: library.path) == before + ["notes.txt"])
  }

  @Test func leavesAnOpenReaderWhatItSaw() throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.leave], from: "leave.txt")
    let reader = try library.open()
    let revision = try #require(reader.regulation(at: 0, on: someDay).revisions.first)
    let writer = try LibraryWriter(directory: library.path)
    writer.remove(sourceAt: "leave.txt")
    try writer.commit()
    #expect(try reader.revision(revision) == Samples.leave)
    #expect(reader.verify().isEmpty)
    #expect(try library.open().regulationCount == 0)
  }

  @Test func commitsSeveralTimes() throws {
    let library = try TemporaryLibrary()
    let writer = try LibraryWriter(directory: library.path)
    for name in ["甲制度", "乙制度", "丙制度"] {
      try writer.add([Samples.rules(name, [name])], from: name)
      try writer.commit()
    }
    try writer.add([Samples.rules("甲制度", ["改。"])], from: "甲制度", bytes: "改")
    try writer.commit()
    #expect(try library.listing().count == 3)
    #expect(try library.open().verify().isEmpty)
  }
}
