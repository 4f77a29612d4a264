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
  private static let largestSegment = 1 << 25

  let files: LibraryFiles
  private let lock: WriterLock
  var catalogue: Catalogue
  var register: RegulationRegister
  var builder = SegmentBuilder()
  var isChanged: Bool
  /// Why a commit came to nothing; then what was added is in disorder.
  private var failure: LibraryError?
  /// Whether a commit has moved the rows that the register points to.
  private var isRegisterStale = false
  /// What was given up when the library was opened for repair.
  public internal(set) var repair = LibraryRepair()

  /// Opens the library in a directory, or makes one there, for writing.
  ///
  /// - Parameters:
  ///   - directory: The directory; it need not exist.
  ///   - patience: How long to wait for another writer.
  public convenience init(
    directory: String, patience: WriterPatience = .none
  ) throws(LibraryError) {
    try self.init(directory: directory, patience: patience, calls: .system)
  }

  init(
    directory: String, patience: WriterPatience = .none, calls: FileCalls
  ) throws(LibraryError) {
    files = LibraryFiles(directory: directory, calls: calls)
    guard !directory.isEmpty else { throw LibraryError(directory, .missing) }
    if files.hasManifest { _ = try files.readManifest() }
    guard !files.hasLostManifest else {
      throw LibraryError(files.manifest, .fileMissing)
    }
    try files.makeDirectory()
    lock = try WriterLock(files, patience)
    isChanged = !files.hasManifest
    if isChanged {
      catalogue = Catalogue()
      register = RegulationRegister(catalogue, [:])
    } else {
      let reader = try LibraryReader(directory: directory)
      catalogue = reader.manifest.catalogue()
      let segments = zip(catalogue.segments, reader.segments).map { ($0.number, $1) }
      register = RegulationRegister(catalogue, Dictionary(uniqueKeysWithValues: segments))
    }
    files.removeLeftovers(keeping: Set(catalogue.segments.map { $0.number }))
  }

  /// Opens a library of which some files may be damaged, and gives these up.
  init(repairing files: LibraryFiles, _ patience: WriterPatience) throws(LibraryError) {
    self.files = files
    guard files.hasManifest || files.hasLostManifest else {
      throw LibraryError(files.directory, .missing)
    }
    lock = try WriterLock(files, patience)
    var damage: [LibraryError] = []
    let manifest = try files.readManifestOrCopy(&damage)
    let opened = UsableSegments(of: manifest, files)
    catalogue = manifest.catalogue()
    catalogue.nextSegment = max(catalogue.nextSegment, files.lastSegment + 1)
    register = RegulationRegister(
      catalogue, opened.segments.filter { !opened.damaged.contains($0.key) })
    repair.damage = damage + opened.errors
    isChanged = !repair.damage.isEmpty
    salvage(opened.segments, opened.damaged)
    if builder.documentCount > 0 { try writeSegment() }
    register.reset(catalogue)
  }

  /// Whether a path gave exactly these bytes when it was added last.
  public func isUnchanged(path: String, hash: ContentHash) -> Bool {
    catalogue.source(at: path)?.place.hash == hash
  }

  /// The paths of all sources in the library, in their order.
  public var sourcePaths: [String] { catalogue.sources.map { $0.path } }

  /// Writes what was added, and makes it the library.
  ///
  /// When it returns, the library lasts through a power failure. When it throws,
  /// readers see the old library, or the new one if only its lasting is in
  /// doubt, and this writer is of no more use.
  public func commit() throws(LibraryError) {
    if let failure { throw failure }
    guard isChanged else { return }
    do throws(LibraryError) {
      try writeAll()
    } catch {
      failure = error
      throw error
    }
    files.removeLeftovers(keeping: Set(catalogue.segments.map { $0.number }))
    isChanged = false
  }

  private func writeAll() throws(LibraryError) {
    if let damage = register.damage { throw damage }
    isRegisterStale = true
    catalogue.tidy()
    try merge()
    if builder.documentCount > 0 { try writeSegment() }
    catalogue.tidy()
    try files.replaceManifest(with: catalogue.encoded())
  }

  /// Makes the register know the rows of the catalogue before they are changed.
  func prepareRegister() {
    guard isRegisterStale else { return }
    register.reset(catalogue)
    isRegisterStale = false
  }

  func writeSegment() throws(LibraryError) {
    let number = catalogue.nextSegment
    let revisionCount = builder.revisionCount
    guard number < 0x7FFF_FFFF, !builder.isTooLarge else {
      throw LibraryError(files.directory, .tooLarge)
    }
    let built = SegmentFile.pieces(of: builder.finish())
    builder = SegmentBuilder()
    if !files.hasManifest { try files.replaceManifest(with: Catalogue().encoded()) }
    try files.write(built.pieces, to: files.segment(number))
    register.add(try Segment(path: files.segment(number)), number: number)
    catalogue.segments.append(
      Catalogue.SegmentRow(
        number: number, revisionCount: revisionCount,
        byteCount: built.pieces.reduce(0) { $0 + $1.count }, fingerprint: built.fingerprint))
    catalogue.nextSegment += 1
  }
}

// MARK: - Adding

extension LibraryWriter {
  /// Adds what a source gave, and says of each regulation how it was filed.
  ///
  /// What the path gave before stays, as earlier revisions, but for texts that
  /// this source only corrects. A text that the library holds already is not
  /// stored again. What was told about the path before, by `filing` or
  /// `supplement`, holds again unless it is told anew.
  ///
  /// - Parameters:
  ///   - split: What the source gave.
  ///   - text: What was split; rejected text is copied from it.
  ///   - source: The file.
  ///   - filing: Which regulation the text belongs to. A source of several
  ///     regulations can be a revision of one only when a single one of them has
  ///     its title.
  ///   - supplement: What to fill in where a text is silent.
  @discardableResult
  public func add(
    _ split: SplitDocument, text: SourceText, source: SourceFile, filing: Filing = .automatic,
    supplement: Supplement = Supplement()
  ) throws(LibraryError) -> [FiledRevision] {
    prepareRegister()
    let told = try told(filing, of: split)
    var split = split
    let titles = split.regulations.map { $0.title }
    complete(&split, source.path, supplement)
    let document = Catalogue.Place(
      segment: catalogue.nextSegment, document: builder.documentCount, hash: source.hash)
    let earlier = catalogue.source(at: source.path)
    catalogue.give(document, from: source.path)
    catalogue.copies[source.path] = nil
    let keys = split.regulations.map { RegulationTitle($0.title).key }
    var filed: [FiledRevision] = []
    builder.begin(source, SourceRemainder(split, of: text))
    for (index, revision) in split.regulations.enumerated() {
      let new = NewText(
        revision,
        at: Catalogue.RevisionPlace(
          segment: document.segment, document: document.document, index: builder.revisionCount),
        from: source.path, after: earlier,
        isOnlyOfTitle: keys.count { $0 == keys[index] } == 1)
      let origin = Origin(title: titles[index], isOnly: titles.count == 1)
      filed.append(file(new, origin, told[index]))
    }
    builder.end()
    isChanged = true
    if builder.textCount > Self.largestSegment { try writeSegment() }
    return filed
  }
}
