/// Numbers the items of a list as browsers do.
struct ListCounter {
  private let isOrdered: Bool
  private let style: String
  private let step: Int
  private var next: Int

  init(isOrdered: Bool, _ node: XMLNode) {
    self.isOrdered = isOrdered
    let marks = node.attribute("style") ?? ""
    style = Self.styleType(in: marks) ?? node.attribute("type") ?? "decimal"
    step = node.attribute("reversed") == nil ? 1 : -1
    next = node.attribute("start").flatMap { Int($0) } ?? 1
  }

  /// What is printed before the next item, or `nil`.
  mutating func nextLabel(_ item: XMLNode) -> String? {
    let value = item.attribute("value").flatMap { Int($0) } ?? next
    guard isOrdered else { return nil }
    let (following, isTooLarge) = value.addingReportingOverflow(step)
    if isTooLarge { return nil }
    next = following
    let style = item.attribute("style").flatMap(Self.styleType) ?? self.style
    guard style != "none" else { return nil }
    guard let format = Self.formats[style] else { return "\(value)." }
    return format.text(of: value) + (format.isChinese ? "、" : ".")
  }

  /// Whether a text brings its own number, so that none is printed before it.
  static func isNumbered(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = BlankScan.firstVisible(in: text, from: 0, to: text.count) ?? 0
    let head = String(decoding: text[start...].prefix(24), as: UTF8.self).unicodeScalars
    guard let first = head.first else { return false }
    if "第（([［【①②③④⑤⑥⑦⑧⑨⑩".unicodeScalars.contains(first) { return true }
    let signs = head.drop { "0123456789０１２３４５６７８９一二三四五六七八九十百".unicodeScalars.contains($0) }
    guard signs.count < head.count, let sign = signs.first else { return false }
    return "、.．)）。,，".unicodeScalars.contains(sign)
  }

  private static func styleType(in style: String) -> String? {
    for part in style.split(separator: ";") {
      let pair = part.split(separator: ":", maxSplits: 1)
      guard pair.count == 2 else { continue }
      let name = pair[0].filter { $0 != " " }
      guard name == "list-style-type" || name == "list-style" else { continue }
      return pair[1].split(separator: " ").first.map(String.init)
    }
    return nil
  }

  private static let formats: [String: NumberFormat] = [
    "a": .lowerLetter, "A": .upperLetter, "i": .lowerRoman, "I": .upperRoman,
    "lower-alpha": .lowerLetter, "lower-latin": .lowerLetter, "upper-alpha": .upperLetter,
    "upper-latin": .upperLetter, "lower-roman": .lowerRoman, "upper-roman": .upperRoman,
    "decimal-leading-zero": .decimalZero, "cjk-ideographic": .chineseCountingThousand,
    "trad-chinese-informal": .chineseCountingThousand,
    "simp-chinese-informal": .chineseCountingThousand,
    "simp-chinese-formal": .chineseLegalSimplified, "cjk-decimal": .ideographDigital,
    "cjk-heavenly-stem": .ideographTraditional, "cjk-earthly-branch": .ideographZodiac,
  ]
}
