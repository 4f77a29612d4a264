import DocumentReaders
import Testing

@testable import Publishing

struct ZipContainerTests {
  private func packed(_ files: [(String, [UInt8])]) throws -> [UInt8] {
    var container = ZipContainer()
    for (name, bytes) in files { container.add(name, bytes) }
    return try container.packed()
  }

  @Test func packsWhatIsReadBack() throws {
    let large = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* $0 / 7) }
    let files = [("空.txt", []), ("a/b.bin", large), ("c", Array("内容".utf8))]
    let archive = try ZipArchive(packed(files), path: "a.zip", options: ReadOptions())
    for (name, bytes) in files { #expect(try archive.part(name) == bytes, "\(name)") }
  }

  @Test func givesTheSameBytesAtAnyTime() throws {
    let files = [("b", Array("乙".utf8)), ("a", Array("甲".utf8))]
    let container = try packed(files)
    #expect(try packed(files) == container)
    // The time and the day of the first file: 0:00 on 1980-01-01.
    #expect(container[10..<14] == [0, 0, 0x21, 0])
    #expect(container[30] == UInt8(ascii: "b"))
  }

  @Test func saysWhatToDoWithoutTheLibrary() {
    let error = PublishingError(.missingLibrary(name: "libzip", package: "libzip4"))
    #expect(error.description == "this form needs the library libzip, which is not installed")
    #expect(error.help == "install it with 'apt-get install libzip4'")
  }
}
