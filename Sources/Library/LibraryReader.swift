internal import NgramIndex
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
  /// Of each segment the number of each of its revisions, or `UInt32.max` for one
  /// removed; of no segment where few are asked for.
  private let revisionNumbers: [[UInt32]]

  /// What a library is opened for.
  enum Purpose {
    /// Everything may be asked for.
    case reading
    /// Little is: nothing is read before, and what was read is believed only when
    /// `damage` says `nil`.
    case changing
  }

  /// Opens the library in a directory.
  public init(directory: String) throws(LibraryError) {
    try self.init(directory: directory, for: .reading)
  }

  init(directory: String, for purpose: Purpose) throws(LibraryError) {
    guard !directory.isEmpty else { throw LibraryError(directory, .missing) }
    let files = LibraryFiles(directory: directory)
    var earlier: ContentHash?
    while true {
      let file = try files.readManifest()
      do throws(LibraryError) {
        let manifest = try Manifest(file, in: files)
        if purpose == .reading { try manifest.catalogue?.verify() }
        segments = try Self.segments(of: manifest, files)
        self.directory = directory
        self.manifest = manifest
        revisionNumbers =
          purpose == .reading ? Self.revisionNumbers(of: manifest, segments) : []
        return
      } catch {
        // A writer may have removed a file since we read the manifest, which
        // then is a new one.
        guard error.reason == .fileMissing, file.fingerprint != earlier else { throw error }
        earlier = file.fingerprint
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
    for row in manifest.file.segments { segments.append(try Segment(row, in: files)) }
    return segments
  }

  private static func revisionNumbers(
    of manifest: Manifest, _ segments: [Segment]
  ) -> [[UInt32]] {
    var numbers = segments.map { [UInt32](repeating: .max, count: $0.revisionCount) }
    manifest.forEachPlace { revision, number, index in
      guard let segment = manifest.segment(numbered: number), index < numbers[segment].count
      else { return }
      numbers[segment][index] = UInt32(truncatingIfNeeded: revision)
    }
    return numbers
  }

  /// Makes ready for many queries: brings what is not too large into memory, and
  /// compares it with its checksums, at once and not page by page.
  public func load() {
    let byteCount = segments.reduce(0) { $0 + $1.file.file.bytes.count }
    guard byteCount <= Self.mostLoadedBytes else { return }
    for segment in segments { segment.file.file.load() }
  }

  /// Of larger libraries most queries use a small part.
  private static let mostLoadedBytes = 1 << 28

  /// The first damage in what was read so far, or `nil`.
  ///
  /// Files are compared with their checksums page by page, when they are first
  /// used. Nothing that was read may be believed before this says `nil`; what
  /// reads on behalf of others ends with `checkDamage()`.
  package var damage: LibraryError? {
    for segment in segments {
      if let damage = segment.damage { return damage }
    }
    return manifest.catalogue?.damage
  }

  /// Throws if anything that was read so far is damaged.
  package func checkDamage() throws(LibraryError) {
    if let damage { throw damage }
  }

  func checked<Value>(_ value: Value) throws(LibraryError) -> Value {
    try checkDamage()
    return value
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
    let kinds = segment.nodes(of: place.index).map { segment.ownOutline(of: $0).kind }
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
    guard let segment = manifest.segment(numbered: place.segment),
      place.index < segments[segment].revisionCount
    else { return nil }
    return (segment, place.index)
  }

  /// The number of a segment's revision in the library, or `nil` for one removed.
  package func number(ofRevision index: Int, inSegment segment: Int) -> Int? {
    guard segment < revisionNumbers.count else {
      return manifest.revision(index, inSegment: manifest.file.segments[segment].number)
    }
    let numbers = revisionNumbers[segment]
    guard index < numbers.count, numbers[index] != .max else { return nil }
    return Int(numbers[index])
  }

  /// The regulation of a revision.
  package func regulation(ofRevision number: Int) -> Int { manifest.regulation(ofRevision: number) }
}
