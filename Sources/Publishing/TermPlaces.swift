import Comparison
import Regulations

/// Where a page marks the terms that a text defines.
///
/// Once in an article is enough, and no article is told what it says itself. A term
/// means what its definition says only as far as that reaches, and not in a name that
/// stands in 《》 or belongs to another body. What every second article speaks of is the
/// subject of the text: nobody looks that up.
struct TermPlaces {
  /// Of each provision with terms where they stand in its own text.
  private(set) var uses: [(provision: Int, uses: [(range: Range<Int>, term: Int)])] = []

  private let provisions: [Provision]
  private let terms: [DefinedTerms.Term]
  /// Of each provision the article or topmost clause that it is part of.
  private let tops: [Int]

  /// The places of terms in the texts of a revision.
  init(_ revision: Revision, _ terms: DefinedTerms) {
    provisions = revision.provisions
    self.terms = terms.terms
    tops = Self.tops(of: revision.provisions)
    var used = Set<Int>()
    var counts = Array(repeating: 0, count: terms.terms.count)
    var top = -1
    for (index, provision) in provisions.enumerated() where !provision.kind.isDivision {
      if tops[index] != top { (top, used) = (tops[index], []) }
      let all = terms.uses(in: provision.text)
      guard !all.isEmpty else { continue }
      let utf8 = Array(provision.text.utf8)
      let titles = Self.titles(in: utf8)
      let here = all.filter { range, term in
        !used.contains(term) && reaches(term, index)
          && !titles.contains { $0.overlaps(range) }
          && !isOfAnotherBody(term, before: range.lowerBound, in: utf8)
          && used.insert(term).inserted
      }
      for (_, term) in here { counts[term] += 1 }
      if !here.isEmpty { uses.append((index, here)) }
    }
    let most = max(Self.fewestOfSubject, Set(tops).count / 2)
    uses = uses.map { provision, uses in
      (
        provision,
        uses.filter { counts[$0.term] < most || !Self.isShort(terms.terms[$0.term].name) }
      )
    }
  }

  private static let fewestOfSubject = 8

  /// Whether a term is of two characters, as the words are that texts are about.
  private static func isShort(_ name: String) -> Bool { name.unicodeScalars.count <= 2 }

  private static func tops(of provisions: [Provision]) -> [Int] {
    var tops: [Int] = []
    for (index, provision) in provisions.enumerated() {
      if let parent = provision.parent, !provisions[parent].kind.isDivision {
        tops.append(tops[parent])
      } else {
        tops.append(index)
      }
    }
    return tops
  }

  /// Whether a definition says what a term means in a provision, which does not tell it.
  private func reaches(_ term: Int, _ index: Int) -> Bool {
    let definition = terms[term]
    guard tops[definition.provision] != tops[index] else { return false }
    switch definition.reach {
    case .regulation: return true
    case .article: return false
    case .division(let kind):
      return division(of: kind, above: definition.provision) == division(of: kind, above: index)
    }
  }

  private func division(of kind: ProvisionKind, above index: Int) -> Int? {
    var next = provisions[index].parent
    while let parent = next, provisions[parent].kind != kind { next = provisions[parent].parent }
    return next
  }

  /// The names in 《》, in UTF-8.
  private static func titles(in utf8: [UInt8]) -> [Range<Int>] {
    var titles: [Range<Int>] = []
    var start: Int?
    for index in utf8.indices.dropLast(2) where utf8[index] == 0xE3 && utf8[index + 1] == 0x80 {
      // 《 is E3 80 8A, 》 E3 80 8B.
      if utf8[index + 2] == 0x8A, start == nil { start = index }
      if utf8[index + 2] == 0x8B, let first = start {
        titles.append(first..<index)
        start = nil
      }
    }
    return titles
  }

  /// Whether 国务院 before a short name such as 主管部门 makes it that of another body.
  private func isOfAnotherBody(_ term: Int, before start: Int, in utf8: [UInt8]) -> Bool {
    let council = Array("国务院".utf8)
    guard utf8[..<start].suffix(council.count).elementsEqual(council) else { return false }
    return Array(terms[term].definition.utf8).firstRange(of: council) == nil
  }
}
