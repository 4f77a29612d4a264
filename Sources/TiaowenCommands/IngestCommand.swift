import ArgumentParser
import ChineseText
import Library
import SystemPackage

/// `tiaowen ingest`: reads files and folders into the library.
struct IngestCommand: ParsableCommand {
  static let configuration = CommandConfiguration("ingest", .aboutIngest, .moreAboutIngest)

  @OptionGroup var library: LibraryOption
  @OptionGroup var writing: WriterOptions
  @OptionGroup(title: Sentences.current.text(.filingGroup)) var filing: FilingOptions
  @OptionGroup(title: Sentences.current.text(.suppliedGroup)) var supplied: SuppliedMetadata
  @OptionGroup(title: Sentences.current.text(.syncGroup)) var sync: SyncOptions

  @Option(help: .init(.formatHelp, "form"))
  var format = OutputFormat.text

  @Flag(help: .init(.verboseHelp))
  var verbose = false

  @Flag(help: .init(.repairHelp))
  var repair = false

  @Argument(help: .init(.pathsHelp, "path"))
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
      place: Sentences.current.list(paths), message: Sentences.current.text(.nothingToRead),
      help: Sentences.current.text(.nothingToReadHelp))
  }

  private func ingest(
    _ walk: SourceWalk, _ interruption: Interruption, _ report: inout IngestReport
  ) throws {
    if repair {
      let repair = try Repair(of: library, writing)
      StandardError.write(repair.lines)
      report.repair = repair
    }
    var ingest = try Ingest(
      into: library, filing: filing.filing(in: library), supplement: supplied.supplement, writing)
    if sync.isWanted { ingest.lookForVanished(in: walk.folders) }
    try ingest.add(walk.files, &report)
    try ingest.removeVanished(sync, &report)
    interruption.finish()
    try ingest.finish(&report)
  }
}

/// What the command line says of the regulation that files belong to.
struct FilingOptions: ParsableArguments {
  @Option(help: .init(.revisionOfHelp, "id"))
  var revisionOf: String?

  @Flag(
    name: .customLong("new"), help: .init(.newHelp))
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
    help: .init(.syncHelp))
  var isWanted = false

  @Flag(name: .customLong("delete"), help: .init(.deleteHelp))
  var isDeleting = false

  @Flag(
    name: .customLong("force"),
    help: .init(.forceHelp))
  var isForced = false

  func validate() throws {
    guard isDeleting && !isWanted || isForced && !isDeleting else { return }
    throw ValidationError(Sentences.current.text(.deleteNeedsSync))
  }
}
