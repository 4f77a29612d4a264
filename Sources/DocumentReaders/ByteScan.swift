import Glibc

/// Finds bytes at the speed of the C library.
enum ByteScan {
  /// The offset of the first `byte` from `start` on, or `nil`.
  static func find(_ byte: UInt8, in bytes: ArraySlice<UInt8>, from start: Int = 0) -> Int? {
    bytes.withUnsafeBytes { raw in
      let skipped = max(0, start - bytes.startIndex)
      guard let base = raw.baseAddress, skipped < raw.count else { return nil }
      return memchr(base + skipped, Int32(byte), raw.count - skipped).map {
        bytes.startIndex + (UnsafeRawPointer($0) - base)
      }
    }
  }
}
