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
    scalars.withUnsafeBufferPointer { String($0[range]) }
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

  /// Whether a sentence, a member of a list or a colon ends a line.
  static func endsStatement(_ line: PhysicalLine, in document: SourceDocument) -> Bool {
    let bytes = document.text.utf8
    let end = line.range.upperBound
    guard end >= 3, let last = Unicode.Scalar(utf8: bytes, endingAt: end) else { return false }
    let kind = last.structure
    return kind.endsStatement || kind == .colon
  }

  private mutating func assemble(_ physical: [PhysicalLine], _ wrapping: LineWrapping?) {
    // Before each line one more may stand: a line feed, or a blank where two lines
    // were one.
    let capacity = physical.reduce(0) { $0 + $1.scalarCount + 1 }
    var offsets: ContiguousArray<UInt32> = []
    scalars = ContiguousArray(unsafeUninitializedCapacity: capacity) { scalars, count in
      offsets = ContiguousArray(unsafeUninitializedCapacity: capacity) { offsets, offsetCount in
        var assembler = PageAssembler(document, wrapping, scalars, offsets)
        assembler.assemble(physical)
        (lines, rejected) = (assembler.lines, assembler.rejected)
        (count, offsetCount) = (assembler.count, assembler.count)
      }
    }
    self.offsets = offsets
  }
}

extension Unicode.Scalar {
  /// The scalar at an offset of well-formed UTF-8, and its bytes.
  @inline(__always)
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
