/// The form of a decoded text: found by its signs, never by its name.
enum TextForm: Hashable {
  /// Plain text.
  case plain
  /// A page, or a piece of one.
  case html
  /// Text with clear signs of Markdown.
  case markdown

  /// The form of a text.
  init(of utf8: [UInt8]) {
    let evidence = MarkupEvidence(utf8.prefix(1 << 16))
    if evidence.isPage {
      self = .html
    } else if MarkdownEvidence(utf8).isClear {
      self = .markdown
    } else {
      self =
        evidence.blockTags >= 4 && evidence.closings >= 1 || evidence.breaks >= 3
        ? .html : .plain
    }
  }
}

/// The signs of HTML at the start of a text.
private struct MarkupEvidence {
  private(set) var blockTags = 0
  private(set) var breaks = 0
  private(set) var closings = 0
  private var pageTags = 0
  private var beginsWithTag = false

  init(_ text: ArraySlice<UInt8>) {
    guard var next = ByteScan.find(0x3C, in: text) else { return }
    beginsWithTag = BlankScan.trimmed(text.prefix(1024)).first == 0x3C
    while true {
      count(text[(next + 1)...].prefix(12), isEarly: next < 4096)
      guard let found = ByteScan.find(0x3C, in: text, from: next + 1) else { return }
      next = found
    }
  }

  private mutating func count(_ tag: ArraySlice<UInt8>, isEarly: Bool) {
    let isClosing = tag.first == 0x2F || tag.first == 0x21
    let name = tag.dropFirst(isClosing ? 1 : 0).prefix {
      0x61...0x7A ~= $0 | 0x20 || 0x31...0x36 ~= $0
    }
    let end = tag.dropFirst(name.count + (isClosing ? 1 : 0)).first
    guard let end, end == 0x3E || end == 0x2F || end <= 0x20 else { return }
    let word = String(decoding: name.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }, as: UTF8.self)
    if Self.pageNames.contains(word), isEarly { pageTags += 1 }
    guard Self.names.contains(word) else { return }
    if isClosing { closings += 1 } else if word == "br" { breaks += 1 } else { blockTags += 1 }
  }

  /// Whether the text is a page beyond doubt.
  var isPage: Bool {
    if beginsWithTag {
      return pageTags >= 1 || blockTags + breaks >= 2 && closings >= 1 || blockTags >= 8
    }
    return pageTags >= 1 && blockTags + breaks + closings >= 3
  }

  private static let pageNames: Set<String> = ["html", "doctype", "head", "body", "meta", "title"]
  private static let names: Set<String> = [
    "p", "div", "br", "table", "tr", "td", "th", "li", "ul", "ol", "span", "font", "center",
    "strong", "h1", "h2", "h3", "h4", "h5", "h6", "article", "section", "body", "html", "a",
  ]
}
