import ChineseText
import Library
import Regulations
import Testing
import TestingSupport

@testable import Search

@Suite struct ExactnessTests {
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func findsWhatAPlainScanFinds(_ seed: UInt64) throws {
    var texts = RandomTexts(seed: seed)
    let library = try SearchedLibrary()
    var scan = PlainScan()
    for source in 0..<4 {
      let regulations = (0..<5).map { texts.revision(number: source * 5 + $0) }
      try library.add(regulations, from: "\(source).txt")
      for revision in regulations { scan.add(revision, named: "r1") }
    }
    let reader = try LibraryReader(directory: library.path)
    let searcher = Searcher(
      reader, .init(on: someDay, limit: 10_000, allRevisions: true, match: .exact))
    for _ in 0..<300 {
      let query = texts.query()
      guard query.isPositive else { continue }
      let result = searcher.exact(query, "")
      let expected = scan.hits(of: query)
      let found = result.hits.map { "\($0.regulation) \($0.revision) \($0.id)" }
      #expect(result.total == expected.count, "seed \(seed): \(query.reading)")
      #expect(expected.symmetricDifference(found).isEmpty, "seed \(seed): \(query.reading)")
      #expect(found.count == expected.count, "seed \(seed): \(query.reading)")
    }
  }

  @Test func marksWhatWasLookedFor() throws {
    var texts = RandomTexts(seed: 9)
    let library = try SearchedLibrary((0..<20).map { texts.revision(number: $0) })
    let searcher = Searcher(
      try LibraryReader(directory: library.path), .init(on: someDay, limit: 10_000))
    for _ in 0..<200 {
      guard case .term(let term)? = Query.term(texts.text(1...4), in: .text) else { continue }
      for hit in searcher.exact(.term(term), "").hits {
        #expect(!hit.marked.isEmpty)
        for marked in hit.marked { #expect(FoldedText(marked).units == term.units) }
      }
    }
  }

  // Each place was counted from the start of its text once more, which took minutes
  // in a damaged library.
  @Test func marksManyPlacesOfALongTextInOneGo() throws {
    let count = 20_000
    var revision = Revision(title: "办法")
    var article = Provision(id: ProvisionID("art_1"), kind: .article, parent: nil)
    article.label = "第一条"
    article.text = String(repeating: "甲𠮷", count: count)
    revision.provisions = [article]
    let hit = try #require(try SearchedLibrary([revision]).search("甲").hits.first)
    #expect(hit.matches.count == count)
    #expect(hit.matches.last?.start == 2 * count - 2)
    #expect(hit.matches.last?.end == 2 * count - 1)
  }

  @Test func answersTheSameWhenPrepared() throws {
    var texts = RandomTexts(seed: 10)
    let library = try SearchedLibrary()
    for source in 0..<3 {
      let revisions = (0..<5).map { texts.revision(number: source * 5 + $0) }
      try library.add(revisions, from: "\(source).txt")
    }
    let reader = try LibraryReader(directory: library.path)
    let options = SearchOptions(on: someDay, limit: 20, context: 1)
    let prepared = Searcher(reader, options, forMany: true)
    for _ in 0..<50 {
      let query = texts.query()
      guard query.isPositive else { continue }
      #expect(prepared.exact(query, "") == Searcher(reader, options).exact(query, ""))
    }
  }
}

/// Texts over a small alphabet, so that chance makes matches.
struct RandomTexts {
  private var generator: SeededGenerator
  private let alphabet: [Unicode.Scalar]

  init(seed: UInt64, alphabet: String = "甲甲甲乙乙丙，aＡ 1𠮷") {
    generator = SeededGenerator(seed: seed)
    self.alphabet = Array(alphabet.unicodeScalars)
  }

  mutating func text(_ counts: ClosedRange<Int>) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: counts, using: &generator) {
      text.append(alphabet[Int.random(in: 0..<alphabet.count, using: &generator)])
    }
    return String(text)
  }

  mutating func revision(number: Int) -> Revision {
    var revision = Revision(title: "\(text(1...4))\(number)号")
    var article = 0
    for chapter in 1...3 {
      revision.provisions.append(
        Provision(
          id: ProvisionID("chp_\(chapter)"), kind: .chapter, label: "第\(chapter)章",
          heading: text(0...4)))
      let parent = revision.provisions.count - 1
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        article += 1
        appendArticle(article, below: parent, to: &revision)
      }
    }
    return revision
  }

  private mutating func appendArticle(_ number: Int, below parent: Int, to revision: inout Revision)
  {
    revision.provisions.append(
      Provision(
        id: ProvisionID("art_\(number)"), kind: .article, label: "第\(number)条",
        number: ProvisionNumber(number),
        heading: Bool.random(using: &generator) ? text(1...3) : nil,
        text: text(0...8) + (Bool.random(using: &generator) ? "\n" + text(0...5) : ""),
        parent: parent))
    let article = revision.provisions.count - 1
    for item in 0..<Int.random(in: 0...2, using: &generator) {
      revision.provisions.append(
        Provision(
          id: ProvisionID("art_\(number)__item_\(item + 1)"), kind: .item, label: "(\(item + 1))",
          text: text(0...6), parent: article))
    }
  }

  mutating func query() -> Query {
    query(depth: 0)
  }

  private mutating func query(depth: Int) -> Query {
    let scopes: [Term.Scope] = [.anywhere, .anywhere, .anywhere, .text, .text, .heading, .title]
    switch Int.random(in: 0..<(depth < 3 ? 10 : 6), using: &generator) {
    case 6: return .all((0..<2).map { _ in query(depth: depth + 1) })
    case 7: return .any((0..<2).map { _ in query(depth: depth + 1) })
    case 8: return .all([query(depth: depth + 1), .not(query(depth: depth + 1))])
    case 9: return .number(ProvisionNumber(Int.random(in: 1...9, using: &generator)))
    default:
      let scope = scopes[Int.random(in: 0..<scopes.count, using: &generator)]
      return Query.term(text(1...4), in: scope) ?? query(depth: depth + 1)
    }
  }
}
