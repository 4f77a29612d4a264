public import Regulations

/// The references in the own texts of a revision's provisions, for links.
public struct RevisionReferences: Sendable {
  /// A reference, with the 款 and the 项 that it names.
  public struct Reference: Hashable, Sendable {
    /// The index of the provision in whose own text it stands.
    public var provision: Int
    /// Its bytes in that text, on borders of scalars.
    ///
    /// Those of one provision are ascending and do not overlap. Of a reference to
    /// another regulation they begin with the number; the name in 《》 is a reference
    /// of its own.
    public var range: Range<Int>
    /// What is referred to.
    public var target: Target
  }

  /// What is referred to.
  public enum Target: Hashable, Sendable {
    /// A place of the same revision: a provision, or the first of several 款 of an
    /// article, `art_39__para_1`.
    case own(ProvisionID)
    /// Another regulation by its name as it stands in the text, without 《》, or a part
    /// of it.
    ///
    /// A name that no 《》 mark may begin with words that do not belong to it.
    case foreign(name: String, CitedPart?)
  }

  /// The references, by provisions, and in reading order within each.
  public let references: [Reference]

  /// The references of a revision.
  ///
  /// One that points at nothing is none, nor is one that points at where it stands.
  public init(of revision: Revision) {
    var finder = ReferenceFinder(revision)
    for index in revision.provisions.indices { finder.read(index) }
    references = finder.references
  }
}

/// Finds the references of a revision's provisions, one after the other.
private struct ReferenceFinder {
  private let provisions: [Provision]
  private let reading: ReferenceReading
  private let places: CitedPlaces
  private let ranks: [Int: Int]
  /// The article in which the text that is read stands.
  private var article: Int?
  private(set) var references: [RevisionReferences.Reference] = []

  init(_ revision: Revision) {
    provisions = revision.provisions
    reading = ReferenceReading(of: revision)
    places = CitedPlaces(revision.provisions)
    ranks = Dictionary(
      places.order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads the own text of the next provision.
  mutating func read(_ index: Int) {
    var text = provisions[index].text
    let (mayRefer, names) = text.withUTF8 { bytes in
      let signs = ReferenceSigns(bytes)
      return (signs.mayRefer, signs.hasNames ? MarkedNames.ranges(in: bytes) : [])
    }
    guard mayRefer || !names.isEmpty else { return }
    article = articleAround(index)
    let bytes = Array(text.utf8)
    var found = names.map { name in
      let words = bytes[name.lowerBound + 3..<name.upperBound - 3]
      return RevisionReferences.Reference(
        provision: index, range: name,
        target: .foreign(name: String(decoding: words, as: UTF8.self), nil))
    }
    if mayRefer {
      let form = NormalText(bytes)
      var endOfOthers: Int?
      for whole in WholeReference.all(in: form.units, reading) {
        if case .article = whole.base,
          isListed(whole.range.lowerBound, behind: endOfOthers, in: form.units)
            || isOfOther(before: whole.range.lowerBound, in: form.units)
        {
          endOfOthers = whole.range.upperBound
          continue
        }
        let range = form.sourceRange(of: whole.range)
        guard let target = target(of: whole, in: form, found.prefix(names.count), at: index)
        else { continue }
        found.append(.init(provision: index, range: range, target: target))
      }
    }
    found.sort { $0.range.lowerBound < $1.range.lowerBound }
    // What stands in a name begins behind its start.
    var end = 0
    for reference in found where reference.range.lowerBound >= end {
      references.append(reference)
      end = reference.range.upperBound
    }
  }

  private func articleAround(_ index: Int) -> Int? {
    var next: Int? = index
    while let place = next, provisions[place].kind != .article { next = provisions[place].parent }
    return next
  }

  // MARK: Targets

  private func target(
    of whole: WholeReference, in form: NormalText,
    _ names: ArraySlice<RevisionReferences.Reference>, at index: Int
  ) -> RevisionReferences.Target? {
    if case .foreign(let number, let name) = whole.base {
      let part = CitedPart(
        article: number, paragraph: whole.paragraph, item: whole.item.map { ProvisionNumber($0) })
      return self.name(name, in: form, names).map { .foreign(name: $0, part) }
    }
    guard let id = ownTarget(of: whole, at: index), !isHere(id, index) else {
      return nil
    }
    return .own(id)
  }

  /// The name of another regulation.
  private func name(
    _ range: Range<Int>, in form: NormalText, _ names: ArraySlice<RevisionReferences.Reference>
  ) -> String? {
    guard !range.isEmpty else { return nil }
    if range.upperBound < form.units.count, form.units[range.upperBound] == 0x300B {
      let end = form.sourceRange(of: range.upperBound..<range.upperBound + 1).upperBound
      guard let name = names.first(where: { $0.range.upperBound == end }),
        case .foreign(let words, _) = name.target
      else { return form.words(of: range) }
      return words
    }
    return UnmarkedName.start(in: form.units[range]).map {
      form.words(of: $0..<range.upperBound)
    }
  }

  private func ownTarget(of whole: WholeReference, at index: Int) -> ProvisionID? {
    let item = whole.item.map { ProvisionNumber($0) }
    switch whole.base {
    case .article(let number):
      return places.article(number, near: index).map {
        places.id(inArticle: $0, paragraph: whole.paragraph, item: item)
      }
    case .previousArticle(let count):
      guard let article, count > 0 || whole.paragraph != nil || item != nil,
        let target = articleBefore(article, count)
      else { return nil }
      return places.id(inArticle: target, paragraph: whole.paragraph, item: item)
    case .previousParagraph(let count):
      guard let article, count > 0 || item != nil else { return nil }
      let paragraph = places.place(of: index, inArticle: article).paragraph - count
      guard paragraph > 0 else { return nil }
      let id = places.id(inArticle: article, paragraph: paragraph, item: item)
      // 第一项 is said in a 款 without 项 of those of the only 款 that has them.
      return count == 0 && id == provisions[article].id
        ? places.id(inArticle: article, paragraph: nil, item: item) : id
    case .previousItem(let count):
      guard let article, let own = places.place(of: index, inArticle: article).item else {
        return nil
      }
      return places.item(count, before: own).map { provisions[$0].id }
    case .foreign: return nil
    }
  }

  /// The first of so many articles before one, of the same numbering.
  private func articleBefore(_ article: Int, _ count: Int) -> Int? {
    guard let rank = ranks[article], rank >= count else { return nil }
    let target = places.order[rank - count]
    return annex(above: target) == annex(above: article) ? target : nil
  }

  private func annex(above index: Int) -> Int? {
    var above = provisions[index].parent
    while let parent = above, provisions[parent].kind != .annex {
      above = provisions[parent].parent
    }
    return above
  }

  /// Whether a place is where the text of a provision stands.
  private func isHere(_ id: ProvisionID, _ index: Int) -> Bool {
    let own = provisions[index].id
    return id == own
      || provisions[index].kind == .article && id == ProvisionID.firstParagraph(of: own)
  }

  /// Whether the words before an article's number tell that it is none of the
  /// regulation itself: 公约第5条, 合同第5条, 附件1第5条.
  private func isOfOther(before start: Int, in units: [UInt16]) -> Bool {
    var end = start
    while end > 0, 0x30...0x39 ~= units[end - 1] { end -= 1 }
    guard end > 0 else { return false }
    return end < start ? units[end - 1] == Sign.annex : Sign.others.contains(units[end - 1])
  }

  /// Whether an article is listed behind one of others: 公约第5条和第6条.
  private func isListed(_ start: Int, behind end: Int?, in units: [UInt16]) -> Bool {
    guard let end, start - end <= 3 else { return false }
    return !units[end..<start].contains(Sign.this)
  }

  private enum Sign {
    static let this: UInt16 = 0x672C
    static let annex: UInt16 = 0x4EF6
    static let others = Set("约約书書案同件表录錄令号號".utf16)
  }
}

/// Whether a text has the signs with which references begin.
private struct ReferenceSigns {
  /// Whether there is 第, 前 or 本.
  var mayRefer = false
  /// Whether there is 《.
  var hasNames = false

  init(_ text: UnsafeBufferPointer<UInt8>) {
    guard text.count > 2 else { return }
    for index in 0..<text.count - 2 {
      switch (text[index], text[index + 1], text[index + 2]) {
      case (0xE7, 0xAC, 0xAC): mayRefer = true
      case (0xE5, 0x89, 0x8D): mayRefer = true
      case (0xE6, 0x9C, 0xAC): mayRefer = true
      case (0xE3, 0x80, 0x8A): hasNames = true
      default: break
      }
    }
  }
}
