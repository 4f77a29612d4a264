internal import ChineseText

/// Reads a citation from its scalars.
struct CitationReader {
  private static let mostScalars = 200
  private let scalars: [Unicode.Scalar]

  init(_ text: String) {
    var scalars = text.unicodeScalars.map { Blank.isBlank($0) ? " " : $0 }
    while let last = scalars.last, " ？?。".unicodeScalars.contains(last) { scalars.removeLast() }
    while scalars.first == " " { scalars.removeFirst() }
    self.scalars = scalars
  }

  /// Whether a text says 条 or ends with a number; nothing else is a citation.
  static func mayRead(_ text: String) -> Bool {
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar == "条" || scalar == "條" { return true }
      if !Blank.isBlank(scalar) { last = scalar }
    }
    return ChineseNumeral.isNumeral(last)
  }

  /// The citation that the text is.
  func citation() -> Citation? {
    guard scalars.count <= Self.mostScalars else { return nil }
    // A title may hold what looks like a citation: 收支两条线规定第三条.
    for start in scalars.indices where mayStart(start) {
      if let citation = explicit(from: start) { return citation }
    }
    for start in scalars.indices where mayStart(start) {
      if let citation = bare(from: start) { return citation }
    }
    return nil
  }

  private func mayStart(_ index: Int) -> Bool {
    if scalars[index] == "第" { return true }
    guard ChineseNumeral.isNumeral(scalars[index]) else { return false }
    return index == 0
      || scalars[index - 1] != "第" && !ChineseNumeral.isNumeral(scalars[index - 1])
  }

  /// 《名称》第三十九条…, 名称39条…, 第三十九条 名称.
  private func explicit(from start: Int) -> Citation? {
    var reader = CitedArticlesReader(scalars, from: start)
    guard let articles = reader.articles() else { return nil }
    let before = Self.title(scalars[..<start])
    let after = Self.title(scalars[reader.index...])
    if after.isEmpty || Self.isQuestion(scalars[reader.index...]) {
      return Citation(
        title: before.isEmpty ? nil : before, articles: articles, isExplicit: true)
    }
    let border = scalars[reader.index]
    guard before.isEmpty, border == " " || border == "《" else { return nil }
    return Citation(title: after, articles: articles, isExplicit: true)
  }

  /// 名称 39, 名称三十九, 名称39-41.
  private func bare(from start: Int) -> Citation? {
    var reader = CitedArticlesReader(scalars, from: start)
    guard let articles = reader.bareArticles(), reader.index == scalars.count else { return nil }
    let title = Self.title(scalars[..<start])
    guard !title.isEmpty, !Self.isYear(articles[0].first) else { return nil }
    return Citation(title: title, articles: articles, isExplicit: false)
  }

  /// Whether a number after a title is the year of a revision: 公司法2018.
  private static func isYear(_ number: ProvisionNumber) -> Bool {
    (1949...2099).contains(number.last) && number.insertions.isEmpty
  }

  private static let lead = ["请问", "查一下", "查询", "查看", "根据", "依据", "依照", "按照"]

  /// A title without signs around it and words that only lead to it.
  private static func title(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    let signs = "《》〈〉「」“”\"的：:， ,".unicodeScalars
    var rest = scalars
    while let last = rest.last, signs.contains(last) { rest.removeLast() }
    while let first = rest.first, signs.contains(first) { rest.removeFirst() }
    if let word = lead.first(where: { rest.starts(with: $0.unicodeScalars) }) {
      rest = rest.dropFirst(word.unicodeScalars.count)
      while let first = rest.first, signs.contains(first) { rest.removeFirst() }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: rest)
    return String(view)
  }

  private static let questionWords = [
    "的", "是", "怎么", "怎样", "如何", "规定", "了", "什么", "内容", "说", "讲", "写", "原文", "全文", "具体", "有",
    "哪些", "意思", "里", "中", "呢", "吗", "条文",
  ]

  /// Whether what follows a citation only asks for it.
  private static func isQuestion(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    var rest = scalars.filter { !" ？?。，,".unicodeScalars.contains($0) }[...]
    while !rest.isEmpty {
      guard let word = questionWords.first(where: { rest.starts(with: $0.unicodeScalars) }) else {
        return false
      }
      rest = rest.dropFirst(word.unicodeScalars.count)
    }
    return true
  }
}
