import ArgumentParser
import ChineseText
import Comparison
import Glibc
import Library
import SystemPackage

/// `tiaowen diff`: what changed from one revision to another.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration("diff", .aboutDiff, .moreAboutDiff)

  @OptionGroup var library: LibraryOption

  @Option(help: .init(.diffFormatHelp, "form"))
  var format = DiffFormat.text

  @Option(name: .shortAndLong, help: .init(.outputHelp, "file"))
  var output: String?

  @Flag(help: .init(.allChangesHelp))
  var all = false

  @Flag(help: .init(.referencesHelp))
  var references = false

  @Option(help: .init(.partHelp, "number"))
  var part: Int?

  @Argument(help: .init(.oldSideHelp))
  var old: String

  @Argument(help: .init(.newSideHelp))
  var new: String

  func run() throws {
    let file = try outputFile()
    let day = try CalendarDate.today()
    let sides = DiffSides(library: library, part: part, day: day)
    let (before, after) = try sides.read(old, new)
    let comparison = RevisionComparison(before.revision, after.revision)
    let report = ComparisonReport(
      comparison, oldName: before.name, newName: after.name,
      staleCitations: try staleCitations(of: comparison, after, on: day))
    try write(report, to: file)
    if !comparison.areVersions {
      StandardError.tell("diff", Sentences.current.text(.hardlyVersions))
    }
    let isRight = references ? report.referencesAreRight : comparison.isEqual
    if !isRight { throw ExitCode(1) }
  }

  /// What is to be mended in the other regulations of the library.
  ///
  /// Two files need no library; where there is none, or none that can be read, nothing
  /// is found for them.
  private func staleCitations(
    of comparison: RevisionComparison, _ newSide: DiffSide, on day: CalendarDate
  ) throws -> [StaleCitation] {
    let isFile = newSide.regulationID == nil
    if isFile, !LibraryReader.isLibrary(library.path.string) { return [] }
    do {
      let citing = CitingRegulations(reader: try library.open(), day: day)
      return try citing.staleCitations(of: comparison, newSide)
    } catch let failure as Failure where isFile {
      StandardError.tell("diff", Sentences.current.text(.citationsUnchecked, failure.lines))
      return []
    }
  }

  func validate() throws {
    let sentences = Sentences.current
    if let part, part < 1 { throw ValidationError(sentences.text(.partFromOne)) }
    if output == "" { throw ValidationError(sentences.text(.emptyOutput)) }
    if references, format.isTable {
      throw ValidationError(sentences.text(.referencesAreNoTable, format.rawValue))
    }
  }

  /// The file for the comparison, or `nil` for standard output.
  private func outputFile() throws -> OutputFile? {
    guard let output, output != "-" else {
      guard format == .docx, isatty(STDOUT_FILENO) == 1 else { return nil }
      let sentences = Sentences.current
      throw Failure(
        place: sentences.text(.standardOutput), message: sentences.text(.wordToTerminal),
        help: sentences.text(.wordToTerminalHelp))
    }
    let paths = PathArguments.paths(of: [output, old, new])
    return try OutputFile(paths[0], reading: Array(paths[1...]))
  }

  private func write(_ report: ComparisonReport, to file: OutputFile?) throws {
    let form = DiffOutput(
      report: report, format: format, showsAll: all, showsReferences: references,
      terminal: file == nil ? .output : .file)
    let bytes = try form.bytes()
    if let file { return try file.write(bytes) }
    var output = StandardOutput()
    output.write(bytes)
    output.flush()
  }
}
