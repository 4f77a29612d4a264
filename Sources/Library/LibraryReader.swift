public import ChineseText
public import Regulations

/// A library as it stood when it was opened.
///
/// A reader holds a snapshot: a commit after it was opened changes nothing of
/// what it sees. Opening maps the files and decodes nothing.
public struct LibraryReader: Sendable {
  /// The directory of the library.
  public let directory: String
  let manifest: Manifest
  /// The segments in the order of the manifest.
  package let segments: [Segment]
  /// Of each segment the number of each of its revisions, or `UInt32.max` for one removed.
  private let revisionNumbers: [[UInt32]]

  /// Opens the library in a directory.
  public init(directory: String) throws(LibraryError) {
    guard !directory.isEmpty else { throw LibraryError(directory, .missing) }
    let files = LibraryFiles(directory: directory)
    var attempt = 0
    while true {
      guard files.hasManifest else {
        throw files.hasLostManifest
          ? LibraryError(files.manifest, .damaged(detail: "the file is missing"))
          : LibraryError(directory, .missing)
      }
      let manifest = try files.readManifest()
      do throws(LibraryError) {
        segments = try Self.segments(of: manifest, files)
        self.directory = directory
        self.manifest = manifest
        revisionNumbers = Self.revisionNumbers(of: manifest, segments)
        return
      } catch {
        // A writer may have removed a segment since we read the manifest.
        attempt += 1
        guard case .system = error.reason, attempt < 4 else { throw error }
      }
    }
  }

  /// Whether a directory holds a library, whole or damaged.
  public static func isLibrary(_ directory: String) -> Bool {
    !directory.isEmpty && LibraryFiles(directory: directory).hasManifest
  }

  private static func segments(
    of manifest: Manifest, _ files: LibraryFiles
  ) throws(LibraryError) -> [Segment] {
    var segments: [Segment] = []
    for index in 0..<manifest.segmentCount {
      let row = manifest.segment(at: index)
      let segment = try Segment(path: files.segment(row.number))
      guard segment.file.fingerprint == row.fingerprint,
        segment.revisionCount >= row.revisionCount
      else {
        let detail = "this is not the file that the manifest names"
        throw LibraryError(segment.file.path, .damaged(detail: detail))
      }
      segments.append(segment)
    }
    return segments
  }

  private static func revisionNumbers(
    of manifest: Manifest, _ segments: [Segment]
  ) -> [[UInt32]] {
    var numbers = segments.map { [UInt32](repeating: .max, count: $0.revisionCount) }
    for revision in 0..<manifest.revisionCount {
      let place = manifest.place(of: revision)
      guard place.segment < numbers.count, place.index < numbers[place.segment].count else {
        continue
      }
      numbers[place.segment][place.index] = UInt32(truncatingIfNeeded: revision)
    }
    return numbers
  }

  /// The first damage in what was read so far, or `nil`.
  ///
  /// Files are compared with their checksums page by page, when they are first
  /// used. Nothing that was read may be believed before this says `nil`; what
  /// reads on behalf of others ends with `checkDamage()`.
  package var damage: LibraryError? {
    for segment in segments {
      if let damage = segment.damage { return damage }
    }
    return nil
  }

  /// Throws if anything that was read so far is damaged.
  package func checkDamage() throws(LibraryError) {
    if let damage { throw damage }
  }

  private func checked<Value>(_ value: Value) throws(LibraryError) -> Value {
    try checkDamage()
    return value
  }

  /// Reads every byte and returns what is wrong, file by file.
  public func verify() -> [LibraryError] {
    var errors: [LibraryError] = []
    for segment in segments {
      do throws(LibraryError) {
        try segment.verify()
      } catch {
        errors.append(error)
      }
    }
    return errors
  }
}

// MARK: - Regulations

/// A regulation of a library with its revisions.
public struct CataloguedRegulation: Hashable, Sendable {
  /// The address of the regulation in the library, such as `r-1a2b3c4d`.
  public var id: String
  /// The title.
  public var title: String
  /// Who issued it, or `nil`.
  public var issuer: String?
  /// The revisions from the oldest to the newest.
  public var revisions: [CataloguedRevision]

  /// The revision that holds on the day that was asked for, or `nil` before the
  /// first one begins.
  public var current: CataloguedRevision? { revisions.last { $0.status.isCurrent } }
}

/// A revision as the catalogue knows it.
public struct CataloguedRevision: Hashable, Sendable {
  /// The day that names it, else r1, r2 in the order of ingest.
  ///
  /// A second revision of one day has `~2` after it.
  public var name: String
  /// Its days.
  public var dates: RevisionDates
  /// What the text is.
  public var kind: Revision.Kind
  /// Whether it holds on the day that was asked for.
  public var status: RevisionStatus
  let number: Int
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
    let statuses = statuses(of: numbers, on: day)
    let revisions = zip(numbers, statuses).map { number, status in
      CataloguedRevision(
        name: name(of: number, in: numbers), dates: manifest.dates(of: number),
        kind: manifest.kind(of: number), status: status, number: number)
    }
    return CataloguedRegulation(
      id: regulationID(at: index), title: manifest.title(of: index),
      issuer: manifest.issuer(of: index), revisions: revisions)
  }

  /// The place of the regulation with an ID, or `nil`.
  public func regulationIndex(id: String) -> Int? {
    (0..<regulationCount).first { regulationID(at: $0) == id }
  }

  /// The address of a regulation, such as `r-1a2b3c4d`.
  package func regulationID(at index: Int) -> String {
    let digits = String(manifest.id(of: index), radix: 16)
    return "r-" + String(repeating: "0", count: max(0, 8 - digits.utf8.count)) + digits
  }

  /// The title of a regulation.
  package func title(ofRegulation index: Int) -> String { manifest.title(of: index) }

  /// The day of a regulation's oldest revision, or `nil` when that has none.
  package func firstDay(ofRegulation index: Int) -> CalendarDate? {
    manifest.revisions(of: index).first.flatMap { manifest.dates(of: $0).day }
  }

  /// The numbers of a regulation's revisions, from the oldest to the newest.
  package func revisions(ofRegulation index: Int) -> Range<Int> { manifest.revisions(of: index) }

  /// The name of a revision.
  package func name(of number: Int, in all: Range<Int>) -> String {
    guard let day = manifest.dates(of: number).day else {
      return "r\(manifest.ordinal(of: number))"
    }
    let packed = manifest.packedDay(of: number)
    let before = all.prefix { $0 < number }.count { manifest.packedDay(of: $0) == packed }
    return before == 0 ? day.description : "\(day)~\(before + 1)"
  }

  /// The status of each revision of the library on a day, by its number.
  package func statuses(on day: CalendarDate) -> [RevisionStatus] {
    var all: [RevisionStatus] = []
    all.reserveCapacity(revisionCount)
    for regulation in 0..<regulationCount {
      all += statuses(of: manifest.revisions(of: regulation), on: day)
    }
    return all
  }

  /// The newest that has begun is in force, or unknown when it names no day; all
  /// before it are amended, all after it are still to come.
  private func statuses(of numbers: Range<Int>, on day: CalendarDate) -> [RevisionStatus] {
    let today = (day as CalendarDate?).packed
    let current = numbers.last { manifest.packedDay(of: $0) <= today }
    return numbers.map { number in
      guard let current, number <= current else { return .notYetInForce }
      if number < current { return .amended }
      return manifest.packedDay(of: number) == 0 ? .unknown : .inForce
    }
  }
}

// MARK: - Revisions

extension LibraryReader {
  /// A revision with all its provisions.
  public func revision(_ catalogued: CataloguedRevision) throws(LibraryError) -> Revision {
    guard let place = place(of: catalogued.number) else { return Revision(title: "") }
    return try checked(segments[place.segment].revision(at: place.index))
  }

  /// The metadata of a revision.
  public func metadata(
    of catalogued: CataloguedRevision
  ) throws(LibraryError) -> RegulationMetadata {
    guard let place = place(of: catalogued.number) else { return RegulationMetadata() }
    return try checked(segments[place.segment].details(of: place.index).metadata)
  }

  /// The number of articles of a revision, or of clauses where it has none.
  public func articleCount(of catalogued: CataloguedRevision) throws(LibraryError) -> Int {
    guard let place = place(of: catalogued.number) else { return 0 }
    let segment = segments[place.segment]
    let kinds = segment.nodes(of: place.index).map { segment.outline(of: $0).own.kind }
    let articles = kinds.count { $0 == .article }
    return try checked(articles > 0 ? articles : kinds.count { $0 == .clause })
  }

  /// The file that a revision was read from.
  public func source(of catalogued: CataloguedRevision) throws(LibraryError) -> SourceFile? {
    guard let place = place(of: catalogued.number) else { return nil }
    let segment = segments[place.segment]
    return try checked(segment.file(of: segment.document(of: place.index)))
  }

  /// The place of a revision in a segment, or `nil` in a damaged library.
  package func place(of number: Int) -> (segment: Int, index: Int)? {
    guard number < revisionCount else { return nil }
    let place = manifest.place(of: number)
    guard place.segment < segments.count, place.index < segments[place.segment].revisionCount
    else { return nil }
    return place
  }

  /// The number of a segment's revision in the library, or `nil` for one removed.
  package func number(ofRevision index: Int, inSegment segment: Int) -> Int? {
    let numbers = revisionNumbers[segment]
    guard index < numbers.count, numbers[index] != .max else { return nil }
    return Int(numbers[index])
  }

  /// The regulation of a revision.
  package func regulation(ofRevision number: Int) -> Int {
    var low = 0
    var high = regulationCount
    while low < high {
      let middle = (low + high) / 2
      if manifest.revisions(of: middle).upperBound > number {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return min(low, regulationCount - 1)
  }
}

// MARK: - Sources

extension LibraryReader {
  /// The number of sources, those without regulations too.
  ///
  /// A file that gave one text after another counts once for each that is kept.
  public var sourceCount: Int { manifest.sourceCount }

  /// A source by its place in the order of paths, the newest of a path last.
  public func source(at index: Int) throws(LibraryError) -> SourceFile? {
    guard let (segment, document) = document(of: index) else { return nil }
    return try checked(segment.file(of: document))
  }

  /// What else is kept of a source: rejected text, diagnostics and the ledger.
  public func remainder(ofSourceAt index: Int) throws(LibraryError) -> SourceRemainder? {
    guard let (segment, document) = document(of: index) else { return nil }
    return try checked(segment.remainder(of: document))
  }

  private func document(of source: Int) -> (Segment, Int)? {
    guard source >= 0, source < sourceCount else { return nil }
    let place = manifest.source(at: source)
    guard place.segment < segments.count,
      place.document < segments[place.segment].documentCount
    else { return nil }
    return (segments[place.segment], place.document)
  }
}
