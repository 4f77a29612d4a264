import Regulations

@testable import DocumentReaders

/// Reads provisions from Akoma Ntoso: in the order of preamble, body, conclusions
/// and attachments.
struct AknReading {
  private(set) var title = ""
  private(set) var provisions: [Provision] = []
  private let tree: XMLTree

  /// What a document holds, or `nil` when it is no XML.
  init?(_ bytes: [UInt8]) throws {
    try XMLLibrary.load(for: "text.xml")
    guard let tree = XMLTree.ofXML(bytes), let act = tree.root?.elements.first else { return nil }
    self.tree = tree
    for part in act.elements {
      switch part.name {
      case "preface":
        let titles = part.elements.flatMap(\.elements).filter { $0.name == "docTitle" }
        title = titles.map(Self.text).joined()
      case "preamble", "body", "conclusions", "attachments":
        for element in part.elements { read(element, below: nil) }
      default: break
      }
    }
  }

  private static let kinds: [String: ProvisionKind] = [
    "part": .part, "subpart": .subpart, "chapter": .chapter, "section": .section,
    "article": .article, "paragraph": .paragraph, "point": .item, "indent": .subitem,
    "attachment": .annex,
  ]

  private mutating func read(_ element: XMLNode, below parent: Int?) {
    let kind =
      Self.kinds[element.name]
      ?? element.attribute("name").flatMap { ProvisionKind(rawValue: $0) }
    guard let kind, let id = element.attribute("eId") else { return }
    let index = provisions.count
    provisions.append(Provision(id: ProvisionID(id), kind: kind, parent: parent))
    var lines: [String] = []
    for child in element.elements { read(child, of: index, &lines) }
    provisions[index].text = lines.joined(separator: "\n")
  }

  private mutating func read(_ child: XMLNode, of index: Int, _ lines: inout [String]) {
    switch child.name {
    case "num", "heading":
      let text = Self.ownText(child)
      if child.name == "num" { provisions[index].label = text }
      if child.name == "heading" { provisions[index].heading = text }
      if let sign = child.elements.first { provisions[index].separator = Self.text(sign) }
    case "content", "intro", "doc", "mainBody":
      for block in child.elements { read(block, of: index, &lines) }
    case "p": lines.append(Self.text(child))
    case "table":
      for row in child.elements {
        lines.append(row.elements.map(Self.text).joined(separator: "\t"))
      }
    default: read(child, below: index)
    }
  }

  private static func text(_ node: XMLNode) -> String {
    if node.isText { return String(decoding: node.content, as: UTF8.self) }
    if node.name == "td" { return node.elements.map(text).joined() }
    var joined = ""
    var child = node.firstChild
    while let current = child {
      joined += text(current)
      child = current.next
    }
    return joined
  }

  private static func ownText(_ node: XMLNode) -> String? {
    guard let first = node.firstChild, first.isText else { return nil }
    let text = String(decoding: first.content, as: UTF8.self)
    return text.allSatisfy(\.isWhitespace) ? nil : text
  }
}
