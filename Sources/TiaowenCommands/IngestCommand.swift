import ArgumentParser
import ChineseText
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

      A text with the title of a regulation in the library is a revision of it when the two are \
      recognisably the same; otherwise it stands beside it. The report says how that was decided; \
      --revision-of and --new decide otherwise, and are remembered for the file.
      """)

  @OptionGroup var library: LibraryOption
  @OptionGroup(title: "Which regulation it is") var filing: FilingOptions
  @OptionGroup(title: "What texts lack") var supplied: SuppliedMetadata
  @OptionGroup(title: "What is gone") var sync: SyncOptions

  @Option(help: "text for people, json for one object.")
  var format = OutputFormat.text

  @Flag(help: "Name every text and file in the report, not only the first few of a kind.")
  var verbose = false

  @Argument(help: "Files and folders.")
  var paths: [String]

  func run() throws {
    let interruption = Interruption(of: library.path)
    defer { interruption.end() }
    var walk = SourceWalk { LibraryReader.isLibrary($0.string) }
    for path in PathArguments.paths(of: paths) { walk.add(path) }
    var report = IngestReport(library: library, isVerbose: verbose)
    for failure in walk.passedOver { report.passOver(failure) }
    for failure in walk.failures { report.fail(failure) }
    do {
      try ingest(walk, interruption, &report)
    } catch let error as LibraryError {
      throw Failure(error)
    }
    var output = StandardOutput()
    if report.hasNews || format == .json {
      output.write(format == .json ? report.json : report.lines)
    }
    output.flush()
    guard report.hasNews else { throw nothingRead(report) }
    if report.failedCount > 0 { throw ExitCode(2) }
  }

  private func nothingRead(_ report: IngestReport) -> any Error {
    guard report.failedCount == 0 else { return ExitCode(2) }
    return Failure(
      place: paths.joined(separator: ", "), message: Sentences.current.text(.nothingToRead),
      help: Sentences.current.text(.nothingToReadHelp))
  }

  private func ingest(
    _ walk: SourceWalk, _ interruption: Interruption, _ report: inout IngestReport
  ) throws {
    var ingest = try Ingest(
      into: library, filing: filing.filing(in: library), supplement: supplied.supplement)
    if sync.isWanted { try ingest.synchronize(with: walk, deleting: sync, &report) }
    try ingest.add(walk.files, &report)
    interruption.finish()
    try ingest.finish(&report)
  }
}

/// What the command line says of the regulation that files belong to.
struct FilingOptions: ParsableArguments {
  @Option(help: "The files give revisions of the regulation with this ID or title.")
  var revisionOf: String?

  @Flag(
    name: .customLong("new"), help: "The files give regulations that the library does not have.")
  var isNew = false

  func validate() throws {
    guard isNew, revisionOf != nil else { return }
    throw ValidationError(Sentences.current.text(.newOrRevision))
  }

  /// The same as the library takes it.
  func filing(in library: LibraryOption) throws -> Filing {
    guard let revisionOf else { return isNew ? .newRegulation : .automatic }
    let regulation = try RegulationName(revisionOf, in: revisionOf)
      .regulation(in: library.open(), on: CalendarDate.today(), command: "ingest")
    return .revision(of: regulation.id)
  }
}

/// What becomes of sources whose files are gone.
struct SyncOptions: ParsableArguments {
  @Flag(
    name: .customLong("sync"),
    help: "Say which files in these folders were read before and are gone now.")
  var isWanted = false

  @Flag(name: .customLong("delete"), help: "With --sync: remove from the library what they gave.")
  var isDeleting = false

  @Flag(
    name: .customLong("force"),
    help: "With --delete: also when a whole folder seems to be gone.")
  var isForced = false

  func validate() throws {
    guard isDeleting && !isWanted || isForced && !isDeleting else { return }
    throw ValidationError(Sentences.current.text(.deleteNeedsSync))
  }
}
