internal import NgramIndex

/// The bytes of a segment with its sections found.
struct SegmentFile: Sendable {
  let path: String
  let file: MappedFile
  let fingerprint: ContentHash
  private let ranges: [Range<Int>]
  private let hashes: [ContentHash]

  /// The segment at a path; only its header is checked.
  init(path: String) throws(LibraryError) {
    self.path = path
    do throws(IndexFileError) {
      file = try MappedFile(path: path)
    } catch {
      throw LibraryError(path, .system(action: "read", message: error.description))
    }
    let view = ByteView(file.bytes)
    try Self.checkFrame(of: view, path)
    var cursor = ByteCursor(view, at: SegmentFormat.tableOffset)
    var ranges: [Range<Int>] = []
    var hashes: [ContentHash] = []
    for _ in SegmentSection.allCases {
      let offset = cursor.number(as: UInt64.self)
      let byteCount = cursor.number(as: UInt64.self)
      guard offset <= UInt64(view.count), byteCount <= UInt64(view.count) - offset, offset % 8 == 0
      else { throw LibraryError(path, .damaged(detail: "a section lies outside the file")) }
      ranges.append(Int(offset)..<Int(offset + byteCount))
      hashes.append(cursor.hash())
    }
    self.ranges = ranges
    self.hashes = hashes
    fingerprint = cursor.hash()
  }

  /// The bytes of a section.
  func view(of section: SegmentSection) -> ByteView {
    let range = ranges[section.rawValue]
    return ByteView(file.bytes).part(at: range.lowerBound, byteCount: range.count)
  }

  /// The place of a section in the file.
  func range(of section: SegmentSection) -> Range<Int> { ranges[section.rawValue] }

  /// Reads every section and compares its fingerprint.
  func verify() throws(LibraryError) {
    let view = ByteView(file.bytes)
    for section in SegmentSection.allCases {
      let range = ranges[section.rawValue]
      let bytes = view.part(
        at: range.lowerBound, byteCount: SegmentFormat.padded(range.count))
      guard ContentHash(bytes.base) == hashes[section.rawValue] else {
        throw LibraryError(path, .damaged(detail: "section '\(section)' is not what was written"))
      }
    }
  }

  private static func checkFrame(of view: ByteView, _ path: String) throws(LibraryError) {
    try FileFrame(
      magic: SegmentFormat.magic, endMagic: SegmentFormat.endMagic, version: SegmentFormat.version
    ).check(view, path)
    guard view.number(at: 12, as: UInt32.self) == UInt32(SegmentSection.allCases.count),
      view.number(at: 16, as: UInt64.self) == UInt64(view.count),
      view.count >= SegmentFormat.headerByteCount + 8
    else { throw LibraryError(path, .damaged(detail: "the file is cut or longer than written")) }
    var cursor = ByteCursor(view, at: SegmentFormat.fingerprintOffset)
    let header = view.part(at: 0, byteCount: SegmentFormat.fingerprintOffset)
    guard ContentHash(header.base) == cursor.hash() else {
      throw LibraryError(path, .damaged(detail: "the header is not what was written"))
    }
  }

  /// The bytes of a segment with the given sections, in pieces.
  static func pieces(of sections: [[UInt8]]) -> (pieces: [[UInt8]], fingerprint: ContentHash) {
    var header = ByteWriter()
    header.append(SegmentFormat.magic)
    header.append(UInt32(SegmentFormat.version))
    header.append(UInt32(sections.count))
    let padded = sections.map { section in
      section + [UInt8](repeating: 0, count: SegmentFormat.padded(section.count) - section.count)
    }
    var offset = SegmentFormat.padded(SegmentFormat.headerByteCount)
    header.append(UInt64(offset + padded.reduce(0) { $0 + $1.count } + 8))
    for (section, whole) in zip(sections, padded) {
      header.append(UInt64(offset))
      header.append(UInt64(section.count))
      header.append(ContentHash(whole))
      offset += whole.count
    }
    let fingerprint = ContentHash(header.bytes)
    header.append(fingerprint)
    header.pad(to: 8)
    return ([header.bytes] + padded + [SegmentFormat.endMagic], fingerprint)
  }
}

/// What every file of a library begins and ends with.
struct FileFrame {
  let magic: [UInt8]
  let endMagic: [UInt8]
  let version: Int

  /// What is said of a file that does not begin as ours do.
  static let noMagic = "this is no file of a library"

  /// Checks the magics and the format number.
  func check(_ view: ByteView, _ path: String) throws(LibraryError) {
    guard view.part(at: 0, byteCount: magic.count).base.elementsEqual(magic) else {
      throw LibraryError(path, .damaged(detail: Self.noMagic))
    }
    let found = Int(view.number(at: magic.count, as: UInt32.self))
    if found > version {
      throw LibraryError(path, .tooNew(format: found, newest: version))
    }
    if found < version {
      throw LibraryError(path, .tooOld(format: found, oldest: version))
    }
    let end = view.part(at: view.count - endMagic.count, byteCount: endMagic.count)
    guard end.base.elementsEqual(endMagic) else {
      throw LibraryError(path, .damaged(detail: "the end of the file is missing"))
    }
  }
}
