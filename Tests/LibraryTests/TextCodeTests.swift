import NgramIndex
import Testing
import TestingSupport

@testable import Library

@Suite struct TextCodeTests {
  /// The text section of one node without provisions, and where its text begins.
  private func coded(_ text: [UInt16]) -> (bytes: [UInt8], start: Int) {
    var counts = [Int](repeating: 0, count: 0x10000)
    for unit in text { counts[Int(unit)] += 1 }
    let coder = TextCoder(counts: counts)
    let header = coder.header
    let bytes = [UInt8](unsafeUninitializedCapacity: coder.byteCount + 3) { bytes, count in
      count = bytes.update(fromContentsOf: header)
      text.withUnsafeBufferPointer { coder.write($0, to: bytes, at: &count) }
    }
    #expect(bytes.count == coder.byteCount)
    return (bytes, header.count)
  }

  private func decoded(_ bytes: [UInt8], from start: Int) -> [UInt16] {
    let section = MappedFile(copying: bytes)
    let codes = UnsafeRawBufferPointer(rebasing: section.bytes[start...])
    return [UInt16](unsafeUninitializedCapacity: codes.count) { units, count in
      count = TextCode(ByteView(section)).decode(codes, into: units)
    }
  }

  @Test func writesTheExampleOfTheFormat() {
    let units = { (text: String) in Array(text.utf16) }
    var bytes: [UInt8] = [2, 0, 4, 0]
    for unit in units("的条第目") { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(decoded(bytes + [2, 0, 2, 1, 0], from: bytes.count) == units("第目的"))
  }

  @Test func givesTheMostFrequentUnitsOneByte() {
    // 255 units have codes of one byte where there are no others.
    let (bytes, start) = coded(Array("的的的条条第".utf16))
    #expect(bytes[start...] == [0, 0, 0, 1, 1, 2])
    #expect(decoded(bytes, from: start) == Array("的的的条条第".utf16))
  }

  @Test(arguments: [1, 200, 255, 256, 300, 5000, 65_279, 65_280, 65_281, 65_536])
  func givesBackATextOfSoManyUnits(_ count: Int) {
    let text = (0..<count).map { UInt16($0) } + (0..<(count / 2)).map { UInt16($0) }
    let (bytes, start) = coded(text)
    #expect(decoded(bytes, from: start) == text)
    if count <= 65_280 { #expect(bytes.count <= start + 2 * text.count) }
  }

  @Test func readsAnyBytesAsSomeText() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0..<40, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      let start = min(4, bytes.count)
      #expect(decoded(bytes, from: start).count <= bytes.count - start)
    }
  }

  /// The text of codes as it is shown.
  private func shown(_ bytes: [UInt8], from start: Int) -> String {
    let section = MappedFile(copying: bytes)
    let codes = UnsafeRawBufferPointer(rebasing: section.bytes[start...])
    let code = TextCode(ByteView(section))
    let table = CodeTable(code)
    return CodeDecoder.withDecoder(of: codes, code, table.words) { decoder in
      decoder.decode(upToUnit: .max)
      return decoder.string(from: 0)
    }
  }

  @Test func showsTextsOfAllPlanes() {
    let text = "第一条 本办法自2024年1月1日起施行。é😀𠮷\n（一）条条"
    let (bytes, start) = coded(Array(text.utf16))
    #expect(shown(bytes, from: start) == text)
  }

  @Test(arguments: [1, 255, 256, 5000, 65_280, 65_536])
  func showsWhatItDecodes(_ count: Int) {
    let text = (0..<count).map { UInt16($0) } + (0..<(count / 3)).map { UInt16($0) }
    let (bytes, start) = coded(text)
    #expect(shown(bytes, from: start) == String(decoding: text, as: UTF16.self))
  }

  @Test func showsAnyBytesAsWellFormedText() {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0..<60, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      let start = min(4, bytes.count)
      let text = shown(bytes, from: start)
      #expect(String(validating: Array(text.utf8), as: UTF8.self) == text)
      let units = decoded(bytes, from: start)
      #expect(text == String(decoding: units, as: UTF16.self))
    }
  }
}
