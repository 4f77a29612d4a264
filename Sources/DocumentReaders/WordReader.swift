/// placeholder
public struct WordReader: DocumentReader {
  /// x.
  public init(options: ReadOptions = ReadOptions()) {}
  /// x.
  public func read(_ bytes: [UInt8], path: String) throws(ReadError) -> SourceDocument {
    throw ReadError(path: path, reason: .noText)
  }
}
/// placeholder
public struct PDFReader: DocumentReader {
  /// x.
  public init(options: ReadOptions = ReadOptions()) {}
  /// x.
  public func read(_ bytes: [UInt8], path: String) throws(ReadError) -> SourceDocument {
    throw ReadError(path: path, reason: .noText)
  }
}
/// placeholder
public struct MarkdownReader: DocumentReader {
  /// x.
  public init() {}
  /// x.
  public func read(_ bytes: [UInt8], path: String) throws(ReadError) -> SourceDocument {
    throw ReadError(path: path, reason: .noText)
  }
  func read(_ source: DecodedSource, path: String) throws(ReadError) -> SourceDocument {
    TextReader().read(source)
  }
}
/// placeholder
struct MarkdownEvidence {
  init(_ utf8: [UInt8]) {}
  var isClear: Bool { false }
}
