/// Bytes of a file in the making: little-endian numbers, varints and texts.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }

  /// Makes room for bytes to come.
  mutating func reserve(_ byteCount: Int) { bytes.reserveCapacity(byteCount) }

  /// Forgets the bytes and keeps their room.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func append(_ other: some Sequence<UInt8>) {
    bytes.append(contentsOf: other)
  }

  mutating func append(byte: UInt8) {
    bytes.append(byte)
  }

  mutating func append<Number: FixedWidthInteger>(_ number: Number) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Appends seven bits a byte, the lowest first; the high bit says that more follow.
  mutating func append(varint value: Int) {
    var rest = UInt(bitPattern: value)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Appends a text as the count of its UTF-8 bytes and the bytes.
  mutating func append(text: String) {
    append(varint: text.utf8.count)
    append(text.utf8)
  }

  /// Appends a text that may be missing: its count plus one, 0 for none.
  mutating func append(optional text: String?) {
    guard let text else { return append(varint: 0) }
    append(varint: text.utf8.count + 1)
    append(text.utf8)
  }

  mutating func pad(to alignment: Int) {
    while bytes.count % alignment != 0 { bytes.append(0) }
  }

  mutating func replace<Number: FixedWidthInteger>(at offset: Int, with number: Number) {
    withUnsafeBytes(of: number.littleEndian) { new in
      for (index, byte) in new.enumerated() { bytes[offset + index] = byte }
    }
  }
}
