/// A text as search sees it: folded UTF-16 units, with the way back.
///
/// Folding is NFKC of each scalar, then its lower case, so that ㈠ and （一） are
/// both (一). Blanks do not exist, except that a run of them between two Latin
/// letters or digits is one U+0020. Line feeds part paragraphs: however many
/// stand in a row, one U+000A is left of them, and none at either end. Folding
/// what was folded changes nothing.
///
/// - Note: Sequences are not composed: a letter and a combining sign stay two
///   units, and Greek sigma does not know the end of a word.
public struct FoldedText: Hashable, Sendable {
  /// The folded UTF-16 units.
  ///
  /// U+000A stands between paragraphs and is part of no gram and no match.
  public let units: [UInt16]

  /// The UTF-8 offsets into the source from which each unit came.
  ///
  /// One more than there are units, the last being the end of the last unit's
  /// scalar; empty when offsets were not asked for. Units of one scalar share
  /// its offset.
  public let sourceOffsets: [UInt32]

  /// The folded text of well-formed or damaged UTF-8; damage becomes U+FFFD.
  public init(_ utf8: UnsafeBufferPointer<UInt8>, keepingOffsets: Bool = false) {
    var folding = Folding(capacity: utf8.count / 3 + utf8.count / 16 + 8, keepingOffsets)
    folding.read(utf8)
    units = folding.units
    sourceOffsets = folding.offsets
  }

  /// The folded text of UTF-8 bytes.
  public init(_ utf8: [UInt8], keepingOffsets: Bool = false) {
    self = utf8.withUnsafeBufferPointer { FoldedText($0, keepingOffsets: keepingOffsets) }
  }

  /// The folded text of a part of UTF-8 bytes; offsets count from the part's start.
  public init(_ utf8: ArraySlice<UInt8>, keepingOffsets: Bool = false) {
    self = utf8.withUnsafeBufferPointer { FoldedText($0, keepingOffsets: keepingOffsets) }
  }

  /// The folded text of a string.
  public init(_ text: String, keepingOffsets: Bool = false) {
    var text = text
    self = text.withUTF8 { FoldedText($0, keepingOffsets: keepingOffsets) }
  }

  /// The bytes of the source from which a range of units came.
  ///
  /// Ends where the last unit's scalar ends, before any blanks that follow.
  ///
  /// `source` is the bytes that were folded.
  /// - Precondition: Offsets were asked for, and `range` lies in `units`.
  public func sourceRange(of range: Range<Int>, in source: [UInt8]) -> Range<Int> {
    let start = Int(sourceOffsets[range.lowerBound])
    guard !range.isEmpty else { return start..<start }
    let last = Int(sourceOffsets[range.upperBound - 1])
    var end = last + 1
    while end < source.count, source[end] & 0xC0 == 0x80 { end += 1 }
    return start..<max(start, min(end, source.count))
  }
}
