internal import NgramIndex

/// What a file of sections holds, in the order of the file.
protocol FileSection: CaseIterable, RawRepresentable, Sendable where RawValue == Int {
  static var frame: FileFrame { get }
}

/// The bytes of a segment with its sections found.
typealias SegmentFile = SectionFile<SegmentSection>

/// A file that is written once, with its sections found (see `SectionFormat`).
struct SectionFile<Section: FileSection>: Sendable {
  let path: String
  let file: MappedFile
  let fingerprint: ContentHash
  private let ranges: [Range<Int>]

  /// The file at a path; only its header and the table of page sums are checked.
  init(path: String) throws(LibraryError) {
    self.path = path
    do throws(IndexFileError) {
      file = try MappedFile(path: path) { Self.checkedBytes(of: $0) }
    } catch {
      throw LibraryError(error)
    }
    let view = ByteView(file)
    fingerprint = try Self.checkFrame(of: view, path)
    var cursor = ByteCursor(view, at: SectionFormat.tableOffset)
    var ranges: [Range<Int>] = []
    let end = UInt64(Self.endOfSections(file.bytes))
    for _ in Section.allCases {
      let offset = cursor.number(as: UInt64.self)
      let byteCount = cursor.number(as: UInt64.self)
      guard offset <= end, byteCount <= end - offset, offset % 8 == 0
      else { throw LibraryError(path, .damaged(.contradiction("a section lies outside the file"))) }
      ranges.append(Int(offset)..<Int(offset + byteCount))
    }
    self.ranges = ranges
  }

  /// The bytes of a section.
  func view(of section: Section) -> ByteView {
    let range = ranges[section.rawValue]
    return ByteView(file).part(at: range.lowerBound, byteCount: range.count)
  }

  /// The place of a section in the file.
  func range(of section: Section) -> Range<Int> { ranges[section.rawValue] }

  /// Compares every page with its sum.
  func verify() throws(LibraryError) {
    file.requireAll()
    if let damage { throw damage }
  }

  /// The first damaged page that was read, or `nil`.
  var damage: LibraryError? {
    guard let bytes = file.damage else { return nil }
    let names = Section.allCases.filter { range(of: $0).overlaps(bytes) }.map { "\($0)" }
    return LibraryError(path, .damaged(.bytes(bytes, sections: names)))
  }

  // MARK: Frame

  private static var layout: SectionFormat {
    SectionFormat(sectionCount: Section.allCases.count)
  }

  private static func endOfSections(_ bytes: UnsafeRawBufferPointer) -> Int {
    guard bytes.count >= layout.headerByteCount else { return 0 }
    let end = bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
    return Int(clamping: UInt64(littleEndian: end))
  }

  /// The bytes that have page sums, as far as the header can be believed.
  private static func checkedBytes(of file: UnsafeRawBufferPointer) -> Range<Int>? {
    let end = endOfSections(file)
    return layout.bodyOffset <= end ? layout.bodyOffset..<end : nil
  }

  /// Checks what frames the sections and returns the fingerprint of the header.
  private static func checkFrame(
    of view: ByteView, _ path: String
  ) throws(LibraryError) -> ContentHash {
    try Section.frame.check(view, path) { Self.hasWholeHeader(view) }
    let end = min(endOfSections(view.base), view.count)
    let sumsByteCount = SectionFormat.padded(4 * PageSum.pageCount(upTo: end))
    guard view.number(at: 12, as: UInt32.self) == UInt32(Section.allCases.count),
      view.number(at: 16, as: UInt64.self) == UInt64(view.count),
      end >= layout.bodyOffset,
      end + sumsByteCount == view.count - Section.frame.endMagic.count
    else { throw LibraryError(path, .damaged(.cut)) }
    var cursor = ByteCursor(view, at: layout.fingerprintOffset)
    let fingerprint = cursor.hash()
    let header = view.part(at: 0, byteCount: layout.fingerprintOffset)
    guard ContentHash(header.base) == fingerprint else {
      throw LibraryError(path, .damaged(.header))
    }
    let sums = view.part(at: end, byteCount: sumsByteCount)
    guard PageSum.of(sums.base) == view.number(at: 32, as: UInt64.self) else {
      throw LibraryError(path, .damaged(.pageSums))
    }
    return fingerprint
  }

  /// Whether the header of a file, of any format, is as it was written.
  private static func hasWholeHeader(_ view: ByteView) -> Bool {
    let sectionCount = Int(min(view.number(at: 12, as: UInt32.self), 1 << 16))
    let layout = SectionFormat(sectionCount: sectionCount)
    guard layout.headerByteCount <= view.count else { return false }
    var cursor = ByteCursor(view, at: layout.fingerprintOffset)
    return ContentHash(view.part(at: 0, byteCount: layout.fingerprintOffset).base) == cursor.hash()
  }

  /// The bytes of a file with the given sections, in pieces.
  static func pieces(
    of sections: consuming [[UInt8]]
  ) -> (pieces: [[UInt8]], fingerprint: ContentHash) {
    let byteCounts = sections.map { $0.count }
    for index in sections.indices {
      let byteCount = SectionFormat.padded(byteCounts[index]) - byteCounts[index]
      sections[index].append(contentsOf: repeatElement(0, count: byteCount))
    }
    let end = sections.reduce(layout.bodyOffset) { $0 + $1.count }
    let sums = pageSums(of: sections)
    var header = ByteWriter()
    header.append(Section.frame.magic)
    header.append(UInt32(Section.frame.version))
    header.append(UInt32(sections.count))
    header.append(UInt64(end + sums.count + Section.frame.endMagic.count))
    header.append(UInt64(end))
    header.append(sums.withUnsafeBytes { PageSum.of($0) })
    var offset = layout.bodyOffset
    for (section, byteCount) in zip(sections, byteCounts) {
      header.append(UInt64(offset))
      header.append(UInt64(byteCount))
      offset += section.count
    }
    let fingerprint = ContentHash(header.bytes)
    header.append(fingerprint)
    header.pad(to: 8)
    return ([header.bytes] + sections + [sums, Section.frame.endMagic], fingerprint)
  }

  /// The sums of the pages that the sections fill, with the zeros after them.
  private static func pageSums(of sections: [[UInt8]]) -> [UInt8] {
    var pages = PageSums(from: layout.bodyOffset)
    for section in sections { pages.append(section) }
    pages.finish()
    var sums = ByteWriter()
    for sum in pages.sums { sums.append(sum) }
    sums.pad(to: 8)
    return sums.bytes
  }
}

/// What every file of a library begins and ends with, in every format.
struct FileFrame: Sendable {
  let magic: [UInt8]
  let endMagic: [UInt8]
  let version: Int

  /// Checks the magics and the format number.
  ///
  /// - Parameter isWhole: Whether what holds the format number is as it was
  ///   written; if not, another format is no format, but damage.
  func check(
    _ view: ByteView, _ path: String, isWhole: () -> Bool
  ) throws(LibraryError) {
    guard view.part(at: 0, byteCount: magic.count).base.elementsEqual(magic) else {
      throw LibraryError(path, .damaged(.notOurs))
    }
    let found = Int(view.number(at: magic.count, as: UInt32.self))
    if found != version {
      guard isWhole() else {
        throw LibraryError(path, .damaged(.formatNumber))
      }
      throw LibraryError(
        path,
        found > version
          ? .tooNew(format: found, newest: version) : .tooOld(format: found, oldest: version))
    }
    let end = view.part(at: view.count - endMagic.count, byteCount: endMagic.count)
    guard end.base.elementsEqual(endMagic) else {
      throw LibraryError(path, .damaged(.cut))
    }
  }
}
