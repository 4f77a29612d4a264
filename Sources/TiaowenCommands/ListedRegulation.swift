import Comparison
import Library
import Regulations

/// What `list` and `history` print of a revision.
struct ListedRevision {
  let catalogued: CataloguedRevision
  let metadata: RegulationMetadata
  let articleCount: Int
  /// The path of its file.
  let source: String?
  /// How it differs from the revision before, where that is told.
  var report: ComparisonReport?

  /// What a library says of a revision.
  init(_ catalogued: CataloguedRevision, in reader: LibraryReader) throws(LibraryError) {
    self.catalogued = catalogued
    metadata = try reader.metadata(of: catalogued)
    articleCount = try reader.articleCount(of: catalogued)
    source = try reader.source(of: catalogued)?.path
  }
}

/// A regulation as `list` and `history` print it, with the revisions that were asked
/// for.
struct ListedRegulation {
  private static let statusColumns = 16
  private static let countColumns = 13

  let regulation: CataloguedRegulation
  let revisions: [ListedRevision]

  /// Text to read: the title, and a line for each revision.
  var lines: String {
    let terminal = Terminal.output
    let title = regulation.title.asTitle
    var lines = terminal.styled(title, .bold)
    var used = DisplayWidth.columns(of: title)
    for part in [regulation.id] + [regulation.issuer].compactMap({ $0?.shown }) {
      lines += Self.gap(before: part, &used, terminal) + part
    }
    lines += "\n"
    for revision in revisions {
      lines += line(of: revision, terminal)
      lines += revision.report.map(Self.lines) ?? ""
    }
    if let repeal = regulation.repeal { lines += "  \(line(of: repeal))\n" }
    return lines
  }

  private func line(of revision: ListedRevision, _ terminal: Terminal) -> String {
    let status = revision.catalogued.status
    let words = DisplayWidth.padded(status.words, to: Self.statusColumns)
    let count = Sentences.current.text(.articles, revision.articleCount)
    var line = "  " + DisplayWidth.padded(revision.catalogued.name, to: 12)
    line += "  " + (status.isCurrent ? words : terminal.styled(words, .warning)) + "  "
    line += count
    guard let source = revision.source?.shown else { return line + "\n" }
    var used = 2 + 12 + 2 + Self.statusColumns + 2 + Self.countColumns
    let padding = DisplayWidth.padded("", to: Self.countColumns - DisplayWidth.columns(of: count))
    let gap = Self.gap(before: source, &used, terminal)
    return line + (gap == "  " ? padding : "") + gap + terminal.styled(source, .faint) + "\n"
  }

  /// How a revision differs from the one before.
  private static func lines(of report: ComparisonReport) -> String {
    let sentences = Sentences.current
    let comparison = report.comparison
    var lines = ""
    if comparison.old.title != comparison.new.title {
      let titles = (comparison.old.title.asTitle, comparison.new.title.asTitle)
      lines += "    \(sentences.text(.retitledRevision, titles.0, titles.1))\n"
    }
    let counts = comparison.isEqual ? [] : report.counts.map(\.words)
    return lines
      + "    \(counts.isEmpty ? sentences.text(.noDifferences) : sentences.list(counts))\n"
  }

  private func line(of repeal: CataloguedRepeal) -> String {
    let sentences = Sentences.current
    let by = repeal.by.map { sentences.text(.repealedBy, $0) } ?? ""
    return sentences.text(.repealedSince, repeal.day) + by
  }

  /// Two spaces, or a new line where a terminal has no room for more.
  private static func gap(
    before part: String, _ used: inout Int, _ terminal: Terminal
  ) -> String {
    let columns = DisplayWidth.columns(of: part) + 2
    used += columns
    guard terminal.wraps, used > terminal.columns else { return "  " }
    used = columns + 2
    return "\n    "
  }

  /// The same for programs, as one object on a line.
  var json: String {
    var json = JSONWriter()
    json.object { json in
      json.member("regulation", regulation.title)
      json.member("regulationID", regulation.id)
      json.member("issuer", regulation.issuer)
      json.write(regulation.repeal)
      json.array("revisions", revisions) { json, revision in
        json.object { json in
          json.member("revision", revision.catalogued.name)
          json.member("status", revision.catalogued.status.rawValue)
          json.member("kind", revision.catalogued.kind.rawValue)
          json.object("metadata") { ParseJSON.write(revision.metadata, to: &$0) }
          json.member("articles", revision.articleCount)
          json.member("source", revision.source)
          if let report = revision.report {
            json.object("summary") { DiffJSON(report).writeSummary(to: &$0) }
          }
        }
      }
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
