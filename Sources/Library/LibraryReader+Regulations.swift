public import ChineseText
public import Regulations

/// A regulation of a library with its revisions.
public struct CataloguedRegulation: Hashable, Sendable {
  /// The address of the regulation in the library, such as `r-1a2b3c4d`.
  public var id: String
  /// The title of the newest revision.
  public var title: String
  /// Who issued it, or `nil`.
  public var issuer: String?
  /// When it was repealed, or `nil`.
  public var repeal: CataloguedRepeal?
  /// The revisions from the oldest to the newest.
  public var revisions: [CataloguedRevision]

  /// The revision that holds on the day that was asked for, or `nil` before the
  /// first one begins and after the repeal.
  public var current: CataloguedRevision? { revisions.last { $0.status.isCurrent } }
}

/// The repeal of a regulation.
public struct CataloguedRepeal: Hashable, Sendable {
  /// The day from which it no longer holds.
  public var day: CalendarDate
  /// The ID of the regulation that repealed it, or `nil`.
  public var by: String?
}

/// A revision as the catalogue knows it.
public struct CataloguedRevision: Hashable, Sendable {
  /// The day that names it, else r1, r2 in the order of ingest.
  ///
  /// A second revision of one day has `~2` after it. A name is never given to
  /// another text, also when its own is removed.
  public var name: String
  /// The title that this revision has.
  public var title: String
  /// Its days.
  public var dates: RevisionDates
  /// What the text is.
  public var kind: Revision.Kind
  /// Whether it holds on the day that was asked for.
  public var status: RevisionStatus
  /// Its number in the library, which orders revisions.
  package let number: Int
}

extension LibraryReader {
  /// The number of regulations.
  public var regulationCount: Int { manifest.regulationCount }

  /// The number of revisions of all regulations.
  public var revisionCount: Int { manifest.revisionCount }

  /// A regulation by its place in the order of titles.
  ///
  /// The status of its revisions is told for `day`.
  public func regulation(at index: Int, on day: CalendarDate) -> CataloguedRegulation {
    let numbers = manifest.revisions(of: index)
    let title = manifest.title(of: index)
    var statuses: [RevisionStatus] = []
    let (tables, row) = manifest.regulation(at: index)
    Self.appendStatuses(
      of: row, in: tables, on: (day as CalendarDate?).packed, to: &statuses)
    let revisions = zip(numbers, statuses).map { number, status in
      CataloguedRevision(
        name: name(of: number, in: numbers),
        title: manifest.title(ofRevision: number) ?? title, dates: manifest.dates(of: number),
        kind: manifest.kind(of: number), status: status, number: number)
    }
    return CataloguedRegulation(
      id: regulationID(at: index), title: title, issuer: manifest.issuer(of: index),
      repeal: repeal(ofRegulation: index), revisions: revisions)
  }

  /// The repeal of a regulation, or `nil`.
  private func repeal(ofRegulation index: Int) -> CataloguedRepeal? {
    guard let day = CalendarDate(packed: manifest.repealDay(of: index)) else { return nil }
    let by = manifest.repealingID(of: index)
    return CataloguedRepeal(day: day, by: by == 0 ? nil : RegulationID(by).text)
  }

  /// The place of the regulation with an ID, or `nil`.
  public func regulationIndex(id: String) -> Int? {
    guard let id = RegulationID(id) else { return nil }
    return manifest.regulations(withID: id.number).first
  }

  /// The address of a regulation, such as `r-1a2b3c4d`.
  package func regulationID(at index: Int) -> String { RegulationID(manifest.id(of: index)).text }

  /// The title of a regulation.
  package func title(ofRegulation index: Int) -> String { manifest.title(of: index) }

  /// The day of a regulation's oldest revision, or `nil` when that has none.
  package func firstDay(ofRegulation index: Int) -> CalendarDate? {
    manifest.revisions(of: index).first.flatMap { manifest.dates(of: $0).day }
  }

  /// The days of a revision of the library, by its number.
  package func dates(ofRevision number: Int) -> RevisionDates { manifest.dates(of: number) }

  /// The numbers of a regulation's revisions, from the oldest to the newest.
  package func revisions(ofRegulation index: Int) -> Range<Int> { manifest.revisions(of: index) }

  /// The name of a revision.
  package func name(of number: Int, in all: Range<Int>) -> String {
    let day = manifest.hasDay(number) ? CalendarDate(packed: manifest.orderDay(of: number)) : nil
    return RevisionName(
      day: day, edition: manifest.edition(of: number), ordinal: manifest.ordinal(of: number)
    ).text
  }

  /// The regulation of each revision of the library, by its number.
  package var regulationOfEachRevision: [UInt32] {
    var all: [UInt32] = []
    all.reserveCapacity(revisionCount)
    var regulation: UInt32 = 0
    manifest.forEachRegulation { tables, row in
      for _ in tables.revisions(of: row) { all.append(regulation) }
      regulation += 1
    }
    return all
  }

  /// The status of each revision of the library on a day, by its number.
  package func statuses(on day: CalendarDate) -> [RevisionStatus] {
    var all: [RevisionStatus] = []
    all.reserveCapacity(revisionCount)
    let today = (day as CalendarDate?).packed
    manifest.forEachRegulation { tables, row in
      Self.appendStatuses(of: row, in: tables, on: today, to: &all)
    }
    return all
  }

  /// The newest that has begun is in force, or unknown when it names no day, unless
  /// the regulation was repealed after that; all before it are amended, all after it
  /// are still to come.
  private static func appendStatuses(
    of regulation: Int, in tables: CatalogueTables, on today: UInt32,
    to statuses: inout [RevisionStatus]
  ) {
    let rows = tables.revisions(of: regulation)
    let current = rows.last { tables.orderDay(of: $0) <= today }
    for row in rows {
      guard let current, row <= current else {
        statuses.append(.notYetInForce)
        continue
      }
      statuses.append(row < current ? .amended : status(of: current, of: regulation, tables, today))
    }
  }

  private static func status(
    of current: Int, of regulation: Int, _ tables: CatalogueTables, _ today: UInt32
  ) -> RevisionStatus {
    let repeal = tables.repealDay(of: regulation)
    if repeal != 0, repeal <= today, repeal > tables.orderDay(of: current) { return .repealed }
    return tables.hasDay(current) ? .inForce : .unknown
  }
}
