import ChineseText
import Library
import Regulations
import Splitting

/// What an ingest did, for the end of it.
struct IngestReport {
  private static let largestPathCount = 5

  /// The library's folder.
  let library: String
  private var readCount = 0
  private var unchangedCount = 0
  private var passedOver: [Failure] = []
  private var failures: [Failure] = []
  private var regulationCount = 0
  private var articleCount = 0
  private var warned: [(path: String, count: Int)] = []
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
    failures.append(failure)
  }

  /// Counts what a folder holds and is not read.
  mutating func passOver(_ failure: Failure) { passedOver.append(failure) }

  /// How many files and folders could not be read.
  var failedCount: Int { failures.count }

  /// Counts what became of a file.
  mutating func add(_ file: IngestedFile) {
    switch file {
    case .unchanged: unchangedCount += 1
    case .foreign(let failure): passOver(failure)
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
    let warningCount = split.diagnostics.count { $0.severity == .warning }
    if warningCount > 0 { warned.append((path, warningCount)) }
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
      sentences.text(.filesReport, readCount, unchangedCount, passedOver.count, failedCount)
    ]
    lines += Self.rows(
      passedOver.map { sentences.text(.passedOverReport, $0.place.shown, $0.message.shown) })
    if readCount > 0 {
      lines.append(sentences.text(.contentReport, regulationCount, articleCount))
      lines.append(LedgerLine.text(of: ledger))
    }
    if !emptyPaths.isEmpty { lines.append(sentences.text(.emptyReport, emptyPaths.count)) }
    lines += Self.rows(emptyPaths.map { $0.shown })
    if !warned.isEmpty { lines.append(sentences.text(.diagnosticsReport, warningCount)) }
    lines += Self.rows(warned.map { sentences.text(.warnedReport, $0.path.shown, $0.count) })
    lines.append(
      sentences.text(.libraryReport, library.shown, totals.regulations, totals.revisions))
    return lines.joined(separator: "\n") + "\n"
  }

  private var warningCount: Int { warned.reduce(0) { $0 + $1.count } }

  /// The first few of many lines, and how many more there are.
  private static func rows(_ all: [String]) -> [String] {
    let rest = all.count - largestPathCount
    let more = rest > 0 ? [Sentences.current.text(.moreReport, rest)] : []
    return (all.prefix(largestPathCount) + more).map { "  " + $0 }
  }

  /// The report for programs.
  var json: String {
    var json = JSONWriter()
    json.object { json in
      json.object("files") { json in
        json.member("read", readCount)
        json.member("unchanged", unchangedCount)
        json.member("skipped", passedOver.count)
        json.member("failed", failedCount)
      }
      json.member("regulations", regulationCount)
      json.member("articles", articleCount)
      json.member("warnings", warningCount)
      json.array("failedFiles", failures) { $0.write($1) }
      json.array("skippedFiles", passedOver) { $0.write($1) }
      json.array("warnedFiles", warned) { json, file in
        json.object { json in
          json.member("path", file.path)
          json.member("warnings", file.count)
        }
      }
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

extension JSONWriter {
  fileprivate mutating func write(_ failure: Failure) {
    object { json in
      json.member("path", failure.place)
      json.member("reason", failure.message)
    }
  }
}
