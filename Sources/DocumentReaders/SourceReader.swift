public import SystemPackage

/// Reads documents of every form, which it finds by their content.
public struct SourceReader: DocumentReader {
  private let options: ReadOptions

  /// A reader within the given limits.
  public init(options: ReadOptions = ReadOptions()) {
    self.options = options
  }

  /// The document in the file at `path`.
  public func read(file path: String) throws(ReadError) -> SourceDocument {
    try read(file: FilePath(path), path: path)
  }

  /// The document in a file whose name may be no Unicode text.
  public func read(file: FilePath) throws(ReadError) -> SourceDocument {
    try read(file: file, path: file.string)
  }

  private func read(file: FilePath, path: String) throws(ReadError) -> SourceDocument {
    let bytes = try FileBytes.read(file, path: path, limit: options.maximumFileByteCount)
    return try read(bytes, path: path)
  }

  /// The document in `bytes`; `path` only names it in errors.
  public func read(_ bytes: [UInt8], path: String) throws(ReadError) -> SourceDocument {
    switch Container(of: bytes) {
    case .zip: return try WordReader(options: options).read(bytes, path: path)
    case .pdf: return try PDFReader(options: options).read(bytes, path: path)
    case .other(let reason): throw ReadError(path: path, reason: reason)
    case .none: return try readText(bytes, path: path)
    }
  }

  private func readText(_ bytes: [UInt8], path: String) throws(ReadError) -> SourceDocument {
    let declared = DeclaredEncoding.find(in: bytes)
    let source = try DecodedSource(bytes, declared: declared, path: path)
    switch TextForm(of: source.utf8) {
    case .html: return try HTMLReader().read(source, path: path)
    case .markdown: return try MarkdownReader().read(source, path: path)
    case .plain: return TextReader().read(source)
    }
  }
}
