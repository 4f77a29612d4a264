public import ChineseText
public import DocumentReaders

/// The file that regulations were read from, as the library remembers it.
public struct SourceFile: Hashable, Sendable {
  /// The path as it was given.
  public var path: String
  /// The size of the file in bytes.
  public var byteCount: Int
  /// The fingerprint of its bytes, and of those of its sidecar.
  public var hash: ContentHash
  /// The form of the document.
  public var format: SourceFormat
  /// The character encoding, or `nil` for formats that fix it.
  public var encoding: TextEncoding?

  /// A file of the given properties.
  public init(
    path: String, byteCount: Int, hash: ContentHash, format: SourceFormat,
    encoding: TextEncoding? = nil
  ) {
    self.path = path
    self.byteCount = byteCount
    self.hash = hash
    self.format = format
    self.encoding = encoding
  }

  /// A file of the given bytes.
  public init(
    path: String, bytes: [UInt8], format: SourceFormat, encoding: TextEncoding? = nil
  ) {
    self.init(
      path: path, byteCount: bytes.count, hash: ContentHash(bytes), format: format,
      encoding: encoding)
  }
}
