/// Turns CR LF and CR into line feeds.
enum LineEndings {
  private static let cr: UInt8 = 0x0D
  private static let lf: UInt8 = 0x0A

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

  /// Where an offset of `utf8` stands once it is normalized.
  static func offset(_ offset: Int, afterNormalizing utf8: [UInt8]) -> Int {
    var dropped = 0
    for index in utf8.indices.prefix(offset).dropFirst()
    where utf8[index] == lf && utf8[index - 1] == cr {
      dropped += 1
    }
    return offset - dropped
  }
}
