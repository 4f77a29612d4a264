import ArgumentParser
import ChineseText
import Comparison
import Publishing

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
    let sides = DiffSides(library: library, part: part, day: try CalendarDate.today())
    let (before, after) = try sides.read(old, new)
    let comparison = RevisionComparison(before.revision, after.revision)
    let report = ComparisonReport(comparison, oldName: before.name, newName: after.name)
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
    let isRight = references ? comparison.staleReferences.isEmpty : comparison.isEqual
    if !isRight { throw ExitCode(1) }
  }

  func validate() throws {
    if let part, part < 1 { throw ValidationError(Sentences.current.text(.partFromOne)) }
  }
}
