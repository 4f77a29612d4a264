import ChineseText
import DocumentReaders
import Glibc
import Library
import Regulations
import Splitting
import Testing
import TestingSupport

@testable import Search

@Suite struct VerificationTests {
  @Test(arguments: [11, 12, 13] as [UInt64])
  func scansAsAPlainScanDoes(_ seed: UInt64) throws {
    var texts = RandomTexts(seed: seed)
    let revisions = (0..<6).map { texts.revision(number: $0) }
    let library = try SearchedLibrary(revisions)
    var plain = PlainScan()
    for revision in revisions { plain.add(revision, named: "r1") }
    let queries = (0..<150).map { _ in texts.query() }.filter { $0.isPositive }
      .filter { query in !query.asksForNumbers }
    var scan = TextScan(try LibraryReader(directory: library.path), queries, on: someDay)
    scan.run()
    #expect(scan.unitCount == plain.units.count)
    for (number, query) in queries.enumerated() {
      #expect(
        scan.found(number, allRevisions: true).count == plain.hits(of: query).count,
        "seed \(seed): \(query.reading)")
    }
  }

  @Test(arguments: libraryPropertySeeds)
  func findsWhatAScanFindsWhateverIsAddedAndRemoved(_ seed: UInt64) throws {
    var history = RandomHistory(seed: seed)
    let folder = try TemporaryFolder()
    for step in 0..<10 {
      try history.change(libraryIn: folder.path + "/library")
      let reader = try LibraryReader(directory: folder.path + "/library")
      #expect(reader.verify() == [], "seed \(seed), step \(step)")
      let verification = SearchVerification(reader, on: someDay, samples: 40, seed: seed)
      #expect(try verification.run().differences == [], "seed \(seed), step \(step)")
      let queries = (0..<40).map { _ in history.texts.query() }
        .filter { $0.isPositive && !$0.asksForNumbers }
      #expect(verification.compare(queries).differences == [], "seed \(seed), step \(step)")
    }
  }

  // A phrase that the index knows to stand nowhere was counted by its first pair
  // where not all revisions were searched.
  @Test func findsWhatAScanFindsInLongLists() throws {
    var texts = RandomTexts(seed: 21, alphabet: "甲甲乙乙丙")
    let library = try SearchedLibrary()
    for year in [2020, 2023] {
      var revision = Revision(title: "清单", notation: "chapter|第一章|甲乙")
      revision.metadata.effective = CalendarDate(year: year, month: 1, day: 1)
      for number in 1...700 {
        revision.provisions.append(
          Provision(
            id: ProvisionID("art_\(number)"), kind: .article, label: "第\(number)条",
            number: ProvisionNumber(number), text: texts.text(4...12), parent: 0))
      }
      try library.add([revision], from: "\(year).txt")
    }
    let reader = try LibraryReader(directory: library.path)
    let verification = SearchVerification(reader, on: someDay, samples: 60, seed: 3)
    #expect(try verification.run().differences == [])
    let queries = ["甲乙丙", "丙丙丙", "甲乙丙甲", "丙丁", "丙丙丙丙丙"].compactMap { Query.term($0, in: .text) }
    #expect(verification.compare(queries).differences == [])
  }
}

/// The seeds of the long test; `TIAOWEN_LONG` says how many there are.
private let libraryPropertySeeds: [UInt64] = {
  let count = getenv("TIAOWEN_LONG").flatMap { UInt64(String(cString: $0)) } ?? 3
  return Array(1...max(1, count))
}()

/// Changes a library in the ways in which people do, in any order.
private struct RandomHistory {
  var texts: RandomTexts
  private var random: SeededGenerator
  private var sources: [String: [Revision]] = [:]

  init(seed: UInt64) {
    texts = RandomTexts(seed: seed, alphabet: "甲甲甲乙乙丙，aＡ 1㈠𠮷½。Ａ")
    random = SeededGenerator(seed: seed &+ 77)
  }

  /// One commit of some changes.
  mutating func change(libraryIn path: String) throws {
    let writer = try LibraryWriter(directory: path)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      switch Int.random(in: 0..<8, using: &random) {
      case 0:
        if let source = sources.keys.sorted().randomElement(using: &random) {
          _ = try writer.remove(sourceAt: source)
          sources[source] = nil
        }
      case 1, 2: try decide(in: path, writer)
      default: try add(to: writer)
      }
    }
    try writer.commit()
  }

  /// Adds a new source, or one with a text changed.
  private mutating func add(to writer: LibraryWriter) throws {
    let source = "\(Int.random(in: 0..<12, using: &random)).txt"
    var revisions = sources[source] ?? []
    if revisions.isEmpty || Bool.random(using: &random) {
      revisions.append(texts.revision(number: Int.random(in: 0..<9, using: &random)))
    }
    let index = Int.random(in: 0..<revisions.count, using: &random)
    let provision = Int.random(in: 0..<revisions[index].provisions.count, using: &random)
    revisions[index].provisions[provision].text += texts.text(0...5)
    if Bool.random(using: &random) {
      let year = Int.random(in: 2018...2028, using: &random)
      revisions[index].metadata.effective = CalendarDate(year: year, month: 1, day: 1)
    }
    sources[source] = revisions
    let split = SplitDocument(
      regulations: revisions, rejected: [], diagnostics: [], ledger: Ledger())
    let bytes = (0..<8).map { _ in UInt8.random(in: 0...255, using: &random) }
    try writer.add(
      split, text: SourceText(""), source: SourceFile(path: source, bytes: bytes, format: .text))
  }

  /// Removes or repeals a regulation.
  private mutating func decide(in path: String, _ writer: LibraryWriter) throws {
    guard let reader = try? LibraryReader(directory: path), reader.regulationCount > 0 else {
      return
    }
    let index = Int.random(in: 0..<reader.regulationCount, using: &random)
    let regulation = reader.regulation(at: index, on: someDay)
    if Bool.random(using: &random) {
      let revision = regulation.revisions.randomElement(using: &random)
      _ = try? writer.remove(
        regulation: regulation.id, revision: Bool.random(using: &random) ? revision?.name : nil)
    } else if let day = CalendarDate(year: 2024, month: 5, day: 1) {
      _ = try? writer.repeal(regulation.id, on: day)
    }
  }
}

extension Query {
  /// Whether the query asks for a provision of a number.
  fileprivate var asksForNumbers: Bool {
    switch self {
    case .number: true
    case .term: false
    case .not(let query): query.asksForNumbers
    case .all(let parts), .any(let parts): parts.contains { $0.asksForNumbers }
    }
  }
}
