import ArgumentParser
import ChineseText
import Library
import Regulations

/// `tiaowen list`: the regulations of the library with their revisions.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the regulations and their revisions.")

  @OptionGroup var library: LibraryOption

  @Option(help: "text for people, json for one object a line.")
  var format = OutputFormat.text

  @Option(
    help: "The day for which the status is told, as 2024-03-01 (default: today).",
    transform: CalendarDate.argument)
  var on: CalendarDate?

  func run() throws {
    let reader = try library.open()
    let day = try on ?? CalendarDate.today()
    var output = StandardOutput()
    for index in 0..<reader.regulationCount {
      let regulation = reader.regulation(at: index, on: day)
      let rows = try regulation.revisions.map { try Row($0, in: reader) }
      switch format {
      case .text: output.write(lines(of: regulation, rows))
      case .json:
        var json = JSONWriter()
        write(regulation, rows, to: &json)
        output.write(json.bytes)
      }
    }
    output.flush()
    if reader.regulationCount == 0 {
      StandardError.write(Sentences.current.text(.emptyLibrary) + "\n")
      throw ExitCode(1)
    }
  }

  /// What is printed of a revision.
  private struct Row {
    let revision: CataloguedRevision
    let metadata: RegulationMetadata
    let articleCount: Int
    let source: String?

    init(_ revision: CataloguedRevision, in reader: LibraryReader) throws(LibraryError) {
      self.revision = revision
      metadata = try reader.metadata(of: revision)
      articleCount = try reader.articleCount(of: revision)
      source = try reader.source(of: revision)?.path
    }
  }

  private func lines(of regulation: CataloguedRegulation, _ rows: [Row]) -> String {
    let issuer = regulation.issuer.map { "  \($0.shown)" } ?? ""
    var lines = Terminal.output.styled(regulation.title.asTitle, .bold)
    lines += "  \(regulation.id)\(issuer)\n"
    for row in rows {
      let status = DisplayWidth.padded(row.revision.status.words, to: 18)
      let count = Sentences.current.text(.articles, row.articleCount)
      let source = row.source.map { "  \($0.shown)" } ?? ""
      let name = DisplayWidth.padded(row.revision.name, to: 12)
      lines += "  \(name)  \(status)  \(DisplayWidth.padded(count, to: 14))\(source)\n"
    }
    return lines
  }

  private func write(
    _ regulation: CataloguedRegulation, _ rows: [Row], to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("regulation", regulation.title)
      json.member("regulationID", regulation.id)
      json.member("issuer", regulation.issuer)
      json.array("revisions", rows) { json, row in
        json.object { json in
          json.member("revision", row.revision.name)
          json.member("status", row.revision.status.rawValue)
          json.member("kind", row.revision.kind.rawValue)
          json.object("metadata") { ParseJSON.write(row.metadata, to: &$0) }
          json.member("articles", row.articleCount)
          json.member("source", row.source)
        }
      }
    }
    json.endLine()
  }
}
