import ChineseText
import NgramIndex
import SystemPackage
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct MappedFileTests {
  /// Writes `bytes` to a temporary file for the time of `body`.
  private func withFile(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
    let path = "/tmp/tiaowen-mapped-\(UInt64.random(in: 0 ... .max))"
    let file = try FileDescriptor.open(
      FilePath(path), .writeOnly, options: [.create, .exclusiveCreate],
      permissions: .ownerReadWrite)
    try file.closeAfter { _ = try file.writeAll(bytes) }
    defer { unlink(path) }
    try body(path)
  }

  @Test func readsAnIndexWhereItLiesInAFile() throws {
    var builder = IndexBuilder(fieldCount: 1)
    for unit in 0..<1000 { builder.add(FoldedText("甲乙丙丁"), to: 0, of: unit) }
    let index = builder.finish()
    try withFile([1, 2, 3] + index + [4]) { path in
      let file = try MappedFile(path: path)
      #expect(file.bytes.count == index.count + 4)
      let reader = try IndexReader(
        file, offset: 3, byteCount: index.count, verifyingChecksum: true)
      #expect(reader.documentFrequency(of: Gram(0x7532), in: 0) == 1000)
      #expect(throws: IndexError.self) {
        try IndexReader(file, offset: 3, byteCount: index.count + 2, verifyingChecksum: true)
      }
    }
  }

  @Test func mapsAnEmptyFile() throws {
    try withFile([]) { path in
      let file = try MappedFile(path: path)
      #expect(file.bytes.isEmpty)
    }
  }

  @Test func saysWhyAFileCannotBeMapped() {
    #expect(reason(of: "/no/such/file") == .missing)
    #expect(reason(of: "/") == .notAFile)
    #expect(reason(of: "/dev/null") == .notAFile)
  }

  private func reason(of path: String) -> IndexFileError.Reason? {
    do throws(IndexFileError) {
      _ = try MappedFile(path: path)
      return nil
    } catch {
      return error.reason
    }
  }
}
