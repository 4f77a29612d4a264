@testable import NgramIndex
import Testing
import TestingSupport

@Suite struct PageSumTests {
  private func sum(_ bytes: [UInt8]) -> UInt32 { bytes.withUnsafeBytes { PageSum.of(page: $0) } }

  private func randomPage(_ byteCount: Int, seed: UInt64) -> [UInt8] {
    var random = SeededGenerator(seed: seed)
    return (0..<byteCount).map { _ in UInt8.random(in: 0...255, using: &random) }
  }

  @Test(arguments: [1, 7, 8, 9, 15, 16, 63, 64, 65, 100, 4096])
  func tellsEveryFlippedBit(_ byteCount: Int) {
    for page in [randomPage(byteCount, seed: 3), [UInt8](repeating: 0, count: byteCount)] {
      let whole = sum(page)
      var missed: [Int] = []
      for bit in 0..<(8 * byteCount) {
        var altered = page
        altered[bit / 8] ^= 1 << UInt8(bit % 8)
        if sum(altered) == whole { missed.append(bit) }
      }
      #expect(missed.isEmpty)
    }
  }

  @Test func tellsBytesAndWordsThatChangedPlaces() {
    let page = randomPage(4096, seed: 4)
    let whole = sum(page)
    var missed: [(Int, Int)] = []
    for distance in [1, 2, 8, 16, 32, 64, 2048] {
      for index in 0..<(4096 - distance) where page[index] != page[index + distance] {
        var altered = page
        altered.swapAt(index, index + distance)
        if sum(altered) == whole { missed.append((index, distance)) }
      }
    }
    for distance in [8, 16, 64, 512] {
      for index in stride(from: 0, to: 4096 - distance - 7, by: 8) {
        var altered = page
        for byte in index..<(index + 8) { altered.swapAt(byte, byte + distance) }
        if sum(altered) == whole { missed.append((index, distance)) }
      }
    }
    #expect(missed.isEmpty)
  }

  @Test func tellsLengthsOfZerosApart() {
    let sums = Set((0...4096).map { sum([UInt8](repeating: 0, count: $0)) })
    #expect(sums.count == 4097)
  }

  @Test(arguments: [0, 8, 168, 4096, 5000])
  func sumsPagesOfAFileWhereverItsPiecesEnd(_ start: Int) {
    let bytes = randomPage(20_000, seed: 5)
    var whole = PageSums(from: start)
    whole.append(bytes)
    whole.finish()
    var random = SeededGenerator(seed: 6)
    for _ in 0..<20 {
      var pages = PageSums(from: start)
      var rest = bytes[...]
      while !rest.isEmpty {
        let piece = rest.prefix(Int.random(in: 0...9000, using: &random))
        pages.append(Array(piece))
        rest = rest.dropFirst(piece.count)
      }
      pages.finish()
      #expect(pages.sums == whole.sums)
    }
    #expect(whole.sums.count == PageSum.pageCount(upTo: start + bytes.count))
    let last = (start + bytes.count) / 4096 * 4096
    #expect(whole.sums.last == sum(Array(bytes[(last - start)...])))
  }
}
