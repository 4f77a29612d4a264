public import Regulations

/// A part of an article by the numbers that a reference gives: 第三十九条第二项.
public struct CitedPart: Hashable, Sendable {
  /// The number of the article.
  public var article: ProvisionNumber
  /// Which 款, from 1 on, or `nil`.
  public var paragraph: Int?
  /// The number of the 项, or `nil`.
  public var item: ProvisionNumber?

  /// A part of the given numbers.
  public init(article: ProvisionNumber, paragraph: Int? = nil, item: ProvisionNumber? = nil) {
    self.article = article
    self.paragraph = paragraph
    self.item = item
  }
}

/// Finds parts of a revision's articles by number.
///
/// The first 款 of an article with several is `art_39__para_1`, though no provision
/// bears the address; the only 款 of an article is the article.
public struct CitedPlaces: Sendable {
  private let provisions: [Provision]
  private var articles: [ProvisionNumber: [Int]] = [:]
  /// The articles in reading order.
  private(set) var order: [Int] = []

  /// The places of a revision's provisions.
  public init(_ provisions: [Provision]) {
    self.provisions = provisions
    for (index, provision) in provisions.enumerated() where provision.kind == .article {
      order.append(index)
      if let number = provision.number { articles[number, default: []].append(index) }
    }
  }

  /// The address of a part, of the article if that has no such 款 or 项, and `nil` if
  /// there is no such article.
  ///
  /// Of several articles of one number it is the first.
  public func id(of part: CitedPart) -> ProvisionID? {
    articles[part.article]?.first.map {
      id(inArticle: $0, paragraph: part.paragraph, item: part.item)
    }
  }

  /// The article of a number; of several, as in annexes with numbers of their own, the
  /// one that is nearest above the given place.
  func article(_ number: ProvisionNumber, near index: Int) -> Int? {
    guard let candidates = articles[number] else { return nil }
    guard candidates.count > 1 else { return candidates.first }
    var above = provisions[index].parent
    while let parent = above {
      if let found = candidates.first(where: { isBelow(parent, $0) }) { return found }
      above = provisions[parent].parent
    }
    return candidates.first
  }

  private func isBelow(_ parent: Int, _ index: Int) -> Bool {
    var above = provisions[index].parent
    while let next = above, next > parent { above = provisions[next].parent }
    return above == parent
  }

  /// The address of a part of an article, or of the article without such a part.
  func id(inArticle index: Int, paragraph: Int?, item: ProvisionNumber?) -> ProvisionID {
    let article = provisions[index].id
    guard paragraph != nil || item != nil else { return article }
    let paragraphs = paragraphs(of: index)
    if let paragraph, !paragraphs.indices.contains(paragraph - 1) { return article }
    guard let item else { return id(of: paragraphs, (paragraph ?? 1) - 1, inArticle: index) }
    let parts = paragraph.map { paragraphs[$0 - 1].dropFirst() } ?? paragraphs.flatMap { $0 }[...]
    let items = parts.filter { provisions[$0].kind == .item && provisions[$0].number == item }
    return items.count == 1 ? provisions[items[0]].id : article
  }

  private func id(
    of paragraphs: [[Int]], _ place: Int, inArticle index: Int
  ) -> ProvisionID {
    let start = paragraphs[place][0]
    return start == index && paragraphs.count > 1
      ? ProvisionID.firstParagraph(of: provisions[index].id) : provisions[start].id
  }

  /// The 款 of an article, each with what is below it: the first is the article's own
  /// text if it has any.
  private func paragraphs(of index: Int) -> [[Int]] {
    var paragraphs = provisions[index].text.isEmpty ? [] : [[index]]
    for below in provisions.indices.dropFirst(index + 1) {
      guard let parent = provisions[below].parent, parent >= index else { break }
      if provisions[below].kind == .paragraph {
        paragraphs.append([below])
      } else if paragraphs.isEmpty {
        paragraphs.append([index, below])
      } else {
        paragraphs[paragraphs.count - 1].append(below)
      }
    }
    return paragraphs.isEmpty ? [[index]] : paragraphs
  }

  /// Which 款 and which 项 of an article a part of it is or stands in; the article's own
  /// text is its first 款.
  func place(of index: Int, inArticle article: Int) -> (paragraph: Int, item: Int?) {
    let paragraphs = paragraphs(of: article)
    let place = paragraphs.firstIndex { $0.contains(index) } ?? 0
    var item: Int?
    for part in paragraphs[place] where part <= index && provisions[part].kind == .item {
      item = part
    }
    return (place + 1, item)
  }

  /// The first of so many 项 before one, of those that stand beside it.
  func item(_ count: Int, before index: Int) -> Int? {
    let items = provisions[..<index].indices.reversed().prefix {
      $0 > provisions[index].parent ?? -1
    }.filter {
      provisions[$0].kind == .item && provisions[$0].parent == provisions[index].parent
    }
    return count <= items.count ? items[count - 1] : nil
  }
}

extension ProvisionID {
  /// The address of the first of several 款 of an article, which is its own text.
  static func firstParagraph(of article: ProvisionID) -> ProvisionID {
    ProvisionID("\(article)__para_1")
  }
}
