import ChineseText
import DocumentReaders
import Glibc
import Testing

@Suite struct PDFReaderTests {
  static let isToolInstalled = access("/usr/bin/pdftotext", X_OK) == 0

  /// A PDF of one page with these lines.
  private func pdf(_ lines: [String]) -> [UInt8] {
    let shown = lines.map { line in
      let hex = line.utf16.map { unit in
        let digits = String(unit, radix: 16)
        return String(repeating: "0", count: 4 - digits.utf8.count) + digits
      }
      return "<\(hex.joined())> Tj T*\n"
    }
    let content = "BT /F1 12 Tf 72 770 Td 18 TL\n\(shown.joined())ET"
    let font = "/STSong-Light"
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
        + "/Resources << /Font << /F1 4 0 R >> >> >>",
      "<< /Type /Font /Subtype /Type0 /BaseFont \(font) /Encoding /UniGB-UCS2-H "
        + "/DescendantFonts [6 0 R] >>",
      "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
      "<< /Type /Font /Subtype /CIDFontType0 /BaseFont \(font) /CIDSystemInfo << /Registry (Adobe) "
        + "/Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R /DW 1000 >>",
      "<< /Type /FontDescriptor /FontName \(font) /Flags 4 /FontBBox [0 -200 1000 900] "
        + "/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>",
    ]
    var file = "%PDF-1.4\n"
    for (index, object) in objects.enumerated() {
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    return Array((file + "trailer << /Size 8 /Root 1 0 R >>\n%%EOF\n").utf8)
  }

  @Test(.enabled(if: isToolInstalled)) func readsTheLinesOfAPage() throws {
    let lines = ["考勤管理办法", "第一条 为规范考勤，制定本办法。", "第二条 本办法适用于全体员工。"]
    let document = try SourceReader().read(pdf(lines), path: "a.pdf")
    document.checkBlocks()
    #expect(document.format == .pdf)
    #expect(document.outline == lines.map { "line \($0)" })
  }

  @Test(.enabled(if: isToolInstalled)) func saysThatAPDFIsDamagedOrWithoutText() {
    #expect(throws: ReadError(path: "a.pdf", reason: .noText)) {
      try SourceReader().read(pdf([]), path: "a.pdf")
    }
    do throws(ReadError) {
      _ = try SourceReader().read(Array("%PDF-1.4\nnothing".utf8), path: "a.pdf")
      Issue.record("a PDF without objects was read")
    } catch {
      guard case .damagedPDF = error.reason else {
        Issue.record("\(error)")
        return
      }
    }
  }
}
