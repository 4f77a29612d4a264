/// Forms of file that the first bytes tell.
enum Container: Hashable {
  /// A zip container: a Word document, or something else.
  case zip
  /// A PDF.
  case pdf
  /// A form that is not read, and why.
  case other(ReadError.Reason)

  /// The form of `bytes`, or `nil` when they may be a text.
  init?(of bytes: [UInt8]) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .zip
    } else if bytes.prefix(16).firstRange(of: Array("%PDF-".utf8)) != nil {
      self = .pdf
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .other(Self.reasonOfCompoundFile(bytes))
    } else if bytes.starts(with: Array("{\\rtf".utf8)) {
      self = .other(.legacyWord("a document in Rich Text Format (RTF)"))
    } else if bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = .other(.otherFormat("an empty zip archive"))
    } else {
      return nil
    }
  }

  /// What a compound file is: the names in its directory are UTF-16.
  private static func reasonOfCompoundFile(_ bytes: [UInt8]) -> ReadError.Reason {
    func holds(_ name: String) -> Bool {
      bytes.firstRange(of: name.utf8.flatMap { [$0, 0] }) != nil
    }
    if holds("EncryptedPackage") { return .encryptedWord }
    if holds("WordDocument") {
      return .legacyWord("a Word document of the form before 2007 (.doc)")
    }
    return .otherFormat("an Office document of the form before 2007")
  }
}

extension Collection<UInt8> where Self: RandomAccessCollection {
  /// Where `pattern` first stands, or `nil`.
  func firstRange(of pattern: [UInt8]) -> Range<Index>? {
    guard let first = pattern.first else { return nil }
    var start = startIndex
    while let found = self[start...].firstIndex(of: first) {
      guard let end = index(found, offsetBy: pattern.count, limitedBy: endIndex) else { return nil }
      if self[found..<end].elementsEqual(pattern) { return found..<end }
      start = index(after: found)
    }
    return nil
  }
}
