import ChineseText

/// Reads pages: the text as paragraphs, and what stands around it apart.
public struct HTMLReader: DocumentReader {
  /// A reader of pages.
  public init() {}

  /// The document in `bytes`, whatever encoding they declare.
  public func read(_ bytes: [UInt8], path: String) throws(ReadError) -> SourceDocument {
    let declared = DeclaredEncoding.find(in: bytes)
    return try read(DecodedSource(bytes, declared: declared, path: path), path: path)
  }

  func read(_ source: DecodedSource, path: String) throws(ReadError) -> SourceDocument {
    let repair = HTMLTagRepair(LineEndings.normalized(source.utf8))
    let tree = try Self.parse(
      HTMLReferences.repaired(HTMLConditionals.removed(from: repair.repaired)), path: path)
    let layout = HTMLWalker.layout(of: tree)
    var builder = DocumentBuilder(capacity: layout.utf8.count + layout.lines.count)
    for (line, furniture) in zip(layout.lines, PageFurniture.kinds(of: layout)) {
      builder.append(layout.utf8[line.range], Self.blockLayout(of: line, furniture))
    }
    if builder.isEmpty { throw ReadError(path: path, reason: .noText) }
    let document = builder.document(
      .html, encoding: source.encoding, properties: layout.properties,
      diagnostics: source.diagnostics.map(Self.withoutPlace) + repair.diagnostics)
    if Mojibake.isIn(document.text) {
      throw ReadError(path: path, reason: .undecodable)
    }
    return document
  }

  private static func blockLayout(
    of line: PageLine, _ furniture: SourceBlock.Furniture?
  ) -> DocumentBuilder.Layout {
    DocumentBuilder.Layout(
      role: furniture.map { .furniture($0) } ?? line.role,
      automaticLabelByteCount: line.automaticLabelByteCount, isCentered: line.isCentered,
      isBold: line.isBold)
  }

  /// A diagnostic about the page's bytes has no place in the extracted text.
  private static func withoutPlace(_ diagnostic: Diagnostic) -> Diagnostic {
    var diagnostic = diagnostic
    diagnostic.range = nil
    return diagnostic
  }

  private static func parse(_ page: [UInt8], path: String) throws(ReadError) -> XMLTree {
    try XMLLibrary.load(for: path)
    guard page.count < Int(Int32.max) else {
      throw ReadError(path: path, reason: .tooLarge(limit: Int(Int32.max) - 1))
    }
    guard let tree = XMLTree.ofPage(page) else { throw ReadError(path: path, reason: .noText) }
    return tree
  }
}
