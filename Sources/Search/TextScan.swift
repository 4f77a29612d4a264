internal import ChineseText
internal import Library
internal import Regulations

/// Finds what queries hold in by reading every stored text, one revision at a time.
struct TextScan {
  private let library: LibraryReader
  private let queries: [Query]
  private let terms: ScannedTerms
  /// The queries that ask for each term.
  private let askers: [[Int]]
  private let statuses: [RevisionStatus]
  private let keepsUnits: Bool
  private var inForce: [FoundUnits]
  private var all: [FoundUnits]
  /// The number of units that were read.
  private(set) var unitCount = 0

  init(
    _ library: LibraryReader, _ queries: [Query], on day: CalendarDate, keepingUnits: Bool = false
  ) {
    self.library = library
    self.queries = queries
    keepsUnits = keepingUnits
    statuses = library.statuses(on: day)
    let terms = ScannedTerms(queries.flatMap { $0.terms.map(\.units) })
    self.terms = terms
    var askers = [[Int]](repeating: [], count: terms.count)
    for (number, query) in queries.enumerated() {
      for term in Set(query.terms.compactMap { terms.number(of: $0.units) }) {
        askers[term].append(number)
      }
    }
    self.askers = askers
    inForce = Array(repeating: FoundUnits(), count: queries.count)
    all = inForce
  }

  /// What a query was found in.
  func found(_ query: Int, allRevisions: Bool) -> FoundUnits {
    allRevisions ? all[query] : inForce[query]
  }

  /// Reads every text.
  mutating func run() {
    for (number, segment) in library.segments.enumerated() {
      for index in 0..<segment.revisionCount {
        guard let revision = library.number(ofRevision: index, inSegment: number) else { continue }
        read(
          segment.revision(at: index), from: segment.nodes(of: index).lowerBound, inSegment: number,
          revision)
      }
    }
  }

  private mutating func read(
    _ revision: Revision, from firstNode: Int, inSegment segment: Int, _ number: Int
  ) {
    let isCurrent = statuses[number].isCurrent
    let title = terms.found(in: revision.title)
    addTitle(title, of: library.regulation(ofRevision: number), isCurrent)
    let nodes = UnitDivision(revision.provisions).nodes
    var headings: [Set<Int>] = []
    for (index, node) in nodes.enumerated() {
      let above = node.parent.map { headings[$0] } ?? []
      let own = revision.provisions[node.provision].heading.map { terms.found(in: $0) } ?? []
      headings.append(above.union(own))
      guard node.isUnit else { continue }
      unitCount += 1
      let lines = ScannedUnit.lines(of: node, in: revision).joined(separator: "\n")
      let unit = ScannedUnit(
        text: terms.found(in: lines), headings: headings[index], title: title,
        number: revision.provisions[node.provision].number)
      add(unit, UnitPlace(segment: segment, node: firstNode + index), isCurrent)
    }
  }

  private mutating func addTitle(_ title: Set<Int>, of regulation: Int, _ isCurrent: Bool) {
    for number in Set(title.flatMap { askers[$0] }) {
      guard case .term(let term) = queries[number],
        term.scope == .anywhere || term.scope == .title
      else { continue }
      let id = library.regulationID(at: regulation)
      all[number].regulations.insert(id)
      if isCurrent { inForce[number].regulations.insert(id) }
    }
  }

  private mutating func add(_ unit: ScannedUnit, _ place: UnitPlace, _ isCurrent: Bool) {
    for number in Set(unit.text.union(unit.headings).flatMap { askers[$0] }) {
      let verdict = unit.verdict(on: queries[number], terms)
      guard verdict.holds, verdict.isInUnit else { continue }
      all[number].add(place, keepingUnit: keepsUnits)
      if isCurrent { inForce[number].add(place, keepingUnit: keepsUnits) }
    }
  }
}

/// A unit with the terms that stand in it, by their numbers.
struct ScannedUnit {
  var text: Set<Int>
  var headings: Set<Int>
  var title: Set<Int>
  var number: ProvisionNumber?

  /// The text of a unit line by line, without its own label and heading.
  static func lines(of unit: UnitDivision.Node, in revision: Revision) -> [String] {
    let parts = unit.partIndices.map { index in
      let part = revision.provisions[index]
      return (part.label ?? "") + (part.heading ?? "") + (part.separator ?? "") + part.text
    }
    return ([revision.provisions[unit.provision].text] + parts).flatMap { text in
      text.split(separator: "\n").map { String($0) }
    }
  }

  func verdict(on query: Query, _ terms: ScannedTerms) -> (holds: Bool, isInUnit: Bool) {
    switch query {
    case .number(let number): return (self.number == number, self.number == number)
    case .not(let query): return (!verdict(on: query, terms).holds, false)
    case .all(let parts):
      let verdicts = parts.map { verdict(on: $0, terms) }
      return (verdicts.allSatisfy { $0.holds }, verdicts.contains { $0.isInUnit })
    case .any(let parts):
      let verdicts = parts.map { verdict(on: $0, terms) }
      return (verdicts.contains { $0.holds }, verdicts.contains { $0.holds && $0.isInUnit })
    case .term(let term):
      guard let number = terms.number(of: term.units) else { return (false, false) }
      let isAnywhere = term.scope == .anywhere
      let isInText = (isAnywhere || term.scope == .text) && text.contains(number)
      let isInHeading = (isAnywhere || term.scope == .heading) && headings.contains(number)
      let isInTitle = (isAnywhere || term.scope == .title) && title.contains(number)
      return (isInText || isInHeading || isInTitle, isInText || isInHeading)
    }
  }
}

/// Looks for many terms in one pass over a text.
struct ScannedTerms {
  private let terms: [[UInt16]]
  private let numbers: [[UInt16]: Int]
  /// The terms that begin with each unit.
  private let beginning: [UInt16: [Int]]
  private let begins: [Bool]

  init(_ all: [[UInt16]]) {
    var terms: [[UInt16]] = []
    var numbers: [[UInt16]: Int] = [:]
    var begins = [Bool](repeating: false, count: 0x10000)
    for term in all where !term.isEmpty && numbers[term] == nil {
      numbers[term] = terms.count
      terms.append(term)
      begins[Int(term[0])] = true
    }
    self.terms = terms
    self.numbers = numbers
    self.begins = begins
    beginning = Dictionary(grouping: terms.indices) { terms[$0][0] }
  }

  /// The number of different terms.
  var count: Int { terms.count }

  /// The number of a term.
  func number(of term: [UInt16]) -> Int? { numbers[term] }

  /// The terms that stand in a text.
  func found(in text: String) -> Set<Int> {
    let units = FoldedText(text).units
    var found: Set<Int> = []
    for start in units.indices where begins[Int(units[start])] {
      for number in beginning[units[start]] ?? [] where !found.contains(number) {
        let term = terms[number]
        if term.count <= units.count - start,
          units[start..<(start + term.count)].elementsEqual(term)
        {
          found.insert(number)
        }
      }
    }
    return found
  }
}

extension Query {
  /// Every term in the query.
  fileprivate var terms: [Term] {
    switch self {
    case .term(let term): [term]
    case .number: []
    case .not(let query): query.terms
    case .all(let parts), .any(let parts): parts.flatMap { $0.terms }
    }
  }
}
