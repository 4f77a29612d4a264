import NgramIndex
import Testing
import TestingSupport

@Suite struct ImpactTests {
  /// The ten best impacts of a phrase, ties in the order of the units.
  private struct Page: Equatable {
    var found: [Found] = []

    struct Found: Equatable {
      var unit: UInt32
      var impact: Double
    }

    /// An impact below this cannot enter.
    var threshold: Double { found.count < 10 ? -1 : found[9].impact }

    mutating func offer(_ unit: UInt32, _ impact: Double) {
      found.append(Found(unit: unit, impact: impact))
      found.sort { ($1.impact, $0.unit) < ($0.impact, $1.unit) }
      found = Array(found.prefix(10))
    }
  }

  private static func impact(_ frequency: Int, _ length: Int, average: Double) -> Double {
    Double(frequency) / (0.25 + 0.75 * Double(length) / average)
  }

  private func texts(unitCount: Int, _ random: inout SeededGenerator) -> ScannedTexts {
    var texts = ScannedTexts(
      fieldCount: 1, unitCount: unitCount, alphabet: Array(0x4E00...0x4E06) + [0x0A], &random)
    // Some that are long, some that hold one unit very often.
    for index in stride(from: 0, to: unitCount, by: 17) {
      let count = Int.random(in: 1...900, using: &random)
      texts.fields[0][index].text += (0..<count).map { _ in
        UInt16.random(in: 0x4E00...0x4E06, using: &random)
      }
    }
    return texts
  }

  @Test(arguments: [1, 90, 3000])
  func findsTheBestAsAFullScanDoes(_ unitCount: Int) throws {
    var random = SeededGenerator(seed: UInt64(unitCount))
    let texts = texts(unitCount: unitCount, &random)
    let reader = try IndexReader(texts.index)
    let average = Double(reader.totalLength(of: 0)) / Double(reader.unitCount(of: 0))
    let lengths = reader.lengths(in: 0)
    for phrase: [UInt16] in [[0x4E00], [0x4E03], [0x4E01, 0x4E01], [0x4E02, 0x4E05], [0x5000]] {
      var truth = Page()
      for (unit, frequency) in texts.units(holding: phrase, in: 0) {
        let length = UnitLengths.length(ofCode: lengths[unit])
        truth.offer(UInt32(unit), Self.impact(frequency, length, average: average))
      }
      let blocks = try #require(reader.impacts(of: phrase, in: 0))
      var page = Page()
      blocks.forEachBlock(while: { Double($0) >= page.threshold }) { units, repeats in
        for (unit, repeats) in zip(units, repeats) {
          let length = UnitLengths.length(ofCode: lengths[Int(unit)])
          page.offer(unit, Self.impact(Int(repeats) + 1, length, average: average))
        }
      }
      #expect(page == truth, "\(phrase)")
    }
  }

  @Test func leavesBlocksOutThatCannotMatter() throws {
    var builder = IndexBuilder(fieldCount: 1)
    for unit in 0..<2000 {
      let count = unit == 1500 ? 90 : 1
      builder.add(units: Array(repeating: 0x4E00, count: count), to: 0, of: unit)
    }
    let blocks = try #require(try IndexReader(builder.finish()).impacts(of: [0x4E00], in: 0))
    #expect(blocks.count == 2000)
    #expect(blocks.blockCount == 16)
    var read: [[UInt32]] = []
    blocks.forEachBlock(while: { $0 > 1.2 }) { units, _ in read.append(Array(units)) }
    #expect(read == [Array(1408..<1536)])
  }

  @Test func givesBlocksInTheOrderOfTheirBounds() throws {
    var random = SeededGenerator(seed: 4)
    let texts = texts(unitCount: 4000, &random)
    let blocks = try #require(try IndexReader(texts.index).impacts(of: [0x4E04], in: 0))
    let bounds = (0..<blocks.blockCount).map { blocks.bound(of: $0) }
    var met: [Float] = []
    var units: Set<UInt32> = []
    blocks.forEachBlock(
      while: {
        met.append($0)
        return true
      }, { block, _ in units.formUnion(block) })
    #expect(met == bounds.sorted(by: >))
    #expect(Set(bounds).count > 3)
    #expect(units.count == blocks.count)
  }

  @Test func keepsLengthsWithinAThirtySecond() throws {
    let lengths = Array(1...200) + [700, 1023, 1024, 5001, 65_535, 200_000]
    var builder = IndexBuilder(fieldCount: 2, rankedFields: [1])
    for (unit, length) in lengths.enumerated() {
      builder.add(units: Array(repeating: 0x4E00, count: length), to: 1, of: unit * 2)
    }
    let reader = try IndexReader(builder.finish())
    try reader.verify()
    let codes = reader.lengths(in: 1)
    for (unit, length) in lengths.enumerated() {
      let stored = UnitLengths.length(ofCode: codes[unit * 2])
      #expect(length < 32 ? stored == length : abs(stored - length) * 32 <= length)
      #expect(codes[unit * 2 + 1] == 0)
    }
    #expect(codes[-1] == 0)
    #expect(reader.lengths(in: 0)[0] == 0)
  }
}
