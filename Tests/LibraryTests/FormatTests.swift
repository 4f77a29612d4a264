import Testing
import TestingSupport

@testable import Library

/// Libraries that another version of the tool wrote.
@Suite struct FormatTests {
  private static let names = ["manifest", "000001.segment", "000002.catalogue"]

  private func library() throws -> TemporaryLibrary {
    let library = try TemporaryLibrary(policy: .always)
    try library.add([Samples.leave], from: "leave.txt")
    return library
  }

  /// The bytes of a file as another version would write them.
  static func bytes(_ bytes: [UInt8], ofFormat format: UInt8) -> [UInt8] {
    var bytes = bytes
    bytes[8] = format
    let isManifest = bytes.starts(with: ManifestFormat.magic)
    let end = isManifest ? bytes.count - 24 : 40 + 16 * Int(bytes[12])
    var fingerprint = ByteWriter()
    fingerprint.append(ContentHash(Array(bytes[..<end])))
    bytes.replaceSubrange(end..<(end + 16), with: fingerprint.bytes)
    return bytes
  }

  private func change(_ name: String, of library: TemporaryLibrary, to format: UInt8) throws {
    let path = library.path + "/" + name
    let bytes = try TemporaryFolder.bytes(at: path)
    try TemporaryFolder.write(Self.bytes(bytes, ofFormat: format), to: path)
  }

  @Test(arguments: names) func tellsANewerFormat(_ name: String) throws {
    let library = try library()
    try change(name, of: library, to: 9)
    let error = #expect(throws: LibraryError.self) { _ = try library.open() }
    #expect(error?.reason == .tooNew(format: 9, newest: 1))
    #expect(
      error?.description == library.path
        + "/\(name): written by a newer tiaowen (format 9, this one reads 1)")
    #expect(
      error?.help
        == "install the newer tool, or ingest the sources into another directory with --index")
  }

  @Test(arguments: names) func tellsAnOlderFormat(_ name: String) throws {
    let library = try library()
    try change(name, of: library, to: 0)
    let error = #expect(throws: LibraryError.self) { _ = try library.open() }
    #expect(error?.reason == .tooOld(format: 0, oldest: 1))
    #expect(error?.help?.hasPrefix("move the directory away and ingest the sources again;") == true)
  }

  // A flipped bit sent people to look for a tool of format 65537.
  @Test(arguments: names) func takesADamagedFormatNumberForDamage(_ name: String) throws {
    let library = try library()
    let path = library.path + "/" + name
    var bytes = try TemporaryFolder.bytes(at: path)
    bytes[10] ^= 1
    try TemporaryFolder.write(bytes, to: path)
    let error = #expect(throws: LibraryError.self) { _ = try library.open() }
    #expect(error?.reason == .damaged(.formatNumber))
    try LibraryWriter(repairing: library.path).commit()
    #expect(try library.open().verify().isEmpty)
  }

  @Test(arguments: names, [0, 9] as [UInt8])
  func changesNothingOfAnotherFormat(_ name: String, _ format: UInt8) throws {
    let library = try library()
    try change(name, of: library, to: format)
    let before = try library.files()
    for isRepairing in [false, true] {
      let error = #expect(throws: LibraryError.self) {
        _ =
          try isRepairing
          ? LibraryWriter(repairing: library.path) : LibraryWriter(directory: library.path)
      }
      #expect(error?.isAboutFormat == true)
    }
    #expect(try library.files() == before)
  }
}
