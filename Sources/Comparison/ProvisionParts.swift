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
      return paragraphs.enumerated().map { place, indices in
        // The only 款 of an article is cited as the article.
        let paragraph = paragraphs.count > 1 ? words.paragraph(place + 1) : ""
        return ComparedProvision(
          part: .paragraph, at: indices, named: words.name(owner) + paragraph,
          number: ProvisionNumber(place + 1), of: provisions)
      }
    }
    return compared[owner].parts.map(\.index).filter {
      provisions[$0].kind != .paragraph && self.rank(ofPart: $0, in: owner) == rank
    }.map { index in
      ComparedProvision(
        part: provisions[index].kind, at: [index] + indices(below: index, in: owner),
        named: name(of: index, in: owner, paragraphs), number: provisions[index].number,
        of: provisions)
    }
  }

  /// The 款 of a provision: its own text with the 项 below it, and its children.
  private func paragraphs(of owner: Int) -> [[Int]] {
    let provision = compared[owner]
    var paragraphs: [[Int]] = provision.ownText.isEmpty ? [] : [[provision.index]]
    for part in provision.parts {
      if part.kind == .paragraph {
        paragraphs.append([part.index])
      } else if paragraphs.isEmpty {
        paragraphs.append([provision.index, part.index])
      } else {
        paragraphs[paragraphs.count - 1].append(part.index)
      }
    }
    return paragraphs.isEmpty ? [[provision.index]] : paragraphs
  }

  private func indices(below index: Int, in owner: Int) -> [Int] {
    compared[owner].parts.map(\.index).filter { below in
      var next = provisions[below].parent
      while let above = next, above > index { next = provisions[above].parent }
      return next == index
    }
  }

  // MARK: Names

  /// 第五条第二款第（三）项.
  private func name(of index: Int, in owner: Int, _ paragraphs: [[Int]]) -> String {
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
