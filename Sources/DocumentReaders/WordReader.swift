/// Reads Word documents (Office Open XML): what Word shows of them.
///
/// Inserted text is in and deleted text is out, numbers of lists are printed,
/// and notes stand after the paragraph that refers to them.
public struct WordReader: DocumentReader {
  private let options: ReadOptions

  /// A reader within the given limits.
  public init(options: ReadOptions = ReadOptions()) {
    self.options = options
  }

  /// The document in `bytes`.
  public func read(_ bytes: [UInt8], path: String) throws(ReadError) -> SourceDocument {
    if bytes.isEmpty { throw ReadError(path: path, reason: .empty) }
    if case .other(let reason) = Container(of: bytes) {
      throw ReadError(path: path, reason: reason)
    }
    let package = try WordPackage(bytes, path: path, options: options)
    guard let main = try package.tree(of: package.mainPart), let body = main.root?.child("body")
    else { throw ReadError(path: path, reason: .damagedWord("it has no body")) }
    let parts = try Parts(package)
    var walker = parts.walker(path: path)
    var builder = DocumentBuilder(capacity: bytes.count * 4)
    for block in try walker.blocks(in: body) { builder.append(block.utf8[...], block.layout) }
    for line in try parts.runningLines(walker) {
      builder.append(line[...], DocumentBuilder.Layout(role: .furniture(.footer)))
    }
    if builder.isEmpty { throw ReadError(path: path, reason: .noText) }
    return builder.document(
      .docx, encoding: nil, properties: parts.properties, diagnostics: [])
  }
}

/// The parts of a Word file beside its text.
///
/// Nodes live as long as their trees do, and so as long as this.
private struct Parts {
  private var trees: [String: [XMLTree]] = [:]
  let properties: [String: String]

  init(_ package: WordPackage) throws(ReadError) {
    let wanted: Set<String> = [
      "styles", "numbering", "footnotes", "endnotes", "header", "footer",
    ]
    for relationship in try package.relationships() where wanted.contains(relationship.type) {
      guard let tree = try package.tree(of: relationship.target) else { continue }
      trees[relationship.type, default: []].append(tree)
    }
    properties = try Self.properties(package)
  }

  private static func properties(_ package: WordPackage) throws(ReadError) -> [String: String] {
    guard let tree = try package.tree(of: "docProps/core.xml") else { return [:] }
    var properties: [String: String] = [:]
    for node in tree.root?.elements ?? [] where ["title", "subject"].contains(node.name) {
      guard let text = node.firstChild, text.isText else { continue }
      let value = BlankScan.trimmed(Array(text.content)[...])
      if !value.isEmpty { properties[node.name] = String(decoding: value, as: UTF8.self) }
    }
    return properties
  }

  func walker(path: String) -> WordWalker {
    let styles = WordStyles(trees["styles"]?.first?.root)
    return WordWalker(
      path: path, styles: styles, numbering: WordNumbering(trees["numbering"]?.first?.root, styles),
      footnotes: notes("footnotes"), endnotes: notes("endnotes"))
  }

  /// The notes of a part by their number, without the lines above them.
  private func notes(_ type: String) -> [String: XMLNode] {
    var notes: [String: XMLNode] = [:]
    for node in trees[type]?.first?.root?.elements ?? [] {
      let isText = node.attribute("type").map { $0 == "normal" } ?? true
      if isText, let id = node.attribute("id") { notes[id] = node }
    }
    return notes
  }

  /// The running heads and feet, each once.
  func runningLines(_ walker: WordWalker) throws(ReadError) -> [[UInt8]] {
    var walker = walker
    var lines: [[UInt8]] = []
    var seen: Set<[UInt8]> = []
    for tree in (trees["header"] ?? []) + (trees["footer"] ?? []) {
      guard let root = tree.root else { continue }
      for block in try walker.blocks(in: root) where seen.insert(block.utf8).inserted {
        lines.append(block.utf8)
      }
    }
    return lines
  }
}
