/// A paragraph or row of a Word file before it is put into the document.
struct WordBlock {
  var utf8: [UInt8]
  var layout: DocumentBuilder.Layout
}

/// A paragraph of a Word file while its runs are read.
struct WordParagraph {
  private(set) var utf8: [UInt8] = []
  private var visibleByteCount = 0
  private var boldByteCount = 0
  /// The notes that the paragraph refers to.
  var notes: [WordNote] = []
  /// What text boxes in the paragraph hold; it stands after the paragraph.
  var boxes: [WordBlock] = []

  mutating func append(_ text: some Sequence<UInt8>, isBold: Bool) {
    let before = utf8.count
    utf8 += text
    visibleByteCount += utf8.count - before
    if isBold { boldByteCount += utf8.count - before }
  }

  mutating func append(sign: UInt8) {
    utf8.append(sign)
  }

  /// Whether all text is bold.
  var isBold: Bool { visibleByteCount > 0 && boldByteCount == visibleByteCount }
}

/// A reference to a footnote or an endnote.
struct WordNote: Hashable {
  let isEndnote: Bool
  let id: String
}
