package import ChineseText

/// A reference to a provision as readers write it: 《劳动合同法》第三十九条第二款第（二）项.
public struct Citation: Hashable, Sendable, CustomStringConvertible {
  /// The title of the regulation without book marks, or `nil`.
  public var title: String?
  /// The number of the article (条).
  public var article: ProvisionNumber
  /// The number of the 款, or `nil`.
  public var paragraph: Int?
  /// The number of the 项, or `nil`.
  public var item: Int?
  /// The number of the 目, or `nil`.
  public var subitem: Int?
  /// Whether the text says 条; 劳动合同法 39 does not.
  public var isExplicit: Bool

  /// The citation that a text is, or `nil` when it is none or more than that.
  ///
  /// Accepts Chinese, ASCII and full-width numbers, 条 without 第, a title after
  /// the number, a number alone after a title, and a question after the citation
  /// (…是怎么规定的).
  public init?(_ text: String) {
    guard CitationReader.mayRead(text) else { return nil }
    var reader = CitationReader(text)
    guard let citation = reader.citation() else { return nil }
    self = citation
  }

  init(article: ProvisionNumber, isExplicit: Bool) {
    self.article = article
    self.isExplicit = isExplicit
  }

  /// The citation in its usual form, such as 《劳动合同法》第三十九条第（二）项.
  public var description: String {
    var text = title.map { "《\($0)》" } ?? ""
    text += articleDescription
    if let paragraph { text += "第\(ChineseNumeral.spelling(of: paragraph))款" }
    if let item { text += "第（\(ChineseNumeral.spelling(of: item))）项" }
    if let subitem { text += "第\(subitem)目" }
    return text
  }

  /// The article in its usual form, such as 第八十二条之一.
  package var articleDescription: String {
    "第\(ChineseNumeral.spelling(of: article.last))条"
      + article.insertions.map { "之\(ChineseNumeral.spelling(of: $0))" }.joined()
  }

  /// The number that a text gives: 39, 82-1, 三十九, 第八十二条之一.
  public static func number(_ text: String) -> ProvisionNumber? {
    if let citation = Citation(text), citation.title == nil, citation.paragraph == nil,
      citation.item == nil, citation.subitem == nil
    {
      return citation.article
    }
    if let value = ChineseNumeral.value(of: text) { return ProvisionNumber(value) }
    return ProvisionNumber(text)
  }
}

/// Reads a citation from its scalars.
private struct CitationReader {
  private var scalars: [Unicode.Scalar]
  private var index = 0

  init(_ text: String) {
    scalars = text.unicodeScalars.map { Blank.isBlank($0) ? " " : $0 }
    while scalars.last == " " { scalars.removeLast() }
    while scalars.first == " " { scalars.removeFirst() }
  }

  /// Whether a text says 条 or ends with a number; nothing else is a citation.
  static func mayRead(_ text: String) -> Bool {
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar == "条" || scalar == "條" { return true }
      if !Blank.isBlank(scalar) { last = scalar }
    }
    return isNumeral(last)
  }

  mutating func citation() -> Citation? {
    guard scalars.count <= 200 else { return nil }
    if let found = explicit() { return found }
    return bare()
  }

  /// 《名称》第三十九条…, 名称39条…, 第三十九条 名称.
  private mutating func explicit() -> Citation? {
    guard let (start, number) = articleStart() else { return nil }
    var citation = Citation(article: number, isExplicit: true)
    if index < scalars.count, scalars[index] == "之" {
      index += 1
      guard let insertion = value(until: []) else { return nil }
      citation.article = ProvisionNumber(number.last, insertions: [insertion])
    }
    citation.paragraph = step("款")
    citation.item = step("项") ?? step("項")
    citation.subitem = step("目")
    let before = Self.title(scalars[..<start])
    let after = Self.title(scalars[index...])
    if after.isEmpty || Self.isQuestion(scalars[index...]) {
      citation.title = before.isEmpty ? nil : before
    } else {
      guard before.isEmpty, scalars[index] == " " || scalars[index] == "《" else { return nil }
      citation.title = after
    }
    return citation
  }

  /// The start of the first 第…条 or …条, and its number; stands after 条.
  private mutating func articleStart() -> (Int, ProvisionNumber)? {
    for end in scalars.indices where scalars[end] == "条" || scalars[end] == "條" {
      var start = end
      while start > 0, Self.isNumeral(scalars[start - 1]) { start -= 1 }
      guard let number = Self.number(scalars[start..<end]) else { continue }
      if start > 0, scalars[start - 1] == "第" { start -= 1 }
      index = end + 1
      return (start, number)
    }
    return nil
  }

  /// 名称 39, 名称三十九.
  private func bare() -> Citation? {
    var start = scalars.count
    while start > 0, Self.isNumeral(scalars[start - 1]) { start -= 1 }
    guard start > 0, start < scalars.count, let number = Self.number(scalars[start...]) else {
      return nil
    }
    var citation = Citation(article: number, isExplicit: false)
    let title = Self.title(scalars[..<start])
    guard !title.isEmpty else { return nil }
    citation.title = title
    return citation
  }

  /// The number in 第（二）项, 第2项 or 第二项 when the citation goes on with it.
  private mutating func step(_ sign: Unicode.Scalar) -> Int? {
    let start = index
    skipBlanks()
    guard index < scalars.count, scalars[index] == "第" else {
      index = start
      return nil
    }
    index += 1
    if index < scalars.count, "(（".unicodeScalars.contains(scalars[index]) { index += 1 }
    let number = value(until: [")", "）"])
    guard let number, index < scalars.count, scalars[index] == sign else {
      index = start
      return nil
    }
    index += 1
    return number
  }

  private mutating func value(until closers: [Unicode.Scalar]) -> Int? {
    let start = index
    while index < scalars.count, Self.isNumeral(scalars[index]) { index += 1 }
    let value = ChineseNumeral.value(of: scalars[start..<index])
    if index < scalars.count, closers.contains(scalars[index]) { index += 1 }
    return value
  }

  private mutating func skipBlanks() {
    while index < scalars.count, scalars[index] == " " { index += 1 }
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    ChineseNumeral.isNumeral(scalar) || scalar == "-" || scalar == "－" || scalar == " "
  }

  /// The number of 39, ３９, 三十九 or 5-1.
  private static func number(_ scalars: ArraySlice<Unicode.Scalar>) -> ProvisionNumber? {
    let parts = scalars.filter { $0 != " " }.split(omittingEmptySubsequences: false) {
      $0 == "-" || $0 == "－"
    }
    let values = parts.map { ChineseNumeral.value(of: $0) }
    guard let first = values.first, let value = first, values.allSatisfy({ $0 != nil }) else {
      return nil
    }
    return ProvisionNumber(value, insertions: values.dropFirst().compactMap { $0 })
  }

  private static func title(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    let signs = "《》〈〉「」“”\"的， ,".unicodeScalars
    var rest = scalars
    while let first = rest.first, signs.contains(first) { rest.removeFirst() }
    while let last = rest.last, signs.contains(last) { rest.removeLast() }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: rest)
    return String(view)
  }

  /// Whether what follows a citation only asks for it.
  private static func isQuestion(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    var rest = scalars.filter { $0 != " " && $0 != "？" && $0 != "?" && $0 != "。" }[...]
    let words = ["的", "是", "怎么", "如何", "规定", "了", "什么", "内容", "说", "讲", "写", "原文"]
    while !rest.isEmpty {
      guard let word = words.first(where: { rest.starts(with: $0.unicodeScalars) }) else {
        return false
      }
      rest = rest.dropFirst(word.unicodeScalars.count)
    }
    return true
  }
}

extension ChineseNumeral {
  /// The Chinese form of a number, or its digits where it has none of four places.
  package static func spelling(of number: Int) -> String {
    (0...9999).contains(number) ? string(of: number) : String(number)
  }
}
