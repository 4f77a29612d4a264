import ChineseText
import Library
import Regulations
import Splitting

/// What an ingest did, for the end of it.
struct IngestReport {
  /// The library.
  let library: LibraryOption
  /// Whether every row is printed.
  let isVerbose: Bool
  /// What was done before to a damaged library, if that was wanted.
  var repair: Repair?
  private var readCount = 0
  private var unchangedCount = 0
  private var passedOver: [Failure] = []
  private var failures: [Failure] = []
  private var regulationCount = 0
  private var articleCount = 0
  private var filed: [FiledText] = []
  private var offers: [RepealOffer] = []
  private var vanished: [VanishedSources] = []
  private var moved: [(from: String, to: String)] = []
  private var removed: [StoredRevision] = []
  private var removedSourceCount = 0
  private var warned: [(path: String, count: Int)] = []
  private var emptyPaths: [String] = []
  private var ledger = Ledger()
  private var totals: (regulations: Int, revisions: Int) = (0, 0)

  /// A report about an ingest into `library`.
  init(library: LibraryOption, isVerbose: Bool) {
    self.library = library
    self.isVerbose = isVerbose
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
    case .unchanged, .moved: unchangedCount += 1
    case .foreign(let failure): passOver(failure)
    case .failed(let failure): fail(failure)
    case .read(let split, _, let source):
      readCount += 1
      add(split, source.path)
    }
  }

  /// Counts how the texts of a file were filed.
  mutating func add(_ texts: [FiledRevision], from path: String) {
    filed += texts.map { FiledText(path: path, filed: $0) }
  }

  /// Counts the sources of a folder whose files are gone.
  mutating func add(_ sources: VanishedSources) { vanished.append(sources) }

  /// Whether what files gave that are gone was to be removed.
  var isDeleting = false

  /// Counts a file that has another path now.
  mutating func add(moved old: String, to new: String) { moved.append((old, new)) }

  /// Counts what a source had given that was removed.
  mutating func add(removed revisions: [StoredRevision]) {
    removedSourceCount += 1
    removed += revisions
  }

  /// Whether any file was read, now or before, or is gone.
  var hasNews: Bool {
    readCount + unchangedCount > 0 || vanished.contains { $0.sourceCount > 0 }
  }

  private mutating func add(_ split: SplitDocument, _ path: String) {
    regulationCount += split.regulations.count
    for regulation in split.regulations {
      let provisions = regulation.provisions
      for index in provisions.indices where provisions[index].kind == .article { articleCount += 1 }
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

  /// Counts what the library holds now, and what its new texts say they repeal.
  mutating func count(_ reader: LibraryReader) throws(LibraryError) {
    totals = (reader.regulationCount, reader.revisionCount)
    offers = try reader.repealOffers(of: filed.map(\.filed))
  }
}

// MARK: - For people

extension IngestReport {
  private static let mostRows = 5

  /// The report for people.
  var lines: String {
    let sentences = Sentences.current
    var lines = [
      sentences.text(.filesReport, readCount, unchangedCount, passedOver.count, failedCount)
    ]
    lines += rows(
      passedOver.map { sentences.text(.passedOverReport, $0.place.shown, $0.message.shown) })
    if readCount > 0 {
      lines.append(sentences.text(.contentReport, regulationCount, articleCount))
      lines += filedLines
      lines.append(LedgerLine.text(of: ledger))
    }
    if !emptyPaths.isEmpty { lines.append(sentences.text(.emptyReport, emptyPaths.count)) }
    lines += rows(emptyPaths.map { $0.shown })
    if !warned.isEmpty { lines.append(sentences.text(.diagnosticsReport, warningCount)) }
    lines += rows(warned.map { sentences.text(.warnedReport, $0.path.shown, $0.count) })
    lines += vanishedLines
    lines += offers.prefix(isVerbose ? .max : Self.mostRows).flatMap { $0.lines(for: library) }
    lines.append(
      sentences.text(
        .libraryReport, library.path.asText.shown, totals.regulations, totals.revisions))
    return lines.joined(separator: "\n") + "\n"
  }

  private var warningCount: Int { warned.reduce(0) { $0 + $1.count } }

  /// How the texts were filed: how many in which way, and what is worth knowing.
  private var filedLines: [String] {
    guard !filed.isEmpty else { return [] }
    let sentences = Sentences.current
    let parts: [(FiledRevision.Outcome, Sentence)] = [
      (.added, .addedCount), (.newRevision, .newRevisionCount), (.replaced, .replacedCount),
      (.known, .knownCount), (.removed, .stillRemovedCount),
    ]
    let counts = parts.compactMap { outcome, sentence in
      let count = filed.count { $0.filed.outcome == outcome }
      return count > 0 ? sentences.text(sentence, count) : nil
    }
    let separator = sentences.isChinese ? "，" : ", "
    let ranked = filed.enumerated().compactMap { offset, text in
      (isVerbose ? 0 : text.rank).map { (rank: $0, offset: offset, line: text.line) }
    }.sorted { ($0.rank, $0.offset) < ($1.rank, $1.offset) }
    return [sentences.text(.filedReport, counts.joined(separator: separator))]
      + rows(ranked.map(\.line))
  }

  /// What is gone from disk, and what of it was removed.
  private var vanishedLines: [String] {
    let sentences = Sentences.current
    let gone = vanished.flatMap(\.gone)
    let unreachable = vanished.flatMap(\.unreachable)
    var lines: [String] = []
    if !moved.isEmpty {
      lines.append(sentences.text(.movedReport, moved.count))
      lines += rows(moved.map { sentences.text(.movedRow, $0.from.shown, $0.to.shown) })
    }
    if !gone.isEmpty {
      let isRemoved = removedSourceCount > 0
      lines.append(
        isRemoved
          ? sentences.text(.goneAndRemoved, gone.count, removedSourceCount, removed.count)
          : sentences.text(isDeleting ? .goneAndKept : .goneReport, gone.count))
      lines += rows(
        isRemoved
          ? removed.map {
            sentences.text(
              .removedRow, $0.title.asTitle, $0.revision, $0.regulationID, $0.path.shown)
          }
          : gone.map(\.shown))
    } else if !vanished.isEmpty {
      lines.append(sentences.text(.nothingGone))
    }
    if !unreachable.isEmpty {
      lines.append(sentences.text(.unreachableReport, unreachable.count))
      lines += rows(unreachable.map(\.shown))
    }
    return lines
  }

  /// The first few of many lines, and how many more there are.
  private func rows(_ all: [String]) -> [String] {
    let count = isVerbose || all.count == Self.mostRows + 1 ? all.count : Self.mostRows
    let rest = all.count - count
    let more = rest > 0 ? [Sentences.current.text(.moreReport, rest)] : []
    return (all.prefix(count) + more).map { "  " + $0 }
  }
}

// MARK: - For programs

extension IngestReport {
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
      json.array("filed", filed) { $1.write(to: &$0) }
      if let repair { json.object("repair") { repair.write(to: &$0) } }
      json.array("repealOffers", offers) { $1.write(to: &$0) }
      if !vanished.isEmpty { writeVanished(to: &json) }
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
        json.member("path", library.path.asText)
        json.member("regulations", totals.regulations)
        json.member("revisions", totals.revisions)
      }
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func writeVanished(to json: inout JSONWriter) {
    json.array("moved", moved) { json, file in
      json.object { json in
        json.member("from", file.from)
        json.member("to", file.to)
      }
    }
    json.array("gone", vanished.flatMap(\.gone)) { $0.value($1) }
    json.array("unreachable", vanished.flatMap(\.unreachable)) { $0.value($1) }
    json.array("removed", removed) { json, revision in
      json.object { json in
        json.member("regulation", revision.title)
        json.member("regulationID", revision.regulationID)
        json.member("revision", revision.revision)
        json.member("source", revision.path)
      }
    }
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
