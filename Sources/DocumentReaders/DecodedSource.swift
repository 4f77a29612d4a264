import ChineseText

/// A text file after decoding, before its form is known.
///
/// Lines end at U+000A or at CR LF: a CR alone was turned into U+000A.
struct DecodedSource {
  let utf8: [UInt8]
  let encoding: TextEncoding
  let diagnostics: [Diagnostic]

  /// Decodes `bytes`, which may declare an encoding.
  init(_ bytes: [UInt8], declared: TextEncoding?, path: String) throws(ReadError) {
    if bytes.isEmpty { throw ReadError(path: path, reason: .empty) }
    let text: DecodedText
    do {
      text = try TextDecoder(declared: declared).decode(bytes)
    } catch {
      throw ReadError(path: path, reason: error.reason == .binary ? .binary : .undecodable)
    }
    if BlankScan.isBlank(text.utf8) { throw ReadError(path: path, reason: .noText) }
    encoding = text.encoding
    utf8 = LineEndings.separated(text.utf8)
    diagnostics = Self.diagnostics(of: text)
  }

  private static func diagnostics(of text: DecodedText) -> [Diagnostic] {
    guard let first = text.firstReplacement else { return [] }
    let count = text.replacementCount
    return [
      Diagnostic(
        Diagnostic.Code(rawValue: "replaced-bytes"), .warning, at: TextRange(first, first + 3),
        values: [String(count)],
        message: "bytes mean nothing in \(text.encoding.rawValue) at \(count) places",
        help: "compare these places, marked \u{FFFD}, with the original")
    ]
  }
}
