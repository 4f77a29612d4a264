import Comparison
import Testing
import TestingSupport

/// What holds for the edits between any two texts.
@Suite struct WordingPropertyTests {
  /// Pieces of which texts are made: words, numbers, signs and odd scalars.
  private static let pieces = [
    "员工", "应当", "可以", "不得", "在", "的", "和", "日内", "提出", "报告", "部门", "一", "三十", "二〇二四年", "五月",
    "百分之", "12", "3.5", "%", "元", "万", "VPN", "A4", "-", "，", "。", "；", "、", "（", "）", "《", "》",
    "\n",
    " ", "\r\n", "😀", "👨‍👩‍👧", "e\u{301}", "\u{301}", "\u{200D}", "𠮷", "第", "条",
  ]

  private static func text(of count: Int, using generator: inout SeededGenerator) -> [String] {
    (0..<count).map { _ in pieces[Int.random(in: pieces.indices, using: &generator)] }
  }

  private static func altered(_ text: [String], using generator: inout SeededGenerator) -> [String]
  {
    var text = text
    for _ in 0..<Int.random(in: 0...6, using: &generator) where !text.isEmpty {
      let start = Int.random(in: text.indices, using: &generator)
      let end = min(text.count, start + Int.random(in: 0...4, using: &generator))
      let count = Int.random(in: 0...4, using: &generator)
      text.replaceSubrange(start..<end, with: Self.text(of: count, using: &generator))
    }
    return text
  }

  @Test(arguments: 0..<8)
  func holdForRandomTexts(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for round in 0..<60 {
      let count = Int.random(in: 0...60, using: &generator)
      let old = Self.text(of: count, using: &generator)
      let new =
        round % 4 == 0
        ? Self.text(of: count, using: &generator) : Self.altered(old, using: &generator)
      check(old.joined(), new.joined())
    }
  }

  // Long enough for anchors, and for a corridor that leaves places out.
  @Test(arguments: 0..<4)
  func holdForLongTexts(seed: Int) {
    var generator = SeededGenerator(seed: 100 + UInt64(seed))
    var old = Self.text(of: 900, using: &generator)
    let block = Array(old[100..<300])
    if seed % 2 == 1 { old += block + block }
    var new = old
    for _ in 0..<seed * 8 + 1 { new = Self.altered(new, using: &generator) }
    check(old.joined(), new.joined())
  }

  private func check(_ old: String, _ new: String) {
    let edits = Wording.edits(from: old, to: new)
    let note = Comment(rawValue: "\(old.debugDescription) \(marked(edits).debugDescription)")
    #expect(scalars(of: edits, with: .deleted) == Array(old.unicodeScalars), note)
    #expect(scalars(of: edits, with: .inserted) == Array(new.unicodeScalars), note)
    #expect(!edits.contains { $0.text.unicodeScalars.isEmpty }, note)
    for (left, right) in zip(edits, edits.dropFirst()) {
      #expect(left.kind != right.kind, note)
      #expect(left.kind != .inserted || right.kind == .kept, note)
    }
    for (index, edit) in edits.enumerated() where edit.kind == .kept {
      let isBetween = index > 0 && index + 1 < edits.count
      #expect(!isBetween || edit.text.unicodeScalars.count > 1, note)
    }
    expectWholeAtoms(edits, without: .inserted, note)
    expectWholeAtoms(edits, without: .deleted, note)
  }

  /// Expects that no edit begins or ends within a number or a word.
  private func expectWholeAtoms(_ edits: [Edit], without kind: Edit.Kind, _ note: Comment) {
    let side = edits.filter { $0.kind != kind }
    for (left, right) in zip(side, side.dropFirst()) {
      guard let last = left.text.unicodeScalars.last, let first = right.text.unicodeScalars.first
      else { continue }
      #expect(!(isNumeral(last) && isNumeral(first)), note)
      #expect(!(isWordSign(last) && isWordSign(first)), note)
    }
  }

  private func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    "〇零一二两三四五六七八九十百千万亿".unicodeScalars.contains(scalar)
  }

  private func isWordSign(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || "0"..."9" ~= scalar)
  }
}
