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
      + [1, 0, 0, 0, 1, 0, 0, 0, 240, 0, 0, 0, 0, 0, 0, 0]
      + [96, 0, 0, 0, 0, 0, 0, 0]
      + [2, 0, 0, 0, 3, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0]
      + [128, 0, 0, 0, 0, 0, 0, 0, 44, 0, 0, 0, 0, 0, 0, 0]
      + [176, 0, 0, 0, 0, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0]
      + [192, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0]
      + [200, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0]
      + [208, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0]
      + [0x59, 0x4E, 0x32, 0x75, 0, 0, 0, 0]
      + [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
      + [2, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0]
      + [0, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0]
      + [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0]
      + [1, 0x1D, 1, 0xAA, 0, 0, 0, 0]
      + [0x15, 0xA5, 0x03, 0, 0, 0, 0, 0]
      + [2, 0, 3, 0, 0, 0, 0, 0]
      + [0xA3, 0xC5, 0xDC, 0xDC, 0x4E, 0x00, 0xCB, 0xA4]
      + [0x5C, 0xDA, 0x6D, 0xED, 0x08, 0x3C, 0xC5, 0xF8]
      + Array("smarg-wt".utf8)
    #expect(index == expected)
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
