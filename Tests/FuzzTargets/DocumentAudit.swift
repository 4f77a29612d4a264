import ChineseText
internal import DocumentReaders

/// Checks by itself what readers promise of every document.
struct DocumentAudit {
  /// What is wrong, in words; empty when nothing is.
  private(set) var faults: [String] = []
  private let document: SourceDocument

  init(_ document: SourceDocument) {
    self.document = document
    guard String(validating: document.text.utf8, as: UTF8.self) != nil else {
      faults.append("the text is no UTF-8")
      return
    }
    checkBlocks()
    checkDiagnostics()
  }

  private mutating func checkBlocks() {
    var end = 0
    for block in document.blocks {
      if block.range.lowerBound < end { faults.append("blocks overlap at byte \(end)") }
      if block.range.isEmpty { faults.append("an empty block at byte \(end)") }
      if block.automaticLabelByteCount > block.range.byteCount {
        faults.append("a label leaves its block at byte \(block.range.lowerBound)")
      }
      checkBlank(end, block.range.lowerBound)
      end = max(end, block.range.upperBound)
    }
    checkBlank(end, document.text.utf8.count)
  }

  private mutating func checkBlank(_ start: Int, _ end: Int) {
    guard start < end, end <= document.text.utf8.count else {
      if end > document.text.utf8.count { faults.append("a block leaves the text at \(end)") }
      return
    }
    let gap = document.text[TextRange(start, end)]
    if !gap.unicodeScalars.allSatisfy({ Blank.isBlank($0) }) {
      faults.append("「\(gap)」 at byte \(start) is in no block")
    }
  }

  private mutating func checkDiagnostics() {
    for range in document.diagnostics.compactMap(\.range)
    where range.upperBound > document.text.utf8.count {
      faults.append("a diagnostic points behind the text at \(range.upperBound)")
    }
  }
}
