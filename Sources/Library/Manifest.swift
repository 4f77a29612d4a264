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
  private let strings: ByteView
  let nextSegment: Int

  /// The manifest at a path, checked against its fingerprint.
  init(path: String) throws(LibraryError) {
    self.path = path
    do throws(IndexFileError) {
      file = try MappedFile(path: path)
    } catch {
      throw LibraryError(path, .system(action: "read", message: error.description))
    }
    let view = ByteView(file)
    try Self.check(view, path)
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
    strings = view.part(at: offset, byteCount: view.count - ManifestFormat.endByteCount - offset)
    guard offset <= view.count - ManifestFormat.endByteCount else {
      throw LibraryError(path, .damaged(detail: "a table lies outside the file"))
    }
  }

  private static func check(_ view: ByteView, _ path: String) throws(LibraryError) {
    try FileFrame(
      magic: ManifestFormat.magic, endMagic: ManifestFormat.endMagic,
      version: ManifestFormat.version
    ).check(view, path)
    let body = view.count - ManifestFormat.endByteCount
    guard body >= ManifestFormat.segmentsOffset else {
      throw LibraryError(path, .damaged(detail: "the file is cut"))
    }
    var cursor = ByteCursor(view, at: body)
    guard ContentHash(view.part(at: 0, byteCount: body).base) == cursor.hash() else {
      throw LibraryError(path, .damaged(detail: "the manifest is not what was written"))
    }
  }

  func segment(at index: Int) -> Catalogue.SegmentRow {
    let row = index * ManifestFormat.segmentByteCount
    var cursor = ByteCursor(segments, at: row + 16)
    return Catalogue.SegmentRow(
      number: segments.count32(at: row), revisionCount: segments.count32(at: row + 4),
      byteCount: Int(truncatingIfNeeded: segments.number(at: row + 8, as: UInt64.self)),
      fingerprint: cursor.hash())
  }

  /// The place of a source: the segment's place in the manifest, and the document.
  func source(at index: Int) -> (segment: Int, document: Int) {
    let row = index * ManifestFormat.sourceByteCount
    return (sources.count32(at: row), sources.count32(at: row + 4))
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
    let row = regulation * ManifestFormat.regulationByteCount
    let byteCount = regulations.count32(at: row + 16)
    guard byteCount > 0 else { return nil }
    return strings.part(at: regulations.count32(at: row + 12), byteCount: byteCount - 1).text
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

  func dates(of revision: Int) -> RevisionDates {
    let row = revision * ManifestFormat.revisionByteCount
    func date(_ offset: Int) -> CalendarDate? {
      CalendarDate(packed: revisions.number(at: row + offset, as: UInt32.self))
    }
    return RevisionDates(
      effective: date(16), promulgated: date(20), dated: date(24), adopted: date(28))
  }

  /// The day that names a revision, packed so that days compare as numbers; 0 for none.
  func packedDay(of revision: Int) -> UInt32 {
    let row = revision * ManifestFormat.revisionByteCount
    for offset in stride(from: 16, through: 28, by: 4) {
      let day = revisions.number(at: row + offset, as: UInt32.self)
      if day != 0 { return day }
    }
    return 0
  }

  func kind(of revision: Int) -> Revision.Kind {
    let number = revisions.count32(at: revision * ManifestFormat.revisionByteCount + 32)
    return Revision.Kind.stored[min(number, Revision.Kind.stored.count - 1)]
  }
}
