import ArgumentParser
import ChineseText
import Library

/// `tiaowen list`: the regulations of the library with their revisions.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration("list", .aboutList, .moreAboutList)

  @OptionGroup var library: LibraryOption

  @Option(help: .init(.linesHelp, "form"))
  var format = OutputFormat.text

  @Option(name: .customLong("in"), help: .init(.inTitleHelp, "title"))
  var inTitle: String?

  @Option(
    help: .init(.onHelp, "day"),
    transform: CalendarDate.argument)
  var on: CalendarDate?

  @Flag(help: .init(.allRevisionsHelp))
  var allRevisions = false

  func run() throws {
    let reader = try library.open()
    let day = try on ?? CalendarDate.today()
    let title = inTitle.map { FoldedText($0).units }
    var output = StandardOutput()
    var counts = ListCounts()
    for index in 0..<reader.regulationCount {
      let regulation = reader.regulation(at: index, on: day)
      if let title, FoldedText(regulation.title).units.firstRange(of: title) == nil { continue }
      let listed = regulation.revisions.filter { allRevisions || $0.status.isCurrent }
      counts.add(regulation, listed: listed.count)
      guard !listed.isEmpty else { continue }
      let row = ListedRegulation(
        regulation: regulation, revisions: try listed.map { try ListedRevision($0, in: reader) })
      output.write(format == .json ? row.json : row.lines)
    }
    if format == .text, counts.listed > 0 { output.write(counts.line) }
    output.flush()
    if counts.listed == 0 { throw nothing(counts, on: day) }
  }

  private func nothing(_ counts: ListCounts, on day: CalendarDate) -> any Error {
    let sentences = Sentences.current
    var sentence = sentences.text(.emptyLibrary)
    if counts.leftOut > 0 {
      sentence = sentences.text(.nothingInForce, day, counts.leftOut)
    } else if let inTitle {
      sentence = sentences.text(.noSuchRegulation, inTitle.shown)
    }
    StandardError.tell("list", sentence)
    return ExitCode(1)
  }
}

/// How many regulations and revisions were listed and left out.
private struct ListCounts {
  private var regulationCount = 0
  private(set) var listed = 0
  private(set) var leftOut = 0

  mutating func add(_ regulation: CataloguedRegulation, listed count: Int) {
    if count > 0 { regulationCount += 1 }
    listed += count
    leftOut += regulation.revisions.count - count
  }

  /// The line below the list.
  var line: String {
    let sentences = Sentences.current
    let counts = sentences.text(.listCounts, regulationCount, listed)
    return "\n\(counts)\(leftOut > 0 ? sentences.text(.listLeftOut, leftOut) : "")\n"
  }
}
