import Comparison

/// The table 序号｜修订前｜修订后｜修订说明 in Word.
struct ComparisonWordTable {
  let rows: [PrintedComparison.Row]

  /// The widths of the columns in twips: together what A4 across has between margins.
  private static let widths = [740, 5415, 5415, 3000]
  /// How many Chinese characters stand on a line of a text, and of a note.
  private static let lineLengths = (text: 24, note: 13)
  /// A row of more lines may go on on the next page; a page has about 28.
  private static let unbrokenLineCount = 14

  /// Writes the table.
  func write(to xml: inout XMLWriter) {
    xml.element("w:tbl") { xml in
      writeProperties(to: &xml)
      xml.element("w:tblGrid") { xml in
        for width in Self.widths { xml.element("w:gridCol", ["w:w": "\(width)"]) }
      }
      writeHead(to: &xml)
      for row in rows { write(row, to: &xml) }
    }
  }

  private func writeProperties(to xml: inout XMLWriter) {
    xml.element("w:tblPr") { xml in
      xml.element("w:tblW", ["w:w": "\(Self.widths.reduce(0, +))", "w:type": "dxa"])
      xml.element("w:tblBorders") { xml in
        for side: StaticString in [
          "w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV",
        ] {
          xml.element(
            side, ["w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "404040"])
        }
      }
      xml.value("w:tblLayout", "fixed")
      xml.element("w:tblCellMar") { xml in
        for (side, width): (StaticString, Int) in [
          ("w:top", 50), ("w:left", 100), ("w:bottom", 50), ("w:right", 100),
        ] {
          xml.element(side, ["w:w": "\(width)", "w:type": "dxa"])
        }
      }
    }
  }

  /// The names of the columns, which come again on each page.
  private func writeHead(to xml: inout XMLWriter) {
    xml.element("w:tr") { xml in
      xml.element("w:trPr") { xml in
        xml.element("w:cantSplit")
        xml.element("w:tblHeader")
      }
      for (column, name) in PrintedComparison.columns.enumerated() {
        writeCell(column, shading: "E7E6E6", isCentred: true, to: &xml) {
          $0.paragraph("ColumnName", text: name)
        }
      }
    }
  }

  // MARK: Rows

  private func write(_ row: PrintedComparison.Row, to xml: inout XMLWriter) {
    xml.element("w:tr") { xml in
      if Self.lineCount(of: row) <= Self.unbrokenLineCount {
        xml.element("w:trPr") { $0.element("w:cantSplit") }
      }
      writeCell(0, to: &xml) { $0.paragraph("Number", text: "\(row.number)") }
      write(row, row.olds, in: 1, orElse: PrintedComparison.added, to: &xml)
      write(row, row.news, in: 2, orElse: PrintedComparison.deleted, to: &xml)
      writeCell(3, to: &xml) { $0.paragraph("Note", text: row.note) }
    }
  }

  private func write(
    _ row: PrintedComparison.Row, _ cells: [ComparisonTable.Cell], in column: Int,
    orElse word: String, to xml: inout XMLWriter
  ) {
    writeCell(column, isCentred: cells.isEmpty, to: &xml) { xml in
      if cells.isEmpty { xml.paragraph("EmptyCell", text: word) }
      for (index, cell) in cells.enumerated() {
        write(
          cell, isFirst: index == 0, hasTextBelowHead: row.hasTextBelowHead, to: &xml)
      }
    }
  }

  private func writeCell(
    _ column: Int, shading: String? = nil, isCentred: Bool = false, to xml: inout XMLWriter,
    _ body: (inout XMLWriter) -> Void
  ) {
    xml.element("w:tc") { xml in
      xml.element("w:tcPr") { xml in
        xml.element("w:tcW", ["w:w": "\(Self.widths[column])", "w:type": "dxa"])
        if let shading {
          xml.element("w:shd", ["w:val": "clear", "w:color": "auto", "w:fill": shading])
        }
        if isCentred { xml.value("w:vAlign", "center") }
      }
      body(&xml)
    }
  }

  // MARK: Texts

  /// Writes a provision, its label before the first paragraph.
  private func write(
    _ cell: ComparisonTable.Cell, isFirst: Bool, hasTextBelowHead: Bool, to xml: inout XMLWriter
  ) {
    let paragraphs = cell.paragraphs(hasTextBelowHead: hasTextBelowHead)
    for (index, pieces) in paragraphs.enumerated() {
      let spaceBefore = index == 0 && !isFirst ? 120 : nil
      xml.paragraph("CellText", spaceBefore: spaceBefore) { xml in
        let label = index == 0 ? cell.label : nil
        if let label { xml.run(label, style: "Label") }
        for (index, edits) in pieces.enumerated() {
          if index > 0 || label != nil { xml.run("　") }
          write(edits, to: &xml)
        }
      }
    }
  }

  private func write(_ edits: [Edit], to xml: inout XMLWriter) {
    for edit in edits {
      switch edit.kind {
      case .kept: xml.run(edit.text)
      case .deleted: xml.run(edit.text, style: "Deletion")
      case .inserted: xml.run(edit.text, style: "Insertion")
      }
    }
  }

  // MARK: Height

  /// About how many lines a row has.
  private static func lineCount(of row: PrintedComparison.Row) -> Int {
    let texts = [row.olds, row.news].map { cells in
      cells.map { lineCount(of: $0, in: row) }.reduce(0, +)
    }
    let note = lineCount(row.note.unicodeScalars.count, of: lineLengths.note)
    return max(texts[0], texts[1], note)
  }

  private static func lineCount(
    of cell: ComparisonTable.Cell, in row: PrintedComparison.Row
  ) -> Int {
    let label = cell.label?.unicodeScalars.count ?? 0
    return cell.paragraphs(hasTextBelowHead: row.hasTextBelowHead).enumerated()
      .map { index, pieces in
        let text = pieces.joined().map { $0.text.unicodeScalars.count }.reduce(0, +)
        return lineCount(2 + text + (index == 0 ? label : 0), of: lineLengths.text)
      }.reduce(0, +)
  }

  private static func lineCount(_ length: Int, of lineLength: Int) -> Int {
    (length + lineLength - 1) / lineLength
  }
}
