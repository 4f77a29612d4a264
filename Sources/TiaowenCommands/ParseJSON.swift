import ChineseText
import DocumentReaders
import Regulations
import Splitting

/// The JSON object of `parse` for one file.
///
/// Offsets count Unicode scalars, lines count from 1.
struct ParseJSON {
  let path: String
  let document: SourceDocument
  let split: SplitDocument
  let positions: TextPositions

  /// Writes the object and ends the line.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.object("source") { writeSource(to: &$0) }
      json.array("regulations", split.regulations) { write($1, to: &$0) }
      json.array("rejected", split.rejected) { write($1, to: &$0) }
      json.object("ledger") { Self.write(split.ledger, to: &$0) }
      json.array("diagnostics", document.diagnostics + split.diagnostics) { write($1, to: &$0) }
    }
    json.endLine()
  }

  private func writeSource(to json: inout JSONWriter) {
    json.member("path", path)
    json.member("format", document.format.rawValue)
    json.member("encoding", document.encoding?.rawValue)
    json.member("characters", positions.scalarCount)
  }

  private func write(_ regulation: Revision, to json: inout JSONWriter) {
    json.object { json in
      json.member("title", regulation.title)
      json.member("kind", regulation.kind.rawValue)
      let spans = regulation.titleSpans + regulation.provisions.flatMap(\.spans)
      write(linesOf: spans, to: &json)
      json.array("titleSpans", regulation.titleSpans) { write($1, to: &$0) }
      json.array("metadataSpans", regulation.metadataSpans) { write($1, to: &$0) }
      json.object("metadata") { Self.write(regulation.metadata, to: &$0) }
      json.array("provisions", regulation.provisions) {
        write($1, of: regulation, to: &$0)
      }
    }
  }

  private func write(_ provision: Provision, of regulation: Revision, to json: inout JSONWriter) {
    json.object { json in
      json.write(provision, of: regulation)
      write(linesOf: provision.spans, to: &json)
      json.array("spans", provision.spans) { write($1, to: &$0) }
    }
  }

  private func write(_ piece: RejectedText, to json: inout JSONWriter) {
    json.object { json in
      write(linesOf: piece.spans, to: &json)
      json.array("spans", piece.spans) { write($1, to: &$0) }
      json.member("reason", piece.reason.rawValue)
      json.member("text", piece.spans.map { document.text[$0] }.joined(separator: "\n"))
    }
  }

  private func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    json.object { json in
      json.member("severity", diagnostic.severity.rawValue)
      json.member("code", diagnostic.code.rawValue)
      if let line = diagnostic.sidecarLine { json.member("sidecarLine", line) }
      if let range = diagnostic.range {
        json.member("line", positions.line(of: range.lowerBound))
        json.name("span")
        write(range, to: &json)
      }
      json.member("message", Sentences.current.message(of: diagnostic))
      json.member("help", Sentences.current.help(of: diagnostic))
    }
  }

  private func write(_ range: TextRange, to json: inout JSONWriter) {
    json.array([range.lowerBound, range.upperBound]) { json, offset in
      json.value(positions.scalarOffset(of: offset))
    }
  }

  private func write(linesOf spans: [TextRange], to json: inout JSONWriter) {
    guard let first = spans.lazy.map(\.lowerBound).min(),
      let last = spans.lazy.map(\.upperBound).max()
    else { return }
    json.array("lines", [first, max(first, last - 1)]) { json, offset in
      json.value(positions.line(of: offset))
    }
  }

  static func write(_ metadata: RegulationMetadata, to json: inout JSONWriter) {
    json.member("documentNumber", metadata.documentNumber)
    json.member("issuer", metadata.issuer)
    json.member("department", metadata.department)
    json.member("adopted", metadata.adopted?.description)
    json.member("amended", metadata.amended?.description)
    json.member("promulgated", metadata.promulgated?.description)
    json.member("effective", metadata.effective?.description)
    json.member("dated", metadata.dated?.description)
    json.member("interpreter", metadata.interpreter)
    json.member("scope", metadata.scope)
    if !metadata.repeals.isEmpty {
      json.array("repeals", metadata.repeals) { $0.value($1) }
    }
    json.member("complete", metadata.isComplete)
    if !metadata.supplied.isEmpty {
      let fields = SuppliedField.allCases.filter { metadata.supplied.contains($0) }
      json.array("supplied", fields) { $0.value($1.rawValue) }
    }
  }

  static func write(_ ledger: Ledger, to json: inout JSONWriter) {
    json.member("provisions", ledger.provisions)
    json.member("titles", ledger.titles)
    json.member("metadata", ledger.metadata)
    json.member("rejected", ledger.rejected)
    json.member("blanks", ledger.blanks)
    json.member("total", ledger.total)
  }
}

extension JSONWriter {
  /// Writes the members of a provision that hold without a source.
  mutating func write(_ provision: Provision, of regulation: Revision) {
    member("id", provision.id.description)
    member("kind", provision.kind.rawValue)
    member("label", provision.label)
    member("number", provision.number?.description)
    member("heading", provision.heading)
    member("separator", provision.separator)
    member("text", provision.text)
    name("parent")
    if let parent = provision.parent {
      value(regulation.provisions[parent].id.description)
    } else {
      null()
    }
  }
}
