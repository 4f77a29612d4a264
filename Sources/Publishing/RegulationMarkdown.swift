import ChineseText
public import Regulations

/// A regulation as Markdown that reads back as the same regulation.
///
/// Divisions, annexes and clauses with a heading are headings; articles begin with
/// their label in bold; every 款 and 项 is a paragraph of its own. The labels are
/// text, as no list of Markdown counts like a regulation. Rows of tables are tables,
/// and other lines that belong to an article without being a 款 of it are notes.
public struct RegulationMarkdown: Sendable {
  private let revision: Revision

  /// The text of a revision.
  public init(_ revision: Revision) {
    self.revision = revision
  }

  /// The text, which ends with a line feed.
  public var text: String {
    var blocks = [
      revision.title.isEmpty ? Self.frontMatter : "# " + MarkdownText.heading(revision.title)
    ]
    blocks += MetadataLines(revision.metadata).lines.map(MarkdownText.line)
    // In a text without any 款, lines may end wherever a sentence does.
    var lines = MarkdownBlocks(
      marksNotes: revision.provisions.contains { $0.kind == .paragraph })
    var places: [(depth: Int, isInArticle: Bool)] = []
    for provision in revision.provisions {
      let parent = provision.parent.map { places[$0] }
      let isInArticle = provision.kind == .article || parent?.isInArticle ?? false
      places.append((parent.map { $0.depth + 1 } ?? 0, isInArticle))
      lines.isInArticle = isInArticle
      blocks += self.blocks(of: provision, depth: places[places.count - 1].depth, &lines)
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  // Nothing else says that a text without a title is Markdown.
  private static let frontMatter = "---\ntitle:\n---"

  // MARK: Provisions

  private func blocks(
    of provision: Provision, depth: Int, _ lines: inout MarkdownBlocks
  ) -> [String] {
    let texts = provision.text.split(separator: "\n").map(String.init)
    switch provision.kind {
    case .part, .subpart, .chapter, .section, .annex:
      let head = Self.head(of: provision)
      return head.isEmpty
        ? lines.blocks(texts) : lines.blocks(below: Self.heading(head, depth), texts)
    case .article: return Self.article(provision, texts, &lines)
    case .paragraph, .preamble, .closing: return lines.blocks(texts)
    case .item, .subitem, .clause: return listed(provision, texts, depth, &lines)
    }
  }

  /// Label, sign and heading of what is numbered by 第, whose sign follows the label.
  private static func head(of provision: Provision) -> String {
    guard let label = provision.label else { return provision.heading ?? "" }
    let needsGap = provision.heading != nil && !label.hasSuffix("：") && !label.hasSuffix(":")
    return label + (provision.separator ?? (needsGap ? "　" : "")) + (provision.heading ?? "")
  }

  private static func heading(_ text: String, _ depth: Int) -> String {
    String(repeating: "#", count: min(depth + 2, 6)) + " " + MarkdownText.heading(text)
  }

  private static func article(
    _ provision: Provision, _ texts: [String], _ lines: inout MarkdownBlocks
  ) -> [String] {
    let label = provision.label.map { "**\(MarkdownText.inline($0))**" } ?? ""
    let start = label + (provision.separator.map(MarkdownText.inline) ?? "　")
    if let heading = provision.heading {
      return lines.blocks(below: start + MarkdownText.inline(heading), texts, isHeading: true)
    }
    return lines.blocks(
      below: start + MarkdownText.inline(texts.first ?? ""), Array(texts.dropFirst()))
  }

  /// A clause, 项 or 目, whose sign follows its heading.
  private func listed(
    _ provision: Provision, _ texts: [String], _ depth: Int, _ lines: inout MarkdownBlocks
  ) -> [String] {
    let isAbove = provision.heading != nil && provision.separator == nil
    let start = (provision.heading ?? "") + (provision.separator ?? "")
    let first = isAbove ? start : start + (texts.first ?? "")
    let rest = isAbove ? texts : Array(texts.dropFirst())
    let label = provision.label ?? ""
    let line = label + (Self.needsGap(label, first) ? " " : "") + first
    let block: String
    if isAbove, provision.kind == .clause, revision.kind != .slides {
      block = Self.heading(line, depth)
    } else if label.isEmpty, provision.kind != .clause, revision.kind != .slides {
      // Without the empty link, the sign of the list would count as a label.
      let indent = provision.kind == .subitem ? "  " : ""
      block = "\(indent)- []()" + MarkdownText.inline(first)
    } else {
      block = MarkdownText.line(line)
    }
    return lines.blocks(below: block, rest, isHeading: isAbove)
  }

  /// Whether a label and the text after it would be read as one.
  ///
  /// The number 1. before 5 would be the decimal 1.5.
  private static func needsGap(_ label: String, _ text: String) -> Bool {
    guard let last = label.unicodeScalars.last, let first = text.unicodeScalars.first else {
      return false
    }
    return last.isASCII || !(0x4E00...0x9FFF).contains(first.value)
      || ChineseNumeral.isNumeral(first) || "和或至项款目".unicodeScalars.contains(first)
  }
}
