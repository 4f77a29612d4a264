package import ChineseText

/// A reference to provisions as readers write it: 《劳动合同法》第三十九条第二款第（二）项.
public struct Citation: Hashable, Sendable, CustomStringConvertible {
  /// The title of the regulation without book marks, or `nil`.
  ///
  /// A year beside it (公司法2018) is part of it.
  public var title: String?
  /// The articles in the order in which they are named; never empty.
  public var articles: [CitedArticles]
  /// Whether the text says 条; 劳动合同法 39 does not.
  public var isExplicit: Bool

  /// The citation that a text is, or `nil` when it is none or more than that.
  ///
  /// Accepts Chinese, ASCII and full-width numbers, 条 without 第, ranges and lists
  /// (第三条至第五条, 39-41条), a title after the number, a number alone after a
  /// title, and a question after the citation (…是怎么规定的).
  public init?(_ text: String) {
    guard CitationReader.mayRead(text) else { return nil }
    guard let citation = CitationReader(text).citation() else { return nil }
    self = citation
  }

  init(title: String?, articles: [CitedArticles], isExplicit: Bool) {
    self.title = title
    self.articles = articles
    self.isExplicit = isExplicit
  }

  /// The number of the first article (条).
  public var article: ProvisionNumber { articles[0].first }

  /// Whether one article is cited, with at most one place in it.
  public var isSingle: Bool {
    articles.count == 1 && articles[0].last == nil && articles[0].places.count <= 1
  }

  /// The citation in its usual form, such as 《劳动合同法》第三十九条第（二）项.
  public var description: String {
    (title.map { "《\($0)》" } ?? "") + articles.map(\.description).joined(separator: "、")
  }

  /// The number that a text gives: 39, 82-1, 三十九, 第八十二条之一.
  public static func number(_ text: String) -> ProvisionNumber? {
    if let citation = Citation(text), citation.title == nil, citation.isSingle,
      citation.articles[0].places.isEmpty
    {
      return citation.article
    }
    if let value = ChineseNumeral.value(of: text) { return ProvisionNumber(value) }
    return ProvisionNumber(text)
  }
}

/// One article of a citation, or some that follow one another.
public struct CitedArticles: Hashable, Sendable, CustomStringConvertible {
  /// A 款, 项 or 目 of an article.
  public struct Place: Hashable, Sendable, CustomStringConvertible {
    /// The number of the 款, or `nil`.
    public var paragraph: Int?
    /// The number of the 项, or `nil`.
    public var item: Int?
    /// The number of the 目, or `nil`.
    public var subitem: Int?

    /// The place in its usual form, such as 第二款第（二）项.
    public var description: String {
      var text = ""
      if let paragraph { text += "第\(ChineseNumeral.spelling(of: paragraph))款" }
      if let item { text += "第（\(ChineseNumeral.spelling(of: item))）项" }
      if let subitem { text += "第\(subitem)目" }
      return text
    }
  }

  /// The number of the article, or of the first of several.
  public var first: ProvisionNumber
  /// The number of the last of several, greater than the first, or `nil`.
  public var last: ProvisionNumber?
  /// What of the article is meant; empty for the whole, and for several.
  public var places: [Place]

  init(_ first: ProvisionNumber, through last: ProvisionNumber? = nil, places: [Place] = []) {
    self.first = first
    self.last = last
    self.places = places
  }

  /// Whether a number is one of those that are named.
  public func holds(_ number: ProvisionNumber) -> Bool {
    last.map { first <= number && number <= $0 } ?? (number == first)
  }

  /// The articles in their usual form, such as 第八十二条之一第二款 or 第三条至第五条.
  public var description: String {
    var text = Self.name(of: first) + (places.first?.description ?? "")
    for place in places.dropFirst() { text += "、\(place)" }
    if let last { text += "至\(Self.name(of: last))" }
    return text
  }

  /// An article in its usual form, such as 第八十二条之一.
  package static func name(of article: ProvisionNumber) -> String {
    "第\(ChineseNumeral.spelling(of: article.last))条"
      + article.insertions.map { "之\(ChineseNumeral.spelling(of: $0))" }.joined()
  }
}

extension ChineseNumeral {
  /// The Chinese form of a number, or its digits where it has none of four places.
  package static func spelling(of number: Int) -> String {
    (0...9999).contains(number) ? string(of: number) : String(number)
  }
}
