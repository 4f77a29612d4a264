import ArgumentParser
import ChineseText
import Library

/// `tiaowen show`: a regulation, or one article of it, as text to read.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a regulation or a part of it.",
    discussion: """
      《名称》第三十九条 shows an article, 名称 alone the whole regulation; 第四章 a chapter with its \
      articles, 三、（一） or 6.1 a clause, 附件1 an annex. 第三十九条第二款第（一）项 marks the 款 or 项 \
      in its article; JSON names it in 'cited'. A title may be \
      shortened as long as only one regulation is meant; the ID that 'tiaowen list' shows does \
      too. @2022-01-01 after it names a revision; without it the text in force is shown.
      """)

  @OptionGroup var library: LibraryOption

  @Option(help: "text for people, json for one object.")
  var format = OutputFormat.text

  @Option(
    help: "Show what is in force on this day, as 2024-03-01 (default: today).",
    transform: CalendarDate.argument)
  var on: CalendarDate?

  @Flag(help: "Show every revision, the oldest first.")
  var allRevisions = false

  @Argument(
    help: "The title, with the number of the article, clause or chapter if only that is wanted.")
  var citation: [String]

  func run() throws {
    let reader = try library.open()
    let target = ShowTarget(citation.joined(separator: " "))
    let day = try on ?? CalendarDate.today()
    let regulation = try target.name.regulation(in: reader, on: day, command: "show")
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
    guard allRevisions, ShowTarget(citation.joined(separator: " ")).revisionName != nil else {
      return
    }
    throw ValidationError(Sentences.current.text(.revisionOrAll))
  }
}
