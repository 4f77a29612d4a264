/// Tells from the words around 第三条 whether it is a cross-reference.
///
/// Words weigh, they do not decide: an article may begin with 规定, and the
/// numbering of the whole text outvotes one word.
struct ReferenceContext {
  private let scalars: UnsafeBufferPointer<Unicode.Scalar>
  private let range: Range<Int>

  init(_ scalars: UnsafeBufferPointer<Unicode.Scalar>, _ range: Range<Int>) {
    self.scalars = scalars
    self.range = range
  }

  /// How strongly the words around a label speak for a cross-reference.
  func penalty(from start: Int, to end: Int, isArticle: Bool) -> Int {
    max(penaltyAfter(end, isArticle: isArticle), penaltyBefore(start))
  }

  /// How strongly the word before a label speaks for a cross-reference.
  func penaltyBefore(_ start: Int) -> Int {
    guard start > range.lowerBound else { return 0 }
    switch scalars[start - 1] {
    case "“", "「", "『", "《", "〈", "\"": return 24
    case "依", "按", "照", "据", "本", "该", "》", "、", "和", "与", "及", "或", "至", "到", "除", "反", "违",
      "在", "因", "合", "将", "对", "从", "由", "述", "以", "為", "为", "與", "據", "違", "該", "用", "有", "加",
      "，", ",":
      return 12
    default: return 0
    }
  }

  /// How strongly the words after a label speak for a cross-reference.
  func penaltyAfter(_ end: Int, isArticle: Bool) -> Int {
    guard end < range.upperBound else { return 0 }
    switch scalars[end] {
    case "的": return 10
    case "、" where !isArticle && !follows(end + 1, "第"): return 2
    case "、", "，", ",", "；", "。", "）", ")", "》", "”", "」": return follows(end + 1, "第") ? 18 : 10
    case "和", "与", "及", "或", "至", "到", "與":
      return follows(end + 1, "第") ? 18 : 0
    case "第":
      // 第五条第二款 is a citation; 第一章第一条 is a chapter without a heading.
      return isArticle ? 18 : (hasParagraphUnit(end + 1) ? 18 : 0)
    case "规", "規": return follows(end + 1, "定") ? 6 : 0
    case "所":
      return follows(end + 1, "列") || follows(end + 1, "规") || follows(end + 1, "規") ? 10 : 2
    case "之": return 10
    case "中", "内", "以", "除":
      return follows(end + 1, "外") || follows(end + 1, "规") || follows(end + 1, "下") ? 10 : 2
    case "修", "改": return 4
    default: return 0
    }
  }

  private func follows(_ position: Int, _ scalar: Unicode.Scalar) -> Bool {
    position < range.upperBound && scalars[position] == scalar
  }

  private func hasParagraphUnit(_ start: Int) -> Bool {
    for position in start..<min(start + 6, range.upperBound)
    where scalars[position] == "款" || scalars[position] == "项" || scalars[position] == "項" {
      return true
    }
    return false
  }
}
