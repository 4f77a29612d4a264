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
    guard !directory.isEmpty else { throw LibraryError(directory, .missing) }
    if files.hasManifest { _ = try files.readManifest() }
    guard !files.hasLostManifest else {
      throw LibraryError(files.manifest, .damaged(detail: "the file is missing"))
    }
    try files.makeDirectory()
    lock = try WriterLock(files)
    isChanged = !files.hasManifest
    if isChanged {
      catalogue = Catalogue()
      register = RegulationRegister(catalogue, [:])
    } else {
      let reader = try LibraryReader(directory: directory)
      catalogue = try reader.catalogue()
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

  /// Adds what a source gave, and says of each regulation how it was filed.
  ///
  /// What the path gave before stays, as earlier revisions, but for texts that
  /// this source only corrects. A text that the library holds already is not
  /// stored again. `text` is what was split; rejected text is copied from it.
  @discardableResult
  public func add(
    _ split: SplitDocument, text: SourceText, source: SourceFile
  ) throws(LibraryError) -> [FiledRevision] {
    let document = Catalogue.Place(
      segment: catalogue.nextSegment, document: builder.documentCount, hash: source.hash)
    let earlier = catalogue.sources[source.path]
    let old = earlier.map { catalogue.revisions(of: $0) } ?? []
    if let earlier { catalogue.former[source.path, default: []].append(earlier) }
    catalogue.sources[source.path] = document
    var filed: [FiledRevision] = []
    builder.begin(source, SourceRemainder(split, of: text))
    for revision in split.regulations {
      let place = Catalogue.RevisionPlace(
        segment: document.segment, document: document.document, index: builder.revisionCount)
      filed.append(register.file(revision, place, old, in: &catalogue, builder))
      if filed.last?.outcome != .known { builder.add(revision) }
    }
    builder.end()
    isChanged = true
    if builder.textCount > Self.largestSegment { try writeSegment() }
    return filed
  }

  /// Removes a source and all it ever gave; `false` when there is none of this path.
  @discardableResult
  public func remove(sourceAt path: String) -> Bool {
    guard let current = catalogue.sources[path] else { return false }
    for document in catalogue.former[path, default: []] + [current] {
      for index in catalogue.regulations.indices {
        catalogue.regulations[index].revisions.removeAll { $0.place.isOf(document) }
      }
    }
    catalogue.sources[path] = nil
    catalogue.former[path] = nil
    isChanged = true
    return true
  }

  /// Writes what was added, and makes it the library.
  public func commit() throws(LibraryError) {
    guard isChanged else { return }
    if let damage = register.damage { throw damage }
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

  private func writeSegment() throws(LibraryError) {
    let number = catalogue.nextSegment
    let revisionCount = builder.revisionCount
    guard number < 0x7FFF_FFFF, !builder.isTooLarge else {
      throw LibraryError(files.directory, .tooLarge)
    }
    let built = SegmentFile.pieces(of: builder.finish())
    builder = SegmentBuilder()
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
    let live = Set(catalogue.regulations.flatMap { $0.revisions }.map { $0.place })
    let documents = catalogue.documents
    catalogue.former = [:]
    for (path, place) in documents {
      let isCurrent = catalogue.sources[path] == place
      var new = place
      if let segment = segments[place.segment] {
        new.segment = catalogue.nextSegment
        new.document = builder.documentCount
        let old = segment.revisions(of: place.document).map {
          Catalogue.RevisionPlace(segment: place.segment, document: place.document, index: $0)
        }.filter { live.contains($0) }
        for (offset, revision) in old.enumerated() {
          moved[revision] = .init(
            segment: new.segment, document: new.document, index: builder.revisionCount + offset)
        }
        builder.add(
          segment.file(of: place.document), segment.remainder(of: place.document),
          old.map { segment.revision(at: $0.index) })
      }
      if isCurrent {
        catalogue.sources[path] = new
      } else {
        catalogue.former[path, default: []].append(new)
      }
    }
    for number in numbers {
      if let damage = segments[number]?.damage { throw damage }
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
