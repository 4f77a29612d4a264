extension StringProtocol {
  /// Whether the text holds `pattern`, compared byte by byte.
  ///
  /// The standard library compares graphemes, which takes ten times as long
  /// and means the same for the words of this module.
  func holds(_ pattern: String) -> Bool {
    offset(of: pattern) != nil
  }

  /// The UTF-8 offset at which `pattern` first stands, or `nil`.
  func offset(of pattern: String) -> Int? {
    let fast = utf8.withContiguousStorageIfAvailable { text in
      pattern.utf8.withContiguousStorageIfAvailable { Self.offset(of: $0, in: text) }
    }
    if let fast, let offset = fast { return offset }
    return Array(utf8).withUnsafeBufferPointer { text in
      Array(pattern.utf8).withUnsafeBufferPointer { Self.offset(of: $0, in: text) }
    }
  }

  private static func offset(
    of pattern: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard !pattern.isEmpty, text.count >= pattern.count else { return nil }
    if pattern.count >= 4 { return offset(ofLong: pattern, in: text) }
    let first = pattern[0]
    for start in 0...(text.count - pattern.count) where text[start] == first {
      var matched = 1
      while matched < pattern.count, text[start + matched] == pattern[matched] { matched += 1 }
      if matched == pattern.count { return start }
    }
    return nil
  }

  /// The offset of a pattern of four bytes or more.
  ///
  /// Compares four bytes at once: the first is that of many characters.
  private static func offset(
    ofLong pattern: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    let bytes = UnsafeRawBufferPointer(text)
    let head = UnsafeRawBufferPointer(pattern).loadUnaligned(as: UInt32.self)
    for start in 0...(text.count - pattern.count)
    where bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self) == head {
      var matched = 4
      while matched < pattern.count, text[start + matched] == pattern[matched] { matched += 1 }
      if matched == pattern.count { return start }
    }
    return nil
  }
}

extension StringProtocol {
  /// Whether the text begins with `start`, compared byte by byte.
  func begins(with start: String) -> Bool { utf8.starts(with: start.utf8) }

  /// Whether the text ends with `end`, compared byte by byte.
  func ends(with end: String) -> Bool {
    utf8.count >= end.utf8.count && utf8.suffix(end.utf8.count).elementsEqual(end.utf8)
  }
}
