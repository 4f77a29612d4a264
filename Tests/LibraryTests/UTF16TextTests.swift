import NgramIndex
import Testing
import TestingSupport

@testable import Library

@Suite struct UTF16TextTests {
  @Test func agreesWithTheStandardDecoding() {
    var generator = SeededGenerator(seed: 5)
    let units: [UInt16] = [0x41, 0xE9, 0x7532, 0xD842, 0xDFB7, 0xFFFF, 0x0A]
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 0..<12, using: &generator)).map { _ in
        units[Int.random(in: 0..<units.count, using: &generator)]
      }
      let found = text.withUnsafeBufferPointer { String(utf16: $0) }
      #expect(found == String(decoding: text, as: UTF16.self), "\(text)")
    }
  }

  @Test(arguments: ["", "abc", "é§", "第三条", "𠀀𡘾乙", "a第\u{10FFFF}\n"])
  func givesTheUnitsOfAText(_ text: String) {
    var units: [UInt16] = [1]
    units.append(utf16Of: text)
    #expect(units == [1] + Array(text.utf16))
    var growing = GrowingArray<UInt16>()
    growing.append(1)
    #expect(growing.append(utf16Of: text) == text.utf16.count)
    #expect(Array(growing.elements) == units)
  }
}
