/// The bytes of an index, whose readers check every place they go to.
///
/// A plain value, since every list that is read has one: whoever hands out what
/// reads them keeps the file.
struct IndexBytes: @unchecked Sendable {
  /// How many bytes may be read beyond a place that `holds` allows.
  static let slack = 8

  private let file: Unmanaged<MappedFile>
  private let base: UnsafeRawPointer
  /// Where the index begins in the file.
  private let start: Int

  /// The number of bytes that may be named; `slack` more may be read.
  let byteCount: Int

  init?(_ owner: MappedFile, offset: Int, byteCount: Int) {
    guard offset >= 0, byteCount >= Self.slack, offset <= owner.bytes.count - byteCount,
      let base = owner.bytes.baseAddress
    else { return nil }
    file = Unmanaged.passUnretained(owner)
    self.base = base + offset
    start = offset
    self.byteCount = byteCount - Self.slack
  }

  /// The file, for whoever has to keep it.
  var owner: MappedFile { file.takeUnretainedValue() }

  /// All bytes, the slack among them.
  var all: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: base, count: byteCount + Self.slack)
  }

  /// Has the pages of a range of bytes compared with their sums.
  ///
  /// Every reader calls it for what it has read, at the latest when it is done.
  @inline(__always)
  func require(_ offset: Int, _ count: Int) {
    file._withUnsafeGuaranteedRef { $0.require(start &+ offset, count) }
  }

  /// The same for whole bytes that hold bits up to `end`.
  @inline(__always)
  func requireBits(_ start: Int, to end: Int) {
    require(start &>> 3, (end &>> 3) &- (start &>> 3) &+ 1)
  }

  /// Has all pages compared, since something cannot be read: some page will be
  /// damaged.
  func requireAll() {
    file._withUnsafeGuaranteedRef { $0.requireAll() }
  }

  /// Whether a range of bytes may be read.
  func holds(_ offset: Int, _ count: Int) -> Bool {
    offset >= 0 && count >= 0 && offset <= byteCount && count <= byteCount - offset
  }

  /// The byte at an offset, which must be at most `byteCount`.
  @inline(__always)
  func byte(at offset: Int) -> UInt8 {
    assert(offset >= 0 && offset <= byteCount)
    return base.load(fromByteOffset: offset, as: UInt8.self)
  }

  /// The eight bytes from an offset on, which must be at most `byteCount`.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    assert(offset >= 0 && offset <= byteCount)
    return UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// A number of `width` bytes, at most 7; 0 where there are none.
  @inline(__always)
  func number(at offset: Int, width: Int) -> Int {
    guard offset >= 0, offset <= byteCount else { return 0 }
    return Int(word(at: offset) & ((1 &<< UInt64(8 &* width)) &- 1))
  }

  /// A number of eight bytes, or `nil` where there is none or it is too large.
  func largeNumber(at offset: Int) -> Int? {
    guard offset >= 0, offset <= byteCount else { return nil }
    return Int(exactly: word(at: offset))
  }
}
