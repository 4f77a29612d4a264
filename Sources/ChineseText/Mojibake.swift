/// Recognises text that was garbled (乱码) before it was saved.
///
/// Such a text is well-formed, but was once read in a wrong encoding. The proof
/// is to undo that: a strange text whose bytes in the wrong encoding are a
/// fluent text in another was garbled; other strange texts may be lists of
/// rare names.
public enum Mojibake {
  /// Whether a text was garbled; of a long one a part is judged.
  public static func isIn(_ text: SourceText) -> Bool {
    isIn(text.utf8, text.utf8.withUnsafeBytes { TextPlausibility(sampling: $0) })
  }

  static func isIn(_ utf8: [UInt8], _ plausibility: TextPlausibility) -> Bool {
    if plausibility.isLost || isMadeOfQuestionMarks(utf8) { return true }
    guard plausibility.isStrange else { return false }
    return utf8.withUnsafeBytes { bytes in
      let start = TextPlausibility.startOfSample(in: bytes)
      let sample = UnsafeRawBufferPointer(rebasing: bytes[start...].prefix(1 << 13))
      return readings(of: sample).contains { isFluent($0, above: plausibility.score) }
    }
  }

  /// Whether a converter put question marks for nearly everything.
  private static func isMadeOfQuestionMarks(_ utf8: [UInt8]) -> Bool {
    guard utf8.prefix(256).contains(0x3F) else { return false }
    var visible = 0
    var questionMarks = 0
    for byte in utf8.prefix(4096) where byte > 0x20 {
      visible += 1
      if byte == 0x3F { questionMarks += 1 }
    }
    return visible >= 16 && questionMarks * 2 > visible
  }

  /// What the text may have been before it was read wrongly.
  private static func readings(of utf8: UnsafeRawBufferPointer) -> [DecodedText] {
    let gb = MultibyteDecoding.encode(utf8, .gb18030)
    let big5 = MultibyteDecoding.encode(utf8, .big5)
    let western = westernBytes(of: utf8)
    let readings = [
      (gb, TextEncoding.utf8), (gb, .big5), (big5, .utf8), (big5, .gb18030), (western, .utf8),
      (western, .gb18030), (western, .big5),
    ]
    return readings.compactMap { bytes, encoding in
      bytes.withUnsafeBytes { bytes in
        encoding == .utf8
          ? UTF8Validation.repair(bytes) : MultibyteDecoding.decode(bytes, encoding)
      }
    }
  }

  private static func isFluent(_ text: DecodedText, above score: Double) -> Bool {
    var plausibility = text.utf8.withUnsafeBytes { TextPlausibility(sampling: $0) }
    guard plausibility.replaced <= plausibility.han else { return false }
    plausibility.forgiveReplacements()
    return plausibility.han >= 6 && plausibility.score > max(0.4, score + 0.25)
  }

  /// The bytes that Windows gives western letters.
  private static func westernBytes(of utf8: UnsafeRawBufferPointer) -> [UInt8] {
    let high: [Unicode.Scalar] = Array(
      "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
    return String(decoding: utf8, as: UTF8.self).unicodeScalars.compactMap { scalar in
      if scalar.value < 0x100 { return UInt8(truncatingIfNeeded: scalar.value) }
      return high.firstIndex(of: scalar).map { UInt8(0x80 + $0) }
    }
  }
}
