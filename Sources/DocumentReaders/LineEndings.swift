import Glibc

/// Puts one sign at the ends of lines.
enum LineEndings {
  private static let cr: UInt8 = 0x0D
  private static let lf: UInt8 = 0x0A

  /// The text with a line feed for every CR that stands alone.
  ///
  /// CR LF stays: offsets in the text are those of what was decoded.
  static func separated(_ utf8: [UInt8]) -> [UInt8] {
    guard var found = loneReturn(in: utf8, from: 0) else { return utf8 }
    var text = utf8
    while true {
      text[found] = lf
      guard let next = loneReturn(in: text, from: found + 1) else { return text }
      found = next
    }
  }

  private static func loneReturn(in utf8: [UInt8], from start: Int) -> Int? {
    utf8.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return nil }
      var start = start
      while let found = memchr(base + start, Int32(cr), bytes.count - start) {
        let index = UnsafeRawPointer(found) - base
        if index + 1 == bytes.count || bytes[index + 1] != lf { return index }
        start = index + 2
      }
      return nil
    }
  }

  /// The text with line feeds only.
  static func normalized(_ utf8: [UInt8]) -> [UInt8] {
    guard let first = utf8.firstIndex(of: cr) else { return utf8 }
    return [UInt8](unsafeUninitializedCapacity: utf8.count) { buffer, count in
      _ = UnsafeMutableBufferPointer(rebasing: buffer[..<first]).initialize(from: utf8[..<first])
      count = first
      var isAfterReturn = false
      for byte in utf8[first...] {
        if byte == lf, isAfterReturn {
          isAfterReturn = false
          continue
        }
        isAfterReturn = byte == cr
        buffer.initializeElement(at: count, to: isAfterReturn ? lf : byte)
        count += 1
      }
    }
  }
}
