internal import ChineseText
internal import Regulations

/// What a manifest says, in a form that can be changed.
struct Catalogue {
  struct SegmentRow {
    var number: Int
    var revisionCount: Int
    var byteCount: Int
    var fingerprint: ContentHash
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

  var nextSegment = 1
  var segments: [SegmentRow] = []
  /// The sources in the order of their paths.
  var sources: [SourceRow] = []
  var regulations: [RegulationRow] = []
  /// The revisions that a path gives too, but that another was read from.
  var copies: [String: [Address]] = [:]
  var decisions = Decisions()
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
  /// The place of a path in the order of sources, or where it would stand.
  private func position(of path: String) -> (index: Int, isFound: Bool) {
    // Walks come in the order of paths, so most new ones go to the end.
    guard let last = sources.last, !last.path.isBefore(path) else { return (sources.count, false) }
    var low = 0
    var high = sources.count
    while low < high {
      let middle = (low + high) / 2
      if sources[middle].path.isBefore(path) { low = middle + 1 } else { high = middle }
    }
    return (low, low < sources.count && sources[low].path == path)
  }

  /// The source of a path, or `nil`.
  func source(at path: String) -> SourceRow? {
    let (index, isFound) = position(of: path)
    return isFound ? sources[index] : nil
  }

  /// Puts a document in the place of what its path gave before, which is kept.
  mutating func give(_ place: Place, from path: String) {
    let (index, isFound) = position(of: path)
    if isFound {
      sources[index].former.append(sources[index].place)
      sources[index].place = place
    } else {
      sources.insert(SourceRow(path: path, place: place), at: index)
    }
  }

  /// Makes the file at a path one of which nothing is known, so that it is read again.
  mutating func forgetFile(at path: String) {
    let (index, isFound) = position(of: path)
    if isFound { sources[index].place.hash = .unknown }
  }

  /// Removes a source without the revisions that it gave.
  mutating func removeSource(at path: String) {
    let (index, isFound) = position(of: path)
    if isFound { sources.remove(at: index) }
    copies[path] = nil
  }

  /// Puts a document in the place of the one that its path gave last.
  mutating func replace(_ place: Place, at path: String) {
    let (index, isFound) = position(of: path)
    if isFound { sources[index].place = place }
  }

  /// The paths of documents by their keys.
  func paths(ofDocuments keys: Set<UInt64>) -> [UInt64: String] {
    var paths: [UInt64: String] = [:]
    for source in sources {
      for place in source.former + [source.place] where keys.contains(place.key) {
        paths[place.key] = source.path
      }
    }
    return paths
  }

  /// The paths that give a revision too, in their order.
  func pathsWithCopies(of address: Address) -> [String] {
    copies.filter { $0.value.contains(address) }.map { $0.key }.sorted { $0.isBefore($1) }
  }

  /// All documents in the order of their paths, those of one path oldest first.
  var documents: [(path: String, place: Place)] {
    var all: [(path: String, place: Place)] = []
    all.reserveCapacity(sources.count)
    for source in sources {
      for place in source.former { all.append((source.path, place)) }
      all.append((source.path, source.place))
    }
    return all
  }
}

// MARK: - Order

extension Catalogue {
  /// Drops what no revision stands in, and puts everything in its order.
  mutating func tidy() {
    dropOldCopies()
    regulations.removeAll { $0.revisions.isEmpty }
    for index in regulations.indices { regulations[index].tidy() }
    if !regulations.indices.dropFirst().allSatisfy({ regulations[$0 - 1].isBefore(regulations[$0]) }
    ) {
      regulations.sort { $0.isBefore($1) }
    }
    dropEmptyFormer()
    var used: Set<Int> = []
    for source in sources {
      used.insert(source.place.segment)
      for place in source.former { used.insert(place.segment) }
    }
    segments.removeAll { !used.contains($0.number) }
  }

  private mutating func dropOldCopies() {
    guard !copies.isEmpty else { return }
    let named = Set(copies.values.joined().map { $0.regulation })
    var live: Set<Address> = []
    for regulation in regulations where named.contains(regulation.id) {
      for revision in regulation.revisions {
        live.insert(Address(regulation: regulation.id, ordinal: revision.ordinal))
      }
    }
    copies = copies.mapValues { $0.filter { live.contains($0) } }.filter { !$0.value.isEmpty }
  }

  private mutating func dropEmptyFormer() {
    let former = Set(
      sources.lazy.filter { !$0.former.isEmpty }.flatMap { $0.former }.map { $0.key })
    guard !former.isEmpty else { return }
    var live: Set<UInt64> = []
    for regulation in regulations {
      for revision in regulation.revisions where former.contains(revision.place.documentKey) {
        live.insert(revision.place.documentKey)
      }
    }
    guard live.count < former.count else { return }
    for index in sources.indices where !sources[index].former.isEmpty {
      sources[index].former.removeAll { !live.contains($0.key) }
    }
  }
}

extension Catalogue.RegulationRow {
  /// Whether this comes before another in the order of titles.
  fileprivate func isBefore(_ other: Self) -> Bool {
    title == other.title ? id < other.id : title.isBefore(other.title)
  }

  /// Puts the revisions in their order, and takes the title of the newest.
  fileprivate mutating func tidy() {
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
