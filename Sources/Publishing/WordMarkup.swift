/// The marks of WordprocessingML that our files need.
///
/// Word is strict about the order of elements in properties; each function below
/// writes them in the order of the standard (ECMA-376, part 1, 17).
extension XMLWriter {
  /// The namespace of the elements that begin with `w:`.
  static let wordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

  /// Writes an element whose only attribute is `w:val`.
  mutating func value(_ name: StaticString, _ value: String) {
    element(name, ["w:val": value])
  }

  /// Writes a paragraph of a style.
  ///
  /// - Parameters:
  ///   - style: The identifier of the style.
  ///   - spaceBefore: The space above it in twentieths of a point, if it is not the
  ///     style's.
  ///   - body: Writes the runs.
  mutating func paragraph(
    _ style: String, spaceBefore: Int? = nil, _ body: (inout XMLWriter) -> Void
  ) {
    element("w:p") { xml in
      xml.element("w:pPr") { xml in
        xml.value("w:pStyle", style)
        if let spaceBefore { xml.element("w:spacing", ["w:before": "\(spaceBefore)"]) }
      }
      body(&xml)
    }
  }

  /// Writes a paragraph of one run.
  mutating func paragraph(_ style: String, text: String) {
    paragraph(style) { $0.run(text) }
  }

  /// Writes a run, in a character style or in that of its paragraph.
  mutating func run(_ text: String, style: String? = nil) {
    guard !text.isEmpty else { return }
    element("w:r") { xml in
      xml.element("w:rPr") { xml in
        if let style { xml.value("w:rStyle", style) }
        // “”, … and — are of the Chinese font, too.
        xml.element("w:rFonts", ["w:hint": "eastAsia"])
      }
      xml.element("w:t", ["xml:space": "preserve"]) { $0.text(text.withBarsForTabs) }
    }
  }

  /// Writes what Word counts itself, such as `PAGE`.
  mutating func field(_ instruction: String) {
    element("w:fldSimple", ["w:instr": " \(instruction) "]) { $0.run("1") }
  }
}
