/// The styles of a comparison in Word, so that an editor changes the look of all
/// deletions, or of all cells, in one place.
struct WordStyleSheet {
  /// A style of paragraphs or of characters.
  private struct Style {
    let id: String
    let name: String
    var isBuiltIn = false
    var basedOn: String? = "Normal"
    var keepsNext = false
    /// Space above, space below and height of lines; 240 is one line.
    var spacing: (before: Int, after: Int, line: Int)?
    /// Indent of the first line in hundredths of a character.
    var firstLine = 0
    var alignment: String?
    var outlineLevel: Int?
    var font: String?
    var isBold = false
    var isStruck = false
    var colour: String?
    /// The size in half points.
    var size: Int?
    var underline: String?
    /// The colour behind the characters.
    var shading: String?
  }

  private static let paragraphs = [
    Style(id: "Normal", name: "Normal", isBuiltIn: true, basedOn: nil),
    Style(
      id: "Title", name: "Title", isBuiltIn: true, keepsNext: true, spacing: (0, 160, 300),
      alignment: "center", font: heading, isBold: true, size: 36),
    Style(id: "Sides", name: "对照表版本", spacing: (0, 40, 280), alignment: "center", size: 24),
    Style(id: "Summary", name: "对照表概要", spacing: (40, 160, 280), alignment: "center", size: 18),
    Style(
      id: "Heading1", name: "heading 1", isBuiltIn: true, keepsNext: true,
      spacing: (240, 100, 280), outlineLevel: 0, font: heading, isBold: true, size: 24),
    Style(
      id: "ColumnName", name: "对照表表头", keepsNext: true, spacing: (40, 40, 280),
      alignment: "center", font: heading, isBold: true),
    Style(id: "Number", name: "对照表序号", spacing: (0, 0, 290), alignment: "center"),
    Style(
      id: "CellText", name: "对照表条文", spacing: (0, 0, 290), firstLine: 200, alignment: "both"),
    Style(
      id: "EmptyCell", name: "对照表空格", spacing: (0, 0, 290), alignment: "center", font: heading),
    Style(id: "Note", name: "对照表说明", spacing: (0, 0, 290)),
    Style(id: "Ending", name: "对照表附注", spacing: (0, 40, 290), alignment: "both"),
    Style(id: "Footer", name: "footer", isBuiltIn: true, alignment: "center", size: 18),
  ]

  private static let characters = [
    Style(id: "Label", name: "条号", basedOn: nil, font: heading, isBold: true),
    // A line through 一 is not seen; the colour behind it is.
    Style(
      id: "Deletion", name: "删去的文字", basedOn: nil, isStruck: true, colour: "C00000",
      shading: "FBE4E1"),
    Style(
      id: "Insertion", name: "增加的文字", basedOn: nil, colour: "1F4E9E", underline: "single",
      shading: "E3ECF8"),
  ]

  private static let body = "宋体"
  private static let heading = "黑体"
  private static let latin = "Times New Roman"

  /// The part `word/styles.xml`.
  static var part: [UInt8] {
    var xml = XMLWriter()
    xml.element("w:styles", ["xmlns:w": XMLWriter.wordNamespace]) { xml in
      writeDefaults(to: &xml)
      for style in paragraphs { write(style, type: "paragraph", to: &xml) }
      for style in characters { write(style, type: "character", to: &xml) }
    }
    return xml.bytes
  }

  private static func writeDefaults(to xml: inout XMLWriter) {
    xml.element("w:docDefaults") { xml in
      xml.element("w:rPrDefault") { xml in
        xml.element("w:rPr") { xml in
          xml.element(
            "w:rFonts",
            ["w:ascii": latin, "w:hAnsi": latin, "w:eastAsia": body, "w:cs": latin])
          xml.value("w:sz", "21")
          xml.value("w:szCs", "21")
          xml.element("w:lang", ["w:val": "en-US", "w:eastAsia": "zh-CN", "w:bidi": "ar-SA"])
        }
      }
      xml.element("w:pPrDefault") { $0.element("w:pPr") { $0.element("w:widowControl") } }
    }
  }

  private static func write(_ style: Style, type: String, to xml: inout XMLWriter) {
    let isDefault = style.id == "Normal" ? "1" : "0"
    xml.element(
      "w:style",
      [
        "w:type": type, "w:default": isDefault, "w:customStyle": style.isBuiltIn ? "0" : "1",
        "w:styleId": style.id,
      ]
    ) { xml in
      xml.value("w:name", style.name)
      if let other = style.basedOn { xml.value("w:basedOn", other) }
      xml.element("w:qFormat")
      if type == "paragraph" { xml.element("w:pPr") { writeParagraph(of: style, to: &$0) } }
      xml.element("w:rPr") { writeCharacters(of: style, to: &$0) }
    }
  }

  private static func writeParagraph(of style: Style, to xml: inout XMLWriter) {
    if style.keepsNext { xml.element("w:keepNext") }
    if let spacing = style.spacing {
      xml.element(
        "w:spacing",
        [
          "w:before": "\(spacing.before)", "w:after": "\(spacing.after)",
          "w:line": "\(spacing.line)", "w:lineRule": "auto",
        ])
    }
    if style.firstLine > 0 {
      // Both are said: what is counted in characters, and the same in twips for
      // programs that do not know characters. One is 210 twips wide.
      let twips = style.firstLine * 210 / 100
      xml.element("w:ind", ["w:firstLineChars": "\(style.firstLine)", "w:firstLine": "\(twips)"])
    }
    if let alignment = style.alignment { xml.value("w:jc", alignment) }
    if let level = style.outlineLevel { xml.value("w:outlineLvl", "\(level)") }
  }

  private static func writeCharacters(of style: Style, to xml: inout XMLWriter) {
    if let font = style.font { xml.element("w:rFonts", ["w:eastAsia": font]) }
    if style.isBold {
      xml.element("w:b")
      xml.element("w:bCs")
    }
    if style.isStruck { xml.element("w:strike") }
    if let colour = style.colour { xml.value("w:color", colour) }
    if let size = style.size {
      xml.value("w:sz", "\(size)")
      xml.value("w:szCs", "\(size)")
    }
    if let underline = style.underline { xml.value("w:u", underline) }
    if let shading = style.shading {
      xml.element("w:shd", ["w:val": "clear", "w:color": "auto", "w:fill": shading])
    }
  }
}
