import ChineseText
import Testing
import TestingSupport

@Suite struct FoldedTextTests {
  private func fold(_ text: String) -> String {
    String(decoding: FoldedText(text).units, as: UTF16.self)
  }

  // The expectations were made with Python:
  // unicodedata.normalize("NFKC", re.sub(r"\s", "", text)).lower()
  @Test(arguments: [
    ("㈠ 甲方应当在 ３０ 日内付款……", "(一)甲方应当在30日内付款......"),
    ("第一章　总　则", "第一章总则"),
    ("面积１２０㎡，约ＡＢＣ公司", "面积120m2,约abc公司"),
    ("⼀、本办法⾃发布之⽇起施⾏", "一、本办法自发布之日起施行"),
    ("﹙一﹚﹁引﹂﹔﹕", "(一)「引」;:"),
    ("豈更車賈 \u{2F800}", "豈更車賈丽"),
    ("①②⑩、Ⅷ、㏑ ㋿ ㍻", "1210、viii、ln令和平成"),
    ("㌔㍍ 株㈱", "キロメートル株(株)"),
    ("½杯、№７、℃", "1⁄2杯、no7、°c"),
    ("ＴＨＥ　甲", "the甲"),
    ("𠮷𝐀𝟘🄀甲", "𠮷a00.甲"),
    ("ÄÖÜ甲ΔЖ", "äöü甲δж"),
  ])
  func agreesWithNormalizedLowerCase(_ text: String, _ folded: String) {
    #expect(fold(text) == folded)
  }

  @Test(arguments: [
    ("Open Source 软件 A 类 b", "open source软件a类b"),
    ("a \u{3000}\t b", "a b"), ("ISO 9001", "iso 9001"), ("Ａ　Ｂ", "a b"), ("5 ㎡ 3", "5 m2 3"),
    ("乡\u{200B}村\u{FEFF}振\u{3164}兴\u{AD}法", "乡村振兴法"), ("com\u{AD}pany a\u{200B}b", "company ab"),
    (" a ", "a"), ("a ,b", "a,b"), ("\u{A8}甲", "\u{308}甲"), ("é f", "éf"),
  ])
  func keepsOneBlankBetweenLatinWordsOnly(_ text: String, _ folded: String) {
    #expect(fold(text) == folded)
  }

  @Test(arguments: [
    ("\n\n一\n \n　\n二\n", "一\n二"), ("a \n b", "a\nb"), ("\n", ""), ("", ""), ("a\rb", "a b"),
    ("\u{FEFF}第一条\n", "第一条"), ("a\u{2028}b\u{85}c", "a b c"),
  ])
  func partsParagraphsByOneLineFeed(_ text: String, _ folded: String) {
    #expect(fold(text) == folded)
  }

  @Test func changesNothingWhenFoldedAgain() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = FoldedText("1 \(scalar) x").units
      let twice = FoldedText(String(decoding: once, as: UTF16.self)).units
      if twice != once { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  @Test func foldsEveryBlankToNothing() {
    for value in UInt32(0)...0x10FFFF where Blank.isBlank(value) && value != 0x0A {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(FoldedText("甲\(scalar)乙").units == FoldedText("甲乙").units)
      #expect(scalar.properties.isWhitespace || [0x200B, 0x3164, 0xFEFF].contains(value))
    }
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isWhitespace else { continue }
      #expect(Blank.isBlank(scalar))
    }
  }

  @Test func leadsBackToTheSource() {
    let source = Array("第 ㈠ 条\n\n  ab Cd 𠮷㎡ 。 ".utf8)
    let folded = FoldedText(source, keepingOffsets: true)
    #expect(String(decoding: folded.units, as: UTF16.self) == "第(一)条\nab cd𠮷m2。")
    #expect(folded.sourceOffsets.count == folded.units.count + 1)
    #expect(FoldedText(source).sourceOffsets.isEmpty)
    func text(_ range: Range<Int>) -> String {
      String(decoding: source[folded.sourceRange(of: range, in: source)], as: UTF8.self)
    }
    #expect(text(0..<4) == "第 ㈠")
    #expect(text(0..<1) == "第")
    #expect(text(2..<3) == "㈠")
    #expect(text(6..<11) == "ab Cd")
    #expect(text(11..<13) == "𠮷")
    #expect(text(13..<14) == "㎡")
    #expect(text(0..<folded.units.count) == "第 ㈠ 条\n\n  ab Cd 𠮷㎡ 。")
    #expect(text(3..<3) == "")
    #expect(folded.sourceOffsets.last == UInt32(source.count - 1))
  }

  @Test func readsDamagedUTF8AsReplacements() {
    var random = SeededGenerator(seed: 7)
    let pieces: [[UInt8]] = [
      [0xE4, 0xB8, 0x80], [0xE4, 0xB8], [0x80], [0xF0, 0xA0, 0xAE, 0xB7], [0xF0, 0x9F], [0x41],
      [0xC3, 0xA9], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF],
      [0xE0, 0x80, 0x80],
    ]
    for _ in 0..<2000 {
      let bytes = (0..<8).flatMap { _ in pieces[Int(random.next() % UInt64(pieces.count))] }
      let folded = FoldedText(bytes, keepingOffsets: true)
      #expect(folded.sourceOffsets.count == folded.units.count + 1)
      #expect(folded.sourceOffsets == folded.sourceOffsets.sorted())
    }
    #expect(FoldedText([0xE4, 0xB8] as [UInt8]).units == [0xFFFD, 0xFFFD])
    #expect(FoldedText([0xED, 0xA0, 0x80] as [UInt8]).units == [0xFFFD, 0xFFFD, 0xFFFD])
  }

  @Test func foldsAPartLikeTheWhole() {
    let bytes = Array("甲乙　丙 A b".utf8)
    #expect(FoldedText(bytes[3...]) == FoldedText("乙　丙 A b"))
    #expect(FoldedText(bytes) == FoldedText("甲乙　丙 A b"))
  }
}
