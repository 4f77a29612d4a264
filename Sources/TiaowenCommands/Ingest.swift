import Library
import SystemPackage

/// An ingest at work: what the library knows, and the transaction on it.
struct Ingest {
  private let library: LibraryOption
  private let filing: Filing
  private let supplement: Supplement
  private let options: WriterOptions
  /// The library as it was, if there was one.
  private let before: LibraryReader?
  /// Sources whose texts may have gone with those that were removed.
  private var doubtful: [SourceFile] = []
  // Made for the first change: an ingest that finds nothing leaves no empty
  // library behind.
  private var writer: LibraryWriter?

  /// An ingest into a library.
  init(
    into library: LibraryOption, filing: Filing, supplement: Supplement, _ options: WriterOptions
  ) throws {
    self.library = library
    self.options = options
    self.filing = filing
    self.supplement = supplement
    let isThere = LibraryReader.isLibrary(library.path.string)
    before = isThere ? try LibraryReader(directory: library.path.string) : nil
  }

  private mutating func openWriter() throws(LibraryError) -> LibraryWriter {
    if let writer { return writer }
    let opened = try LibraryWriter(directory: library.path.string, patience: options.patience)
    writer = opened
    return opened
  }

  /// Reads files and adds what has changed.
  mutating func add(_ files: [SourceWalk.File], _ report: inout IngestReport) throws {
    let isTold = filing != .automatic || !supplement.isEmpty
    let known = KnownFiles(library: isTold ? nil : before, doubtful: Set(doubtful.map(\.path)))
    let files = files + doubtfulFiles(besides: files)
    var progress = Progress(total: files.count)
    var done = 0
    try OrderedWork.run(files) { file in
      IngestedFile(file, known: known)
    } consume: { file, outcome in
      done += 1
      progress.show(done: done, path: file.path.asText)
      if case .failed = outcome { progress.clear() }
      report.add(outcome)
      guard case .read(let split, let text, let source) = outcome else { return }
      do throws(LibraryError) {
        let filed = try openWriter().add(
          split, text: text, source: source, filing: filing, supplement: supplement)
        report.add(filed, from: source.path)
      } catch {
        guard case .severalRegulations = error.reason else { throw error }
        progress.clear()
        report.fail(Failure(error, at: source.path))
      }
    }
    progress.clear()
  }

  /// Files that are no part of this ingest and must be read again.
  private func doubtfulFiles(besides files: [SourceWalk.File]) -> [SourceWalk.File] {
    let paths = Set(files.map { $0.path.asText })
    return doubtful.filter { !paths.contains($0.path) && $0.isAsItWas }.map {
      SourceWalk.File(path: $0.location, isNamed: false)
    }
  }

  /// Looks for files that are gone from folders, and removes what they gave if
  /// that is wanted.
  mutating func synchronize(
    with walk: SourceWalk, deleting options: SyncOptions, _ report: inout IngestReport
  ) throws {
    var sources = before?.sourcePaths ?? []
    for folder in walk.folders {
      let vanished = VanishedSources(of: sources, in: folder)
      // A folder may be named twice, or stand in another one that is.
      let found = Set(vanished.gone + vanished.unreachable)
      sources.removeAll { found.contains($0) }
      report.add(vanished)
      guard options.isDeleting, !vanished.gone.isEmpty else { continue }
      if vanished.isDoubtful, !options.isForced {
        report.fail(Failure(doubtful: vanished))
        continue
      }
      try remove(vanished.gone, &report)
    }
  }

  /// Removes sources.
  ///
  /// A file that was only renamed or copied is read again: the library kept its
  /// text once, as that of the source that goes.
  private mutating func remove(_ sources: [String], _ report: inout IngestReport) throws {
    let reader = try LibraryReader(directory: library.path.string)
    let writer = try openWriter()
    for source in sources { report.add(removed: try writer.remove(sourceAt: source) ?? []) }
    let giving = Set(reader.storedRevisions(from: Set(reader.sourcePaths)).map(\.path))
    for index in 0..<reader.sourceCount {
      let path = reader.path(ofSourceAt: index)
      guard !giving.contains(path), !sources.contains(path) else { continue }
      if let source = try reader.source(at: index) { doubtful.append(source) }
    }
  }

  /// Makes everything the library.
  mutating func finish(_ report: inout IngestReport) throws {
    try writer?.commit()
    guard LibraryReader.isLibrary(library.path.string) else { return }
    try report.count(LibraryReader(directory: library.path.string))
  }
}

extension Failure {
  /// Files that seem to be gone and may only be out of reach.
  fileprivate init(doubtful vanished: VanishedSources) {
    let sentences = Sentences.current
    let folder = vanished.folder.asText
    let message =
      vanished.gone.count == vanished.sourceCount
      ? sentences.text(.allGone, vanished.gone.count)
      : sentences.text(.emptied, vanished.emptied.map(\.shown).joined(separator: ", "))
    self.init(place: folder, message: message, help: sentences.text(.doubtfulHelp))
  }
}
