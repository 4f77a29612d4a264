import ChineseText
import Regulations

/// The 款, 项 or 目 of a revision, as they are followed from one to the next.
struct ProvisionParts {
  /// How deep a part stands: 0 for 款, 1 for 项, more for 目 and what is below.
  typealias Rank = Int

  private let provisions: [Provision]
  private let compared: [ComparedProvision]
  private let order: LevelOrder
  private let words: PlaceWords

  /// The parts of a revision.
  ///
  /// - Parameters:
  ///   - revision: The revision.
  ///   - compared: Its provisions that are compared as a whole.
  init(of revision: Revision, _ compared: [ComparedProvision]) {
    provisions = revision.provisions
    self.compared = compared
    order = LevelOrder(of: compared)
    words = PlaceWords(compared, order)
  }

  /// How deep a part of a provision stands.
  func rank(ofPart index: Int, in owner: Int) -> Rank {
    let top = compared[owner].index
    var rank = 0
    var next: Int? = index
    while let index = next, index > top {
      if provisions[index].kind != .paragraph { rank += 1 }
      next = provisions[index].parent
    }
    return rank
  }

  /// The parts of one depth of a provision, in reading order.
  func parts(of owner: Int, rank: Rank) -> [ComparedProvision] {
    let paragraphs = paragraphs(of: owner)
    guard rank > 0 else {
      return paragraphs.enumerated().map { place, range in
        // The only 款 of an article is cited as the article.
        let paragraph = paragraphs.count > 1 ? words.paragraph(place + 1) : ""
        return ComparedProvision(
          part: .paragraph, in: range, named: words.name(owner) + paragraph,
          number: ProvisionNumber(place + 1), of: provisions)
      }
    }
    return compared[owner].parts.map(\.index).filter {
      provisions[$0].kind != .paragraph && self.rank(ofPart: $0, in: owner) == rank
    }.map { index in
      ComparedProvision(
        part: provisions[index].kind, in: range(of: index, in: owner),
        named: name(of: index, in: owner, paragraphs), number: provisions[index].number,
        of: provisions)
    }
  }

  /// The 款 of a provision: its own text with the 项 below it, and its children.
  private func paragraphs(of owner: Int) -> [Range<Int>] {
    let provision = compared[owner]
    let indices = provision.parts.map(\.index)
    var starts = indices.filter { provisions[$0].kind == .paragraph }
    if !provision.ownText.isEmpty || starts.first != provision.index + 1 {
      starts.insert(provision.index, at: 0)
    }
    let end = (indices.last ?? provision.index) + 1
    return zip(starts, starts.dropFirst() + [end]).map { $0..<$1 }
  }

  /// A part with what stands below it.
  private func range(of index: Int, in owner: Int) -> Range<Int> {
    let end = (compared[owner].parts.last?.index ?? index) + 1
    let next = (index + 1..<end).first { (provisions[$0].parent ?? -1) < index }
    return index..<(next ?? end)
  }

  // MARK: Names

  /// 第五条第二款第（三）项.
  private func name(of index: Int, in owner: Int, _ paragraphs: [Range<Int>]) -> String {
    var name = words.name(owner)
    if paragraphs.count > 1, let place = paragraphs.firstIndex(where: { $0.contains(index) }) {
      name += words.paragraph(place + 1)
    }
    var path: [Int] = []
    var next: Int? = index
    while let index = next, index > compared[owner].index {
      path.insert(index, at: 0)
      next = provisions[index].parent
    }
    return path.filter { provisions[$0].kind != .paragraph }.reduce(name) { $0 + step(to: $1) }
  }

  /// 第（三）项, from the label that stands in the text.
  private func step(to index: Int) -> String {
    let provision = provisions[index]
    var label = Substring(provision.label ?? provision.number?.description ?? "")
    while let last = label.last, "、．.，,：: ".contains(last) { label.removeLast() }
    if label.hasPrefix("第") { return String(label) }
    return "第\(label)\(provision.kind == .item ? order.sign(of: .item) : "目")"
  }
}
