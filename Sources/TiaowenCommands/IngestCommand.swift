import ArgumentParser
import Library
import SystemPackage

/// `tiaowen ingest`: reads files and folders into the library.
struct IngestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Read files and folders into the library.",
    discussion: """
      Reads text, HTML, Word (.docx), Markdown and PDF, found by their content. In folders, \
      hidden files, empty files, links that lead nowhere and files of other forms are passed over. \
      A file that is named here and cannot be read, and a damaged one anywhere, is a failure (exit \
      code 2); the others are read all the same. Files that have not changed since they were read \
      are skipped. The library changes at the end, all at once.
      """)

  @OptionGroup var library: LibraryOption
  @OptionGroup(title: "What texts lack") var supplied: SuppliedMetadata

  @Option(help: "text for people, json for one object.")
  var format = OutputFormat.text

  @Argument(help: "Files and folders.")
  var paths: [String]

  func run() throws {
    let interruption = Interruption(of: library.path)
    defer { interruption.end() }
    var walk = SourceWalk { LibraryReader.isLibrary($0.string) }
    for path in PathArguments.paths(of: paths) { walk.add(path) }
    var report = IngestReport(library: library.path.asText)
    for failure in walk.passedOver { report.passOver(failure) }
    for failure in walk.failures { report.fail(failure) }
    do {
      try ingest(walk.files, interruption, &report)
    } catch let error as LibraryError {
      throw Failure(error)
    }
    var output = StandardOutput()
    if report.hasRead || format == .json {
      output.write(format == .json ? report.json : report.lines)
    }
    output.flush()
    guard report.hasRead else { throw nothingRead(report) }
    if report.failedCount > 0 { throw ExitCode(2) }
  }

  private func nothingRead(_ report: IngestReport) -> any Error {
    guard report.failedCount == 0 else { return ExitCode(2) }
    return Failure(
      place: paths.joined(separator: ", "), message: Sentences.current.text(.nothingToRead),
      help: Sentences.current.text(.nothingToReadHelp))
  }

  private func ingest(
    _ files: [SourceWalk.File], _ interruption: Interruption, _ report: inout IngestReport
  ) throws {
    let supplement = supplied.supplement
    let known = supplement.isEmpty ? try knownHashes() : [:]
    var progress = Progress(total: files.count)
    var done = 0
    // Made for the first file that was read: an ingest that finds none leaves
    // no empty library behind.
    var writer: LibraryWriter?
    try OrderedWork.run(files) { file in
      IngestedFile(file, known: known)
    } consume: { file, outcome in
      done += 1
      progress.show(done: done, path: file.path.asText)
      if case .failed = outcome { progress.clear() }
      if case .read(let split, let text, let source) = outcome {
        let open = try writer ?? LibraryWriter(directory: library.path.string)
        try open.add(split, text: text, source: source, supplement: supplement)
        writer = open
      }
      report.add(outcome)
    }
    progress.clear()
    interruption.finish()
    try writer?.commit()
    if report.hasRead { report.count(try LibraryReader(directory: library.path.string)) }
  }

  /// What the library's files were when they were read.
  private func knownHashes() throws -> [String: ContentHash] {
    guard LibraryReader.isLibrary(library.path.string) else { return [:] }
    let reader = try LibraryReader(directory: library.path.string)
    var hashes: [String: ContentHash] = [:]
    for index in 0..<reader.sourceCount {
      hashes[reader.path(ofSourceAt: index)] = reader.hash(ofSourceAt: index)
    }
    return hashes
  }
}
