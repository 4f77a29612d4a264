import ChineseText
import Testing

@testable import NgramIndex

@Suite struct IndexFormatTests {
  // The worked example of the format's description.
  @Test func writesTheBytesOfTheFormat() throws {
    var builder = IndexBuilder(fieldCount: 1)
    builder.add(FoldedText("甲乙"), to: 0, of: 0)
    builder.add(FoldedText("甲乙甲"), to: 0, of: 2)
    let index = builder.finish()
    let expected: [UInt8] =
      Array("tw-grams".utf8)
      + [1, 0, 0, 0, 1, 0, 0, 0, 248, 0, 0, 0, 0, 0, 0, 0]
      + [112, 0, 0, 0, 0, 0, 0, 0]
      + [5, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0]
      + [2, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0]
      + [144, 0, 0, 0, 0, 0, 0, 0, 35, 0, 0, 0, 0, 0, 0, 0]
      + [184, 0, 0, 0, 0, 0, 0, 0, 10, 0, 0, 0, 0, 0, 0, 0]
      + [200, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0]
      + [208, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0]
      + [216, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0]
      + [0x59, 0x4E, 0x32, 0x75, 0, 0, 0, 0]
      + [2, 0, 0, 0, 0, 0, 0, 0, 0]
      + [2, 0, 0, 0, 1, 0, 0, 0, 1]
      + [0, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 0, 0]
      + [1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0]
      + [1, 0x1D, 1, 0xAA, 0, 0, 0, 0]
      + [0x15, 0xA5, 0x03, 0, 0, 0, 0, 0]
      + [2, 0, 3, 0, 0, 0, 0, 0]
      + [152, 1, 37, 94, 41, 164, 8, 16, 191, 105, 15, 21, 43, 25, 5, 173]
      + Array("smarg-wt".utf8)
    #expect(index == expected)
  }

  // A later version may say more of each field.
  @Test func readsFieldsWithLongerRows() throws {
    var builder = IndexBuilder(fieldCount: 1)
    builder.add(FoldedText("甲乙"), to: 0, of: 0)
    builder.add(FoldedText("甲乙甲"), to: 0, of: 2)
    var index = builder.finish()
    index.insert(contentsOf: [1, 2, 3, 4, 5, 6, 7, 8], at: 144)
    index[16] = 0
    index[17] = 1
    index[24] += 8
    for section in 0..<5 { index[64 + 16 * section] += 8 }
    for (end, place) in [(152, index.count - 24), (index.count - 16, index.count - 16)] {
      let sum = index[..<end].withUnsafeBytes { Checksum.of($0) }
      withUnsafeBytes(of: sum.littleEndian) { index.replaceSubrange(place..<(place + 8), with: $0) }
    }
    let reader = try IndexReader(index)
    try reader.verify()
    #expect(reader.documentFrequency(of: Gram(0x7532, 0x4E59), in: 0) == 2)
  }

  @Test(arguments: [
    ("", 0xEF46_DB37_51D8_E999 as UInt64), ("a", 0xD24E_C4F1_A98C_6E5B),
    ("abc", 0x44BC_2CF5_AD77_0999),
  ])
  func sumsLikeXXH64(_ text: String, _ sum: UInt64) {
    #expect(Array(text.utf8).withUnsafeBytes { Checksum.of($0) } == sum)
  }

  @Test(arguments: [1, 8, 31, 32, 33, 39, 100])
  func sumsEveryBitOfEveryByte(_ count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37) }
    let sum = bytes.withUnsafeBytes { Checksum.of($0) }
    for index in bytes.indices {
      for bit in 0..<8 {
        var altered = bytes
        altered[index] ^= 1 << UInt8(bit)
        #expect(altered.withUnsafeBytes { Checksum.of($0) } != sum)
      }
    }
  }
}
