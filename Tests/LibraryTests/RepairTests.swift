import ChineseText
import Regulations
import Testing
import TestingSupport

@testable import Library

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct RepairTests {
  /// Three texts of several pages each, one of them repealed, in one segment.
  private func library(
    _ policy: CataloguePolicy = CataloguePolicy()
  ) throws -> TemporaryLibrary {
    let library = try TemporaryLibrary(policy: policy)
    try ingest(library)
    try repealFirst(library)
    return library
  }

  private func repealFirst(_ library: TemporaryLibrary) throws {
    let id = try library.open().regulation(at: 0, on: someDay).id
    let writer = try library.writer()
    try writer.repeal(id, on: someDay, by: nil)
    try writer.commit()
  }

  private let texts = ["甲制度", "乙制度", "丙制度"].map { title in
    Samples.rules(
      title, on: "2024-01-01",
      (0..<200).map { "\(title)第\($0)项：职工应当遵守\(title)的规定，不得违反\($0 * 7)。" })
  }

  private func repair(_ library: TemporaryLibrary) throws -> LibraryRepair {
    let writer = try LibraryWriter(repairing: library.path)
    try writer.commit()
    return writer.repair
  }

  /// Reads those texts again that the library does not know as they are.
  private func ingest(_ library: TemporaryLibrary, from folder: String = "") throws {
    let writer = try library.writer()
    for text in texts {
      let path = folder + text.title + ".txt"
      guard !writer.isUnchanged(path: path, hash: ContentHash(Array(path.utf8))) else { continue }
      try writer.add([text], from: path)
    }
    try writer.commit()
  }

  @Test func keepsWhatIsWholeAndNamesWhatIsLost() throws {
    let library = try library()
    let listing = try library.listing()
    let name = library.path + "/000001.segment"
    let bytes = try TemporaryFolder.bytes(at: name)
    // A page in the texts of one regulation, or of two.
    var damaged = bytes
    damaged[8192] ^= 1
    try TemporaryFolder.write(damaged, to: name)
    let repair = try repair(library)
    #expect(repair.damage.map { $0.path } == [name])
    #expect((1...2).contains(repair.lost.count))
    #expect(repair.keptCount == 3 - repair.lost.count)
    #expect(repair.lost.allSatisfy { $0.path == $0.title + ".txt" && $0.name == "2024-01-01" })
    let reader = try library.open()
    #expect(reader.verify().isEmpty)
    #expect(reader.regulationCount == repair.keptCount)
    try ingest(library)
    #expect(try library.listing() == listing)
    #expect(listing.contains { $0.hasSuffix("repealed") })
  }

  @Test(arguments: [.init(), .always] as [CataloguePolicy])
  func restoresEverythingWhateverByteIsDamaged(_ policy: CataloguePolicy) throws {
    let library = try library(policy)
    let files = try library.files()
    let listing = try library.listing()
    var lostCounts: Set<Int> = []
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) where name != "lock" {
      for index in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 12)) {
        try library.restore(files)
        var damaged = bytes
        damaged[index] ^= 0x41
        try TemporaryFolder.write(damaged, to: library.path + "/" + name)
        lostCounts.insert(try repair(library).lost.count)
        #expect(try library.open().verify().isEmpty, "byte \(index) of \(name)")
        try ingest(library)
        #expect(try library.listing() == listing, "byte \(index) of \(name)")
      }
    }
    #expect(lostCounts.isSuperset(of: [0, 1]))
  }

  @Test(arguments: ["manifest", "000001.segment", "000003.catalogue"])
  func restoresAFileThatIsMissing(_ name: String) throws {
    let library = try library(.always)
    let listing = try library.listing()
    unlink(library.path + "/" + name)
    let error = #expect(throws: LibraryError.self) { _ = try library.open() }
    #expect(error?.reason == .fileMissing)
    #expect(error?.help?.hasPrefix("run 'tiaowen ingest --repair PATH'") == true)
    _ = try repair(library)
    try ingest(library)
    #expect(try library.listing() == listing)
  }

  @Test func saysWhenNothingCanBeRepaired() throws {
    let library = try library()
    for name in ["manifest", "manifest.copy"] {
      try TemporaryFolder.write([1], to: library.path + "/" + name)
    }
    let error = #expect(throws: LibraryError.self) { _ = try repair(library) }
    #expect(error?.reason == .beyondRepair)
  }

  // The text is kept once, as that of the file that came first.
  @Test func readsACopyOfWhatIsLostAgain() throws {
    let library = try library()
    let listing = try library.listing()
    try ingest(library, from: "copies/")
    unlink(library.path + "/000001.segment")
    _ = try repair(library)
    try ingest(library, from: "copies/")
    #expect(try library.listing() == listing)
  }

  @Test func changesNothingOfAWholeLibrary() throws {
    let library = try library()
    let files = try library.files()
    let repair = try repair(library)
    #expect(repair.damage.isEmpty)
    #expect(repair.lost.isEmpty)
    #expect(try library.files() == files)
  }

  @Test func makesNoLibraryWhereThereIsNone() throws {
    let library = try TemporaryLibrary()
    let error = #expect(throws: LibraryError.self) { _ = try repair(library) }
    #expect(error?.reason == .missing)
    #expect(TemporaryFolder.names(in: library.folder.path).isEmpty)
  }
}
