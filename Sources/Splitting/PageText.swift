import ChineseText
import DocumentReaders

/// A document as the splitter reads it: without what its pages added, and with
/// wrapped lines put together again.
///
/// Every scalar keeps its offset in the source, so that any piece of the page
/// text leads back to the source exactly.
struct PageText {
  /// A line: a paragraph, as far as the source tells.
  struct Line {
    /// The scalars of the line, without the line feed after it.
    var range: Range<Int>
    /// The index of the source block that the line begins in.
    var block: Int
    /// Whether the line, or what of it the reader printed, is a list number:
    /// its scalars from the start of the line.
    var automaticLabelCount: Int
    /// Whether rejected text stood before the line that ends a document.
    var followsDownloadNotice: Bool
    /// Whether a placeholder of a template stood before or after the line.
    var isBesidePlaceholder: Bool
  }

  /// The text; lines are parted by U+000A.
  private(set) var scalars: ContiguousArray<Unicode.Scalar> = []
  /// The UTF-8 offset in the source of each scalar.
  private(set) var offsets: ContiguousArray<UInt32> = []
  /// The lines in reading order; none is empty.
  private(set) var lines: [Line] = []
  /// What was rejected line by line, in reading order.
  private(set) var rejected: [RejectedText] = []
  /// The spans of `rejected`, in reading order.
  private(set) var rejectedRanges: [TextRange] = []
  /// The document.
  let document: SourceDocument
  /// Whether the lines were broken at a fixed width.
  private(set) var isWrapped = false
  /// What an editor said of the document, with positions in the page text.
  private(set) var corrections: PlacedCorrections

  /// The page text of a document.
  ///
  /// - Parameter corrections: those of the document, with offsets in its source.
  init(_ document: SourceDocument, _ corrections: PlacedCorrections? = nil) {
    self.document = document
    self.corrections = PlacedCorrections()
    var physical = PhysicalLine.lines(of: document)
    if let corrections {
      physical = PhysicalLine.corrected(physical, by: corrections, in: document)
    }
    PageLineRejection(document).mark(&physical)
    if corrections != nil {
      for index in physical.indices where physical[index].isKept { physical[index].rejection = nil }
    }
    let wrapping =
      document.format == .text || document.format == .pdf
      ? LineWrapping(physical) { [document] in Self.endsStatement($0, in: document) } : nil
    isWrapped = wrapping?.isWrapped ?? false
    assemble(physical, wrapping)
    rejectedRanges = rejected.flatMap(\.spans)
    if let corrections { self.corrections = corrections.moved(to: self) }
  }

  /// The block that a line begins in.
  func block(of line: Line) -> SourceBlock { document.blocks[line.block] }

  /// The text of a range as a string.
  func string(_ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count * 3)
    for scalar in scalars[range] { bytes.append(utf8: scalar.value) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The index of the line that holds a scalar.
  func lineIndex(at position: Int) -> Int {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].range.upperBound <= position { low = middle + 1 } else { high = middle }
    }
    return min(low, lines.count - 1)
  }

  private static func endsStatement(_ line: PhysicalLine, in document: SourceDocument) -> Bool {
    let bytes = document.text.utf8
    let end = line.range.upperBound
    guard end >= 3, let last = Unicode.Scalar(utf8: bytes, endingAt: end) else { return false }
    let kind = last.structure
    return kind.endsStatement || kind == .colon
  }

  private mutating func assemble(_ physical: [PhysicalLine], _ wrapping: LineWrapping?) {
    let byteCount = document.text.utf8.count
    scalars.reserveCapacity(byteCount / 2)
    offsets.reserveCapacity(byteCount / 2)
    lines.reserveCapacity(physical.count)
    var previous: PhysicalLine?
    var followsNotice = false
    var besidePlaceholder = false
    document.text.utf8.withUnsafeBufferPointer { bytes in
      for line in physical {
        if let reason = line.rejection {
          reject(line.range, reason)
          if reason == .placeholder {
            besidePlaceholder = true
            if !lines.isEmpty { lines[lines.count - 1].isBesidePlaceholder = true }
          }
          if reason == .pageFurniture, isNotice(line) { followsNotice = true }
          continue
        }
        let runsOn: Bool =
          switch line.correction {
          case .begins: false
          case .goesOn: previous != nil
          case .none:
            previous.map { continues(in: line, after: $0, wrapping, bytes) } ?? false
              && !followsNotice
          }
        if runsOn {
          join(line, bytes)
        } else {
          begin(line, bytes, followsNotice, besidePlaceholder)
        }
        followsNotice = false
        besidePlaceholder = false
        previous = line
      }
    }
  }

  private func isNotice(_ line: PhysicalLine) -> Bool {
    line.range.byteCount <= 600 && PageFurniture.isDownloadNotice(document.text[line.range])
  }

  private mutating func reject(_ range: TextRange, _ reason: RejectedText.Reason) {
    if let last = rejected.last, last.reason == reason, let end = last.spans.last,
      document.text.isBlank(between: end.upperBound, range.lowerBound)
    {
      rejected[rejected.count - 1].spans[last.spans.count - 1] =
        TextRange(end.lowerBound, range.upperBound)
    } else {
      rejected.append(RejectedText(spans: [range], reason: reason))
    }
  }

  /// Whether a line only goes on with the line before it.
  private func continues(
    in line: PhysicalLine, after previous: PhysicalLine, _ wrapping: LineWrapping?,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let wrapping, wrapping.isFull(previous), !line.isIndented else { return false }
    if !Self.endsStatement(previous, in: document) {
      return !LabelScanner.beginsWithTitledLabel(bytes, line.range)
    }
    return !LabelScanner.beginsWithLabel(bytes, line.range)
  }

  private mutating func begin(
    _ line: PhysicalLine, _ bytes: UnsafeBufferPointer<UInt8>, _ followsNotice: Bool,
    _ besidePlaceholder: Bool
  ) {
    if !lines.isEmpty {
      scalars.append("\n")
      offsets.append(UInt32(max(0, line.range.lowerBound - 1)))
    }
    let start = scalars.count
    append(line.range, bytes)
    let block = document.blocks[line.block]
    var automatic = 0
    if block.automaticLabelByteCount > 0, line.range.lowerBound == block.range.lowerBound {
      let end = block.range.lowerBound + block.automaticLabelByteCount
      while start + automatic < scalars.count, offsets[start + automatic] < end { automatic += 1 }
    }
    lines.append(
      Line(
        range: start..<scalars.count, block: line.block, automaticLabelCount: automatic,
        followsDownloadNotice: followsNotice, isBesidePlaceholder: besidePlaceholder))
  }

  private mutating func join(_ line: PhysicalLine, _ bytes: UnsafeBufferPointer<UInt8>) {
    if let last = scalars.last, last.value < 0x2E80, bytes[line.range.lowerBound] < 0x80,
      last.structure == .latin || last.structure == .digit || last == ","
    {
      let next = Unicode.Scalar(bytes[line.range.lowerBound]).structure
      if next == .latin || (next == .digit && last.structure != .digit) {
        scalars.append(" ")
        offsets.append(UInt32(line.range.lowerBound - 1))
      }
    }
    append(line.range, bytes)
    lines[lines.count - 1].range = lines[lines.count - 1].range.lowerBound..<scalars.count
  }

  private mutating func append(_ range: TextRange, _ bytes: UnsafeBufferPointer<UInt8>) {
    var offset = range.lowerBound
    let end = range.upperBound
    while offset < end {
      let (scalar, width) = Unicode.Scalar.decoded(bytes, at: offset)
      scalars.append(scalar)
      offsets.append(UInt32(truncatingIfNeeded: offset))
      offset += width
    }
  }
}

extension Unicode.Scalar {
  /// The scalar at an offset of well-formed UTF-8, and its bytes.
  static func decoded(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> (scalar: Unicode.Scalar, width: Int) {
    let lead = UInt32(bytes[offset])
    if lead < 0x80 { return (Unicode.Scalar(UInt8(lead)), 1) }
    let second = UInt32(bytes[offset + 1]) & 0x3F
    let value: UInt32
    let width: Int
    if lead < 0xE0 {
      (value, width) = ((lead & 0x1F) << 6 | second, 2)
    } else if lead < 0xF0 {
      (value, width) = ((lead & 0x0F) << 12 | second << 6 | UInt32(bytes[offset + 2]) & 0x3F, 3)
    } else {
      let third = UInt32(bytes[offset + 2]) & 0x3F
      let fourth = UInt32(bytes[offset + 3]) & 0x3F
      (value, width) = ((lead & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }

  /// The scalar that ends before an offset of well-formed UTF-8, or `nil`.
  init?(utf8 bytes: [UInt8], endingAt end: Int) {
    var start = end - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    guard start >= 0 else { return nil }
    self = bytes.withUnsafeBufferPointer { Unicode.Scalar.decoded($0, at: start).scalar }
  }
}

extension SourceText {
  /// Whether nothing but blanks stands between two offsets.
  func isBlank(between start: Int, _ end: Int) -> Bool {
    utf8.withUnsafeBufferPointer { bytes in
      var offset = start
      while offset < end {
        let (scalar, width) = Unicode.Scalar.decoded(bytes, at: offset)
        guard Blank.isBlank(scalar) else { return false }
        offset += width
      }
      return true
    }
  }
}
