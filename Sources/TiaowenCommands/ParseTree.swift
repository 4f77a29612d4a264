import ChineseText
import DocumentReaders
import Regulations
import Splitting

/// What `parse` prints of one file for a person to check: a tree of labels,
/// what was rejected and why, the ledger, and what is noteworthy.
struct ParseTree {
  let path: String
  let document: SourceDocument
  let split: SplitDocument
  let positions: TextPositions
  let terminal: Terminal
  private let sentences = Sentences.current

  /// The lines of the tree.
  var lines: String {
    var lines = terminal.styled(header, .bold) + "\n"
    for regulation in split.regulations { lines += "\n" + self.lines(of: regulation) }
    if split.regulations.isEmpty { lines += "\n\(sentences.text(.noRegulation))\n" }
    lines += rejectedLines + ledgerLine + diagnosticLines
    return lines
  }

  private var header: String {
    let encoding = document.encoding.map { " \($0.rawValue)" } ?? ""
    let count = sentences.text(.characters, positions.scalarCount)
    let comma = sentences.isChinese ? "，" : ", "
    return "\(path.shown): \(document.format.words)\(encoding)\(comma)\(count)"
  }

  // MARK: Regulations

  private func lines(of regulation: Revision) -> String {
    var lines = terminal.styled(regulation.title.asTitle, .bold) + "  \(summary(of: regulation))\n"
    for (name, value) in MetadataRows.rows(of: regulation.metadata) {
      lines += row("  " + DisplayWidth.padded(name, to: 16) + " " + value.shown, count: nil)
    }
    var depths: [Int] = []
    for provision in regulation.provisions {
      let depth = provision.parent.map { depths[$0] + 1 } ?? 0
      depths.append(depth)
      lines += line(of: provision, depth: depth)
    }
    return lines
  }

  private func summary(of regulation: Revision) -> String {
    var parts = [regulation.kind.words]
    for kind in ProvisionKind.allCases {
      let count = regulation.provisions.count { $0.kind == kind }
      guard count > 0 else { continue }
      let levels = kind == .clause ? Self.clauseCounts(regulation.provisions) : "\(count)"
      parts.append("\(kind.words) \(levels)")
    }
    return parts.joined(separator: sentences.isChinese ? "，" : ", ")
  }

  /// How many clauses there are on each level, outermost first: 5/15/32.
  private static func clauseCounts(_ provisions: [Provision]) -> String {
    var levels: [Int] = []
    var counts: [Int] = []
    for provision in provisions {
      let above = provision.parent.map { levels[$0] } ?? 0
      levels.append(provision.kind == .clause ? above + 1 : above)
      guard provision.kind == .clause else { continue }
      if counts.count <= above { counts.append(0) }
      counts[above] += 1
    }
    return counts.map { "\($0)" }.joined(separator: "/")
  }

  private func line(of provision: Provision, depth: Int) -> String {
    var line = String(repeating: "  ", count: depth + 1)
    line += terminal.styled(Self.label(of: provision), .label)
    if let heading = provision.heading {
      line += " [\(heading.shownInTree)]\(provision.separator?.shown ?? "")"
    }
    if !provision.text.isEmpty { line += " " + provision.text.shownInTree }
    return row(line, count: provision.text.isEmpty ? nil : provision.text.unicodeScalars.count)
  }

  private static func label(of provision: Provision) -> String {
    guard let label = provision.label else { return "<\(provision.kind.words)>" }
    return DisplayWidth.beginning(of: label.shown, columns: 30)
  }

  /// A line that is cut to the terminal, with the length of a text at its end.
  private func row(_ line: String, count: Int?) -> String {
    let end = count.map { " (\($0))" } ?? ""
    let room = terminal.columns - end.utf8.count
    let styleColumns = line.utf8.contains(0x1B) ? 7 : 0
    // A cut that saves two characters or less only hides them.
    let isKept = !terminal.wraps && DisplayWidth.columns(of: line) <= room + 4
    let shown = isKept ? line : DisplayWidth.beginning(of: line, columns: room + styleColumns)
    return shown + end + "\n"
  }

  // MARK: What is not regulation

  private var rejectedLines: String {
    guard !split.rejected.isEmpty else { return "" }
    var lines = "\n\(sentences.text(.rejected))\n"
    for piece in split.rejected {
      let text = piece.spans.map { document.text[$0] }.joined(separator: " ")
      let line = piece.spans.first.map { positions.line(of: $0.lowerBound) } ?? 0
      lines += row(
        "  \(line): \(piece.reason.words): \(text.shownInTree)", count: text.unicodeScalars.count
      )
    }
    return lines
  }

  private var ledgerLine: String { "\n\(LedgerLine.text(of: split.ledger))\n" }

  private var diagnosticLines: String {
    (document.diagnostics + split.diagnostics).map {
      DiagnosticLines.text(of: $0, path: path, positions: positions)
    }.joined()
  }
}

/// The sums of a ledger on one line.
enum LedgerLine {
  /// The line, without its end.
  static func text(of ledger: Ledger) -> String {
    let sum =
      ledger.provisions + ledger.titles + ledger.metadata + ledger.rejected + ledger.blanks
    let sign = sum == ledger.total ? "=" : "≠"
    return Sentences.current.text(
      .ledger, ledger.provisions, ledger.titles, ledger.metadata, ledger.rejected, ledger.blanks)
      + " \(sign) \(ledger.total)"
  }
}

/// The metadata of a regulation as names and values, for people.
enum MetadataRows {
  /// The rows of what is known.
  static func rows(of metadata: RegulationMetadata) -> [(name: String, value: String)] {
    func marked(_ value: String?, _ field: SuppliedField) -> String? {
      let mark = metadata.supplied.contains(field) ? Sentences.current.text(.suppliedMark) : ""
      return value.map { $0 + mark }
    }
    let values: [(Sentence, String?)] = [
      (.documentNumber, metadata.documentNumber),
      (.issuer, marked(metadata.issuer, .issuer)),
      (.department, marked(metadata.department, .department)),
      (.adopted, metadata.adopted?.description),
      (.amendedOn, metadata.amended?.description),
      (.promulgated, marked(metadata.promulgated?.description, .promulgated)),
      (.effective, marked(metadata.effective?.description, .effective)),
      (.dated, metadata.dated?.description),
      (.interpreter, metadata.interpreter),
      (.scope, metadata.scope),
      (.repeals, metadata.repeals.isEmpty ? nil : metadata.repeals.joined(separator: "; ")),
    ]
    return values.compactMap { name, value in
      value.map { (Sentences.current.text(name), $0) }
    }
  }
}

/// A diagnostic as `policy.txt:41:7: warning: …` with its help below.
enum DiagnosticLines {
  /// The lines, each with its end.
  static func text(
    of diagnostic: Diagnostic, path: String, positions: TextPositions
  ) -> String {
    var place = path.shown
    if let line = diagnostic.sidecarLine {
      place += "\(Sidecar.suffix):\(line)"
    } else if let start = diagnostic.range?.lowerBound {
      place += ":\(positions.line(of: start)):\(positions.column(of: start))"
    }
    let sentences = Sentences.current
    let severity = sentences.text(diagnostic.severity == .note ? .noteMark : .warningMark)
    let help =
      sentences.help(of: diagnostic).map { "  \(sentences.text(.helpMark)): \($0.shown)\n" } ?? ""
    return "\(place): \(severity): \(sentences.message(of: diagnostic).shown)\n\(help)"
  }
}

extension TextPositions {
  /// The column, counted from 1 in scalars, in which a byte stands.
  func column(of byteOffset: Int) -> Int {
    let line = line(of: byteOffset)
    var low = 0
    var high = byteOffset
    while low < high {
      let middle = (low + high) / 2
      if self.line(of: middle) < line { low = middle + 1 } else { high = middle }
    }
    return scalarOffset(of: byteOffset) - scalarOffset(of: low) + 1
  }
}
