internal import ChineseText
internal import DocumentReaders
internal import Regulations
internal import Splitting

// What is read seldom stands in one stream: texts, varints and packed dates,
// one after another, in the order of the functions here.

extension ByteWriter {
  /// Appends a day as year * 512 + month * 32 + day, 0 for none.
  mutating func append(_ date: CalendarDate?) {
    append(varint: Int(date.packed))
  }

  mutating func append(detailsOf revision: Revision) {
    let metadata = revision.metadata
    append(text: revision.title)
    append(text: revision.kind.rawValue)
    for text in [
      metadata.documentNumber, metadata.issuer, metadata.department, metadata.interpreter,
      metadata.scope,
    ] { append(optional: text) }
    for date in [
      metadata.adopted, metadata.promulgated, metadata.amended, metadata.effective, metadata.dated,
    ] { append(date) }
    append(byte: metadata.isComplete.map { $0 ? 2 : 1 } ?? 0)
    append(varint: metadata.repeals.count)
    for title in metadata.repeals { append(text: title) }
    append(byte: metadata.supplied.bits)
  }

  mutating func append(_ file: SourceFile) {
    append(text: file.path)
    append(varint: file.byteCount)
    append(file.hash.high)
    append(file.hash.low)
    append(text: file.format.rawValue)
    append(optional: file.encoding?.rawValue)
  }

  mutating func append(_ remainder: SourceRemainder) {
    let ledger = remainder.ledger
    for sum in [
      ledger.provisions, ledger.titles, ledger.metadata, ledger.rejected, ledger.blanks,
      ledger.total,
    ] { append(varint: sum) }
    append(varint: remainder.rejected.count)
    for piece in remainder.rejected {
      append(text: piece.reason.rawValue)
      append(text: piece.text)
    }
    append(varint: remainder.diagnostics.count)
    for diagnostic in remainder.diagnostics { append(diagnostic) }
  }

  private mutating func append(_ diagnostic: Diagnostic) {
    append(text: diagnostic.code.rawValue)
    append(text: diagnostic.severity.rawValue)
    append(varint: diagnostic.range.map { $0.lowerBound + 1 } ?? 0)
    append(varint: diagnostic.range?.byteCount ?? 0)
    append(varint: diagnostic.values.count)
    for value in diagnostic.values { append(text: value) }
    append(text: diagnostic.message)
    append(optional: diagnostic.help)
  }
}

extension ByteCursor {
  mutating func date() -> CalendarDate? {
    CalendarDate(packed: UInt32(truncatingIfNeeded: varint()))
  }

  /// A revision without its provisions.
  mutating func revisionDetails() -> Revision {
    var revision = Revision(title: text())
    revision.kind = Revision.Kind(rawValue: text()) ?? .regulation
    revision.metadata.documentNumber = optionalText()
    revision.metadata.issuer = optionalText()
    revision.metadata.department = optionalText()
    revision.metadata.interpreter = optionalText()
    revision.metadata.scope = optionalText()
    revision.metadata.adopted = date()
    revision.metadata.promulgated = date()
    revision.metadata.amended = date()
    revision.metadata.effective = date()
    revision.metadata.dated = date()
    let completeness = byte()
    revision.metadata.isComplete = completeness == 0 ? nil : completeness == 2
    for _ in 0..<count() { revision.metadata.repeals.append(text()) }
    revision.metadata.supplied = Set(bits: byte())
    return revision
  }

  mutating func sourceFile() -> SourceFile {
    let path = text()
    let byteCount = varint()
    let high = number(as: UInt64.self)
    let low = number(as: UInt64.self)
    return SourceFile(
      path: path, byteCount: byteCount, hash: ContentHash(high: high, low: low),
      format: SourceFormat(rawValue: text()) ?? .text,
      encoding: optionalText().flatMap { TextEncoding(rawValue: $0) })
  }

  mutating func sourceRemainder() -> SourceRemainder {
    var remainder = SourceRemainder()
    remainder.ledger.provisions = varint()
    remainder.ledger.titles = varint()
    remainder.ledger.metadata = varint()
    remainder.ledger.rejected = varint()
    remainder.ledger.blanks = varint()
    remainder.ledger.total = varint()
    for _ in 0..<count() {
      let reason = RejectedText.Reason(rawValue: text()) ?? .pageFurniture
      remainder.rejected.append(.init(reason: reason, text: text()))
    }
    for _ in 0..<count() { remainder.diagnostics.append(diagnostic()) }
    return remainder
  }

  private mutating func diagnostic() -> Diagnostic {
    let code = Diagnostic.Code(rawValue: text())
    let severity = Diagnostic.Severity(rawValue: text()) ?? .note
    let start = min(varint(), 0x7FFF_FFFF)
    let byteCount = min(varint(), 0x7FFF_FFFF)
    var values: [String] = []
    for _ in 0..<count() { values.append(text()) }
    return Diagnostic(
      code, severity, at: start == 0 ? nil : TextRange(start - 1, start - 1 + byteCount),
      values: values, message: text(), help: optionalText())
  }
}

extension Set<SuppliedField> {
  /// One bit for each field, the lowest for the title.
  fileprivate var bits: UInt8 {
    SuppliedField.allCases.enumerated().reduce(0) { bits, field in
      contains(field.element) ? bits | 1 << field.offset : bits
    }
  }

  fileprivate init(bits: UInt8) {
    self = Set(
      SuppliedField.allCases.enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element))
  }
}

extension CalendarDate {
  init?(packed: UInt32) {
    self.init(year: Int(packed >> 9), month: Int(packed >> 5 & 15), day: Int(packed & 31))
  }
}

extension CalendarDate? {
  var packed: UInt32 {
    guard let self else { return 0 }
    return UInt32(self.year << 9 | self.month << 5 | self.day)
  }
}
