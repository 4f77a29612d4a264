import Dispatch
import Library
import Regulations
import Synchronization
import Testing
import TestingSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

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

  // However slow the machine is: the second waits for the first, not for a time,
  // and on a thread of its own, so that the first is never kept from going on.
  @Test func waitsForAnotherWriter() async throws {
    let library = try TemporaryLibrary()
    let holder = Mutex(String?.none)
    let (waiting, isWaiting) = AsyncStream<Void>.makeStream()
    let (ending, hasEnded) = AsyncStream<LibraryError?>.makeStream()
    var first: LibraryWriter? = try LibraryWriter(directory: library.path)
    try first?.add([Samples.leave], from: "leave.txt")
    let path = library.path
    DispatchQueue(label: "second writer").async {
      let patience = WriterPatience(longest: .seconds(Int32.max)) { id in
        holder.withLock { $0 = id }
        isWaiting.finish()
      }
      do throws(LibraryError) {
        let writer = try LibraryWriter(directory: path, patience: patience)
        try writer.add([Samples.rules("新制度", ["新。"])], from: "new.txt")
        try writer.commit()
        hasEnded.yield(nil)
      } catch {
        isWaiting.finish()
        hasEnded.yield(error)
      }
      hasEnded.finish()
    }
    for await _ in waiting {}
    try first?.commit()
    first = nil
    for await error in ending { #expect(error == nil) }
    #expect(holder.withLock { $0 } == "\(getpid())")
    #expect(try library.listing().count == 2)
  }

  @Test func saysThatItHasWaitedLongEnough() throws {
    let library = try TemporaryLibrary()
    let first = try LibraryWriter(directory: library.path)
    let error = #expect(throws: LibraryError.self) {
      _ = try LibraryWriter(
        directory: library.path, patience: WriterPatience(longest: .milliseconds(50)))
    }
    #expect(error?.reason == .locked(holder: "\(getpid())"))
    withExtendedLifetime(first) {}
  }

  // Whoever took the lock file away must not let two writers in.
  @Test func holdsTheLockThatIsThere() throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.leave], from: "leave.txt")
    let lock = library.path + "/lock"
    let first = try LibraryWriter(directory: library.path)
    unlink(lock)
    let second = try LibraryWriter(directory: library.path)
    #expect(throws: LibraryError.self) { _ = try LibraryWriter(directory: library.path) }
    withExtendedLifetime((first, second)) {}
  }

  @Test func opensTheNewLibraryWhenSegmentsGoMeanwhile() throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.leave], from: "leave.txt")
    let old = try library.files()
    let writer = try LibraryWriter(directory: library.path)
    try writer.remove(sourceAt: "leave.txt")
    try writer.add([Samples.rules("新制度", ["新。"])], from: "new.txt")
    try writer.commit()
    #expect(try library.listing().count == 1)
    try TemporaryFolder.write(try #require(old["manifest"]), to: library.path + "/manifest")
    let error = #expect(throws: LibraryError.self) { _ = try library.open() }
    #expect(error?.reason == .fileMissing)
    #expect(error?.path == library.path + "/000001.segment")
  }

  @Test func readsWhileAnotherWrites() async throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.leave], from: "leave.txt")
    let path = library.path
    let readers = (0..<2).map { _ in
      Task.detached {
        for _ in 0..<60 {
          let reader = try LibraryReader(directory: path)
          #expect(reader.regulationCount >= 1)
          #expect(reader.verify().isEmpty)
        }
      }
    }
    for index in 0..<24 {
      let writer = try LibraryWriter(directory: library.path)
      try writer.add([Samples.rules("制度\(index)", ["第\(index)。"])], from: "\(index).txt")
      if index > 3 { try writer.remove(sourceAt: "\(index - 3).txt") }
      try writer.commit()
    }
    for reader in readers { try await reader.value }
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
      try writer.remove(sourceAt: "leave.txt")
    }
    #expect(try library.listing() == ["员工休假管理制度: 2024-03-01 in-force"])
  }

  @Test func clearsAwayWhatACrashLeft() throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.leave], from: "leave.txt")
    let before = TemporaryFolder.names(in: library.path)
    for name in ["000002.segment", "manifest.new"] {
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
    try writer.remove(sourceAt: "leave.txt")
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
