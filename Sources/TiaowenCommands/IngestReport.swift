import ChineseText
import Library
import Regulations
import Splitting

/// What an ingest did, for the end of it.
struct IngestReport {
  private static let largestPathCount = 10

  /// The library's folder.
  let library: String
  private var readCount = 0
  private var unchangedCount = 0
  /// Files in folders that are of no form that is read.
  var foreignCount = 0
  /// Files and folders that could not be read.
  private(set) var failedCount = 0
  private var regulationCount = 0
  private var articleCount = 0
  private var diagnosticCount = 0
  private var emptyPaths: [String] = []
  private var ledger = Ledger()
  private var totals: (regulations: Int, revisions: Int) = (0, 0)

  /// A report about an ingest into `library`.
  init(library: String) {
    self.library = library
  }

  /// Tells the user at once what failed, and counts it.
  mutating func fail(_ failure: Failure) {
    StandardError.write(failure.lines)
    failedCount += 1
  }

  /// Counts what became of a file.
  mutating func add(_ file: IngestedFile) {
    switch file {
    case .unchanged: unchangedCount += 1
    case .foreign: foreignCount += 1
    case .failed(let failure): fail(failure)
    case .read(let split, _, let source):
      readCount += 1
      add(split, source.path)
    }
  }

  /// Whether any file was read, now or before.
  var hasRead: Bool { readCount + unchangedCount > 0 }

  private mutating func add(_ split: SplitDocument, _ path: String) {
    regulationCount += split.regulations.count
    for regulation in split.regulations {
      articleCount += regulation.provisions.count { $0.kind == .article }
    }
    diagnosticCount += split.diagnostics.count { $0.severity == .warning }
    if split.regulations.isEmpty { emptyPaths.append(path) }
    ledger.provisions += split.ledger.provisions
    ledger.titles += split.ledger.titles
    ledger.metadata += split.ledger.metadata
    ledger.rejected += split.ledger.rejected
    ledger.blanks += split.ledger.blanks
    ledger.total += split.ledger.total
  }

  /// Counts what the library holds now.
  mutating func count(_ reader: LibraryReader) {
    totals = (reader.regulationCount, reader.revisionCount)
  }

  /// The report for people.
  var lines: String {
    let sentences = Sentences.current
    var lines = [
      sentences.text(.filesReport, readCount, unchangedCount, foreignCount, failedCount)
    ]
    if readCount > 0 {
      lines.append(sentences.text(.contentReport, regulationCount, articleCount))
      lines.append(LedgerLine.text(of: ledger))
    }
    for path in emptyPaths.prefix(Self.largestPathCount) {
      lines.append(sentences.text(.emptyReport, path.shown))
    }
    if emptyPaths.count > Self.largestPathCount {
      lines.append(
        sentences.text(.moreEmptyReport, emptyPaths.count - Self.largestPathCount))
    }
    if diagnosticCount > 0 { lines.append(sentences.text(.diagnosticsReport, diagnosticCount)) }
    lines.append(
      sentences.text(.libraryReport, library.shown, totals.regulations, totals.revisions))
    return lines.joined(separator: "\n") + "\n"
  }

  /// The report for programs.
  var json: String {
    var json = JSONWriter()
    json.object { json in
      json.object("files") { json in
        json.member("read", readCount)
        json.member("unchanged", unchangedCount)
        json.member("skipped", foreignCount)
        json.member("failed", failedCount)
      }
      json.member("regulations", regulationCount)
      json.member("articles", articleCount)
      json.member("warnings", diagnosticCount)
      json.object("ledger") { ParseJSON.write(ledger, to: &$0) }
      json.object("library") { json in
        json.member("path", library)
        json.member("regulations", totals.regulations)
        json.member("revisions", totals.revisions)
      }
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
