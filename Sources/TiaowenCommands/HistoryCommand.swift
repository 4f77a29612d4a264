import ArgumentParser
import ChineseText
import Comparison
import Library

/// `tiaowen history`: the revisions of a regulation, or what became of one provision.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration("history", .aboutHistory, .moreAboutHistory)

  @OptionGroup var library: LibraryOption

  @Option(help: .init(.formatHelp, "form"))
  var format = OutputFormat.text

  @Argument(
    help: .init(.historyPlaceHelp, "title"))
  var citation: [String]

  func run() throws {
    let reader = try library.open()
    let target = ShowTarget(citation.joined(separator: " "), command: "history")
    let regulation = try target.regulation(in: reader, on: try CalendarDate.today())
    let named = try target.namedRevision(of: regulation)
    guard let start = named ?? regulation.current ?? regulation.revisions.last else { return }
    let sequence = RevisionSequence(try regulation.revisions.map { try reader.revision($0) })
    var output = StandardOutput()
    guard target.hasPlace else {
      let listed = try listed(regulation, in: reader, sequence, only: named)
      output.write(format == .json ? listed.json : listed.lines)
      return
    }
    guard let index = regulation.revisions.firstIndex(of: start),
      let found = target.provisions(of: sequence.revisions[index], named: start.name)
    else {
      tellWhereItStands(target, regulation, sequence)
      throw ExitCode(1)
    }
    let shown = ShownHistory(
      regulation: regulation, sequence: sequence, start: index, place: found.cited ?? found.range)
    output.write(
      format == .json ? shown.json : HistoryText(shown: shown, terminal: .output).lines)
  }

  /// Says which other revision has the place, the newest first.
  private func tellWhereItStands(
    _ target: ShowTarget, _ regulation: CataloguedRegulation, _ sequence: RevisionSequence
  ) {
    for (catalogued, revision) in zip(regulation.revisions, sequence.revisions).reversed() {
      guard let words = target.words(forPlaceIn: revision, named: catalogued.name) else { continue }
      let sentences = Sentences.current
      let command = words + library.argument
      return StandardError.write(
        "  \(sentences.text(.helpMark)): "
          + sentences.text(.standsElsewhere, catalogued.name, command) + "\n")
    }
  }

  /// The revisions, each with how it differs from the one before.
  private func listed(
    _ regulation: CataloguedRegulation, in reader: LibraryReader, _ sequence: RevisionSequence,
    only named: CataloguedRevision?
  ) throws -> ListedRegulation {
    let names = regulation.revisions.map(\.name)
    var listed: [ListedRevision] = []
    for (index, catalogued) in regulation.revisions.enumerated() {
      guard named == nil || catalogued == named else { continue }
      var revision = try ListedRevision(catalogued, in: reader)
      if index > 0 {
        revision.report = ComparisonReport(
          sequence.comparisons[index - 1], oldName: names[index - 1], newName: names[index])
      }
      listed.append(revision)
    }
    return ListedRegulation(regulation: regulation, revisions: listed)
  }
}
