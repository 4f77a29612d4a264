import ChineseText
import Regulations
import Testing
import TestingSupport

@testable import Library

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

  // What was read before a damaged page is met is given as it was written.
  @Test(
    arguments: zip(
      ["manifest", "000001.segment", "manifest", "000002.catalogue"],
      [.init(), .init(), .always, .always] as [CataloguePolicy]))
  func noticesEveryByteThatIsChanged(_ name: String, _ policy: CataloguePolicy) throws {
    let library = try TemporaryLibrary(policy: policy)
    try library.add([Samples.leave], from: "leave.txt")
    let path = library.path + "/" + name
    let bytes = try TemporaryFolder.bytes(at: path)
    let whole = try library.contents()
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 1 << UInt8(index % 8)
      try TemporaryFolder.write(damaged, to: path)
      #expect(readsWhole(library, whole), "byte \(index) of \(name)")
      #expect(isDamaged(library), "byte \(index) of \(name)")
    }
  }

  // A repair would believe them.
  @Test(arguments: ["manifest.copy", "000002.catalogue.copy"])
  func noticesDamageOfACopy(_ name: String) throws {
    let library = try TemporaryLibrary(policy: .always)
    try library.add([Samples.leave], from: "leave.txt")
    let path = library.path + "/" + name
    let bytes = try TemporaryFolder.bytes(at: path)
    for index in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 20)) {
      var damaged = bytes
      damaged[index] ^= 1
      for wrong in [damaged, Array(bytes[..<index])] {
        try TemporaryFolder.write(wrong, to: path)
        #expect(try library.open().verify().map { $0.path } == [path], "byte \(index) of \(name)")
      }
    }
  }

  @Test(arguments: ["manifest", "000001.segment", "000002.catalogue"])
  func noticesEveryCut(_ name: String) throws {
    let library = try TemporaryLibrary(policy: .always)
    try library.add([Samples.leave], from: "leave.txt")
    let path = library.path + "/" + name
    let bytes = try TemporaryFolder.bytes(at: path)
    for count in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 300)) {
      try TemporaryFolder.write(Array(bytes.prefix(count)), to: path)
      #expect(isDamaged(library), "\(name) cut to \(count)")
    }
  }

  @Test func saysWhichBytesAreDamaged() throws {
    let library = try TemporaryLibrary()
    try library.add([Samples.rules("长制度", [String(repeating: "工时制度", count: 4000)])], from: "a")
    let path = library.path + "/000001.segment"
    var bytes = try TemporaryFolder.bytes(at: path)
    bytes[5000] ^= 1
    try TemporaryFolder.write(bytes, to: path)
    let reader = try library.open()
    let revision = try #require(reader.regulation(at: 0, on: someDay).revisions.first)
    #expect(try reader.source(of: revision)?.path == "a")
    let error = #expect(throws: LibraryError.self) { _ = try reader.revision(revision) }
    #expect(error?.reason == .damaged(.bytes(4096..<8192, sections: ["text"])))
    #expect(
      error?.description
        == path + ": damaged: bytes 4096 to 8191 (text) are not what was written")
    #expect(error?.path == path)
  }

  @Test func writesNothingOfWhatIsDamaged() throws {
    let library = try TemporaryLibrary()
    for index in 1...5 {
      try library.add([Samples.rules("制度\(index)", ["第\(index)。"])], from: "\(index).txt")
    }
    let name = "000004.segment"
    let files = try library.files()
    let bytes = try #require(files[name])
    for index in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 50)) {
      try library.restore(files)
      var damaged = bytes
      damaged[index] ^= 0x20
      try TemporaryFolder.write(damaged, to: library.path + "/" + name)
      _ = try? library.add([Samples.rules("新制度", ["新。"])], from: "new.txt")
      #expect(isDamaged(library), "byte \(index)")
    }
  }

  /// Whether verifying finds something.
  private func isDamaged(_ library: TemporaryLibrary) -> Bool {
    guard let reader = try? library.open() else { return true }
    return !reader.verify().isEmpty
  }

  /// Whether what can be read of a library is what was written.
  private func readsWhole(_ library: TemporaryLibrary, _ whole: [String]) -> Bool {
    do {
      return try library.contents() == whole
    } catch {
      return error is LibraryError
    }
  }
}

extension TemporaryLibrary {
  /// Everything that the library gives, in words.
  fileprivate func contents() throws -> [String] {
    let reader = try open()
    var contents = try listing()
    for index in 0..<reader.regulationCount {
      for revision in reader.regulation(at: index, on: someDay).revisions {
        contents.append("\(try reader.revision(revision))")
        contents.append("\(try reader.metadata(of: revision))")
        contents.append("\(try reader.articleCount(of: revision))")
        contents.append("\(String(describing: try reader.source(of: revision)))")
      }
    }
    for index in 0..<reader.sourceCount {
      contents.append("\(String(describing: try reader.source(at: index)))")
      contents.append("\(String(describing: try reader.remainder(ofSourceAt: index)))")
    }
    return contents
  }
}
