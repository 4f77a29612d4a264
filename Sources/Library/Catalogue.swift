internal import ChineseText
internal import Regulations

/// What a library holds, in a form that can be changed.
///
/// Of a library that stands, only what is asked for is read, and what is changed
/// is kept beside it: a change costs what it touches, and not the whole.
struct Catalogue {
  struct SegmentRow {
    var number: Int
    var revisionCount: Int
    var byteCount: Int
    var fingerprint: ContentHash
    /// What of it the library still has; told anew by `tidy()`.
    var liveRevisionCount = 0
    var liveDocumentCount = 0
  }

  /// A document, by the number of its segment and its own number there.
  struct Place: Hashable {
    var segment: Int
    var document: Int
    /// The fingerprint of the file when it was added.
    var hash: ContentHash

    /// A number of its own for each document of the library.
    var key: UInt64 { UInt64(segment) << 32 | UInt64(document) }
  }

  /// A path with the document that it gave last.
  struct SourceRow {
    var path: String
    var place: Place
    /// The documents that it gave before, oldest first, whose revisions are kept.
    var former: [Place] = []

    /// All documents, oldest first.
    var places: [Place] { former + [place] }
  }

  /// A revision, by the number of its segment, the document there that gave it,
  /// and its own number there.
  struct RevisionPlace: Hashable {
    var segment: Int
    var document: Int
    var index: Int

    /// The number of the document.
    var documentKey: UInt64 { UInt64(segment) << 32 | UInt64(document) }
  }

  /// A revision, by what stays when its text is moved.
  struct Address: Hashable, Sendable {
    var regulation: UInt32
    var ordinal: Int
  }

  struct RevisionRow {
    var place: RevisionPlace
    var title: String
    /// The order of ingest within the regulation, from 1; it is kept when a text
    /// is corrected, and never given again.
    var ordinal: Int
    /// The order among the revisions of one day, from 1.
    var edition: Int
    var dates: RevisionDates
    /// Of a text without a day, that of the text its file gave before.
    var follows: CalendarDate?
    var kind: Revision.Kind

    /// The day by which revisions are ordered; 0 for none.
    var orderDay: UInt32 { (dates.day ?? follows).packed }

    /// The name: the day, else the number in the order of ingest.
    var name: String { RevisionName(day: dates.day, edition: edition, ordinal: ordinal).text }
  }

  struct RegulationRow {
    var id: UInt32
    var title: String
    /// What all titles of one stem share; see `RegulationTitle`.
    var key: UInt64
    var issuer: String?
    /// The highest number that a revision was given.
    var lastOrdinal: Int
    var revisions: [RevisionRow]
  }

  /// The library as it stands, or `nil` for a new one or one that is repaired.
  let stored: LibraryReader?
  /// The number of the next segment or catalogue file.
  var nextNumber = 1
  var segments: [SegmentRow] = []
  var sources: SourceTable
  var regulations: RegulationTable
  /// The revisions that a path gives, but that were read from another one or
  /// from an earlier document of its own.
  var copies: [String: [Address]] = [:]
  var decisions = Decisions()
  /// The repeals of the library as it stands.
  private(set) var storedRepeals: [UInt32: Decisions.Repeal] = [:]

  /// What a library holds, or nothing.
  init(_ stored: LibraryReader? = nil) {
    self.stored = stored
    sources = SourceTable(stored?.manifest)
    regulations = RegulationTable(stored?.manifest)
    if let file = stored?.manifest.file { read(file) }
  }

  /// What a manifest says, all of it read, whether or not its segments are there.
  init(decoding manifest: Manifest) {
    stored = nil
    sources = SourceTable()
    regulations = RegulationTable()
    read(manifest.file)
    for row in SourceTable(manifest).rows { sources[row.path] = row }
    for row in RegulationTable(manifest) { regulations.append(row) }
  }

  private mutating func read(_ file: ManifestFile) {
    nextNumber = file.nextNumber
    segments = file.segments
    var cursor = file.decisions
    decisions = Decisions(&cursor)
    storedRepeals = decisions.repeals
    copies = cursor.copies()
  }
}

/// How a revision is named.
struct RevisionName {
  var day: CalendarDate?
  var edition: Int
  var ordinal: Int

  /// The name: the day, with a number when it is not the first of that day, else
  /// r1, r2 in the order of ingest.
  var text: String {
    guard let day else { return "r\(ordinal)" }
    return edition <= 1 ? day.description : "\(day)~\(edition)"
  }
}

// MARK: - Sources

extension Catalogue {
  /// The source of a path, or `nil`.
  func source(at path: String) -> SourceRow? { sources[path] }

  /// Puts a document in the place of what its path gave before, which is kept.
  mutating func give(_ place: Place, from path: String) {
    let former = sources[path]?.places ?? []
    sources[path] = SourceRow(path: path, place: place, former: former)
  }

  /// Makes the file at a path one of which nothing is known, so that it is read again.
  mutating func forgetFile(at path: String) {
    guard var source = sources[path] else { return }
    source.place.hash = .unknown
    sources[path] = source
  }

  /// Makes a path go on with what another one gave and what was decided about it.
  ///
  /// What the path itself gave, if anything, is newer.
  ///
  /// - Parameter places: Where the documents of the source stand now.
  mutating func move(_ source: SourceRow, at places: [Place], to path: String) {
    removeSource(at: source.path)
    let all = places + (sources[path]?.places ?? [])
    if let place = all.last {
      sources[path] = SourceRow(path: path, place: place, former: all.dropLast())
    }
    decisions.move(from: source.path, to: path)
  }

  /// Removes a source without the revisions that it gave.
  mutating func removeSource(at path: String) {
    sources[path] = nil
    copies[path] = nil
  }

  /// Puts a document in the place of the one that its path gave last.
  mutating func replace(_ place: Place, at path: String) {
    guard var source = sources[path] else { return }
    source.place = place
    sources[path] = source
  }

  /// The paths of documents by their keys.
  func paths(ofDocuments keys: Set<UInt64>) -> [UInt64: String] {
    var paths: [UInt64: String] = [:]
    for (path, source) in sources.changed {
      for place in source?.places ?? [] where keys.contains(place.key) { paths[place.key] = path }
    }
    for key in keys where paths[key] == nil { paths[key] = storedPath(ofDocument: key) }
    return paths
  }

  /// The paths that give a revision too, in their order.
  func pathsWithCopies(of address: Address) -> [String] {
    copies.filter { $0.value.contains(address) }.map { $0.key }.sorted { $0.isBefore($1) }
  }
}

// MARK: - Order

extension Catalogue.RegulationRow {
  /// Whether this comes before another in the order of titles.
  func isBefore(_ other: Self) -> Bool {
    title == other.title ? id < other.id : title.isBefore(other.title)
  }

  /// Puts the revisions in their order, and takes the title of the newest.
  mutating func tidy() {
    if revisions.count > 1 { revisions.sort { $0.isBefore($1) } }
    guard let newest = revisions.last, newest.title != title else { return }
    title = newest.title
    key = RegulationTitle(title).key
  }

  /// A number for a new revision, higher than all before it.
  mutating func newOrdinal(_ decisions: Decisions) -> Int {
    let removed = decisions.removals.filter { $0.regulation == id }.map { $0.ordinal }.max() ?? 0
    lastOrdinal = max(lastOrdinal, removed) + 1
    return lastOrdinal
  }

  /// The number of a new revision among those of its day.
  func newEdition(on day: CalendarDate?, _ decisions: Decisions) -> Int {
    guard let day else { return 1 }
    let removed = decisions.removals.filter { $0.regulation == id && $0.day == day }
    let taken =
      revisions.filter { $0.dates.day == day }.map { $0.edition } + removed.map { $0.edition }
    return (taken.max() ?? 0) + 1
  }
}

extension Catalogue.RevisionRow {
  /// Whether this is older than another revision of its regulation.
  fileprivate func isBefore(_ other: Self) -> Bool {
    orderDay == other.orderDay ? ordinal < other.ordinal : orderDay < other.orderDay
  }
}

extension Revision.Kind {
  /// The kinds in the order of their numbers in a manifest.
  static let stored: [Revision.Kind] = [.regulation, .commentary, .slides]
}

extension String {
  /// Whether the UTF-8 of this text comes before that of another.
  func isBefore(_ other: String) -> Bool {
    utf8.withContiguousStorageIfAvailable { left in
      other.utf8.withContiguousStorageIfAvailable { left.isBefore($0) }
    }.flatMap { $0 } ?? utf8.lexicographicallyPrecedes(other.utf8)
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func isBefore(_ other: Self) -> Bool {
    let shared = Swift.min(count, other.count)
    var index = 0
    while index < shared {
      if self[index] != other[index] { return self[index] < other[index] }
      index += 1
    }
    return count < other.count
  }
}
