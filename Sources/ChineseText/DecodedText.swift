/// A text as decoded from bytes, with the verdict about its encoding.
public struct DecodedText: Hashable, Sendable {
  /// The text as well-formed UTF-8, without a byte order mark.
  public internal(set) var utf8: [UInt8]
  /// The encoding of the bytes.
  public let encoding: TextEncoding
  /// The number of places where bytes meant nothing and became U+FFFD.
  public internal(set) var replacementCount: Int
  /// The offset in `utf8` of the first such place, or `nil`.
  public internal(set) var firstReplacement: Int?

  init(encoding: TextEncoding, capacity: Int = 0) {
    self.encoding = encoding
    utf8 = []
    utf8.reserveCapacity(capacity)
    replacementCount = 0
  }

  init(valid utf8: [UInt8]) {
    self.utf8 = utf8
    encoding = .utf8
    replacementCount = 0
  }

  mutating func appendReplacement() {
    if firstReplacement == nil { firstReplacement = utf8.count }
    replacementCount += 1
    utf8 += [0xEF, 0xBF, 0xBD]
  }

  /// Makes zero bytes U+FFFD: no reader of text expects them.
  mutating func replaceZeros() {
    guard utf8.contains(0) else { return }
    let old = utf8
    utf8 = []
    utf8.reserveCapacity(old.count + 64)
    firstReplacement = nil
    for byte in old {
      if byte == 0 { appendReplacement() } else { utf8.append(byte) }
    }
  }

  mutating func append(_ scalar: UInt32) {
    switch scalar {
    case 0..<0x80:
      utf8.append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
      utf8.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      utf8.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    case 0x800..<0x10000:
      utf8.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      utf8.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      utf8.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    default:
      utf8.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      utf8.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      utf8.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      utf8.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }
  }
}

/// Why bytes are not read as a text.
public struct TextDecodingError: Error, Hashable, Sendable {
  /// What the bytes are instead.
  public enum Reason: Hashable, Sendable {
    /// They are no text: they hold zero bytes or many control characters.
    case binary
    /// They are garbled text (乱码) under every encoding, or were garbled
    /// before they were saved.
    case mojibake
  }

  /// What the bytes are instead.
  public let reason: Reason

  /// An error of the given reason.
  public init(reason: Reason) {
    self.reason = reason
  }
}
