internal import NgramIndex

/// A manifest as it stands on disk, checked against its fingerprint.
///
/// What the library is made of also stands in the files that it names; see
/// `Manifest`.
struct ManifestFile: Sendable {
  let path: String
  let fingerprint: ContentHash
  /// The number of the next file.
  let nextNumber: Int
  /// The number of the catalogue file and the fingerprint of its header, or
  /// `nil` for none.
  let catalogue: (number: Int, fingerprint: ContentHash)?
  let segments: [Catalogue.SegmentRow]
  let sourceRuns: ByteView
  let regulationRuns: ByteView
  /// The rows that stand in the manifest.
  let tables: CatalogueTables
  private let decisionBytes: ByteView
  private let file: MappedFile

  init(path: String) throws(LibraryError) {
    self.path = path
    do throws(IndexFileError) {
      file = try MappedFile(path: path)
    } catch {
      throw LibraryError(error)
    }
    let view = ByteView(file)
    fingerprint = try Self.check(view, path)
    nextNumber = view.count32(at: 12)
    var cursor = ByteCursor(view, at: 24)
    let number = view.count32(at: 16)
    catalogue = number == 0 ? nil : (number, cursor.hash())
    var offset = ManifestFormat.segmentsOffset
    func part(_ count: Int, _ byteCount: Int = 1) -> ByteView {
      defer { offset += count * byteCount }
      return view.part(at: offset, byteCount: count * byteCount)
    }
    let rows = part(view.count32(at: 20), ManifestFormat.segmentByteCount)
    sourceRuns = part(view.count32(at: 40), ManifestFormat.runByteCount)
    regulationRuns = part(view.count32(at: 44), ManifestFormat.runByteCount)
    let sources = part(view.count32(at: 48), CatalogueFormat.sourceByteCount)
    let regulations = part(view.count32(at: 52), CatalogueFormat.regulationByteCount)
    let revisions = part(view.count32(at: 56), CatalogueFormat.revisionByteCount)
    let ids = part(view.count32(at: 52), CatalogueFormat.idByteCount)
    let keys = part(view.count32(at: 60), CatalogueFormat.keyByteCount)
    let places = part(view.count32(at: 56), CatalogueFormat.placeByteCount)
    decisionBytes = part(view.count32(at: 64))
    let end = view.count - ManifestFormat.endByteCount
    guard offset <= end else {
      throw LibraryError(path, .damaged(.contradiction("a table lies outside the file")))
    }
    let strings = part(end - offset)
    tables = CatalogueTables { section in
      switch section {
      case .sources: sources
      case .regulations: regulations
      case .revisions: revisions
      case .ids: ids
      case .keys: keys
      case .places: places
      case .strings: strings
      }
    }
    segments = Self.segments(in: rows)
    guard segments.indices.dropFirst().allSatisfy({ segments[$0 - 1].number < segments[$0].number })
    else { throw LibraryError(path, .damaged(.contradiction("the segments are out of order"))) }
  }

  private static func check(
    _ view: ByteView, _ path: String
  ) throws(LibraryError) -> ContentHash {
    try FileFrame(
      magic: ManifestFormat.magic, endMagic: ManifestFormat.endMagic,
      version: ManifestFormat.version
    ).check(view, path) { wholeFingerprint(of: view) != nil }
    guard view.count - ManifestFormat.endByteCount >= ManifestFormat.segmentsOffset else {
      throw LibraryError(path, .damaged(.cut))
    }
    guard let fingerprint = wholeFingerprint(of: view) else {
      throw LibraryError(path, .damaged(.manifest))
    }
    return fingerprint
  }

  /// The fingerprint of a manifest, of any format, that is as it was written.
  private static func wholeFingerprint(of view: ByteView) -> ContentHash? {
    let body = view.count - ManifestFormat.endByteCount
    guard body >= 0 else { return nil }
    var cursor = ByteCursor(view, at: body)
    let fingerprint = cursor.hash()
    return ContentHash(view.part(at: 0, byteCount: body).base) == fingerprint ? fingerprint : nil
  }

  private static func segments(in rows: ByteView) -> [Catalogue.SegmentRow] {
    (0..<(rows.count / ManifestFormat.segmentByteCount)).map { index in
      let row = index * ManifestFormat.segmentByteCount
      var cursor = ByteCursor(rows, at: row + 16)
      let revisionCount = rows.count32(at: row + 4)
      // What a damaged one says must still be fit to be counted with.
      let byteCount = min(rows.number(at: row + 8, as: UInt64.self), 1 << 48)
      return Catalogue.SegmentRow(
        number: rows.count32(at: row), revisionCount: revisionCount, byteCount: Int(byteCount),
        fingerprint: cursor.hash(),
        liveRevisionCount: min(rows.count32(at: row + 32), revisionCount),
        liveDocumentCount: rows.count32(at: row + 36))
    }
  }

  /// The whole file.
  var bytes: [UInt8] { Array(file.bytes) }

  /// What people decided, followed by the copies.
  var decisions: ByteCursor { ByteCursor(decisionBytes) }
}
