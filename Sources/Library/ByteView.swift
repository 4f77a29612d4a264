internal import NgramIndex

/// A part of a mapped file that is read without ever leaving it.
///
/// What lies outside reads as zero, and a number that cannot be a count reads
/// as the nearest that can: a damaged file gives wrong values, never a trap.
/// What is read is compared with its page sums (see `MappedFile.require`).
/// The owner of the file must outlive the view.
@usableFromInline struct ByteView: @unchecked Sendable {
  @usableFromInline let base: UnsafeRawBufferPointer
  fileprivate let file: Unmanaged<MappedFile>
  /// Where the view begins in the file.
  fileprivate let start: Int

  /// The whole of a file.
  init(_ file: MappedFile) {
    self.init(file.bytes, at: 0, of: Unmanaged.passUnretained(file))
  }

  fileprivate init(_ base: UnsafeRawBufferPointer, at start: Int, of file: Unmanaged<MappedFile>) {
    self.base = base
    self.file = file
    self.start = start
  }

  @usableFromInline var count: Int { base.count }

  /// Has the pages of a range of bytes compared with their sums.
  @inline(__always)
  func require(_ offset: Int, _ byteCount: Int) {
    file._withUnsafeGuaranteedRef { $0.require(start &+ offset, byteCount) }
  }

  /// The number at a byte offset, or 0 outside the view.
  @inline(__always)
  func number<Number: FixedWidthInteger>(at offset: Int, as type: Number.Type) -> Number {
    guard offset >= 0, offset <= base.count - MemoryLayout<Number>.size else { return 0 }
    require(offset, MemoryLayout<Number>.size)
    return Number(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: Number.self))
  }

  /// A 32-bit number at a byte offset as a count.
  @inline(__always)
  func count32(at offset: Int) -> Int {
    Int(number(at: offset, as: UInt32.self))
  }

  /// The part of `byteCount` bytes at an offset, as far as there is one.
  func part(at offset: Int, byteCount: Int) -> ByteView {
    let lower = min(max(offset, 0), base.count)
    let upper = min(lower + min(max(byteCount, 0), base.count), base.count)
    return ByteView(
      UnsafeRawBufferPointer(rebasing: base[lower..<upper]), at: start + lower, of: file)
  }

  /// The same, of which the pages are compared with their sums.
  @inline(__always)
  func compared(at offset: Int, byteCount: Int) -> ByteView {
    let lower = min(max(offset, 0), base.count)
    let count = min(max(byteCount, 0), base.count &- lower)
    require(lower, count)
    let part = UnsafeRawBufferPointer(
      start: base.baseAddress.map { $0 + lower }, count: count)
    return ByteView(part, at: start &+ lower, of: file)
  }

  /// The bytes, whose pages were compared with their sums.
  var compared: UnsafeRawBufferPointer {
    require(0, count)
    return base
  }

  /// The bytes as text; what is no UTF-8 becomes U+FFFD.
  var text: String { String(decoding: compared, as: UTF8.self) }
}

/// Reads varints and texts one after another.
struct ByteCursor {
  let view: ByteView
  private(set) var offset: Int
  /// The bytes up to here are compared with their page sums.
  private var compared: Int

  init(_ view: ByteView, at offset: Int = 0) {
    self.view = view
    self.offset = offset
    compared = 0
  }

  /// A cursor in bytes of which somebody else has had the pages compared.
  init(compared view: ByteView) {
    self.view = view
    offset = 0
    compared = view.count
  }

  /// The same, for as many of the bytes from an offset on, which must be there.
  @inline(__always)
  init(compared view: ByteView, at offset: Int, byteCount: Int) {
    self.init(
      compared: ByteView(
        UnsafeRawBufferPointer(
          start: view.base.baseAddress.map { $0 + offset }, count: byteCount),
        at: view.start &+ offset, of: view.file))
  }

  var isAtEnd: Bool { offset >= view.count }

  /// The bytes after those that were read.
  var leftByteCount: Int { max(0, view.count - offset) }

  @inline(__always)
  mutating func byte() -> UInt8 {
    defer { offset += 1 }
    return offset < compared ? view.base[offset] : nextByte()
  }

  private mutating func nextByte() -> UInt8 {
    guard offset < view.count else { return 0 }
    let stretch = min(64, view.count - offset)
    view.require(offset, stretch)
    compared = offset + stretch
    return view.base[offset]
  }

  mutating func number<Number: FixedWidthInteger>(as type: Number.Type) -> Number {
    defer { offset += MemoryLayout<Number>.size }
    return view.number(at: offset, as: type)
  }

  /// The next varint; a damaged one reads as some number of at most 62 bits.
  @inline(__always)
  mutating func varint() -> Int {
    let first = byte()
    return first < 0x80 ? Int(first) : longVarint(first)
  }

  private mutating func longVarint(_ first: UInt8) -> Int {
    var value = UInt64(first & 0x7F)
    var shift: UInt64 = 7
    while shift < 63, !isAtEnd {
      let next = byte()
      value |= UInt64(next & 0x7F) << shift
      if next & 0x80 == 0 { break }
      shift += 7
    }
    return Int(value & 0x3FFF_FFFF_FFFF_FFFF)
  }

  /// The next varint as a count of things that take at least a byte each.
  @inline(__always)
  mutating func count() -> Int {
    min(varint(), leftByteCount)
  }

  mutating func text() -> String { textBytes().text }

  /// The bytes of the next text.
  mutating func textBytes() -> ByteView {
    let byteCount = count()
    defer { offset += byteCount }
    return view.part(at: offset, byteCount: byteCount)
  }

  mutating func optionalText() -> String? {
    let byteCount = min(varint(), view.count - min(offset, view.count) + 1)
    guard byteCount > 0 else { return nil }
    defer { offset += byteCount - 1 }
    return view.part(at: offset, byteCount: byteCount - 1).text
  }
}
