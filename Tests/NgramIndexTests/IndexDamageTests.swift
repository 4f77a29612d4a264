@testable import NgramIndex
import Testing
import TestingSupport

@Suite struct IndexDamageTests {
  private func smallIndex(unitCount: Int) -> [UInt8] {
    var random = SeededGenerator(seed: 11)
    return ScannedTexts(
      fieldCount: 2, unitCount: unitCount, alphabet: Array(0x4E00...0x4E08), &random
    ).index
  }

  @Test func reportsEveryAlteredByte() throws {
    let index = smallIndex(unitCount: 3)
    for offset in index.indices {
      for flip: UInt8 in [0x01, 0x80, 0xFF] {
        var altered = index
        altered[offset] ^= flip
        #expect(throws: IndexError.self) { try IndexReader(altered) }
      }
    }
  }

  // The bytes of all fields were more than a number holds.
  @Test func reportsMoreFieldsThanThereCanBe() {
    var index = smallIndex(unitCount: 3)
    for offset in [12, 13, 14, 15, 24, 25, 26, 27] { index[offset] = 0xFF }
    #expect(throws: IndexError.self) { try IndexReader(unchecked: index) }
  }

  @Test func reportsEveryCut() throws {
    let index = smallIndex(unitCount: 3)
    for count in index.indices {
      #expect(throws: IndexError.self) { try IndexReader(Array(index[..<count])) }
    }
  }

  /// An index with long lists and trigrams.
  private func indexWithTrigrams() -> [UInt8] {
    var random = SeededGenerator(seed: 13)
    return ScannedTexts(
      fieldCount: 2, unitCount: 500, alphabet: Array(0x4E00...0x4E03), &random
    ).index
  }

  // Without the checksum a damaged index may answer wrongly, but it answers.
  @Test(arguments: [3, 500, nil])
  func survivesAlteredBytes(_ unitCount: Int?) throws {
    let index = unitCount.map { smallIndex(unitCount: $0) } ?? indexWithTrigrams()
    var random = SeededGenerator(seed: 12)
    for round in 0..<(unitCount == 3 ? 1000 : 150) {
      var altered = index
      for _ in 0...(round % 4) {
        altered[Int.random(in: 0..<index.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      guard let reader = try? IndexReader(unchecked: altered) else { continue }
      for field in 0..<min(reader.fieldCount, 2) { walk(reader, field) }
      _ = try? reader.verifyLists()
    }
  }

  private func walk(_ reader: IndexReader, _ field: Int) {
    let phrases: [[UInt16]] = [
      [0x4E00], [0x4E01, 0x4E02], [0x4E01, 0x4E02, 0x4E03], [0x4E03, 0x4E03, 0x4E03],
      [0x4E03, 0x4E02, 0x4E01, 0x4E00], [0x4E03, 0x4E04, 0x4E05, 0x4E06],
    ]
    for phrase in phrases {
      var cursor = reader.candidates(of: phrase, in: field)
      var previous = -1
      while let unit = cursor.next() {
        #expect(unit > previous)
        previous = unit
      }
      var postings = reader.postings(of: Gram(phrase[0]), in: field)
      _ = postings.advance(to: 200)
      _ = postings.frequency
      postings.forEachBlock { _, _ in }
      let blocks = reader.impacts(of: phrase, in: field)
      blocks?.forEachBlock(
        while: { $0 > 0 },
        { units, repeats in
          #expect(units.count == repeats.count)
          for unit in units { _ = reader.lengths(in: field)[Int(unit)] }
        })
    }
  }

  @Test func saysWhatIsWrong() throws {
    let index = smallIndex(unitCount: 3)
    #expect(reason(of: []) == .notAnIndex)
    #expect(
      reason(of: Array("no index at all, but a longer text than any header".utf8)) == .notAnIndex)
    #expect(reason(of: index.dropLast()) == .damaged)
    var newer = index
    newer[8] = 9
    #expect(reason(of: newer) == .newerFormat(version: 9))
  }

  private func reason(of bytes: [UInt8]) -> IndexError.Reason? {
    do throws(IndexError) {
      _ = try IndexReader(bytes)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test func writesTheSameBytesForTheSameTexts() {
    #expect(smallIndex(unitCount: 300) == smallIndex(unitCount: 300))
  }
}
