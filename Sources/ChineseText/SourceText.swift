/// A decoded text as valid UTF-8 bytes, with its lines.
///
/// Lines end at U+000A. Readers turn a CR that stands alone into it and keep
/// CR LF in plain text, so that offsets are those of the decoded text; the CR
/// is then a blank at the end of the line.
public struct SourceText: Hashable, Sendable {
  /// The text as well-formed UTF-8.
  public let utf8: [UInt8]

  /// The text of `string`.
  public init(_ string: String) {
    utf8 = Array(string.utf8)
  }

  /// The text in `bytes`; what is no UTF-8 becomes U+FFFD.
  public init(repairing bytes: [UInt8]) {
    utf8 = bytes.isValidUTF8 ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  /// The text in `bytes`, which the caller knows to be well-formed UTF-8.
  package init(wellFormed bytes: [UInt8]) {
    utf8 = bytes
  }

  /// The whole text as a range.
  public var range: TextRange { TextRange(0, utf8.count) }

  /// The text of a range.
  ///
  /// - Precondition: `range` lies in the text and cuts no scalar.
  public subscript(range: TextRange) -> String {
    String(decoding: utf8[range.offsets], as: UTF8.self)
  }
}

extension [UInt8] {
  /// Whether the bytes are well-formed UTF-8.
  ///
  /// Source: The Unicode Standard, table 3-7.
  public var isValidUTF8: Bool {
    withUnsafeBytes { UTF8Validation.firstIllFormed(in: $0) == nil }
  }
}
