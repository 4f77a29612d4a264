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
  ///
  /// A segment is made in memory, which takes some twenty bytes a unit. Searching
  /// costs a little for each segment, so that they should not be smaller.
  static let largestSegment = 3 << 22

  let files: LibraryFiles
  private let lock: WriterLock
  var catalogue: Catalogue
  var register: RegulationRegister
  var builder = SegmentBuilder()
  var isChanged: Bool
  /// The files of this change.
  private var written: [WrittenFile] = []
  /// Why a commit came to nothing; then what was added is in disorder.
  private var failure: LibraryError?
  /// Whether a commit has replaced what the catalogue was read from.
  private var isStale = false
  private let cataloguePolicy: CataloguePolicy
  /// The number of the catalogue file of the manifest that is in place.
  private var catalogueNumber: Int?
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

  /// Opens a library whose catalogue is written as a policy says.
  package convenience init(
    directory: String, cataloguePolicy: CataloguePolicy
  ) throws(LibraryError) {
    try self.init(directory: directory, calls: .system, cataloguePolicy: cataloguePolicy)
  }

  init(
    directory: String, patience: WriterPatience = .none, calls: FileCalls,
    cataloguePolicy: CataloguePolicy = CataloguePolicy()
  ) throws(LibraryError) {
    self.cataloguePolicy = cataloguePolicy
    files = LibraryFiles(directory: directory, calls: calls)
    guard !directory.isEmpty else { throw LibraryError(directory, .missing) }
    if files.hasManifest { _ = try files.readManifest() }
    guard !files.hasLostManifest else {
      throw LibraryError(files.manifest, .fileMissing)
    }
    try files.makeDirectory()
    lock = try WriterLock(files, patience)
    isChanged = !files.hasManifest
    catalogue = Catalogue(isChanged ? nil : try LibraryReader(directory: directory, for: .changing))
    register = RegulationRegister(catalogue)
    catalogueNumber = catalogue.stored?.manifest.file.catalogue?.number
    if let file = catalogue.stored?.manifest.file { files.renewCopy(of: file) }
    removeLeftovers()
  }

  /// Opens a library of which some files may be damaged, and gives these up.
  init(
    repairing files: LibraryFiles, _ patience: WriterPatience,
    cataloguePolicy: CataloguePolicy = CataloguePolicy()
  ) throws(LibraryError) {
    self.files = files
    self.cataloguePolicy = cataloguePolicy
    guard files.hasManifest || files.hasLostManifest else {
      throw LibraryError(files.directory, .missing)
    }
    lock = try WriterLock(files, patience)
    let found = try UsableManifest(files)
    let opened = try UsableSegments(of: found.manifest, files)
    catalogue = Catalogue(decoding: found.manifest)
    catalogue.nextNumber = max(catalogue.nextNumber, files.lastNumber + 1)
    register = RegulationRegister(
      catalogue, opened.segments.filter { !opened.damaged.contains($0.key) })
    repair.damage = found.errors + opened.errors
    isChanged = !repair.damage.isEmpty
    salvage(opened.segments, opened.damaged)
    repair.keptCount = catalogue.regulations.reduce(0) { $0 + $1.revisions.count }
    if builder.documentCount > 0 { try writeSegment() }
    register.reset(catalogue)
  }

  /// Whether a path gave exactly these bytes when it was added last.
  public func isUnchanged(path: String, hash: ContentHash) -> Bool {
    catalogue.source(at: path)?.place.hash == hash
  }

  /// The paths of all sources in the library, in their order.
  public var sourcePaths: [String] { catalogue.sources.paths }

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
    removeLeftovers()
    isChanged = false
  }

  private func removeLeftovers() {
    files.removeLeftovers(keeping: catalogue.segments.map { $0.number }, catalogue: catalogueNumber)
  }

  private func writeAll() throws(LibraryError) {
    isStale = true
    catalogue.tidy()
    let hasMerged = try merge()
    if builder.documentCount > 0 { try writeSegment() }
    catalogue.tidy()
    let manifest = try writeCatalogue(isLate: hasMerged)
    if let damage = register.damage ?? catalogue.stored?.damage { throw damage }
    try files.replaceManifest(with: manifest, after: written)
    written = []
  }

  /// Writes a new catalogue file if one is due, and returns the bytes of the manifest.
  private func writeCatalogue(isLate: Bool) throws(LibraryError) -> [UInt8] {
    let draft = CatalogueDraft(catalogue)
    let changes = draft.changes()
    guard draft.isDue(cataloguePolicy, here: changes, isLate: isLate) else {
      catalogueNumber = catalogue.stored?.manifest.file.catalogue?.number
      return draft.manifest(changes)
    }
    let whole = draft.whole()
    guard whole.byteCount > cataloguePolicy.smallest else {
      catalogueNumber = nil
      return draft.manifest(whole: whole)
    }
    let number = catalogue.nextNumber
    guard number < 0x7FFF_FFFF, !whole.isTooLarge else {
      throw LibraryError(files.directory, .tooLarge)
    }
    let built = CatalogueFile.pieces(of: whole.finish())
    written += try files.writeCatalogue(built.pieces, number)
    catalogueNumber = number
    return draft.manifest(whole: whole, in: (number, built.fingerprint))
  }

  /// Reads the library anew after a commit, before it is changed again.
  func prepare() throws(LibraryError) {
    guard isStale else { return }
    catalogue = Catalogue(try LibraryReader(directory: files.directory, for: .changing))
    register = RegulationRegister(catalogue)
    isStale = false
  }

  func writeSegment() throws(LibraryError) {
    let number = catalogue.nextNumber
    let revisionCount = builder.revisionCount
    guard number < 0x7FFF_FFFF, !builder.isTooLarge else {
      throw LibraryError(files.directory, .tooLarge)
    }
    let built = SegmentFile.pieces(of: exchange(&builder, with: SegmentBuilder()).finish())
    if !files.hasManifest { try files.replaceManifest(with: CatalogueDraft.empty) }
    written.append(try files.write(built.pieces, to: files.segment(number)))
    register.add(try Segment(path: files.segment(number)), number: number)
    catalogue.segments.append(
      Catalogue.SegmentRow(
        number: number, revisionCount: revisionCount,
        byteCount: built.pieces.reduce(0) { $0 + $1.count }, fingerprint: built.fingerprint))
    catalogue.nextNumber += 1
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
    try prepare()
    let told = try told(filing, of: split)
    var split = split
    let titles = split.regulations.map { $0.title }
    complete(&split, source.path, supplement)
    let document = Catalogue.Place(
      segment: catalogue.nextNumber, document: builder.documentCount, hash: source.hash)
    let earlier = catalogue.source(at: source.path)
    let oldPlaces = ownPlaces(ofCopiesAt: source.path)
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
        from: source.path, after: earlier, oldPlaces,
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
