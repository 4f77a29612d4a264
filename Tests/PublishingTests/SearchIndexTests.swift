import NgramIndex
import TestingSupport
import Testing

@testable import Publishing

/// The pieces of which the index of a site is made.
@Suite struct SearchIndexTests {
  private func text(_ count: Int, of alphabet: String, seed: UInt64) -> [UInt16] {
    var generator = SeededGenerator(seed: seed)
    let units = Array(alphabet.utf16)
    return (0..<count).map { _ in units[Int.random(in: units.indices, using: &generator)] }
  }

  // MARK: Codes

  @Test func givesFrequentSymbolsShortCodes() {
    let code = PrefixCode([50, 0, 20, 20, 5, 4, 1])
    #expect(code.widths == [1, 0, 3, 2, 4, 5, 5])
    #expect(PrefixCode([0, 7, 0]).widths == [0, 1, 0])
    #expect(PrefixCode([0, 0]).widths == [0, 0])
  }

  @Test func limitsTheWidthOfCodes() {
    // Fibonacci's numbers make the deepest tree.
    var counts = [1, 1]
    while counts.count < 40 { counts.append(counts[counts.count - 1] + counts[counts.count - 2]) }
    let code = PrefixCode(counts)
    #expect(code.widths.allSatisfy { 1...PrefixCode.greatestWidth ~= Int($0) })
    // Every run of bits is the beginning of a symbol (Kraft).
    let sum = code.widths.reduce(0) { $0 + 1 << (PrefixCode.greatestWidth - Int($1)) }
    #expect(sum <= 1 << PrefixCode.greatestWidth)
  }

  @Test func writesSignsThatAScriptMayHold() {
    var bits = PrintableBits()
    for number in [0, 1, 2, 5, 1000, 70_000, 8191] {
      bits.write(number: number)
      bits.write(number, 17)
    }
    let signs = bits.finish()
    #expect(signs.count.isMultiple(of: 2))
    #expect(signs.allSatisfy { 0x21...0x7E ~= $0 && ![0x22, 0x3C, 0x5C].contains($0) })
  }

  // MARK: Texts

  private func written(_ steps: [RepeatedText.Step]) -> [UInt16] {
    var text: [UInt16] = []
    for step in steps {
      if step.distance == 0 {
        text.append(UInt16(step.value))
      } else {
        for _ in 0..<step.value { text.append(text[text.count - Int(step.distance)]) }
      }
    }
    return text
  }

  @Test(arguments: ["甲", "甲乙", "甲乙丙丁戊己庚辛", "条款项目第一二三四五六七八九十的应当由"])
  func repeatsWhatStoodBefore(_ alphabet: String) {
    for (seed, count) in [0, 1, 2, 3, 50, 5000].enumerated() {
      let text = text(count, of: alphabet, seed: UInt64(seed))
      #expect(written(RepeatedText.steps(of: text)) == text)
    }
    let long = [UInt16](repeating: 0x7532, count: 100_000)
    #expect(written(RepeatedText.steps(of: long)) == long)
  }

  // A single annex may be longer than distances have codes for.
  @Test func doesNotReachTooFarBack() {
    let filler = (0..<600_000).map { UInt16(0x4E00 + $0 % 20_000) }
    let run = Array("甲乙丙丁戊己庚辛".utf16).map { $0 | 0x8000 }
    let text = run + filler + run
    let steps = RepeatedText.steps(of: text)
    #expect(written(steps) == text)
    #expect(steps.allSatisfy { Int($0.distance).bitLength < 20 })
    var bits = TextBits()
    bits.add(text)
    let codes = bits.codes(Alphabet { bits.holds($0) })
    #expect(!bits.bits(ofText: 0, codes).isEmpty)
  }

  // MARK: Places

  @Test func findsEveryPlaceOfEveryGram() {
    let text = text(3000, of: "甲乙丙丁\n戊", seed: 9)
    let alphabet = Alphabet { text.contains($0) && $0 != 0x0A }
    var wanted: [String: [UInt32]] = [:]
    for (place, unit) in text.enumerated() where unit != 0x0A {
      wanted["\(alphabet.rank(of: unit))", default: []].append(UInt32(place))
      guard place + 1 < text.count, text[place + 1] != 0x0A else { continue }
      let key = "\(alphabet.rank(of: unit)) \(alphabet.rank(of: text[place + 1]))"
      wanted[key, default: []].append(UInt32(place))
    }
    var found: [String: [UInt32]] = [:]
    var order: [[Int]] = []
    text.withUnsafeBufferPointer { units in
      GramPlaces(units, alphabet).forEach { first, second, places in
        order.append([first, second ?? -1])
        found[second.map { "\(first) \($0)" } ?? "\(first)"] = places.indices.map { places[$0] }
      }
    }
    #expect(found == wanted)
    #expect(order == order.sorted { $0.lexicographicallyPrecedes($1) })
  }
}
