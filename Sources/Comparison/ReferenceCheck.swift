import ChineseText
import Regulations

/// Finds the references of a new revision that point at nothing, or at something
/// else than the same words did before.
///
/// A reference is compared with the one that stood in its place. One that was
/// adapted is the editor's decision; one whose words stayed must still point at
/// what became of its target.
struct ReferenceCheck {
  /// A reference that was found, by the new provision in which it stands.
  struct Found {
    var provision: Int
    var reference: String
    var now: String?
    var meant: String?
  }

  private let targets: ReferenceTargets
  private let words: PlaceWords
  private var groups: [Int: Group] = [:]
  private(set) var found: [Found] = []

  /// The references of the new revision that are to be checked, in its order.
  static func found(_ targets: ReferenceTargets) -> [Found] {
    guard targets.articles.hasNewArticles else { return [] }
    var check = ReferenceCheck(targets)
    for index in targets.new.indices { check.check(index) }
    return check.found
  }

  init(_ targets: ReferenceTargets) {
    self.targets = targets
    words = PlaceWords(targets.new, targets.newReading.order)
  }

  private var old: [ComparedProvision] { targets.old }
  private var new: [ComparedProvision] { targets.new }
  private var articles: ArticlePairs { targets.articles }

  /// The new articles of some numbers.
  func newArticles(_ numbers: [ProvisionNumber]) -> Set<Int> {
    Set(numbers.compactMap { articles.newArticle($0) })
  }

  // MARK: Provisions

  private mutating func check(_ index: Int) {
    let parts = ArticlePart.all(of: new[index], at: index)
    let references = PlacedReference.all(in: parts, targets.newReading)
    guard !references.isEmpty else { return }
    let before = articles.oldPartners(of: index).flatMap { partner in
      PlacedReference.all(in: ArticlePart.all(of: old[partner], at: partner), targets.oldReading)
    }
    let partners = ReferencePairs.found(before, references) { old, new in
      guard case .article(let number) = old, case .article(let now) = new else {
        return old == new
      }
      return articles.newArticles(ofOld: number).contains { $0 == articles.newArticle(now) }
    }
    let named = Set(references.compactMap { articles.newArticle(namedBy: $0.target) })
    for (reference, partner) in zip(references, partners) {
      check(reference, partner.map { before[$0] }, named)
    }
  }

  private mutating func check(
    _ reference: PlacedReference, _ before: PlacedReference?, _ named: Set<Int>
  ) {
    if case .article(let number) = reference.target {
      check(number, in: reference.place.provision, before?.target == reference.target, named)
    } else if let before, before.target == reference.target {
      switch reference.target {
      case .paragraph(let number, let article):
        checkParagraph(number, of: article, reference, before)
      case .previous(.article, let count): checkPreviousArticles(count, reference, before)
      case .previous(let level, let count): checkPrevious(count, level, reference, before)
      case .thisArticle: checkThisArticle(reference, before)
      case .article, .foreign: break
      }
    }
  }

  // MARK: Articles

  /// Checks a reference to an article.
  ///
  /// - Parameters:
  ///   - number: The number of the article.
  ///   - provision: The provision in which the reference stands.
  ///   - isAsItWas: Whether the reference was written when the old revision was
  ///     there, and not adapted.
  ///   - named: The articles that are named beside it, this one among them.
  mutating func check(
    _ number: ProvisionNumber, in provision: Int, _ isAsItWas: Bool, _ named: Set<Int>
  ) {
    let now = articles.newArticle(number)
    let label = words.label(of: number, now ?? -1)
    guard isAsItWas, articles.oldArticle(number) != nil else {
      if now == nil { append(provision, label, nil, nil) }
      return
    }
    let meant = articles.newArticles(ofOld: number)
    let isRight = meant.count > 1 ? named.isSuperset(of: meant) : meant.first == now
    guard !isRight || meant.isEmpty else { return }
    append(provision, label, now.map(words.name), meant.isEmpty ? nil : words.names(meant))
  }

  /// 前条, 前两条: the articles before must be what the articles before became.
  private mutating func checkPreviousArticles(
    _ count: Int, _ reference: PlacedReference, _ before: PlacedReference
  ) {
    let here = reference.place.provision
    let now = articles.newBefore(here, count)
    let meant = articles.oldBefore(before.place.provision, count)
    guard meant.count == count else { return }
    let successors = meant.map { articles.newPartners(of: $0) }
    let isRight = zip(meant, successors).enumerated().allSatisfy { place, pair in
      let target = place < now.count ? now[place] : nil
      // Both are strangers to the other text: rewritten in its place.
      if pair.1.isEmpty { return target.map { articles.oldPartners(of: $0).isEmpty } ?? false }
      return pair.1 == [target]
    }
    guard !isRight else { return }
    let all = successors.flatMap { $0 }
    append(
      here, words.previous(.article, count), now.isEmpty ? nil : words.names(now.sorted()),
      all.isEmpty ? nil : words.names(all.sorted()))
  }

  /// 本条 of a text that now is in an article with less or more than before.
  private mutating func checkThisArticle(_ reference: PlacedReference, _ before: PlacedReference) {
    let here = reference.place.provision
    let meant = articles.newPartners(of: before.place.provision)
    guard meant != [here] || articles.oldPartners(of: here).count > 1 else { return }
    let name = words.name(here)
    guard meant.count > 1 else { return append(here, words.thisArticle, name, nil) }
    append(here, words.thisArticle, name, words.names(meant))
  }

  // MARK: 款 and 项

  private mutating func checkParagraph(
    _ number: Int, of article: ProvisionNumber?, _ reference: PlacedReference,
    _ before: PlacedReference
  ) {
    if let article {
      return checkParagraph(number, of: article, in: reference.place.provision)
    }
    let here = ArticlePart.Place(
      provision: reference.place.provision, paragraph: number, item: 0)
    let meant = ArticlePart.Place(provision: before.place.provision, paragraph: number, item: 0)
    compare(meant, here, in: here.provision, words.paragraph(number))
  }

  /// Checks a reference to a 款 of an article that was written when the old revision
  /// was there.
  mutating func checkParagraph(
    _ number: Int, of article: ProvisionNumber, in provision: Int
  ) {
    guard let oldArticle = articles.oldArticle(article),
      let newArticle = articles.newArticle(article),
      articles.newPartners(of: oldArticle).contains(newArticle)
    else { return }
    compare(
      ArticlePart.Place(provision: oldArticle, paragraph: number, item: 0),
      ArticlePart.Place(provision: newArticle, paragraph: number, item: 0), in: provision,
      words.label(of: article, newArticle) + words.paragraph(number))
  }

  private mutating func checkPrevious(
    _ count: Int, _ level: TextReference.Level, _ reference: PlacedReference,
    _ before: PlacedReference
  ) {
    for distance in 1...count {
      guard let meant = before.place.before(distance, level) else { return }
      let count = found.count
      compare(
        meant, reference.place.before(distance, level), in: reference.place.provision,
        words.previous(level, distance))
      if found.count > count { return }
    }
  }

  private mutating func compare(
    _ meant: ArticlePart.Place, _ now: ArticlePart.Place?, in provision: Int, _ label: String
  ) {
    let group = group(of: meant.provision)
    guard group.oldPlaces.contains(meant) else { return }
    let here = now.flatMap { group.newPlaces.contains($0) ? $0 : nil }
    guard group.alignment.isOther(meant, here) else { return }
    append(
      provision, label, here.map(words.name),
      group.alignment.successor(of: meant).map(words.name))
  }

  /// The articles that became one another, and which of their parts did.
  private struct Group {
    let oldPlaces: Set<ArticlePart.Place>
    let newPlaces: Set<ArticlePart.Place>
    let alignment: PartAlignment
  }

  private mutating func group(of oldArticle: Int) -> Group {
    if let group = groups[oldArticle] { return group }
    let members = articles.group(ofOld: oldArticle)
    let olds = members.old.flatMap { ArticlePart.all(of: old[$0], at: $0) }
    let news = members.new.flatMap { ArticlePart.all(of: new[$0], at: $0) }
    let group = Group(
      oldPlaces: Set(olds.map(\.place)), newPlaces: Set(news.map(\.place)),
      alignment: PartAlignment(olds, news))
    for member in members.old { groups[member] = group }
    return group
  }

  private mutating func append(
    _ provision: Int, _ reference: String, _ now: String?, _ meant: String?
  ) {
    found.append(Found(provision: provision, reference: reference, now: now, meant: meant))
  }
}
