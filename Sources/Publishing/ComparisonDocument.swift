public import Comparison

/// A comparison as a Word file: 修订前后对照表 on pages of A4 across.
public struct ComparisonDocument: Sendable {
  private let printed: PrintedComparison

  /// The file of a comparison.
  ///
  /// - Parameters:
  ///   - report: The comparison.
  ///   - listsFolded: Whether the changes that only follow from others are listed,
  ///     too, in a table of their own.
  public init(_ report: ComparisonReport, listsFolded: Bool = false) {
    printed = PrintedComparison(report, listsFolded: listsFolded)
  }

  /// The bytes of the file; the same for the same comparison.
  public func bytes() throws(PublishingError) -> [UInt8] {
    try WordParts.container(of: document, title: printed.title).packed()
  }

  private var document: [UInt8] {
    var xml = XMLWriter()
    xml.element(
      "w:document",
      ["xmlns:w": XMLWriter.wordNamespace, "xmlns:r": WordParts.relationshipNamespace]
    ) { xml in
      xml.element("w:body") { xml in
        writeHead(to: &xml)
        for section in printed.sections {
          if let heading = section.heading { xml.paragraph("Heading1", text: heading) }
          ComparisonWordTable(rows: section.rows).write(to: &xml)
        }
        writeNotes(to: &xml)
        writePage(to: &xml)
      }
    }
    return xml.bytes
  }

  private func writeHead(to xml: inout XMLWriter) {
    xml.paragraph("Title", text: printed.title)
    // Short names stand side by side.
    let line = printed.sides.joined(separator: "　　")
    for side in line.unicodeScalars.count <= 56 ? [line] : printed.sides {
      xml.paragraph("Sides", text: side)
    }
    for sentence in printed.summary { xml.paragraph("Summary", text: sentence) }
  }

  /// Below a table there is always a note, as Word wants a paragraph to end with.
  private func writeNotes(to xml: inout XMLWriter) {
    for (heading, sentences) in printed.notes {
      xml.paragraph("Heading1", text: heading)
      for (index, sentence) in sentences.enumerated() {
        xml.paragraph(
          "Ending", text: sentences.count > 1 ? "\(index + 1). \(sentence)" : sentence)
      }
    }
  }

  /// A4 across, with margins of 2 cm; all in twips.
  private func writePage(to xml: inout XMLWriter) {
    xml.element("w:sectPr") { xml in
      xml.element("w:footerReference", ["w:type": "default", "r:id": "rId4"])
      xml.element("w:pgSz", ["w:w": "16838", "w:h": "11906", "w:orient": "landscape"])
      xml.element(
        "w:pgMar",
        [
          "w:top": "1134", "w:right": "1134", "w:bottom": "1134", "w:left": "1134",
          "w:header": "567", "w:footer": "567", "w:gutter": "0",
        ])
    }
  }
}
