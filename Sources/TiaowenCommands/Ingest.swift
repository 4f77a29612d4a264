import ChineseText
import Library
import Splitting
import SystemPackage

/// An ingest at work: what the library knows, and the transaction on it.
struct Ingest {
  private let library: LibraryOption
  private let filing: Filing
  private let supplement: Supplement
  private let options: WriterOptions
  /// The library as it was, if there was one.
  private let before: LibraryReader?
  /// What is gone of each folder that is synchronised.
  private var vanished: [VanishedSources] = []
  private var gone = GoneFiles()
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

  /// Looks for files that are gone from folders.
  ///
  /// What is added after this may be what is gone, under another name.
  mutating func lookForVanished(in folders: [FilePath]) {
    var sources = before?.sourcePaths ?? []
    for folder in folders {
      let vanished = VanishedSources(of: sources, in: folder)
      // A folder may be named twice, or stand in another one that is.
      let found = Set(vanished.gone + vanished.unreachable)
      sources.removeAll { found.contains($0) }
      self.vanished.append(vanished)
      for source in vanished.gone { gone.add(source, before?.hash(ofSource: source)) }
    }
  }

  /// Reads files and adds what has changed.
  mutating func add(_ files: [SourceWalk.File], _ report: inout IngestReport) throws {
    let isTold = filing != .automatic || !supplement.isEmpty
    let known = KnownFiles(
      library: isTold ? nil : before, gone: isTold ? [] : gone.hashes)
    var progress = Progress(total: files.count)
    defer { progress.clear() }
    var done = 0
    try OrderedWork.run(files) { file in
      IngestedFile(file, known: known)
    } consume: { file, outcome in
      done += 1
      progress.show(done: done, path: file.path.asText)
      var outcome = outcome
      if case .moved(let hash) = outcome {
        let isMoved = try move(to: file.path.asText, hash, nil, &report)
        // Of two files that one became, the second is a copy.
        outcome = isMoved ? .unchanged : IngestedFile(file, known: KnownFiles())
      }
      if case .failed = outcome { progress.clear() }
      report.add(outcome)
      guard case .read(let split, let text, let source) = outcome else { return }
      do throws(LibraryError) {
        if before?.hash(ofSource: source.path) == nil {
          _ = try move(to: source.path, source.hash, split, &report)
        }
        let filed = try openWriter().add(
          split, text: text, source: source, filing: filing, supplement: supplement)
        report.add(filed, from: source.path)
      } catch {
        guard case .severalRegulations = error.reason else { throw error }
        progress.clear()
        report.fail(Failure(error, at: source.path))
      }
    }
  }

  /// Makes everything the library.
  mutating func finish(_ report: inout IngestReport) throws {
    for vanished in vanished { report.add(vanished) }
    try writer?.commit()
    guard LibraryReader.isLibrary(library.path.string) else { return }
    try report.count(LibraryReader(directory: library.path.string))
  }
}

// MARK: - Files that are gone

extension Ingest {
  /// Makes a new file go on with one that is gone, if that held the same bytes,
  /// or almost the same text; says whether there is one.
  private mutating func move(
    to path: String, _ hash: ContentHash, _ split: SplitDocument?, _ report: inout IngestReport
  ) throws(LibraryError) -> Bool {
    guard !gone.paths.isEmpty else { return false }
    let writer = try openWriter()
    var found = gone.path(of: hash)
    if found == nil, let split {
      found = try writer.source(continuedBy: split, among: gone.paths)
    }
    guard let found, try writer.move(sourceAt: found, to: path) else { return false }
    gone.remove(found)
    report.add(moved: found, to: path)
    return true
  }

  /// Removes what files gave that are gone for good, if that is wanted and if it
  /// is sure.
  mutating func removeVanished(
    _ options: SyncOptions, _ report: inout IngestReport
  ) throws {
    for index in vanished.indices { vanished[index].keep(gone.paths) }
    report.isDeleting = options.isDeleting
    guard options.isDeleting else { return }
    for vanished in vanished where !vanished.gone.isEmpty {
      if vanished.isDoubtful, !options.isForced {
        report.fail(Failure(doubtful: vanished))
        continue
      }
      let writer = try openWriter()
      for source in vanished.gone {
        report.add(removed: try writer.remove(sourceAt: source) ?? [])
      }
    }
  }
}

/// Files that are gone and were not found under another path.
private struct GoneFiles {
  private(set) var paths: Set<String> = []
  private var pathsOfHash: [ContentHash: [String]] = [:]

  /// The fingerprints that they had.
  var hashes: Set<ContentHash> { Set(pathsOfHash.keys) }

  mutating func add(_ path: String, _ hash: ContentHash?) {
    paths.insert(path)
    if let hash { pathsOfHash[hash, default: []].append(path) }
  }

  /// The first path of the files that had a fingerprint.
  func path(of hash: ContentHash) -> String? {
    pathsOfHash[hash]?.first { paths.contains($0) }
  }

  mutating func remove(_ path: String) { paths.remove(path) }
}

extension Failure {
  /// Files that seem to be gone and may only be out of reach.
  fileprivate init(doubtful vanished: VanishedSources) {
    let sentences = Sentences.current
    let folder = vanished.folder.asText
    let message =
      vanished.gone.count == vanished.sourceCount
      ? sentences.text(.allGone, vanished.gone.count)
      : sentences.text(.emptied, sentences.list(vanished.emptied.map(\.shown)))
    self.init(place: folder, message: message, help: sentences.text(.doubtfulHelp))
  }
}
