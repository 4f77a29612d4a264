import ChineseText
import DocumentReaders

/// A line of the source as it stands, without the blanks at its ends.
struct PhysicalLine {
  /// The trimmed line; never empty.
  var range: TextRange
  /// The index of the block that holds the line.
  var block: Int
  /// Whether at least two columns of blanks stand before the line.
  var isIndented: Bool
  /// Whether a form feed stands before the line: a new page begins.
  var beginsPage: Bool
  /// Why the line is rejected, or `nil` when it is text.
  var rejection: RejectedText.Reason?
  /// The number of scalars, the blanks before the line among them.
  var scalarCount: Int
  /// The number of columns, the blanks before the line among them: two for
  /// each scalar beyond U+02FF.
  var columnCount: Int
  /// Whether a word of the sites that texts come from stands in the line.
  var hasSiteWord: Bool
  /// What an editor said about the line.
  var correction = Correction.none
  /// Whether an editor keeps the line.
  var isKept = false

  /// What an editor may say about a line.
  enum Correction {
    /// Nothing.
    case none
    /// It begins a line of the text, also where it was cut from one.
    case begins
    /// It goes on with the line before it.
    case goesOn
  }
}

extension PhysicalLine {
  /// All non-blank lines of a document, in reading order.
  static func lines(of document: SourceDocument) -> [PhysicalLine] {
    var lines: [PhysicalLine] = []
    lines.reserveCapacity(document.blocks.count)
    document.text.utf8.withUnsafeBufferPointer { bytes in
      for (index, block) in document.blocks.enumerated() {
        append(linesOf: block, index, in: bytes, to: &lines)
      }
      guard SiteWords.stand(in: bytes) else { return }
      for index in lines.indices {
        let line = UnsafeBufferPointer(rebasing: bytes[lines[index].range.offsets])
        lines[index].hasSiteWord = SiteWords.stand(in: line)
      }
    }
    return lines
  }

  private static func append(
    linesOf block: SourceBlock, _ index: Int, in bytes: UnsafeBufferPointer<UInt8>,
    to lines: inout [PhysicalLine]
  ) {
    let rejection = RejectedText.Reason(block.role)
    var start = block.range.lowerBound
    let end = block.range.upperBound
    // The indentation of a line stands before its block.
    var before = start
    while before > 0, bytes[before - 1] != 0x0A, start - before < 64,
      case let width = blankWidthBefore(bytes, before, 0), width > 0
    {
      before -= width
    }
    var isFirst = true
    while start < end {
      let stop = bytes.firstLineFeed(in: start..<end) ?? end
      let from = isFirst ? min(before, start) : start
      if var line = trimmed(bytes, from, start, stop, block: index) {
        line.rejection = rejection
        lines.append(line)
      }
      isFirst = false
      start = stop + 1
    }
  }

  /// The trimmed line between two offsets, or `nil` when it is blank.
  private static func trimmed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ from: Int, _ start: Int, _ stop: Int, block: Int
  ) -> PhysicalLine? {
    var lower = from
    var upper = stop
    var indentation = 0
    var indentationCount = 0
    var beginsPage = false
    while lower < upper, case let width = blankWidth(bytes, lower, upper), width > 0 {
      indentation += width == 3 ? 2 : 1
      indentationCount += 1
      if bytes[lower] == 0x0C { beginsPage = true }
      lower += width
    }
    while upper > lower, case let width = blankWidthBefore(bytes, upper, lower), width > 0 {
      upper -= width
    }
    guard lower < upper else { return nil }
    let (scalars, wide) = bytes.scalarCounts(in: lower..<upper)
    return PhysicalLine(
      range: TextRange(lower, upper), block: block, isIndented: indentation >= 2,
      beginsPage: beginsPage, rejection: nil, scalarCount: indentationCount + scalars,
      columnCount: indentation + scalars + wide, hasSiteWord: false)
  }

  /// The bytes of the blank at an offset, 0 when there is none.
  private static func blankWidth(
    _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ end: Int
  ) -> Int {
    let byte = bytes[offset]
    if byte == 0x20 || (0x09...0x0D).contains(byte) { return 1 }
    if byte < 0xC2 { return 0 }
    if byte == 0xC2 {
      let next = bytes[offset + 1]
      return next == 0xA0 || next == 0x85 ? 2 : 0
    }
    guard byte & 0xF0 == 0xE0, offset + 2 < end else { return 0 }
    let value =
      UInt32(byte & 0x0F) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6
      | UInt32(bytes[offset + 2] & 0x3F)
    return Blank.isBlank(value) ? 3 : 0
  }

  /// The bytes of the blank that ends at an offset, 0 when there is none.
  private static func blankWidthBefore(
    _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ start: Int
  ) -> Int {
    for width in 1...3 where offset - width >= start {
      if bytes[offset - width] & 0xC0 != 0x80 {
        return blankWidth(bytes, offset - width, offset) == width ? width : 0
      }
    }
    return 0
  }
}

extension PhysicalLine {
  /// The lines as an editor corrected them: cut where others begin and where
  /// text is rejected or kept.
  ///
  /// - Parameter corrections: those of the document, with offsets in its source.
  static func corrected(
    _ lines: [PhysicalLine], by corrections: PlacedCorrections, in document: SourceDocument
  ) -> [PhysicalLine] {
    let cuts =
      (Array(corrections.newLines)
      + (corrections.rejected + corrections.kept).flatMap { [$0.lowerBound, $0.upperBound] })
      .sorted()
    var result: [PhysicalLine] = []
    var lastText = -1
    for line in lines {
      for var piece in line.cut(at: cuts, in: document) {
        let range = piece.range.offsets
        if corrections.rejected.contains(where: { $0.overlaps(range) }) {
          piece.rejection = .discarded
        } else if corrections.kept.contains(where: { $0.overlaps(range) }) {
          (piece.rejection, piece.isKept) = (nil, true)
        }
        if corrections.newLines.contains(range.lowerBound) {
          piece.correction = .begins
        } else if corrections.sameLines.contains(range.lowerBound)
          || lastText >= line.range.lowerBound
        {
          piece.correction = .goesOn
        }
        if piece.rejection == nil { lastText = range.lowerBound }
        result.append(piece)
      }
    }
    return result
  }

  private func cut(at cuts: [Int], in document: SourceDocument) -> [PhysicalLine] {
    var (low, high) = (0, cuts.count)
    while low < high {
      let middle = (low + high) / 2
      if cuts[middle] <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    let inner = cuts[low...].prefix { $0 < range.upperBound }
    guard !inner.isEmpty else { return [self] }
    let bounds = [range.lowerBound] + inner + [range.upperBound]
    return document.text.utf8.withUnsafeBufferPointer { bytes in
      zip(bounds, bounds.dropFirst()).compactMap { start, end in
        var piece = Self.trimmed(bytes, start, start, end, block: block)
        piece?.rejection = rejection
        piece?.hasSiteWord =
          hasSiteWord && SiteWords.stand(in: UnsafeBufferPointer(rebasing: bytes[start..<end]))
        if start == range.lowerBound {
          piece?.isIndented = isIndented
          piece?.beginsPage = beginsPage
        }
        return piece
      }
    }
  }
}

extension RejectedText.Reason {
  /// The reason for which a reader's furniture is rejected, or `nil` for text.
  init?(_ role: SourceBlock.Role) {
    guard case .furniture(let furniture) = role else { return nil }
    switch furniture {
    case .navigation: self = .navigation
    case .sidebar: self = .sidebar
    case .footer: self = .footer
    case .interface: self = .interface
    case .comment: self = .comment
    case .frontMatter: self = .frontMatter
    }
  }
}
