import ChineseText
import Dispatch
@testable import NgramIndex
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

  /// A file of `bytes`, all of them checked, with their page sums after them.
  private func withCheckedFile(
    _ bytes: [UInt8], damagedAt offset: Int? = nil, _ body: (MappedFile) throws -> Void
  ) throws {
    var pages = PageSums(from: 0)
    pages.append(bytes)
    pages.finish()
    var file = bytes
    for sum in pages.sums { withUnsafeBytes(of: sum.littleEndian) { file += $0 } }
    if let offset { file[offset] ^= 0x10 }
    try withFile(file) { path in
      try body(MappedFile(path: path) { _ in 0..<bytes.count })
    }
  }

  @Test func findsNoDamageInAWholeFile() throws {
    try withCheckedFile([UInt8](repeating: 7, count: 10_000)) { file in
      file.requireAll()
      #expect(file.damage == nil)
    }
  }

  @Test func findsDamageOnlyInWhatIsRequired() throws {
    try withCheckedFile([UInt8](repeating: 7, count: 10_000), damagedAt: 5000) { file in
      file.require(0, 4096)
      file.require(8192, 1808)
      file.require(4000, 0)
      #expect(file.damage == nil)
      file.require(4095, 2)
      #expect(file.damage == 4096..<8192)
    }
  }

  // A page that was found damaged stays damaged, whoever asks next.
  @Test func findsDamageInTheLastPage() throws {
    try withCheckedFile([UInt8](repeating: 7, count: 10_000), damagedAt: 9999) { file in
      file.require(9000, 1)
      file.require(0, 4)
      #expect(file.damage == 8192..<10_000)
    }
  }

  @Test(arguments: [
    (Int.min, 1), (Int.max, 1), (-1, Int.max), (0, Int.max), (Int.max, Int.max), (-5, 3),
    (10_000, 1), (0, -1), (1 << 62, 1 << 62),
  ])
  func takesAnyRangeThatADamagedFileNames(_ offset: Int, _ count: Int) throws {
    try withCheckedFile([UInt8](repeating: 7, count: 10_000)) { file in
      file.require(offset, count)
      #expect(file.damage == nil)
    }
  }

  @Test func comparesPagesInManyThreads() throws {
    try withCheckedFile(
      (0..<400_000).map { UInt8(truncatingIfNeeded: $0 >> 3) }, damagedAt: 300_000
    ) {
      file in
      DispatchQueue.concurrentPerform(iterations: 16) { thread in
        for page in 0..<97 { file.require((page * 31 + thread) % 97 * 4096, 5000) }
      }
      #expect(file.damage == 299_008..<303_104)
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
