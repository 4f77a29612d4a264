internal import ChineseText
internal import Regulations

/// Writes the tables of a catalogue (see `CatalogueFormat`), row after row.
struct CatalogueTablesWriter {
  private var sources = ByteWriter()
  private var regulations = ByteWriter()
  private var revisions = ByteWriter()
  private var strings = ByteWriter()
  private var ids: [(id: UInt32, row: UInt32)] = []
  private var keys: [(key: UInt64, row: UInt32)] = []
  private var places: [(place: UInt64, row: UInt32)] = []

  var sourceCount: Int { sources.count / CatalogueFormat.sourceByteCount }
  var regulationCount: Int { regulations.count / CatalogueFormat.regulationByteCount }
  var revisionCount: Int { revisions.count / CatalogueFormat.revisionByteCount }
  var keyCount: Int { keys.count }

  /// The bytes of all tables.
  var byteCount: Int {
    sources.count + regulations.count + revisions.count + strings.count
      + ids.count * CatalogueFormat.idByteCount + keys.count * CatalogueFormat.keyByteCount
      + places.count * CatalogueFormat.placeByteCount
  }

  /// Whether there is more than a table can say the places of.
  var isTooLarge: Bool { strings.count > Int(UInt32.max) || revisionCount > 0x7FFF_FFFF }

  /// The tables in the order of `CatalogueSection`.
  func finish() -> [[UInt8]] {
    var idRows = ByteWriter()
    for row in ids.sorted(by: { $0 < $1 }) {
      idRows.append(row.id)
      idRows.append(row.row)
    }
    var keyRows = ByteWriter()
    for row in keys.sorted(by: { $0 < $1 }) {
      keyRows.append(row.key)
      keyRows.append(row.row)
    }
    var placeRows = ByteWriter()
    for row in places.sorted(by: { $0.place < $1.place }) {
      placeRows.append(UInt32(truncatingIfNeeded: row.place >> 32))
      placeRows.append(UInt32(truncatingIfNeeded: row.place))
      placeRows.append(row.row)
    }
    return [
      sources.bytes, regulations.bytes, revisions.bytes, idRows.bytes, keyRows.bytes,
      placeRows.bytes, strings.bytes,
    ]
  }

  // MARK: New rows

  mutating func append(_ path: String, _ place: Catalogue.Place) {
    sources.append(count: place.segment)
    sources.append(count: place.document)
    sources.append(count: strings.count)
    sources.append(count: path.utf8.count)
    sources.append(place.hash)
    strings.append(path.utf8)
  }

  mutating func append(_ regulation: Catalogue.RegulationRow, _ repeal: Decisions.Repeal?) {
    let row = UInt32(truncatingIfNeeded: regulationCount)
    ids.append((regulation.id, row))
    for key in regulation.keys { keys.append((key, row)) }
    regulations.append(regulation.id)
    Self.append(regulation.title, to: &regulations, &strings)
    Self.append(optional: regulation.issuer, to: &regulations, &strings)
    regulations.append(count: revisionCount)
    regulations.append(count: regulation.lastOrdinal)
    regulations.append(repeal.map { $0.day }.packed)
    regulations.append(repeal?.by ?? 0)
    regulations.append(regulation.key)
    for revision in regulation.revisions { append(revision, of: regulation) }
  }

  private mutating func append(
    _ revision: Catalogue.RevisionRow, of regulation: Catalogue.RegulationRow
  ) {
    appendPlace(revision.place.segment, revision.place.index)
    revisions.append(count: revision.place.segment)
    revisions.append(count: revision.place.index)
    revisions.append(count: revision.place.document)
    revisions.append(count: revision.ordinal)
    revisions.append(count: revision.edition)
    Self.append(
      optional: revision.title == regulation.title ? nil : revision.title, to: &revisions, &strings)
    revisions.append(revision.orderDay)
    let dates = revision.dates
    for date in [dates.effective, dates.promulgated, dates.amended, dates.dated, dates.adopted] {
      revisions.append(date.packed)
    }
    revisions.append(UInt32(Revision.Kind.stored.firstIndex(of: revision.kind) ?? 0))
  }

  /// Notes where the next revision stands.
  private mutating func appendPlace(_ segment: Int, _ index: Int) {
    let place = UInt64(segment) << 32 | UInt64(truncatingIfNeeded: index)
    places.append((place, UInt32(truncatingIfNeeded: revisionCount)))
  }

  private static func append(
    _ text: String, to table: inout ByteWriter, _ strings: inout ByteWriter
  ) {
    table.append(count: strings.count)
    table.append(count: text.utf8.count)
    strings.append(text.utf8)
  }

  private static func append(
    optional text: String?, to table: inout ByteWriter, _ strings: inout ByteWriter
  ) {
    table.append(count: strings.count)
    table.append(count: text.map { $0.utf8.count + 1 } ?? 0)
    if let text { strings.append(text.utf8) }
  }
}

// MARK: - Rows as they stand

extension CatalogueTablesWriter {
  /// Appends sources as they stand in other tables.
  mutating func append(sources rows: Range<Int>, of tables: CatalogueTables) {
    for row in rows {
      let path = tables.pathBytes(ofSource: row).compared
      let offset = row * CatalogueFormat.sourceByteCount
      sources.append(tables.sources.part(at: offset, byteCount: 8).compared)
      sources.append(count: strings.count)
      sources.append(count: path.count)
      sources.append(tables.sources.part(at: offset + 16, byteCount: 16).compared)
      strings.append(path)
    }
  }

  /// Appends regulations with their revisions as they stand in other tables.
  mutating func append(regulations rows: Range<Int>, of tables: CatalogueTables) {
    for row in rows {
      let offset = row * CatalogueFormat.regulationByteCount
      ids.append((tables.id(of: row), UInt32(truncatingIfNeeded: regulationCount)))
      regulations.append(tables.id(of: row))
      regulations.append(count: strings.count)
      regulations.append(count: tables.titleBytes(of: row).count)
      strings.append(tables.titleBytes(of: row).compared)
      let issuer = tables.issuerBytes(of: row)
      regulations.append(count: strings.count)
      regulations.append(count: issuer.map { $0.count + 1 } ?? 0)
      if let issuer { strings.append(issuer.compared) }
      regulations.append(count: revisionCount)
      regulations.append(tables.regulations.part(at: offset + 24, byteCount: 20).compared)
      for revision in tables.revisions(of: row) { append(revision: revision, of: tables) }
    }
  }

  private mutating func append(revision row: Int, of tables: CatalogueTables) {
    let offset = row * CatalogueFormat.revisionByteCount
    let title = tables.titleBytes(ofRevision: row)
    appendPlace(tables.revisions.count32(at: offset), tables.revisions.count32(at: offset + 4))
    revisions.append(tables.revisions.part(at: offset, byteCount: 20).compared)
    revisions.append(count: strings.count)
    revisions.append(count: title.map { $0.count + 1 } ?? 0)
    if let title { strings.append(title.compared) }
    revisions.append(tables.revisions.part(at: offset + 28, byteCount: 28).compared)
  }

  /// Appends the keys of regulations that were appended as they stand.
  ///
  /// - Parameter newRow: The new row of one of the tables, or `nil` for one that
  ///   was not appended.
  mutating func append(keysOf tables: CatalogueTables, _ newRow: [UInt32?]) {
    for offset in stride(from: 0, to: tables.keys.count, by: CatalogueFormat.keyByteCount) {
      let row = tables.keys.count32(at: offset + 8)
      guard row < newRow.count, let new = newRow[row] else { continue }
      keys.append((tables.keys.number(at: offset, as: UInt64.self), new))
    }
  }
}

extension ByteWriter {
  mutating func append(count: Int) { append(UInt32(truncatingIfNeeded: count)) }
}

extension Catalogue.RegulationRow {
  /// The keys of its title and those of its revisions, each once.
  fileprivate var keys: Set<UInt64> {
    var keys: Set = [key]
    for revision in revisions where revision.title != title {
      keys.insert(RegulationTitle(revision.title).key)
    }
    return keys
  }
}
