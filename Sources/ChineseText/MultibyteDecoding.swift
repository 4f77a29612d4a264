import Glibc

/// Decodes GB18030 and Big5 through the system's iconv.
enum MultibyteDecoding {
  /// The text of `bytes`, or `nil` when the system has no such converter.
  static func decode(_ bytes: UnsafeRawBufferPointer, _ encoding: TextEncoding) -> DecodedText? {
    guard let converter = iconv_open("UTF-8", name(encoding)), Int(bitPattern: converter) != -1
    else { return nil }
    defer { iconv_close(converter) }
    var text = DecodedText(encoding: encoding, capacity: bytes.count / 2 * 3 + 64)
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1 << 15) { buffer in
      convert(bytes, with: converter, through: buffer, into: &text)
    }
    return text
  }

  private static func name(_ encoding: TextEncoding) -> String {
    encoding == .big5 ? "BIG5-HKSCS" : "GB18030"
  }

  /// The bytes of well-formed UTF-8 in an encoding; what it lacks is left out.
  static func encode(_ utf8: UnsafeRawBufferPointer, _ encoding: TextEncoding) -> [UInt8] {
    guard let converter = iconv_open(name(encoding) + "//IGNORE", "UTF-8"),
      Int(bitPattern: converter) != -1
    else { return [] }
    defer { iconv_close(converter) }
    guard let base = utf8.baseAddress else { return [] }
    var input: UnsafeMutablePointer<CChar>? = UnsafeMutablePointer(
      mutating: base.assumingMemoryBound(to: CChar.self))
    var left = utf8.count
    return [UInt8](unsafeUninitializedCapacity: utf8.count * 2 + 16) { buffer, count in
      buffer.withMemoryRebound(to: CChar.self) { buffer in
        var output = buffer.baseAddress
        var room = buffer.count
        _ = iconv(converter, &input, &left, &output, &room)
        count = buffer.count - room
      }
    }
  }

  private static func convert(
    _ bytes: UnsafeRawBufferPointer, with converter: iconv_t,
    through buffer: UnsafeMutableBufferPointer<CChar>, into text: inout DecodedText
  ) {
    guard let base = bytes.baseAddress, let output = buffer.baseAddress else { return }
    var input: UnsafeMutablePointer<CChar>? = UnsafeMutablePointer(
      mutating: base.assumingMemoryBound(to: CChar.self))
    var left = bytes.count
    while left > 0 {
      var end: UnsafeMutablePointer<CChar>? = output
      var room = buffer.count
      let result = iconv(converter, &input, &left, &end, &room)
      let problem = errno
      text.utf8 += UnsafeRawBufferPointer(buffer)[0..<(buffer.count - room)]
      if result == -1, problem != E2BIG, left > 0 {
        let isEuro = text.encoding == .gb18030 && bytes[bytes.count - left] == 0x80
        if isEuro { text.append(0x20AC) } else { text.appendReplacement() }
        input = input?.advanced(by: 1)
        left -= problem == EINVAL ? left : 1
      }
    }
    flush(converter, through: buffer, into: &text)
  }

  /// Writes what the converter still holds: Big5 joins two codes to one letter.
  private static func flush(
    _ converter: iconv_t, through buffer: UnsafeMutableBufferPointer<CChar>,
    into text: inout DecodedText
  ) {
    var end = buffer.baseAddress
    var room = buffer.count
    _ = iconv(converter, nil, nil, &end, &room)
    text.utf8 += UnsafeRawBufferPointer(buffer)[0..<(buffer.count - room)]
  }
}
