/// A text in the making, of scalars.
///
/// Scalars are valid, so that the text that they make need not be validated.
struct ScalarWriter: ~Copyable {
  private let room: UnsafeMutableRawBufferPointer
  private var byteCount = 0

  fileprivate init(_ room: UnsafeMutableRawBufferPointer) {
    self.room = room
  }

  /// Whether nothing was written.
  var isEmpty: Bool { byteCount == 0 }

  /// Appends a scalar.
  @inline(__always)
  mutating func append(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value >= 0x800, value < 0x10000 {
      // The fourth byte is written over by what comes next.
      let trails = (0x80 | value >> 6 & 0x3F) << 8 | (0x80 | value & 0x3F) << 16
      room.storeBytes(
        of: (0xE0 | value >> 12 | trails).littleEndian, toByteOffset: byteCount, as: UInt32.self)
      byteCount &+= 3
    } else if value < 0x80 {
      room[byteCount] = UInt8(truncatingIfNeeded: value)
      byteCount &+= 1
    } else {
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        room[byteCount] = byte
        byteCount &+= 1
      }
    }
  }

  /// Appends scalars.
  mutating func append(_ scalars: Slice<UnsafeBufferPointer<Unicode.Scalar>>) {
    for scalar in UnsafeBufferPointer(rebasing: scalars) { append(scalar) }
  }

  fileprivate var text: String {
    let utf8 = UnsafeBufferPointer(
      rebasing: room.bindMemory(to: UInt8.self)[..<byteCount])
    var span = unsafe UTF8Span(unchecked: utf8.span)
    _ = span.checkForASCII()
    return String(copying: span)
  }
}

extension String {
  /// The text that `write` makes of at most `limit` scalars.
  init(upTo limit: Int, _ write: (inout ScalarWriter) -> Void) {
    self = withUnsafeTemporaryAllocation(byteCount: 4 * limit, alignment: 4) { room in
      var writer = ScalarWriter(room)
      write(&writer)
      return writer.text
    }
  }

  /// The text of scalars.
  init(_ scalars: Slice<UnsafeBufferPointer<Unicode.Scalar>>) {
    self.init(upTo: scalars.count) { $0.append(scalars) }
  }
}
