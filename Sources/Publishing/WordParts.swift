/// The parts of a Word file that do not depend on its text.
enum WordParts {
  /// A Word file around a document, as a container whose parts are in the order in
  /// which Word writes them.
  ///
  /// - Parameters:
  ///   - document: The part `word/document.xml`; its section has the footer `rId4`.
  ///   - title: The title in the properties of the file.
  static func container(of document: [UInt8], title: String) -> ZipContainer {
    var container = ZipContainer()
    container.add("[Content_Types].xml", contentTypes)
    container.add(
      "_rels/.rels",
      relationships([
        (office + "officeDocument", "word/document.xml"),
        (package + "metadata/core-properties", "docProps/core.xml"),
      ]))
    container.add("docProps/core.xml", properties(title))
    container.add("word/document.xml", document)
    container.add(
      "word/_rels/document.xml.rels",
      relationships(parts.map { (office + $0.name, "\($0.file).xml") }))
    container.add("word/styles.xml", WordStyleSheet.part)
    container.add("word/settings.xml", settings)
    container.add("word/fontTable.xml", fonts)
    container.add("word/footer1.xml", footer)
    return container
  }

  /// The namespace of relationships between parts.
  static let relationshipNamespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private static let office = relationshipNamespace + "/"
  private static let package = "http://schemas.openxmlformats.org/package/2006/relationships/"
  private static let parts = [
    (name: "styles", file: "styles"), (name: "settings", file: "settings"),
    (name: "fontTable", file: "fontTable"), (name: "footer", file: "footer1"),
  ]

  // MARK: The package

  private static var contentTypes: [UInt8] {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    let core = "application/vnd.openxmlformats-package."
    var xml = XMLWriter()
    xml.element(
      "Types", ["xmlns": "http://schemas.openxmlformats.org/package/2006/content-types"]
    ) { xml in
      xml.element(
        "Default", ["Extension": "rels", "ContentType": core + "relationships+xml"])
      xml.element("Default", ["Extension": "xml", "ContentType": "application/xml"])
      for (name, type) in [("document", "document.main")] + parts.map({ ($0.file, $0.name) }) {
        xml.element(
          "Override", ["PartName": "/word/\(name).xml", "ContentType": "\(word)\(type)+xml"])
      }
      xml.element(
        "Override",
        ["PartName": "/docProps/core.xml", "ContentType": core + "core-properties+xml"])
    }
    return xml.bytes
  }

  private static func relationships(_ targets: [(type: String, target: String)]) -> [UInt8] {
    var xml = XMLWriter()
    xml.element("Relationships", ["xmlns": String(package.dropLast())]) { xml in
      for (index, row) in targets.enumerated() {
        xml.element(
          "Relationship", ["Id": "rId\(index + 1)", "Type": row.type, "Target": row.target])
      }
    }
    return xml.bytes
  }

  /// Without dates: the same comparison gives the same file on any day.
  private static func properties(_ title: String) -> [UInt8] {
    var xml = XMLWriter()
    xml.element(
      "cp:coreProperties",
      [
        "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
      ]
    ) { xml in
      xml.element("dc:title") { $0.text(title) }
      xml.element("dc:language") { $0.text("zh-CN") }
    }
    return xml.bytes
  }

  // MARK: Parts of the document

  private static var settings: [UInt8] {
    var xml = XMLWriter()
    xml.element("w:settings", ["xmlns:w": XMLWriter.wordNamespace]) { xml in
      xml.value("w:characterSpacingControl", "compressPunctuation")
      xml.element("w:compat") { xml in
        // Without it Word takes the file for one of 2007.
        xml.element(
          "w:compatSetting",
          [
            "w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word",
            "w:val": "15",
          ])
      }
    }
    return xml.bytes
  }

  /// The Chinese fonts, each by the name that systems in other languages know.
  private static var fonts: [UInt8] {
    var xml = XMLWriter()
    xml.element("w:fonts", ["xmlns:w": XMLWriter.wordNamespace]) { xml in
      for (name, other) in [("宋体", "SimSun"), ("黑体", "SimHei")] {
        xml.element("w:font", ["w:name": name]) { xml in
          xml.value("w:altName", other)
          xml.value("w:charset", "86")
          xml.value("w:family", "auto")
          xml.value("w:pitch", "variable")
        }
      }
    }
    return xml.bytes
  }

  private static var footer: [UInt8] {
    var xml = XMLWriter()
    xml.element("w:ftr", ["xmlns:w": XMLWriter.wordNamespace]) { xml in
      xml.paragraph("Footer") { xml in
        xml.run("第 ")
        xml.field("PAGE")
        xml.run(" 页　共 ")
        xml.field("NUMPAGES")
        xml.run(" 页")
      }
    }
    return xml.bytes
  }
}
