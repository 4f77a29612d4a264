/// Decodes UTF-16 of either byte order.
enum UTF16Decoding {
  /// The text of `bytes`; lone surrogates and a last odd byte become U+FFFD.
  static func decode(_ bytes: UnsafeRawBufferPointer, _ encoding: TextEncoding) -> DecodedText {
    var text = DecodedText(encoding: encoding, capacity: bytes.count / 2 * 3 + 8)
    let high = encoding == .utf16BigEndian ? 0 : 1
    func unit(_ index: Int) -> UInt32 {
      UInt32(bytes[index + high]) << 8 | UInt32(bytes[index + 1 - high])
    }
    var index = 0
    while index + 1 < bytes.count {
      let first = unit(index)
      index += 2
      guard first & 0xF800 == 0xD800 else {
        text.append(first)
        continue
      }
      let second = index + 1 < bytes.count ? unit(index) : 0
      if first < 0xDC00, second & 0xFC00 == 0xDC00 {
        text.append(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF)
        index += 2
      } else {
        text.appendReplacement()
      }
    }
    if index < bytes.count { text.appendReplacement() }
    return text
  }
}
