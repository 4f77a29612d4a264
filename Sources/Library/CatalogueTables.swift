internal import ChineseText
internal import Regulations

/// The tables of a catalogue file or of a manifest, by rows (see `CatalogueFormat`).
final class CatalogueTables: Sendable {
  let sourceCount: Int
  let regulationCount: Int
  let revisionCount: Int
  let sources: ByteView
  let regulations: ByteView
  let revisions: ByteView
  let ids: ByteView
  let keys: ByteView
  let places: ByteView
  let strings: ByteView

  /// The bytes of all tables.
  var byteCount: Int {
    [sources, regulations, revisions, ids, keys, places, strings].reduce(0) { $0 + $1.count }
  }

  init(_ view: (CatalogueSection) -> ByteView) {
    sources = view(.sources)
    regulations = view(.regulations)
    revisions = view(.revisions)
    ids = view(.ids)
    keys = view(.keys)
    places = view(.places)
    strings = view(.strings)
    sourceCount = sources.count / CatalogueFormat.sourceByteCount
    regulationCount = regulations.count / CatalogueFormat.regulationByteCount
    revisionCount = revisions.count / CatalogueFormat.revisionByteCount
  }

  // MARK: Sources

  /// The number of a source's segment, its document there, and its fingerprint.
  func place(ofSource row: Int) -> Catalogue.Place {
    let offset = row * CatalogueFormat.sourceByteCount
    var cursor = ByteCursor(sources, at: offset + 16)
    return Catalogue.Place(
      segment: sources.count32(at: offset), document: sources.count32(at: offset + 4),
      hash: cursor.hash())
  }

  func pathBytes(ofSource row: Int) -> ByteView {
    text(in: sources, at: row * CatalogueFormat.sourceByteCount + 8)
  }

  // MARK: Regulations

  func id(of row: Int) -> UInt32 { number(of: row, at: 0) }

  func titleBytes(of row: Int) -> ByteView {
    text(in: regulations, at: row * CatalogueFormat.regulationByteCount + 4)
  }

  func issuerBytes(of row: Int) -> ByteView? {
    optionalText(in: regulations, at: row * CatalogueFormat.regulationByteCount + 12)
  }

  /// The revisions of a regulation, from the oldest to the newest.
  func revisions(of row: Int) -> Range<Int> {
    let first = firstRevision(of: row)
    return first..<max(first, firstRevision(of: row + 1))
  }

  /// The first revision of a regulation, or of none the number of all.
  func firstRevision(of row: Int) -> Int {
    row < regulationCount ? min(Int(number(of: row, at: 20)), revisionCount) : revisionCount
  }

  /// The highest number that a revision of a regulation was given.
  func lastOrdinal(of row: Int) -> Int { Int(number(of: row, at: 24)) }

  /// The day on which a regulation was repealed, packed, or 0.
  func repealDay(of row: Int) -> UInt32 { number(of: row, at: 28) }

  /// The ID of the regulation that repealed another, or 0.
  func repealingID(of row: Int) -> UInt32 { number(of: row, at: 32) }

  /// What all titles of one stem share.
  func key(of row: Int) -> UInt64 {
    regulations.number(at: row * CatalogueFormat.regulationByteCount + 36, as: UInt64.self)
  }

  private func number(of row: Int, at offset: Int) -> UInt32 {
    regulations.number(
      at: row * CatalogueFormat.regulationByteCount + offset, as: UInt32.self)
  }

  private func text(in table: ByteView, at offset: Int) -> ByteView {
    strings.part(at: table.count32(at: offset), byteCount: table.count32(at: offset + 4))
  }

  private func optionalText(in table: ByteView, at offset: Int) -> ByteView? {
    let byteCount = table.count32(at: offset + 4)
    guard byteCount > 0 else { return nil }
    return strings.part(at: table.count32(at: offset), byteCount: byteCount - 1)
  }

  // MARK: Revisions

  /// The number of a revision's segment, its document and its number there.
  func place(ofRevision row: Int) -> Catalogue.RevisionPlace {
    Catalogue.RevisionPlace(
      segment: Int(revisionNumber(of: row, at: 0)), document: Int(revisionNumber(of: row, at: 8)),
      index: Int(revisionNumber(of: row, at: 4)))
  }

  /// The numbers of the segments of revisions that follow one another, and theirs there.
  func forEachPlace(of rows: Range<Int>, _ body: (_ segment: Int, _ index: Int) -> Void) {
    let size = CatalogueFormat.revisionByteCount
    let bytes = revisions.part(at: rows.lowerBound * size, byteCount: rows.count * size).compared
    for offset in stride(from: 0, to: bytes.count - size + 1, by: size) {
      let place = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
      body(Int(place & 0xFFFF_FFFF), Int(place >> 32))
    }
  }

  func ordinal(of row: Int) -> Int { Int(revisionNumber(of: row, at: 12)) }

  func edition(of row: Int) -> Int { Int(revisionNumber(of: row, at: 16)) }

  /// The title of a revision where it is not that of its regulation.
  func titleBytes(ofRevision row: Int) -> ByteView? {
    optionalText(in: revisions, at: row * CatalogueFormat.revisionByteCount + 20)
  }

  /// The day by which a revision is ordered, packed so that days compare as
  /// numbers; 0 for none.
  func orderDay(of row: Int) -> UInt32 { revisionNumber(of: row, at: 28) }

  func dates(of row: Int) -> RevisionDates {
    func date(_ offset: Int) -> CalendarDate? {
      CalendarDate(packed: revisionNumber(of: row, at: offset))
    }
    return RevisionDates(
      effective: date(32), promulgated: date(36), amended: date(40), dated: date(44),
      adopted: date(48))
  }

  /// Whether a revision has a day of its own.
  func hasDay(_ row: Int) -> Bool {
    // By far the most have the first.
    revisionNumber(of: row, at: 32) != 0
      || stride(from: 36, through: 48, by: 4).contains { revisionNumber(of: row, at: $0) != 0 }
  }

  func kind(of row: Int) -> Revision.Kind {
    let number = Int(revisionNumber(of: row, at: 52))
    return Revision.Kind.stored[min(number, Revision.Kind.stored.count - 1)]
  }

  private func revisionNumber(of row: Int, at offset: Int) -> UInt32 {
    revisions.number(at: row * CatalogueFormat.revisionByteCount + offset, as: UInt32.self)
  }
}

// MARK: - Finding

extension CatalogueTables {
  /// The rows of the regulations with an ID.
  func rows(withID id: UInt32) -> [Int] {
    let count = ids.count / CatalogueFormat.idByteCount
    let first = Self.first(in: count) {
      ids.number(at: $0 * CatalogueFormat.idByteCount, as: UInt32.self) >= id
    }
    return (first..<count).lazy.map { $0 * CatalogueFormat.idByteCount }
      .prefix { self.ids.number(at: $0, as: UInt32.self) == id }
      .map { self.ids.count32(at: $0 + 4) }
  }

  /// The rows of the regulations of which a title has a key.
  func rows(withKey key: UInt64) -> [Int] {
    let count = keys.count / CatalogueFormat.keyByteCount
    let first = Self.first(in: count) {
      keys.number(at: $0 * CatalogueFormat.keyByteCount, as: UInt64.self) >= key
    }
    return (first..<count).lazy.map { $0 * CatalogueFormat.keyByteCount }
      .prefix { self.keys.number(at: $0, as: UInt64.self) == key }
      .map { self.keys.count32(at: $0 + 8) }
  }

  /// The row of the revision that stands in a place, or `nil`.
  func row(ofRevision index: Int, inSegment segment: Int) -> Int? {
    let count = places.count / CatalogueFormat.placeByteCount
    let first = Self.first(in: count) { place($0) >= (segment, index) }
    guard first < count, place(first) == (segment, index) else { return nil }
    return places.count32(at: first * CatalogueFormat.placeByteCount + 8)
  }

  private func place(_ number: Int) -> (Int, Int) {
    let offset = number * CatalogueFormat.placeByteCount
    return (places.count32(at: offset), places.count32(at: offset + 4))
  }

  /// The first regulation that does not come before a title and an ID.
  func position(ofTitle title: String, _ id: UInt32) -> Int {
    Self.first(in: regulationCount) { row in
      let order = titleBytes(of: row).order(against: title)
      return order > 0 || order == 0 && self.id(of: row) >= id
    }
  }

  /// The first source that does not come before a path.
  func position(ofPath path: String) -> Int {
    Self.first(in: sourceCount) { pathBytes(ofSource: $0).order(against: path) >= 0 }
  }

  /// The regulation of a revision among some.
  func regulation(ofRevision revision: Int, in rows: Range<Int>) -> Int {
    let offset = Self.first(in: rows.count) {
      firstRevision(of: rows.lowerBound + $0 + 1) > revision
    }
    return min(rows.lowerBound + offset, rows.upperBound - 1)
  }

  /// The first of some numbers that a condition holds for, and for all after it.
  static func first(in count: Int, where holds: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension ByteView {
  /// Less than 0 where these bytes come before those of a text, 0 where they are the same.
  func order(against text: String) -> Int {
    var text = text
    return text.withUTF8 { other in
      let own = compared
      let count = min(own.count, other.count)
      for index in 0..<count where own[index] != other[index] {
        return Int(own[index]) - Int(other[index])
      }
      return own.count - other.count
    }
  }
}
