import ArgumentParser
import ChineseText
import Comparison
import Library
import Publishing
import SystemPackage

/// `tiaowen diff`: what changed from one revision to another.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration("diff", .aboutDiff, .moreAboutDiff)

  @OptionGroup var library: LibraryOption

  @Option(help: .init(.diffFormatHelp, "form"))
  var format = DiffFormat.text

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
    let day = try CalendarDate.today()
    let sides = DiffSides(library: library, part: part, day: day)
    let (before, after) = try sides.read(old, new)
    let comparison = RevisionComparison(before.revision, after.revision)
    let report = ComparisonReport(
      comparison, oldName: before.name, newName: after.name,
      staleCitations: try staleCitations(of: comparison, after, on: day))
    var output = StandardOutput()
    switch format {
    case .json:
      var json = JSONWriter()
      DiffJSON(report).write(to: &json)
      output.write(json.bytes)
    case .html: output.write(ComparisonPage(report).html)
    case .text:
      let text = DiffText(
        report, showsAll: all, showsReferences: references, terminal: .output)
      output.write(text.lines)
    }
    output.flush()
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
    if let part, part < 1 { throw ValidationError(Sentences.current.text(.partFromOne)) }
  }
}
