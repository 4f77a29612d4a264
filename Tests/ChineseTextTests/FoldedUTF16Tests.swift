import ChineseText
import Testing
import TestingSupport

@Suite struct FoldedUTF16Tests {
  @Test func agreesWithTheFoldingOfUTF8() {
    var generator = SeededGenerator(seed: 3)
    let scalars = Array("甲乙，（㈠ａB1 \n\u{3000}…ﬁ㎡𠮷😀é\u{200B}𝐀".unicodeScalars)
    for _ in 0..<2000 {
      var text = ""
      for _ in 0..<Int.random(in: 0..<20, using: &generator) {
        text.unicodeScalars.append(scalars[Int.random(in: 0..<scalars.count, using: &generator)])
      }
      let units = Array(text.utf16)
      let folded = units.withUnsafeBufferPointer { FoldedText(utf16: $0, keepingOffsets: true) }
      let expected = FoldedText(text, keepingOffsets: true)
      #expect(folded.units == expected.units, "\(text)")
      let offsets = expected.sourceOffsets.map { offset in
        UInt32(
          text.utf16.distance(
            from: text.startIndex,
            to: text.utf8.index(text.startIndex, offsetBy: Int(offset))))
      }
      #expect(folded.sourceOffsets == offsets, "\(text)")
    }
  }

  @Test func foldsPlainTextsInOnePass() {
    var generator = SeededGenerator(seed: 4)
    let units = Array("甲乙甲乙，（ａＢB1\n\n\u{3000}㎡…é".utf16) + [0xD842]
    var plainCount = 0
    for _ in 0..<5000 {
      let text = (0..<Int.random(in: 0..<8, using: &generator)).map { _ in
        units[Int.random(in: 0..<units.count, using: &generator)]
      }
      text.withUnsafeBufferPointer { text in
        let isPlain = FoldedText.isPlain(text)
        plainCount += isPlain ? 1 : 0
        FoldedText.fold(text) { folded, isPlainToo in
          #expect(isPlainToo == isPlain, "\(Array(text))")
          #expect(Array(folded) == FoldedText(utf16: text).units, "\(Array(text))")
        }
      }
    }
    #expect(plainCount > 500)
  }

  @Test func readsLoneSurrogatesAsDamage() {
    let units: [UInt16] = [0x7532, 0xD842, 0x4E59, 0xDFB7, 0xD842]
    let folded = units.withUnsafeBufferPointer { FoldedText(utf16: $0) }
    #expect(folded.units == [0x7532, 0xFFFD, 0x4E59, 0xFFFD, 0xFFFD])
  }
}
