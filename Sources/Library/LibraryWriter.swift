public import ChineseText
internal import Regulations
public import Splitting

/// A transaction that changes a library: all of it is seen at once, or none.
///
/// Only one writer at a time has a library; readers go on with what they opened.
/// What is added goes into new files, and `commit()` puts them in place with one
/// rename, so that a crash at any point leaves the old library.
public final class LibraryWriter {
  /// Texts of more UTF-16 units go into a segment of their own before the commit.
  private static let largestSegment = 1 << 26

  private let files: LibraryFiles
  private let lock: WriterLock
  private var catalogue: Catalogue
  private var register: RegulationRegister
  private var builder = SegmentBuilder()
  private var isChanged: Bool

  /// Opens the library in a directory, or makes one there, for writing.
  public init(directory: String) throws(LibraryError) {
    files = LibraryFiles(directory: directory)
    try files.makeDirectory()
    lock = try WriterLock(files)
    guard !files.hasLostManifest else {
      throw LibraryError(files.manifest, .damaged(detail: "the file is missing"))
    }
    isChanged = !files.hasManifest
    if isChanged {
      catalogue = Catalogue()
      register = RegulationRegister(catalogue, [:])
    } else {
      let reader = try LibraryReader(directory: directory)
      catalogue = reader.catalogue()
      let segments = zip(catalogue.segments, reader.segments).map { ($0.number, $1) }
      register = RegulationRegister(catalogue, Dictionary(uniqueKeysWithValues: segments))
    }
    files.removeLeftovers(keeping: Set(catalogue.segments.map { $0.number }))
  }

  /// Whether a path gave exactly these bytes when it was added last.
  public func isUnchanged(path: String, hash: ContentHash) -> Bool {
    catalogue.sources[path]?.hash == hash
  }

  /// The paths of all sources in the library, in their order.
  public var sourcePaths: [String] { catalogue.sources.keys.sorted { $0.isBefore($1) } }

  /// Adds what a source gave.
  ///
  /// `text` is what was split; rejected text is copied from it. A revision that
  /// the path gave before gives way to one of the same title and day, which
  /// corrects it. All others stay: a file whose text was revised, or that holds
  /// another text now, takes nothing out of the library.
  public func add(
    _ split: SplitDocument, text: SourceText, source: SourceFile
  ) throws(LibraryError) {
    let (replaced, kept) = takeOut(source.path).divided { isCorrected($0, by: split.regulations) }
    try keep(kept, from: source.path)
    let first = builder.revisionCount
    let place = Catalogue.Place(
      segment: catalogue.nextSegment, document: builder.documentCount, hash: source.hash)
    catalogue.sources[source.path] = place
    builder.add(source, SourceRemainder(split, of: text), split.regulations)
    for (offset, revision) in split.regulations.enumerated() {
      register.add(
        revision, Catalogue.RevisionPlace(segment: place.segment, index: first + offset),
        from: source.path, replacing: replaced, in: &catalogue, builder)
    }
    isChanged = true
    if builder.textCount > Self.largestSegment { try writeSegment() }
  }

  /// Removes a source and what it gave; `false` when there is none of this path.
  @discardableResult
  public func remove(sourceAt path: String) -> Bool {
    guard catalogue.sources[path] != nil else { return false }
    _ = takeOut(path)
    catalogue.sources[path] = nil
    isChanged = true
    return true
  }

  /// Writes what was added, and makes it the library.
  public func commit() throws(LibraryError) {
    guard isChanged else { return }
    if builder.documentCount > 0 { try writeSegment() }
    catalogue.tidy()
    try merge()
    catalogue.tidy()
    try files.write([catalogue.encoded()], to: files.manifest)
    files.synchronizeDirectory()
    files.removeLeftovers(keeping: Set(catalogue.segments.map { $0.number }))
    register.reset(catalogue)
    isChanged = false
  }

  /// Whether a revision gives way to a new text of its path.
  private func isCorrected(_ old: RegulationRegister.Replaced, by new: [Revision]) -> Bool {
    let title = FoldedText(catalogue.regulations[old.regulation].title).units
    return new.contains {
      FoldedText($0.title).units == title && RevisionDates($0.metadata).day == old.row.dates.day
    }
  }

  /// Files revisions of a path, whose file holds another text now, under a path
  /// of their own: the old one with the beginning of its fingerprint.
  private func keep(
    _ revisions: [RegulationRegister.Replaced], from path: String
  ) throws(LibraryError) {
    guard let first = revisions.first, let place = catalogue.sources[path],
      first.row.place.segment < catalogue.nextSegment
    else { return }
    let segment = try Segment(path: files.segment(place.segment))
    var file = segment.file(of: place.document)
    file.path = "\(path)@\(place.hash.description.prefix(8))"
    guard catalogue.sources[file.path] == nil else { return }
    let start = builder.revisionCount
    catalogue.sources[file.path] = Catalogue.Place(
      segment: catalogue.nextSegment, document: builder.documentCount, hash: place.hash)
    builder.add(
      file, segment.remainder(of: place.document),
      revisions.map { segment.revision(at: $0.row.place.index) })
    for (offset, old) in revisions.enumerated() {
      var row = old.row
      row.place = Catalogue.RevisionPlace(segment: catalogue.nextSegment, index: start + offset)
      row.source = file.path
      catalogue.regulations[old.regulation].revisions.append(row)
    }
  }

  /// Takes the revisions that a path gave out of their regulations.
  private func takeOut(_ path: String) -> [RegulationRegister.Replaced] {
    guard catalogue.sources[path] != nil else { return [] }
    var replaced: [RegulationRegister.Replaced] = []
    for index in catalogue.regulations.indices {
      let rows = catalogue.regulations[index].revisions.filter { $0.source == path }
      guard !rows.isEmpty else { continue }
      replaced += rows.map { .init(regulation: index, row: $0) }
      catalogue.regulations[index].revisions.removeAll { $0.source == path }
    }
    return replaced
  }

  private func writeSegment() throws(LibraryError) {
    let number = catalogue.nextSegment
    let revisionCount = builder.revisionCount
    let built = SegmentFile.pieces(of: builder.finish())
    builder = SegmentBuilder()
    guard number < 0x7FFF_FFFF else { throw LibraryError(files.directory, .tooLarge) }
    if !files.hasManifest { try files.write([Catalogue().encoded()], to: files.manifest) }
    try files.write(built.pieces, to: files.segment(number))
    register.add(try Segment(path: files.segment(number)), number: number)
    catalogue.segments.append(
      Catalogue.SegmentRow(
        number: number, revisionCount: revisionCount,
        byteCount: built.pieces.reduce(0) { $0 + $1.count }, fingerprint: built.fingerprint))
    catalogue.nextSegment += 1
  }
}

extension [RegulationRegister.Replaced] {
  /// The members that satisfy a test, and the others.
  fileprivate func divided(
    by test: (RegulationRegister.Replaced) -> Bool
  ) -> (satisfying: Self, others: Self) {
    (filter(test), filter { !test($0) })
  }
}

// MARK: - Merging

extension LibraryWriter {
  /// With more segments than this, the small ones become one.
  private static let mostSegments = 8
  private static let smallSegment = 1 << 26

  /// Writes segments anew that are many and small, or mostly removed.
  private func merge() throws(LibraryError) {
    let numbers = segmentsToMerge()
    guard !numbers.isEmpty else { return }
    var segments: [Int: Segment] = [:]
    for number in numbers { segments[number] = try Segment(path: files.segment(number)) }
    var moved: [Catalogue.RevisionPlace: Catalogue.RevisionPlace] = [:]
    for path in sourcePaths {
      guard let place = catalogue.sources[path], let segment = segments[place.segment] else {
        continue
      }
      let indices = segment.revisions(of: place.document)
      for (offset, index) in indices.enumerated() {
        moved[.init(segment: place.segment, index: index)] = .init(
          segment: catalogue.nextSegment, index: builder.revisionCount + offset)
      }
      catalogue.sources[path] = Catalogue.Place(
        segment: catalogue.nextSegment, document: builder.documentCount, hash: place.hash)
      builder.add(
        segment.file(of: place.document), segment.remainder(of: place.document),
        indices.map { segment.revision(at: $0) })
    }
    catalogue.move(moved)
    if builder.documentCount > 0 { try writeSegment() }
  }

  private func segmentsToMerge() -> [Int] {
    let live = catalogue.regulations.reduce(into: [Int: Int]()) { counts, regulation in
      for row in regulation.revisions { counts[row.place.segment, default: 0] += 1 }
    }
    let small = catalogue.segments.filter { $0.byteCount < Self.smallSegment }
    if small.count > Self.mostSegments { return small.map { $0.number } }
    return catalogue.segments.filter { segment in
      segment.revisionCount > 0 && 2 * live[segment.number, default: 0] < segment.revisionCount
    }.map { $0.number }
  }
}
