import ChineseText
import Regulations

/// A provision that is aligned as a whole, with what it says.
///
/// An article with its 款, 项 and 目 is one, and so is every 编, 章 and 节 with its
/// heading and every clause with its own text; what stands below an article is
/// compared when the article has found its partner.
struct ComparedProvision: Sendable {
  /// Its index in the revision.
  let index: Int
  let kind: ProvisionKind
  let label: String?
  let number: ProvisionNumber?
  let heading: String?
  /// Own text and what is below, in reading order, without label and heading.
  let text: String
  /// Its own text alone.
  let ownText: String
  /// The normal form of heading and text.
  let units: [UInt16]
  /// What stands below it, each with its own text alone, in reading order.
  var parts: [ComparedProvision] = []

  /// Heading and text, a line feed between them.
  var wholeText: String { (heading ?? "") + "\n" + text }

  /// Whether it stands where a provision was deleted: （删除）.
  var isPlaceholder: Bool {
    units.count <= 4 && Self.placeholders.contains(units)
  }

  private static let placeholders: Set<[UInt16]> = [
    Array("(删除)".utf16), Array("(刪除)".utf16), Array("删除".utf16), Array("刪除".utf16),
  ]

  /// The provisions of a revision that are aligned, in reading order.
  static func all(of revision: Revision) -> [ComparedProvision] {
    let provisions = revision.provisions
    let owners = owners(in: provisions)
    var texts = [String](repeating: "", count: provisions.count)
    for (index, provision) in provisions.enumerated() {
      let owner = owners[index]
      if owner != index {
        if !texts[owner].isEmpty { texts[owner] += "\n" }
        texts[owner] += provision.label ?? ""
        texts[owner] += provision.heading ?? ""
        texts[owner] += provision.separator ?? ""
      }
      texts[owner] += provision.text
    }
    var compared: [ComparedProvision] = []
    var places = [Int](repeating: 0, count: provisions.count)
    for (index, provision) in provisions.enumerated() {
      if owners[index] == index {
        places[index] = compared.count
        compared.append(ComparedProvision(provision, at: index, text: texts[index]))
      } else {
        let part = ComparedProvision(provision, at: index, text: provision.text)
        compared[places[owners[index]]].parts.append(part)
      }
    }
    return compared
  }

  private init(_ provision: Provision, at index: Int, text: String) {
    self.index = index
    self.text = text
    ownText = provision.text
    kind = provision.kind
    label = provision.label
    number = provision.number
    heading = provision.heading
    units = NormalForm.units(of: (provision.heading ?? "") + "\n" + text)
  }

  /// Several provisions as one: their texts with line feeds between them.
  init(joining provisions: [ComparedProvision]) {
    index = 0
    text = provisions.map(\.text).joined(separator: "\n")
    ownText = ""
    kind = provisions.first?.kind ?? .article
    label = nil
    number = nil
    heading = nil
    units = NormalForm.units(of: text)
  }

  /// A 款, 项 or 目 that is compared by itself, with what stands below it.
  ///
  /// - Parameters:
  ///   - kind: What it is.
  ///   - indices: Where it and what is below it stand in `provisions`; not empty.
  ///   - name: Where it stands in words, such as 第五条第二款.
  ///   - number: Its number among its like.
  ///   - provisions: Those of the revision.
  init(
    part kind: ProvisionKind, at indices: [Int], named name: String, number: ProvisionNumber?,
    of provisions: [Provision]
  ) {
    let first = provisions[indices[0]]
    index = indices[0]
    self.kind = kind
    label = name
    self.number = number
    heading = first.kind == kind ? first.heading : nil
    ownText = first.text
    text = indices.dropFirst().reduce(into: first.text) { text, index in
      let below = provisions[index]
      if !text.isEmpty { text += "\n" }
      text += (below.label ?? "") + (below.heading ?? "") + (below.separator ?? "") + below.text
    }
    units = NormalForm.units(of: (heading ?? "") + "\n" + text)
  }

  /// A 款 or 项 by the normal form of its text, to be aligned with others.
  init(part units: [UInt16]) {
    index = 0
    text = ""
    ownText = ""
    kind = .paragraph
    label = nil
    number = nil
    heading = nil
    self.units = units
  }

  /// Of each provision the one with which it is compared: itself, or the article,
  /// clause or annex above a 款, 项 or 目.
  private static func owners(in provisions: [Provision]) -> [Int] {
    var owners: [Int] = []
    for (index, provision) in provisions.enumerated() {
      switch provision.kind {
      case .paragraph, .item, .subitem: owners.append(provision.parent.map { owners[$0] } ?? index)
      default: owners.append(index)
      }
    }
    return owners
  }
}
