internal import ChineseText
internal import Regulations

extension Catalogue {
  /// The bytes of the manifest.
  func encoded() -> [UInt8] {
    var encoder = CatalogueEncoder(self)
    return encoder.encoded(self)
  }
}

/// Writes the tables of a manifest, and collects the texts that they point to.
private struct CatalogueEncoder {
  private var writer = ByteWriter()
  private var strings = ByteWriter()
  private let places: [Int: UInt32]
  private let documents: [(path: String, place: Catalogue.Place)]
  /// The number of each document, by its segment and its number there.
  private var documentNumbers: [Int: [UInt32]] = [:]

  init(_ catalogue: Catalogue) {
    places = Dictionary(
      uniqueKeysWithValues: catalogue.segments.enumerated().map {
        ($0.element.number, UInt32(truncatingIfNeeded: $0.offset))
      })
    documents = catalogue.documents
    let size = documents.count * (ManifestFormat.sourceByteCount + 64)
    writer.reserve(size + catalogue.regulations.count * 128)
    strings.reserve(size)
    for (number, document) in documents.enumerated() {
      let place = document.place
      var numbers = documentNumbers.removeValue(forKey: place.segment) ?? []
      while numbers.count <= place.document { numbers.append(0) }
      numbers[place.document] = UInt32(truncatingIfNeeded: number)
      documentNumbers[place.segment] = numbers
    }
  }

  private func number(ofDocument place: Catalogue.RevisionPlace) -> UInt32 {
    guard let numbers = documentNumbers[place.segment], place.document < numbers.count else {
      return 0
    }
    return numbers[place.document]
  }

  mutating func encoded(_ catalogue: Catalogue) -> [UInt8] {
    var decisions = ByteWriter(catalogue.decisions)
    decisions.append(copies: catalogue.copies)
    let revisionCount = catalogue.regulations.reduce(0) { $0 + $1.revisions.count }
    writer.append(ManifestFormat.magic)
    writer.append(UInt32(ManifestFormat.version))
    for count in [
      catalogue.nextSegment, catalogue.segments.count, documents.count,
      catalogue.regulations.count, revisionCount, decisions.count, 0,
    ] { append(count) }
    for segment in catalogue.segments { append(segment) }
    for document in documents { append(document.path, document.place) }
    var first = 0
    for regulation in catalogue.regulations {
      append(regulation, firstRevision: first, catalogue.decisions.repeals[regulation.id])
      first += regulation.revisions.count
    }
    for regulation in catalogue.regulations {
      for revision in regulation.revisions { append(revision, of: regulation) }
    }
    writer.append(decisions.bytes)
    writer.append(strings.bytes)
    writer.append(ContentHash(writer.bytes))
    writer.append(ManifestFormat.endMagic)
    return writer.bytes
  }

  private mutating func append(_ count: Int) {
    writer.append(UInt32(truncatingIfNeeded: count))
  }

  private mutating func append(_ segment: Catalogue.SegmentRow) {
    append(segment.number)
    append(segment.revisionCount)
    writer.append(UInt64(segment.byteCount))
    writer.append(segment.fingerprint)
    writer.append(UInt64(0))
  }

  private mutating func append(_ path: String, _ place: Catalogue.Place) {
    writer.append(places[place.segment] ?? 0)
    append(place.document)
    append(text: path)
    writer.append(place.hash)
  }

  private mutating func append(
    _ regulation: Catalogue.RegulationRow, firstRevision: Int, _ repeal: Decisions.Repeal?
  ) {
    writer.append(regulation.id)
    append(text: regulation.title)
    append(optional: regulation.issuer)
    append(firstRevision)
    append(regulation.lastOrdinal)
    writer.append(repeal.map { $0.day }.packed)
    writer.append(repeal?.by ?? 0)
    writer.append(regulation.key)
  }

  private mutating func append(
    _ revision: Catalogue.RevisionRow, of regulation: Catalogue.RegulationRow
  ) {
    writer.append(places[revision.place.segment] ?? 0)
    append(revision.place.index)
    writer.append(number(ofDocument: revision.place))
    append(revision.ordinal)
    append(revision.edition)
    append(optional: revision.title == regulation.title ? nil : revision.title)
    writer.append(revision.orderDay)
    let dates = revision.dates
    for date in [dates.effective, dates.promulgated, dates.amended, dates.dated, dates.adopted] {
      writer.append(date.packed)
    }
    writer.append(UInt32(Revision.Kind.stored.firstIndex(of: revision.kind) ?? 0))
  }

  private mutating func append(text: String) {
    append(strings.count)
    append(text.utf8.count)
    strings.append(text.utf8)
  }

  private mutating func append(optional text: String?) {
    append(strings.count)
    append(text.map { $0.utf8.count + 1 } ?? 0)
    if let text { strings.append(text.utf8) }
  }
}
