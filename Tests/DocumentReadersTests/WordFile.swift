import CLibZip
import DocumentReaders
import Glibc
import Testing

/// Builds Word files for tests.
struct WordFile {
  static let namespaces = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
    xmlns:v="urn:schemas-microsoft-com:vml" \
    xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
    """
  private static let relation =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

  /// The content of `w:body`.
  var body = ""
  /// The content of the parts that the text refers to, by their type.
  var parts: [String: String] = [:]
  /// Parts that stand as they are, by their name.
  var raw: [String: [UInt8]] = [:]

  private static let roots = [
    "styles": "styles", "numbering": "numbering", "footnotes": "footnotes",
    "endnotes": "endnotes", "header": "hdr", "footer": "ftr",
  ]

  /// The bytes of the file.
  func bytes() throws -> [UInt8] {
    var files: [(String, [UInt8])] = []
    var relationships = ""
    for (type, content) in parts.sorted(by: { $0.key < $1.key }) {
      let root = Self.roots[type] ?? type
      files.append(("word/\(type).xml", Self.xml(root, content)))
      relationships +=
        "<Relationship Id=\"\(type)\" Type=\"\(Self.relation)\(type)\" Target=\"\(type).xml\"/>"
    }
    files.append(("word/document.xml", Self.xml("document", "<w:body>\(body)</w:body>")))
    files.append(("word/_rels/document.xml.rels", Self.relationships(relationships)))
    let main =
      "<Relationship Id=\"m\" Type=\"\(Self.relation)officeDocument\" Target=\"word/document.xml\"/>"
    files.append(("_rels/.rels", Self.relationships(main)))
    files = files.filter { raw[$0.0] == nil } + raw.map { ($0.key, $0.value) }
    return try Self.zip(files)
  }

  private static func xml(_ root: String, _ content: String) -> [UInt8] {
    Array("<?xml version=\"1.0\"?><w:\(root) \(namespaces)>\(content)</w:\(root)>".utf8)
  }

  private static func relationships(_ content: String) -> [UInt8] {
    let namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return Array("<Relationships xmlns=\"\(namespace)\">\(content)</Relationships>".utf8)
  }

  /// A zip container of files, made by libzip.
  static func zip(_ files: [(String, [UInt8])]) throws -> [UInt8] {
    var name = Array("/tmp/tiaowen-zip-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    try #require(descriptor >= 0)
    defer {
      close(descriptor)
      unlink(name)
    }
    let archive = try #require(zip_open(name, ZIP_CREATE | ZIP_TRUNCATE, nil))
    for (name, bytes) in files {
      let copy = try #require(malloc(max(bytes.count, 1)))
      bytes.withUnsafeBytes { if let base = $0.baseAddress { memcpy(copy, base, $0.count) } }
      let source = zip_source_buffer(archive, copy, zip_uint64_t(bytes.count), 1)
      try #require(zip_file_add(archive, name, source, 0) >= 0)
    }
    try #require(zip_close(archive) == 0)
    return try read(String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }

  private static func read(_ name: String) throws -> [UInt8] {
    let file = try #require(fopen(name, "r"))
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer.prefix(count)
    }
    return bytes
  }

  /// The document that is read from the file.
  func document(options: ReadOptions = ReadOptions()) throws -> SourceDocument {
    let document = try SourceReader(options: options).read(bytes(), path: "a.docx")
    document.checkBlocks()
    return document
  }

  /// A paragraph of one run.
  static func p(_ text: String, _ properties: String = "") -> String {
    let own = properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>"
    return "<w:p>\(own)<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
  }

  /// The numbering of a paragraph.
  static func number(_ id: Int, _ level: Int = 0) -> String {
    "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(id)\"/></w:numPr>"
  }
}

/// The outline of a Word file with this body.
func wordOutline(_ body: String, _ parts: [String: String] = [:]) throws -> [String] {
  try WordFile(body: body, parts: parts).document().outline
}
