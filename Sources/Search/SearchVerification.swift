public import ChineseText
public import Library
internal import Regulations

/// Compares what the index finds with what a plain scan of the stored texts finds.
///
/// Queries are drawn from the library's own texts, of every length, and some of
/// them altered so that they hardly occur. The scan reads every stored text once
/// for all of them; it knows nothing of the index.
public struct SearchVerification: Sendable {
  /// A query that was answered in two ways.
  public struct Difference: Hashable, Sendable {
    /// The query, as it was understood.
    public var query: String
    /// Whether all revisions were searched, or only those in force.
    public var allRevisions: Bool
    /// How many units hold the query.
    public var expected: Int
    /// How many units the index found.
    public var found: Int
    /// Some of the units that were not found: title, revision and ID.
    public var missing: [String]
    /// Some of the units that were found and do not hold the query.
    public var superfluous: [String]
  }

  /// What was compared.
  public struct Report: Hashable, Sendable {
    /// The number of queries.
    public var queryCount: Int
    /// The number of units that were scanned.
    public var unitCount: Int
    /// What differs.
    public var differences: [Difference]
  }

  private let library: LibraryReader
  private let day: CalendarDate
  private let sampleCount: Int
  private let seed: UInt64

  /// A comparison over a library.
  ///
  /// - Parameters:
  ///   - library: The library.
  ///   - day: The day whose texts in force are searched.
  ///   - samples: How many queries to draw.
  ///   - seed: What the draw depends on; one seed draws the same queries.
  public init(_ library: LibraryReader, on day: CalendarDate, samples: Int, seed: UInt64) {
    self.library = library
    self.day = day
    sampleCount = max(0, samples)
    self.seed = seed
  }

  /// Draws queries and compares the answers.
  public func run() throws(LibraryError) -> Report {
    var draw = QueryDraw(library, seed: seed)
    var queries: [Query] = []
    for number in 0..<sampleCount {
      if let query = draw.query(number) { queries.append(query) }
    }
    let report = compare(queries)
    try library.checkDamage()
    return report
  }

  /// Compares the answers to queries that a caller chose.
  func compare(_ queries: [Query]) -> Report {
    var scan = TextScan(library, queries, on: day)
    scan.run()
    var differing: [(query: Query, allRevisions: Bool)] = []
    for allRevisions in [true, false] {
      let searched = SearchedUnits(library, on: day, allRevisions: allRevisions)
      for (number, query) in queries.enumerated() {
        let expected = scan.found(number, allRevisions: allRevisions)
        if !searched.isAnswer(to: query, expected) { differing.append((query, allRevisions)) }
      }
    }
    return Report(
      queryCount: queries.count, unitCount: scan.unitCount, differences: differences(differing))
  }

  /// Scans once more, for the queries that differ, and says which units do.
  private func differences(_ differing: [(query: Query, allRevisions: Bool)]) -> [Difference] {
    guard !differing.isEmpty else { return [] }
    var scan = TextScan(library, differing.map(\.query), on: day, keepingUnits: true)
    scan.run()
    return differing.enumerated().map { number, asked in
      let searched = SearchedUnits(library, on: day, allRevisions: asked.allRevisions)
      let expected = scan.found(number, allRevisions: asked.allRevisions)
      let (total, units) = searched.units(of: asked.query)
      let found = Set(units.map { UnitPlace(segment: $0.segment, node: $0.node) })
      return Difference(
        query: asked.query.reading, allRevisions: asked.allRevisions, expected: expected.count,
        found: total, missing: words(for: expected.units.subtracting(found)),
        superfluous: words(for: found.subtracting(expected.units)))
    }
  }

  private func words(for units: Set<UnitPlace>) -> [String] {
    units.sorted { ($0.segment, $0.node) < ($1.segment, $1.node) }.prefix(3).map { unit in
      let segment = library.segments[unit.segment]
      let index = segment.revision(of: unit.node)
      let id = segment.id(of: unit.node).description
      guard let number = library.number(ofRevision: index, inSegment: unit.segment) else {
        return id
      }
      let regulation = library.regulation(ofRevision: number)
      let name = library.name(of: number, in: library.revisions(ofRegulation: regulation))
      return "\(library.title(ofRegulation: regulation)) \(name) \(id)"
    }
  }
}

/// A unit of the library.
struct UnitPlace: Hashable, Sendable {
  var segment: Int
  var node: Int
}

/// What a scan or the index found, without keeping every unit.
struct FoundUnits: Hashable, Sendable {
  /// How many units there are.
  private(set) var count = 0
  /// The units mixed together, in whatever order they come.
  private(set) var fingerprint: UInt64 = 0
  /// The units, where they are kept.
  private(set) var units: Set<UnitPlace> = []
  /// The regulations whose title holds the query.
  var regulations: Set<String> = []

  mutating func add(_ unit: UnitPlace, keepingUnit: Bool = false) {
    count += 1
    var numbers = SeededNumbers(seed: UInt64(unit.segment) << 32 ^ UInt64(unit.node))
    fingerprint &+= numbers.next()
    if keepingUnit { units.insert(unit) }
  }
}

/// What the index answers.
private struct SearchedUnits {
  /// A searcher of every unit, and one of a page of ten.
  private let whole: Searcher
  private let page: Searcher

  init(_ library: LibraryReader, on day: CalendarDate, allRevisions: Bool) {
    whole = Searcher(
      library, .init(on: day, limit: .max, allRevisions: allRevisions, match: .exact))
    page = Searcher(library, .init(on: day, limit: 10, allRevisions: allRevisions, match: .exact))
  }

  /// Whether the index finds what is expected, and a page holds the best of it.
  func isAnswer(to query: Query, _ expected: FoundUnits) -> Bool {
    let all = whole.found(exactly: query)
    let first = page.found(exactly: query)
    var found = FoundUnits()
    for unit in all.units { found.add(UnitPlace(segment: unit.segment, node: unit.node)) }
    if case .term = query {
      guard Set(all.regulations.map(\.regulationID)) == expected.regulations else { return false }
    }
    return all.total == expected.count && first.total == expected.count
      && found.count == expected.count && found.fingerprint == expected.fingerprint
      && first.units.elementsEqual(all.units.prefix(10))
  }

  func units(of query: Query) -> (total: Int, units: [FoundUnit]) {
    let all = whole.found(exactly: query)
    return (all.total, all.units)
  }
}
