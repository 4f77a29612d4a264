/// Reads one form of document.
public protocol DocumentReader: Sendable {
  /// The document in `bytes`; `path` only names it in errors.
  func read(_ bytes: [UInt8], path: String) throws(ReadError) -> SourceDocument
}
