import ArgumentParser
import ChineseText
import Library

/// `tiaowen show`: a regulation, or one article of it, as text to read.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration("show", .aboutShow, .moreAboutShow)

  @OptionGroup var library: LibraryOption

  @Option(help: .init(.linesHelp, "form"))
  var format = OutputFormat.text

  @Option(
    help: .init(.onHelp, "day"),
    transform: CalendarDate.argument)
  var on: CalendarDate?

  @Flag(help: .init(.everyRevisionHelp))
  var allRevisions = false

  @Argument(
    help: .init(.placeHelp, "title"))
  var citation: [String]

  func run() throws {
    let reader = try library.open()
    let target = ShowTarget(citation.joined(separator: " "), command: "show")
    let day = try on ?? CalendarDate.today()
    let regulation = try target.regulation(in: reader, on: day)
    let wanted =
      allRevisions
      ? regulation.revisions : [try target.revision(of: regulation, on: day, in: library)]
    var output = StandardOutput()
    var shownCount = 0
    for catalogued in wanted {
      let revision = try reader.revision(catalogued)
      let name = allRevisions ? catalogued.name : target.revisionName
      guard let found = target.provisions(of: revision, named: name) else { continue }
      let shown = ShownText(
        regulation: regulation, catalogued: catalogued, revision: revision, range: found.range,
        cited: found.cited)
      if shownCount > 0, format == .text { output.write("\n") }
      output.write(format == .json ? shown.json : shown.lines)
      shownCount += 1
    }
    output.flush()
    if shownCount == 0 { throw ExitCode(1) }
  }

  func validate() throws {
    let target = ShowTarget(citation.joined(separator: " "), command: "show")
    guard allRevisions, target.revisionName != nil else { return }
    throw ValidationError(Sentences.current.text(.revisionOrAll))
  }
}
