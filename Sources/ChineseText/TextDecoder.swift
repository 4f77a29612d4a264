import Glibc

/// Finds the encoding of a text and decodes it.
///
/// The order of evidence is: a byte order mark, well-formed UTF-8, then what
/// the text looks like in each encoding. What the text declares about itself
/// only tips the balance, since declarations are often wrong.
public struct TextDecoder: Sendable {
  private let declared: TextEncoding?

  /// A decoder of texts that declare an encoding, or none.
  public init(declared: TextEncoding? = nil) {
    self.declared = declared
  }

  /// The text of `bytes`.
  ///
  /// Bytes that mean nothing in a text that is otherwise fine become U+FFFD.
  public func decode(_ bytes: [UInt8]) throws(TextDecodingError) -> DecodedText {
    guard let text = marked(bytes) ?? plainUTF8(bytes) ?? guessed(bytes) else {
      throw TextDecodingError(reason: Self.isBinary(bytes) ? .binary : .mojibake)
    }
    let plausibility = text.utf8.withUnsafeBytes { TextPlausibility(sampling: $0) }
    if plausibility.isBinary { throw TextDecodingError(reason: .binary) }
    if Mojibake.isIn(text.utf8, plausibility) || text.replacementCount * 24 > text.utf8.count {
      throw TextDecodingError(reason: Self.isBinary(bytes) ? .binary : .mojibake)
    }
    return text
  }

  /// The text of bytes that begin with a byte order mark.
  private func marked(_ bytes: [UInt8]) -> DecodedText? {
    let marks: [(TextEncoding, [UInt8])] = [
      (.utf8, [0xEF, 0xBB, 0xBF]), (.utf16LittleEndian, [0xFF, 0xFE]),
      (.utf16BigEndian, [0xFE, 0xFF]), (.gb18030, [0x84, 0x31, 0x95, 0x33]),
    ]
    for (encoding, mark) in marks where bytes.starts(with: mark) {
      return bytes.withUnsafeBytes {
        Self.decode(UnsafeRawBufferPointer(rebasing: $0[mark.count...]), encoding)
      }
    }
    return nil
  }

  /// The text of well-formed UTF-8 without zero bytes.
  private func plainUTF8(_ bytes: [UInt8]) -> DecodedText? {
    let isText = bytes.withUnsafeBytes { raw in
      UTF8Validation.firstIllFormed(in: raw) == nil && !raw.contains(byte: 0)
    }
    return isText ? DecodedText(valid: bytes) : nil
  }

  /// The text in the encoding in which it is most plausible, if in any.
  private func guessed(_ bytes: [UInt8]) -> DecodedText? {
    bytes.withUnsafeBytes { raw in
      // UTF-16 has zero bytes, so that it looks like no text until it is decoded.
      let isWide = Self.isBinary(bytes)
      let candidates: [TextEncoding] =
        isWide ? [.utf16LittleEndian, .utf16BigEndian] : TextEncoding.allCases
      let best = candidates.map { ($0, score(of: raw, in: $0)) }.max { $0.1 < $1.1 }
      guard let best, best.1 > (isWide ? 0.3 : 0.15), var text = Self.decode(raw, best.0) else {
        return nil
      }
      text.replaceZeros()
      return text
    }
  }

  private func score(of bytes: UnsafeRawBufferPointer, in encoding: TextEncoding) -> Double {
    let isWide = encoding == .utf16LittleEndian || encoding == .utf16BigEndian
    if isWide, bytes.count % 2 != 0 { return -1 }
    let start = isWide ? 0 : TextPlausibility.startOfSample(in: bytes)
    let end = min(bytes.count, start + TextPlausibility.sampleByteCount)
    let sample = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
    guard let text = Self.decode(sample, encoding) else { return -1 }
    let plausibility = text.utf8.withUnsafeBytes { TextPlausibility(sampling: $0) }
    if plausibility.isBinary { return -1 }
    return plausibility.score + bonus(sample, encoding, plausibility)
  }

  /// What speaks for an encoding besides the characters it gives.
  private func bonus(
    _ sample: UnsafeRawBufferPointer, _ encoding: TextEncoding, _ plausibility: TextPlausibility
  ) -> Double {
    let isDeclared = encoding == declared ? 0.05 : 0
    switch encoding {
    // Lists of rare names have no frequent character, but the bytes of other
    // encodings, and those swapped, do not give only Han and ASCII.
    case .utf16LittleEndian, .utf16BigEndian:
      let isPure = plausibility.shareOfExpected >= 0.9 && sample.contains(byte: 0)
      return isPure ? isDeclared + 0.35 : isDeclared
    case .gb18030:
      let isPure = plausibility.shareOfExpected >= 0.9 && sample.isMadeOfHighPairs
      return max(isDeclared, 0.02) + (isPure ? 0.15 : 0)
    case .utf8, .big5: return isDeclared
    }
  }

  private static func decode(
    _ bytes: UnsafeRawBufferPointer, _ encoding: TextEncoding
  ) -> DecodedText? {
    switch encoding {
    case .utf8: UTF8Validation.repair(bytes)
    case .utf16LittleEndian, .utf16BigEndian: UTF16Decoding.decode(bytes, encoding)
    case .gb18030, .big5: MultibyteDecoding.decode(bytes, encoding)
    }
  }

  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    let sample = bytes.prefix(TextPlausibility.sampleByteCount)
    var controls = 0
    var zeros = 0
    for byte in sample where byte < 0x20 {
      if byte == 0 { zeros += 1 }
      if byte < 0x09 || byte > 0x0D && byte != 0x1B { controls += 1 }
    }
    return zeros * 512 > sample.count || controls > 2 && controls * 50 > sample.count
  }
}

extension UnsafeRawBufferPointer {
  /// Whether all bytes but ASCII stand in pairs of high bytes, as in GB2312;
  /// Big5 has many low second bytes.
  fileprivate var isMadeOfHighPairs: Bool {
    var index = 0
    var pairs = 0
    while index + 1 < count {
      if self[index] < 0x80 {
        index += 1
        continue
      }
      guard self[index] >= 0xA1, self[index + 1] >= 0xA1 else { return false }
      pairs += 1
      index += 2
    }
    return pairs >= 8
  }

  /// Whether the bytes hold `byte`.
  func contains(byte: UInt8) -> Bool {
    guard let baseAddress else { return false }
    return memchr(baseAddress, Int32(byte), count) != nil
  }
}
