import ChineseText

/// A Word file: its parts, found by the relationships between them.
struct WordPackage {
  /// What one part says about another.
  struct Relationship {
    let id: String
    let type: String
    let target: String
  }

  private let archive: ZipArchive
  private let path: String
  /// The name of the part that holds the text.
  let mainPart: String

  init(_ bytes: [UInt8], path: String, options: ReadOptions) throws(ReadError) {
    archive = try ZipArchive(bytes, path: path, options: options)
    self.path = path
    mainPart = try Self.mainPart(of: archive, path: path)
  }

  private static func mainPart(of archive: ZipArchive, path: String) throws(ReadError) -> String {
    let relationships = try relationships(in: "_rels/.rels", base: "", of: archive, path: path)
    let target = relationships.first { $0.type == "officeDocument" }?.target
    if let target, target.hasPrefix("xl/") {
      throw ReadError(path: path, reason: .otherFormat("a spreadsheet"))
    }
    if let target, target.hasPrefix("ppt/") {
      throw ReadError(path: path, reason: .otherFormat("a presentation"))
    }
    if let target, archive.holds(target) { return target }
    if archive.holds("word/document.xml") { return "word/document.xml" }
    throw ReadError(path: path, reason: try reason(ofNoMainPartIn: archive))
  }

  private static func reason(
    ofNoMainPartIn archive: ZipArchive
  ) throws(ReadError) -> ReadError.Reason {
    if archive.holds("[Content_Types].xml"), archive.holds("word/styles.xml") {
      return .damagedWord("it has no main part")
    }
    let type = String(decoding: try archive.part("mimetype") ?? [], as: UTF8.self)
    return type.hasPrefix("application/vnd.oasis.opendocument.text")
      ? .legacyWord("an OpenDocument text (.odt)") : .otherFormat("a zip archive")
  }

  /// The relationships of the main part.
  func relationships() throws(ReadError) -> [Relationship] {
    let slash = mainPart.lastIndex(of: "/")
    let base = slash.map { String(mainPart[...$0]) } ?? ""
    let name = String(mainPart.dropFirst(base.count))
    return try Self.relationships(
      in: base + "_rels/" + name + ".rels", base: base, of: archive, path: path)
  }

  private static func relationships(
    in part: String, base: String, of archive: ZipArchive, path: String
  ) throws(ReadError) -> [Relationship] {
    guard let tree = try tree(of: part, in: archive, path: path) else { return [] }
    return (tree.root?.elements ?? []).compactMap { node in
      guard let type = node.attribute("Type"), let target = node.attribute("Target"),
        node.attribute("TargetMode") != "External"
      else { return nil }
      let kind = type.lastIndex(of: "/").map { String(type[type.index(after: $0)...]) } ?? type
      let name = target.hasPrefix("/") ? String(target.dropFirst()) : base + target
      return Relationship(id: node.attribute("Id") ?? "", type: kind, target: name)
    }
  }

  /// The tree of a part, or `nil` when there is none.
  func tree(of part: String) throws(ReadError) -> XMLTree? {
    try Self.tree(of: part, in: archive, path: path)
  }

  private static func tree(
    of part: String, in archive: ZipArchive, path: String
  ) throws(ReadError) -> XMLTree? {
    guard var bytes = try archive.part(part) else { return nil }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      bytes = (try? TextDecoder().decode(bytes).utf8) ?? bytes
    }
    // Entities would grow without bound, and name files and addresses.
    if bytes.firstRange(of: Array("<!DOCTYPE".utf8)) != nil {
      throw ReadError(path: path, reason: .entities(part: part))
    }
    try XMLLibrary.load(for: path)
    guard let tree = XMLTree.ofXML(bytes) else {
      throw ReadError(path: path, reason: .damagedWord("'\(part)' is no well-formed XML"))
    }
    return tree
  }
}
