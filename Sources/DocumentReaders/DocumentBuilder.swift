import ChineseText

/// Puts blocks one after the other into a document's text.
struct DocumentBuilder {
  private var utf8: [UInt8] = []
  private var blocks: [SourceBlock] = []

  init(capacity: Int = 0) {
    utf8.reserveCapacity(capacity)
  }

  /// Whether no block was added yet.
  var isEmpty: Bool { blocks.isEmpty }

  /// The layout of a block.
  struct Layout {
    var role: SourceBlock.Role
    var automaticLabelByteCount = 0
    var isCentered = false
    var isBold = false
  }

  /// Adds a block of well-formed text without blanks at its ends.
  mutating func append(_ text: ArraySlice<UInt8>, _ layout: Layout) {
    guard !text.isEmpty else { return }
    if !utf8.isEmpty { utf8.append(0x0A) }
    let start = utf8.count
    utf8 += text
    blocks.append(
      SourceBlock(
        TextRange(start, utf8.count), layout.role,
        automaticLabelByteCount: layout.automaticLabelByteCount, isCentered: layout.isCentered,
        isBold: layout.isBold))
  }

  /// The finished document.
  func document(
    _ format: SourceFormat, encoding: TextEncoding?, properties: [String: String],
    diagnostics: [Diagnostic]
  ) -> SourceDocument {
    SourceDocument(
      format: format, encoding: encoding, text: SourceText(wellFormed: utf8), blocks: blocks,
      properties: properties, diagnostics: diagnostics)
  }
}
