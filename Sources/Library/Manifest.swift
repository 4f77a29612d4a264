internal import ChineseText
internal import NgramIndex
internal import Regulations

/// The manifest of a library as it stands on disk.
struct Manifest: Sendable {
  let path: String
  private let file: MappedFile
  let segmentCount: Int
  let sourceCount: Int
  let regulationCount: Int
  let revisionCount: Int
  private let segments: ByteView
  private let sources: ByteView
  private let regulations: ByteView
  private let revisions: ByteView
  private let decisionBytes: ByteView
  private let strings: ByteView
  let nextSegment: Int
  let fingerprint: ContentHash

  /// The manifest at a path, checked against its fingerprint.
  init(path: String) throws(LibraryError) {
    self.path = path
    do throws(IndexFileError) {
      file = try MappedFile(path: path)
    } catch {
      throw LibraryError(error)
    }
    let view = ByteView(file)
    fingerprint = try Self.check(view, path)
    nextSegment = view.count32(at: 12)
    segmentCount = view.count32(at: 16)
    sourceCount = view.count32(at: 20)
    regulationCount = view.count32(at: 24)
    revisionCount = view.count32(at: 28)
    var offset = ManifestFormat.segmentsOffset
    func table(_ count: Int, _ byteCount: Int) -> ByteView {
      defer { offset += count * byteCount }
      return view.part(at: offset, byteCount: count * byteCount)
    }
    segments = table(segmentCount, ManifestFormat.segmentByteCount)
    sources = table(sourceCount, ManifestFormat.sourceByteCount)
    regulations = table(regulationCount, ManifestFormat.regulationByteCount)
    revisions = table(revisionCount, ManifestFormat.revisionByteCount)
    decisionBytes = table(view.count32(at: 32), 1)
    strings = view.part(at: offset, byteCount: view.count - ManifestFormat.endByteCount - offset)
    guard offset <= view.count - ManifestFormat.endByteCount else {
      throw LibraryError(path, .damaged(detail: "a table lies outside the file"))
    }
  }

  private static func check(
    _ view: ByteView, _ path: String
  ) throws(LibraryError) -> ContentHash {
    try FileFrame(
      magic: ManifestFormat.magic, endMagic: ManifestFormat.endMagic,
      version: ManifestFormat.version
    ).check(view, path)
    let body = view.count - ManifestFormat.endByteCount
    guard body >= ManifestFormat.segmentsOffset else {
      throw LibraryError(path, .damaged(detail: "the file is cut"))
    }
    var cursor = ByteCursor(view, at: body)
    let fingerprint = cursor.hash()
    guard ContentHash(view.part(at: 0, byteCount: body).base) == fingerprint else {
      throw LibraryError(path, .damaged(detail: "the manifest is not what was written"))
    }
    return fingerprint
  }

  func segment(at index: Int) -> Catalogue.SegmentRow {
    let row = index * ManifestFormat.segmentByteCount
    var cursor = ByteCursor(segments, at: row + 16)
    return Catalogue.SegmentRow(
      number: segments.count32(at: row), revisionCount: segments.count32(at: row + 4),
      byteCount: Int(truncatingIfNeeded: segments.number(at: row + 8, as: UInt64.self)),
      fingerprint: cursor.hash())
  }

  // MARK: Sources

  /// The place of a source: the segment's place in the manifest, and the document.
  func source(at index: Int) -> (segment: Int, document: Int) {
    let row = index * ManifestFormat.sourceByteCount
    return (sources.count32(at: row), sources.count32(at: row + 4))
  }

  /// The path of a source.
  func path(ofSource index: Int) -> String {
    let row = index * ManifestFormat.sourceByteCount
    return strings.part(
      at: sources.count32(at: row + 8), byteCount: sources.count32(at: row + 12)
    ).text
  }

  /// The fingerprint that a source's file had.
  func hash(ofSource index: Int) -> ContentHash {
    var cursor = ByteCursor(sources, at: index * ManifestFormat.sourceByteCount + 16)
    return cursor.hash()
  }

  // MARK: Regulations

  func id(of regulation: Int) -> UInt32 {
    regulations.number(at: regulation * ManifestFormat.regulationByteCount, as: UInt32.self)
  }

  func title(of regulation: Int) -> String {
    let row = regulation * ManifestFormat.regulationByteCount
    return strings.part(
      at: regulations.count32(at: row + 4), byteCount: regulations.count32(at: row + 8)
    ).text
  }

  func issuer(of regulation: Int) -> String? {
    optionalText(in: regulations, at: regulation * ManifestFormat.regulationByteCount + 12)
  }

  /// The revisions of a regulation, from the oldest to the newest.
  func revisions(of regulation: Int) -> Range<Int> {
    let first = min(firstRevision(of: regulation), revisionCount)
    let end = regulation + 1 < regulationCount ? firstRevision(of: regulation + 1) : revisionCount
    return first..<max(first, min(end, revisionCount))
  }

  private func firstRevision(of regulation: Int) -> Int {
    regulations.count32(at: regulation * ManifestFormat.regulationByteCount + 20)
  }

  /// The highest number that a revision of a regulation was given.
  func lastOrdinal(of regulation: Int) -> Int {
    regulations.count32(at: regulation * ManifestFormat.regulationByteCount + 24)
  }

  /// The day on which a regulation was repealed, packed, or 0.
  func repealDay(of regulation: Int) -> UInt32 {
    regulations.number(at: regulation * ManifestFormat.regulationByteCount + 28, as: UInt32.self)
  }

  /// The ID of the regulation that repealed another, or 0.
  func repealingID(of regulation: Int) -> UInt32 {
    regulations.number(at: regulation * ManifestFormat.regulationByteCount + 32, as: UInt32.self)
  }

  /// What all titles of one stem share.
  func key(of regulation: Int) -> UInt64 {
    regulations.number(at: regulation * ManifestFormat.regulationByteCount + 36, as: UInt64.self)
  }

  private func optionalText(in table: ByteView, at offset: Int) -> String? {
    let byteCount = table.count32(at: offset + 4)
    guard byteCount > 0 else { return nil }
    return strings.part(at: table.count32(at: offset), byteCount: byteCount - 1).text
  }

  // MARK: Revisions

  /// The segment's place in the manifest and the revision's number there.
  func place(of revision: Int) -> (segment: Int, index: Int) {
    let row = revision * ManifestFormat.revisionByteCount
    return (revisions.count32(at: row), revisions.count32(at: row + 4))
  }

  func source(of revision: Int) -> Int {
    revisions.count32(at: revision * ManifestFormat.revisionByteCount + 8)
  }

  func ordinal(of revision: Int) -> Int {
    revisions.count32(at: revision * ManifestFormat.revisionByteCount + 12)
  }

  func edition(of revision: Int) -> Int {
    revisions.count32(at: revision * ManifestFormat.revisionByteCount + 16)
  }

  /// The title of a revision where it is not that of its regulation.
  func title(ofRevision revision: Int) -> String? {
    optionalText(in: revisions, at: revision * ManifestFormat.revisionByteCount + 20)
  }

  /// The day by which a revision is ordered, packed so that days compare as
  /// numbers; 0 for none.
  func orderDay(of revision: Int) -> UInt32 {
    revisions.number(at: revision * ManifestFormat.revisionByteCount + 28, as: UInt32.self)
  }

  func dates(of revision: Int) -> RevisionDates {
    let row = revision * ManifestFormat.revisionByteCount
    func date(_ offset: Int) -> CalendarDate? {
      CalendarDate(packed: revisions.number(at: row + offset, as: UInt32.self))
    }
    return RevisionDates(
      effective: date(32), promulgated: date(36), amended: date(40), dated: date(44),
      adopted: date(48))
  }

  /// Whether a revision has a day of its own.
  func hasDay(_ revision: Int) -> Bool {
    let row = revision * ManifestFormat.revisionByteCount
    return stride(from: 32, through: 48, by: 4).contains {
      revisions.number(at: row + $0, as: UInt32.self) != 0
    }
  }

  func kind(of revision: Int) -> Revision.Kind {
    let number = revisions.count32(at: revision * ManifestFormat.revisionByteCount + 52)
    return Revision.Kind.stored[min(number, Revision.Kind.stored.count - 1)]
  }

  // MARK: Decisions

  /// What people decided, followed by the copies.
  var decisions: ByteCursor { ByteCursor(decisionBytes) }
}
