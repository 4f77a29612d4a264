import ChineseText
import Library
import Regulations
import Testing
import TestingSupport

@Suite struct DamageTests {
  @Test func saysThatThereIsNoLibrary() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: LibraryError.self) {
      _ = try LibraryReader(directory: folder.path)
    }
    #expect(error?.description == "\(folder.path): there is no library here")
    #expect(error?.help == "run 'tiaowen ingest PATH' to make one")
  }

  @Test func leavesAForeignDirectoryAsItIs() throws {
    let folder = try TemporaryFolder()
    try TemporaryFolder.write(Array("{}".utf8), to: folder.path + "/manifest")
    let error = #expect(throws: LibraryError.self) {
      _ = try LibraryWriter(directory: folder.path)
    }
    #expect(error?.reason == .foreign)
    #expect(error?.help == "name another directory with --index")
    #expect(TemporaryFolder.names(in: folder.path) == ["manifest"])
  }

  @Test func refusesAnEmptyPath() {
    let errors = [
      #expect(throws: LibraryError.self) { _ = try LibraryWriter(directory: "") },
      #expect(throws: LibraryError.self) { _ = try LibraryReader(directory: "") },
    ]
    for error in errors {
      #expect(error?.description == "the path of the library is empty")
      #expect(error?.help == "name a directory with --index")
    }
    #expect(!LibraryReader.isLibrary(""))
  }

  @Test(arguments: ["manifest", "000001.segment"])
  func tellsNewerAndOlderFormats(_ name: String) throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.leave], from: "leave.txt")
    let path = library.path + "/" + name
    var bytes = try TemporaryFolder.bytes(at: path)
    bytes[8] = 9
    try TemporaryFolder.write(bytes, to: path)
    let newer = #expect(throws: LibraryError.self) { _ = try library.open() }
    #expect(newer?.reason == .tooNew(format: 9, newest: 1))
    bytes[8] = 0
    try TemporaryFolder.write(bytes, to: path)
    let older = #expect(throws: LibraryError.self) { _ = try library.open() }
    #expect(older?.reason == .tooOld(format: 0, oldest: 1))
  }

  @Test(arguments: ["manifest", "000001.segment"])
  func noticesEveryByteThatIsChanged(_ name: String) throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.leave], from: "leave.txt")
    let path = library.path + "/" + name
    let bytes = try TemporaryFolder.bytes(at: path)
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 1 << UInt8(index % 8)
      try TemporaryFolder.write(damaged, to: path)
      #expect(isDamaged(library), "byte \(index) of \(name)")
    }
  }

  @Test(arguments: ["manifest", "000001.segment"])
  func noticesEveryCut(_ name: String) throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.leave], from: "leave.txt")
    let path = library.path + "/" + name
    let bytes = try TemporaryFolder.bytes(at: path)
    for count in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 300)) {
      try TemporaryFolder.write(Array(bytes.prefix(count)), to: path)
      #expect(isDamaged(library), "\(name) cut to \(count)")
    }
  }

  /// Whether opening or verifying finds something; reads all that can be read.
  private func isDamaged(_ library: TemporaryLibrary) -> Bool {
    guard let reader = try? library.open() else { return true }
    for index in 0..<reader.regulationCount {
      for revision in reader.regulation(at: index, on: someDay).revisions {
        _ = reader.revision(revision)
        _ = reader.articleCount(of: revision)
        _ = reader.source(of: revision)
      }
    }
    for index in 0..<reader.sourceCount { _ = reader.remainder(ofSourceAt: index) }
    return !reader.verify().isEmpty
  }
}
