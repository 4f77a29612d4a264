/// The styles of a Word file, each with what it inherits.
struct WordStyles {
  /// What a style, or a paragraph itself, says about paragraphs.
  struct Properties {
    var outlineLevel: Int?
    var numberID: Int?
    var level: Int?
    var isCentered: Bool?
    var isBold: Bool?
    var isHidden: Bool?

    /// What `pPr` and `rPr` say.
    init(paragraph: XMLNode?, run: XMLNode?) {
      outlineLevel = paragraph?.number(of: "outlineLvl")
      numberID = paragraph?.child("numPr")?.number(of: "numId")
      level = paragraph?.child("numPr")?.number(of: "ilvl")
      isCentered = paragraph?.value(of: "jc").map { $0 == "center" }
      isBold = run?.flag("b")
      isHidden = run?.flag("vanish")
    }

    /// Fills what is not given from what is inherited.
    mutating func inherit(_ other: Properties) {
      outlineLevel = outlineLevel ?? other.outlineLevel
      if numberID == nil {
        numberID = other.numberID
        level = level ?? other.level
      }
      isCentered = isCentered ?? other.isCentered
      isBold = isBold ?? other.isBold
      isHidden = isHidden ?? other.isHidden
    }
  }

  private struct Style {
    let name: String
    let basedOn: String?
    let own: Properties
  }

  private var styles: [String: Style] = [:]
  private(set) var defaultParagraphStyle: String?

  /// The styles in a part, or none.
  init(_ root: XMLNode?) {
    for node in root?.elements ?? [] where node.name == "style" {
      guard let id = node.attribute("styleId") else { continue }
      let own = Properties(paragraph: node.child("pPr"), run: node.child("rPr"))
      let name = (node.value(of: "name") ?? id).lowercased()
      styles[id] = Style(name: name, basedOn: node.value(of: "basedOn"), own: own)
      if node.attribute("type") == "paragraph", node.attribute("default") == "1" {
        defaultParagraphStyle = id
      }
    }
  }

  /// What a style says, with what it inherits.
  func properties(of id: String?) -> Properties {
    var all = Properties(paragraph: nil, run: nil)
    for style in chain(from: id) { all.inherit(style.own) }
    return all
  }

  /// A style and those that it is based on; a circle ends where it closes.
  private func chain(from id: String?) -> [Style] {
    var chain: [Style] = []
    var next = id
    while let id = next, let style = styles[id], chain.count < 32 {
      chain.append(style)
      next = style.basedOn
    }
    return chain
  }

  /// The level of a heading style, 0 for a title, or `nil`.
  func headingLevel(of id: String?) -> Int? {
    for style in chain(from: id) {
      if let level = Self.level(named: style.name) { return level }
      if let level = style.own.outlineLevel { return level < 9 ? level + 1 : nil }
    }
    return nil
  }

  private static func level(named name: String) -> Int? {
    if name == "title" || name == "标题" { return 0 }
    for prefix in ["heading ", "heading", "标题 ", "标题"] where name.hasPrefix(prefix) {
      if let level = Int(name.dropFirst(prefix.count)), 1...9 ~= level { return level }
    }
    return nil
  }
}
