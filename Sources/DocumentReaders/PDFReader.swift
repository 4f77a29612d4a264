import ChineseText

/// Reads PDF through the tool `pdftotext`; every line is a block.
///
/// A PDF knows where characters stand, not what a paragraph is: its lines
/// are those of plain text.
public struct PDFReader: DocumentReader {
  private let options: ReadOptions

  /// A reader within the given limits.
  public init(options: ReadOptions = ReadOptions()) {
    self.options = options
  }

  /// The document in `bytes`.
  public func read(_ bytes: [UInt8], path: String) throws(ReadError) -> SourceDocument {
    if bytes.isEmpty { throw ReadError(path: path, reason: .empty) }
    let tool = ToolRun(
      name: "pdftotext", arguments: ["-enc", "UTF-8", "/dev/stdin", "-"],
      maximumSeconds: options.maximumToolSeconds,
      maximumByteCount: options.maximumFileByteCount)
    let output: [UInt8]
    do {
      output = try tool.output(of: bytes)
    } catch {
      throw ReadError(path: path, reason: Self.reason(error))
    }
    if BlankScan.isBlank(output) { throw ReadError(path: path, reason: .noText) }
    return document(LineEndings.normalized(SourceText(repairing: output).utf8))
  }

  private func document(_ utf8: [UInt8]) -> SourceDocument {
    SourceDocument(
      format: .pdf, encoding: nil, text: SourceText(wellFormed: utf8),
      blocks: TextReader.lineBlocks(of: utf8))
  }

  private static func reason(_ problem: ToolRun.Problem) -> ReadError.Reason {
    switch problem {
    case .missing: .pdfToolMissing
    case .system(let words): .damagedPDF(words)
    case .tooLarge: .damagedPDF("its text is too long")
    case .tooSlow: .damagedPDF("'pdftotext' took too long")
    case .failed(let code, let words):
      .damagedPDF(words.isEmpty ? "'pdftotext' ended with \(code)" : words)
    }
  }
}
