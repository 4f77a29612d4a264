import ChineseText
import DocumentReaders
import Testing

extension SourceDocument {
  /// Every block as one line: its role, its marks and its text.
  var outline: [String] {
    blocks.map { block in
      let marks = (block.isCentered ? "^" : "") + (block.isBold ? "*" : "")
      let label = block.automaticLabelByteCount
      let text = self.text[block.range].replacing("\n", with: "⏎").replacing("\t", with: "⇥")
      let labelled =
        label == 0
        ? text
        : "{\(String(decoding: text.utf8.prefix(label), as: UTF8.self))}"
          + String(decoding: text.utf8.dropFirst(label), as: UTF8.self)
      return "\(Self.name(of: block.role))\(marks) \(labelled)"
    }
  }

  /// The texts of the blocks that are no furniture.
  var ownTexts: [String] {
    blocks.compactMap { block in
      if case .furniture = block.role { return nil }
      return text[block.range]
    }
  }

  /// The texts of the blocks that are furniture.
  var furnitureTexts: [String] {
    blocks.compactMap { block in
      guard case .furniture = block.role else { return nil }
      return text[block.range]
    }
  }

  private static func name(of role: SourceBlock.Role) -> String {
    switch role {
    case .line: "line"
    case .paragraph: "p"
    case .heading(let level): "h\(level)"
    case .listItem(let depth): "li\(depth)"
    case .tableRow: "tr"
    case .note: "note"
    case .furniture(let kind): "-\(kind.rawValue)"
    }
  }

  /// Checks that blocks ascend and cover every character but blanks.
  func checkBlocks(_ location: SourceLocation = #_sourceLocation) {
    #expect(text.utf8.isValidUTF8, sourceLocation: location)
    var end = 0
    for block in blocks {
      #expect(block.range.lowerBound >= end, sourceLocation: location)
      #expect(!block.range.isEmpty, sourceLocation: location)
      #expect(block.automaticLabelByteCount <= block.range.byteCount, sourceLocation: location)
      checkBlank(end, block.range.lowerBound, location)
      end = block.range.upperBound
    }
    checkBlank(end, text.utf8.count, location)
  }

  private func checkBlank(_ start: Int, _ end: Int, _ location: SourceLocation) {
    guard start < end, end <= text.utf8.count else { return }
    let gap = text[TextRange(start, end)]
    #expect(gap.unicodeScalars.allSatisfy(Blank.isBlank), "\(gap)", sourceLocation: location)
  }
}

/// The document that a reader makes of a string.
func read(_ text: String, _ path: String = "a.txt") throws -> SourceDocument {
  let document = try SourceReader().read(Array(text.utf8), path: path)
  document.checkBlocks()
  return document
}
