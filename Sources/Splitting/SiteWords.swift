/// The words of the sites that offer texts for download: 文档, 本站 and the ICP of
/// their record numbers.
enum SiteWords {
  /// Whether one of them stands in a text.
  ///
  /// Compared without a branch for each byte: the bytes with which they begin are
  /// those of many other words.
  static func stand(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = text.baseAddress else { return false }
    var found: UInt8 = 0
    if text.count >= 6 {
      for start in 0...(text.count - 6) {
        found |= isDocument(base + start) | isSite(base + start)
      }
    }
    if text.count >= 3 {
      for start in 0...(text.count - 3) { found |= isRecordNumber(base + start) }
    }
    return found != 0
  }

  /// Whether 文档, E6 96 87 E6 A1 A3, stands somewhere: 1 or 0.
  @inline(__always)
  private static func isDocument(_ bytes: UnsafePointer<UInt8>) -> UInt8 {
    holds(bytes, 0, 0xE6) & holds(bytes, 1, 0x96) & holds(bytes, 2, 0x87)
      & holds(bytes, 4, 0xA1) & holds(bytes, 5, 0xA3)
  }

  /// Whether 本站, E6 9C AC E7 AB 99, stands somewhere: 1 or 0.
  @inline(__always)
  private static func isSite(_ bytes: UnsafePointer<UInt8>) -> UInt8 {
    holds(bytes, 0, 0xE6) & holds(bytes, 1, 0x9C) & holds(bytes, 2, 0xAC)
      & holds(bytes, 4, 0xAB) & holds(bytes, 5, 0x99)
  }

  /// Whether ICP stands somewhere: 1 or 0.
  @inline(__always)
  private static func isRecordNumber(_ bytes: UnsafePointer<UInt8>) -> UInt8 {
    holds(bytes, 0, 0x49) & holds(bytes, 1, 0x43) & holds(bytes, 2, 0x50)
  }

  @inline(__always)
  private static func holds(_ bytes: UnsafePointer<UInt8>, _ offset: Int, _ byte: UInt8) -> UInt8 {
    bytes[offset] == byte ? 1 : 0
  }
}
