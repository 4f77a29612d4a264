import Comparison
import Library
import Regulations

/// The texts that a site shows, and which of them cites which.
struct SiteTexts: Sendable {
  /// A citation that leads somewhere.
  struct Link: Hashable, Sendable {
    /// The provision in whose own text it stands.
    var provision: Int
    /// Where it stands, in UTF-8.
    var range: Range<Int>
    /// The regulation to which it leads.
    var regulation: Int
    /// The place there, or `nil` for the whole.
    var id: ProvisionID?
  }

  /// A provision that cites.
  struct Citing: Hashable, Sendable {
    var regulation: Int
    var provision: Int
  }

  /// The shown revisions, in the order of the plan.
  private(set) var revisions: [Revision] = []
  /// The links of each.
  private(set) var links: [[Link]] = []
  /// Of each the places by their IDs.
  private(set) var indices: [[ProvisionID: Int]] = []
  /// Of each who cites its articles, and with an empty ID who cites the whole.
  private(set) var citing: [[ProvisionID: [Citing]]] = []

  private var places: [CitedPlaces] = []
  private var titles: CitedTitles

  /// Reads the shown texts of a plan.
  init(_ plan: SitePlan, in reader: LibraryReader) throws(LibraryError) {
    titles = CitedTitles(plan.regulations)
    for regulation in plan.regulations {
      let revision = try reader.revision(regulation.shown)
      places.append(CitedPlaces(revision.provisions))
      indices.append(
        Dictionary(
          revision.provisions.enumerated().map { ($0.element.id, $0.offset) },
          uniquingKeysWith: { first, _ in first }))
      revisions.append(revision)
    }
    citing = Array(repeating: [:], count: revisions.count)
    for index in revisions.indices {
      let links = Self.links(of: revisions[index], at: index, places, &titles)
      self.links.append(links)
      for link in links { note(link, from: index) }
    }
  }

  /// The links of another revision of the regulation at a place of the plan.
  func links(of revision: Revision, at index: Int) -> [Link] {
    var titles = titles
    return Self.links(of: revision, at: index, places, &titles)
  }

  private static func links(
    of revision: Revision, at index: Int, _ places: [CitedPlaces], _ titles: inout CitedTitles
  ) -> [Link] {
    var links: [Link] = []
    var markedName: String?
    var shortNames = ShortNames()
    for reference in RevisionReferences(of: revision).references {
      var link = Link(
        provision: reference.provision, range: reference.range, regulation: index, id: nil)
      switch reference.target {
      case .own(let id): link.id = id
      case .foreign(let name, let part):
        // 《名称》 is a reference of its own before that to its article.
        if part == nil { markedName = name }
        let isMarked = markedName == name
        guard
          let regulation = titles.regulation(named: name, isMarked: isMarked)
            ?? (isMarked ? nil : shortNames.regulation(atEndOf: name))
        else { continue }
        if part == nil {
          shortNames.note(
            in: Array(revision.provisions[reference.provision].text.utf8),
            at: reference.range.upperBound, for: regulation)
        }
        link.regulation = regulation
        if let part {
          guard let id = Self.id(of: part, in: places[regulation]) else { continue }
          link.id = id
        } else if regulation == index {
          continue
        }
      }
      links.append(link)
    }
    addBareNames(of: revision, at: index, titles.bareNames, to: &links)
    return links
  }

  /// Adds links from names without 《》, where no other reference is.
  private static func addBareNames(
    of revision: Revision, at index: Int, _ names: BareNames, to links: inout [Link]
  ) {
    var marked: [Int: [Range<Int>]] = [:]
    for link in links { marked[link.provision, default: []].append(link.range) }
    var isAdded = false
    for (provision, own) in revision.provisions.enumerated() {
      for (range, regulation) in names.names(in: Array(own.text.utf8))
      where regulation != index && !(marked[provision] ?? []).contains(where: range.overlaps) {
        links.append(Link(provision: provision, range: range, regulation: regulation, id: nil))
        isAdded = true
      }
    }
    guard isAdded else { return }
    links.sort { ($0.provision, $0.range.lowerBound) < ($1.provision, $1.range.lowerBound) }
  }

  /// The place of a part of another regulation.
  ///
  /// Where the article is there and the 款 or 项 is not, another text is meant. 第一款 of
  /// the only one is there.
  private static func id(of part: CitedPart, in places: CitedPlaces) -> ProvisionID? {
    guard let id = places.id(of: part) else { return nil }
    let isWhole = part.item == nil && (part.paragraph ?? 1) == 1
    let article = places.id(of: CitedPart(article: part.article))
    return isWhole || id != article ? id : nil
  }

  private mutating func note(_ link: Link, from index: Int) {
    let article = link.id.map { ProvisionID($0.article) } ?? ProvisionID("")
    let source = self.article(of: link.provision, in: index)
    let place = Citing(regulation: index, provision: source)
    if link.regulation == index, link.id != nil,
      revisions[index].provisions[source].id == article
    {
      return
    }
    if citing[link.regulation][article]?.last != place {
      citing[link.regulation][article, default: []].append(place)
    }
  }

  /// The article or topmost clause that a provision is part of.
  private func article(of provision: Int, in index: Int) -> Int {
    var place = provision
    let all = revisions[index].provisions
    while [.paragraph, .item, .subitem].contains(all[place].kind), let parent = all[place].parent {
      place = parent
    }
    return place
  }

  /// The words of a place in a shown text.
  func words(of id: ProvisionID, in regulation: Int) -> String {
    let indices = indices[regulation]
    let isWhole = indices[id] != nil
    guard let index = indices[id] ?? indices[ProvisionID(id.article)] else { return "" }
    return Self.words(at: index, in: revisions[regulation], isFirstParagraph: !isWhole)
  }

  /// The words of a place in a text.
  static func words(of id: ProvisionID, in revision: Revision) -> String {
    let provisions = revision.provisions
    if let index = provisions.firstIndex(where: { $0.id == id }) {
      return words(at: index, in: revision, isFirstParagraph: false)
    }
    let article = provisions.firstIndex { $0.id.description == id.article }
    return article.map { words(at: $0, in: revision, isFirstParagraph: true) } ?? ""
  }

  /// So many scalars are told of a text to those who do not want to go there.
  private static let mostTold = 120

  /// - Parameter isFirstParagraph: Whether the first 款 is meant, which is the own text
  ///   of its article with the 项 below it.
  private static func words(
    at index: Int, in revision: Revision, isFirstParagraph: Bool
  ) -> String {
    let provisions = revision.provisions
    var words = [provisions[index].label, provisions[index].heading].compactMap(\.self)
      .joined(separator: " ")
    if let article = article(above: index, in: provisions) { words = article + words }
    var next = index
    repeat {
      if next > index, let label = provisions[next].label { words += label }
      words += (next == index ? " " : "") + provisions[next].text
      next += 1
    } while next < provisions.count && words.utf8.count < 4 * mostTold
      && provisions[next].parent.map { $0 >= index } ?? false
      && !(isFirstParagraph && provisions[next].kind == .paragraph)
    let scalars = words.unicodeScalars
    guard scalars.count > mostTold else { return words }
    return String(scalars.prefix(mostTold)) + "…"
  }

  /// The label of the article that a part is in.
  private static func article(above index: Int, in provisions: [Provision]) -> String? {
    var next = provisions[index].parent
    while let parent = next {
      if provisions[parent].kind == .article { return provisions[parent].label }
      next = provisions[parent].parent
    }
    return nil
  }
}

extension ProvisionID {
  /// The ID of the article, or of what else is not below one: what stands before the 款.
  var article: String {
    let text = description
    for part in ["__para_", "__item_", "__subitem_"] {
      if let range = text.firstRange(of: part) { return String(text[..<range.lowerBound]) }
    }
    return text
  }
}
