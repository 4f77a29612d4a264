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
      switch format {
      case .text: output.write(lines(of: regulation, in: reader))
      case .json:
        var json = JSONWriter()
        write(regulation, in: reader, to: &json)
        output.write(json.bytes)
      }
    }
    output.flush()
    if reader.regulationCount == 0 {
      StandardError.write(Sentences.current.text(.emptyLibrary) + "\n")
      throw ExitCode(1)
    }
  }

  private func lines(of regulation: CataloguedRegulation, in reader: LibraryReader) -> String {
    let issuer = regulation.issuer.map { "  \($0.shown)" } ?? ""
    var lines = Terminal.output.styled(regulation.title.asTitle, .bold)
    lines += "  \(regulation.id)\(issuer)\n"
    for revision in regulation.revisions {
      let status = DisplayWidth.padded(revision.status.words, to: 18)
      let count = Sentences.current.text(.articles, reader.articleCount(of: revision))
      let source = reader.source(of: revision).map { "  \($0.path.shown)" } ?? ""
      let name = DisplayWidth.padded(revision.name, to: 12)
      lines += "  \(name)  \(status)  \(DisplayWidth.padded(count, to: 14))\(source)\n"
    }
    return lines
  }

  private func write(
    _ regulation: CataloguedRegulation, in reader: LibraryReader, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("regulation", regulation.title)
      json.member("regulationID", regulation.id)
      json.member("issuer", regulation.issuer)
      json.array("revisions", regulation.revisions) { json, revision in
        json.object { json in
          json.member("revision", revision.name)
          json.member("status", revision.status.rawValue)
          json.member("kind", revision.kind.rawValue)
          json.object("metadata") { ParseJSON.write(reader.metadata(of: revision), to: &$0) }
          json.member("articles", reader.articleCount(of: revision))
          json.member("source", reader.source(of: revision)?.path)
        }
      }
    }
    json.endLine()
  }
}
