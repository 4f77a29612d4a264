internal import ChineseText

/// Reads the articles of a citation: 第三条第二款、第五条至第七条, 39-41条.
struct CitedArticlesReader {
  /// An article's number as it stands in a list; the last one of 第三、五条 says 条 for all.
  private struct Part {
    var number: ProvisionNumber
    var saysArticle: Bool
    var places: [CitedArticles.Place]
    /// Whether it ends a range that the part before begins.
    var endsRange: Bool
    /// What follows it.
    var end: Int
  }

  private static let mostPlaces = 100
  private static let rangeSigns = "至到-－—–~～〜".unicodeScalars
  private static let listSigns = "、，,和与及或".unicodeScalars
  /// What makes another word of 条: 三条例 cites nothing.
  private static let notAfter = "例件约線线".unicodeScalars

  private let scalars: [Unicode.Scalar]
  /// What stands after what was read.
  private(set) var index: Int

  init(_ scalars: [Unicode.Scalar], from start: Int) {
    self.scalars = scalars
    index = start
  }

  /// The articles, of which the last one says 条.
  mutating func articles() -> [CitedArticles]? {
    var parts = list()
    while let last = parts.last, !last.saysArticle { parts.removeLast() }
    guard let last = parts.last else { return nil }
    index = last.end
    return Self.articles(parts)
  }

  /// The articles of a list that nowhere says 条.
  mutating func bareArticles() -> [CitedArticles]? {
    let parts = list()
    guard !parts.isEmpty, !parts.contains(where: { $0.saysArticle }) else { return nil }
    return Self.articles(parts)
  }

  private static func articles(_ parts: [Part]) -> [CitedArticles] {
    var articles: [CitedArticles] = []
    for part in parts {
      if part.endsRange, let before = articles.last, before.last == nil, before.places.isEmpty,
        before.first < part.number
      {
        articles[articles.count - 1].last = part.number
      } else {
        articles.append(CitedArticles(part.number, places: part.places))
      }
    }
    return articles
  }

  private mutating func list() -> [Part] {
    guard let first = part(endsRange: false) else { return [] }
    var parts = [first]
    while let last = parts.last {
      index = last.end
      guard let isRange = separator(after: last), let next = part(endsRange: isRange) else {
        index = last.end
        break
      }
      parts.append(next)
    }
    return parts
  }

  /// Reads what parts two of a list: a sign, or a blank between whole articles.
  private mutating func separator(after last: Part) -> Bool? {
    let start = index
    skipBlanks()
    guard index < scalars.count else { return nil }
    let sign = scalars[index]
    if Self.rangeSigns.contains(sign) || Self.listSigns.contains(sign) {
      while index < scalars.count, scalars[index] == sign { index += 1 }
      skipBlanks()
      return Self.rangeSigns.contains(sign)
    }
    return index > start && last.saysArticle && sign == "第" ? false : nil
  }

  private mutating func part(endsRange: Bool) -> Part? {
    let hasOrdinal = skip("第")
    skipBlanks()
    guard let value = value() else { return nil }
    var insertion = inserted() ?? hyphened(after: value)
    let end = index
    skipBlanks()
    let saysArticle = skip("条") || skip("條")
    if !saysArticle { index = end }
    if saysArticle, !hasOrdinal, index < scalars.count, Self.notAfter.contains(scalars[index]) {
      return nil
    }
    if saysArticle, insertion == nil { insertion = inserted() }
    let number = ProvisionNumber(value, insertions: insertion.map { [$0] } ?? [])
    let places = saysArticle ? self.places() : []
    return Part(
      number: number, saysArticle: saysArticle, places: places, endsRange: endsRange, end: index)
  }

  /// The number in 之一.
  private mutating func inserted() -> Int? {
    let start = index
    guard skip("之"), let value = value() else {
      index = start
      return nil
    }
    return value
  }

  /// The 1 of 82-1; 39-41 is a range.
  private mutating func hyphened(after number: Int) -> Int? {
    let start = index
    guard skip("-") || skip("－"), let value = value(), value <= number else {
      index = start
      return nil
    }
    return value
  }

  // MARK: 款, 项 and 目

  /// What of an article is meant: 第二款第（一）、（三）项.
  private mutating func places() -> [CitedArticles.Place] {
    let paragraphs = numbers("款")
    let items = numbers("项", "項", mayLackSign: true)
    let subitems = numbers("目")
    var places = paragraphs.map { CitedArticles.Place(paragraph: $0) }
    if let first = items.first {
      var place = places.popLast() ?? CitedArticles.Place()
      place.item = first
      places.append(place)
      for item in items.dropFirst() {
        place.item = item
        places.append(place)
      }
    }
    if let first = subitems.first, var place = places.popLast() {
      place.subitem = first
      places.append(place)
      for subitem in subitems.dropFirst() {
        place.subitem = subitem
        places.append(place)
      }
    }
    return places
  }

  /// The numbers before a sign: 第二项, 第（二）、（三）项, 第一项至第三项; （二） alone
  /// where the sign may be missing.
  private mutating func numbers(
    _ signs: Unicode.Scalar..., mayLackSign: Bool = false
  ) -> [Int] {
    let start = index
    var numbers: [Int] = []
    var known: (end: Int, count: Int)? = nil
    var isRange = false
    while true {
      skipBlanks()
      _ = skip("第")
      let isOpen = skip("（") || skip("(")
      guard let value = value(), value <= Self.mostPlaces else { break }
      let isClosed = isOpen && (skip("）") || skip(")"))
      let last = isRange ? numbers.last : nil
      if let last, last < value { numbers += last + 1...value } else { numbers.append(value) }
      let hasSign = index < scalars.count && signs.contains(scalars[index])
      if hasSign { index += 1 }
      if hasSign || mayLackSign && isClosed { known = (index, numbers.count) }
      skipBlanks()
      guard index < scalars.count else { break }
      isRange = Self.rangeSigns.contains(scalars[index])
      guard isRange || Self.listSigns.contains(scalars[index]) else { break }
      index += 1
    }
    index = known?.end ?? start
    return Array(numbers.prefix(known?.count ?? 0))
  }

  // MARK: Scalars

  private mutating func value() -> Int? {
    let start = index
    while index < scalars.count, ChineseNumeral.isNumeral(scalars[index]) { index += 1 }
    return start < index ? ChineseNumeral.value(of: scalars[start..<index]) : nil
  }

  private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard index < scalars.count, scalars[index] == scalar else { return false }
    index += 1
    return true
  }

  private mutating func skipBlanks() {
    while index < scalars.count, scalars[index] == " " { index += 1 }
  }
}
