import ChineseText
internal import DocumentReaders

/// What must hold of a decoded text.
enum EncodingCheck {
  static func faults(in bytes: [UInt8]) -> [String] {
    readAsAnyForm(bytes)
    var faults: [String] = []
    for declared in [nil] + TextEncoding.allCases.map({ Optional($0) }) {
      guard let text = try? TextDecoder(declared: declared).decode(bytes) else { continue }
      faults += Self.faults(of: text)
    }
    return faults
  }

  /// Finds the form of the bytes; a PDF would start another process.
  private static func readAsAnyForm(_ bytes: [UInt8]) {
    guard bytes.firstRange(of: Array("%PDF".utf8)) == nil else { return }
    _ = try? SourceReader().read(bytes, path: "fuzz")
  }

  private static func faults(of text: DecodedText) -> [String] {
    guard let string = String(validating: text.utf8, as: UTF8.self) else {
      return ["what was decoded from \(text.encoding.rawValue) is no UTF-8"]
    }
    let replaced = string.unicodeScalars.count { $0 == "\u{FFFD}" }
    if text.replacementCount > replaced {
      return ["\(text.replacementCount) of \(replaced) signs are said to be replaced"]
    }
    if let first = text.firstReplacement,
      !text.utf8.dropFirst(first).starts(with: [0xEF, 0xBF, 0xBD])
    {
      return ["byte \(first) is said to be replaced, and is not"]
    }
    return []
  }
}
