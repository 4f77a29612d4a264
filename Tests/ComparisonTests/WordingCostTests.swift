import Comparison
import Testing
import TestingSupport

/// That long texts take their time, not its square; the limits are generous, for
/// builds without optimisation.
@Suite struct WordingCostTests {
  private static func text(of count: Int, seed: UInt64) -> [Unicode.Scalar] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).compactMap { _ in
      Unicode.Scalar(0x4E00 + UInt32.random(in: 0..<3000, using: &generator))
    }
  }

  private static func string(_ scalars: [Unicode.Scalar]) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  private func editing(_ old: [Unicode.Scalar], _ new: [Unicode.Scalar]) -> [Edit] {
    let start = ContinuousClock.now
    let edits = Wording.edits(from: Self.string(old), to: Self.string(new))
    #expect(ContinuousClock.now - start < .seconds(30))
    #expect(scalars(of: edits, with: .deleted) == old)
    #expect(scalars(of: edits, with: .inserted) == new)
    return edits
  }

  @Test func replacesLongTextsThatShareNothing() {
    let edits = editing(Self.text(of: 20_000, seed: 1), Self.text(of: 20_000, seed: 2))
    #expect(edits.count == 2)
  }

  @Test func keepsWhatLongTextsShare() {
    let old = Self.text(of: 20_000, seed: 3)
    var new = old
    new.replaceSubrange(5_000..<10_000, with: Self.text(of: 4_000, seed: 4))
    new.removeSubrange(12_000..<17_000)
    let edits = editing(old, new)
    let kept = edits.filter { $0.kind == .kept }.map { $0.text.unicodeScalars.count }
    #expect(kept == [5_000, 3_000, 2_000])
  }

  @Test func findsTheEndsOfRepeatedText() {
    let edits = editing(
      Array(repeating: "甲", count: 20_000), Array(repeating: "甲", count: 15_000))
    #expect(edits.count == 2)
  }
}
