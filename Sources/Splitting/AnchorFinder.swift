import ChineseText

/// Finds the words that corrections quote in a text.
///
/// Blanks do not count, those of the text no more than those of the quotation:
/// words are found across the line ends of a wrapped text.
struct AnchorFinder {
  private let scalars: [Unicode.Scalar]
  private let offsets: [Int]
  private let text: SourceText
  /// The positions of each scalar that a quotation begins with.
  private let beginnings: [Unicode.Scalar: [Int]]

  /// A finder of `anchors` in a text.
  init(_ text: SourceText, for anchors: [Anchor]) {
    self.text = text
    var beginnings: [Unicode.Scalar: [Int]] = [:]
    for anchor in anchors {
      if let first = anchor.words.first { beginnings[first] = [] }
    }
    var scalars: [Unicode.Scalar] = []
    var offsets: [Int] = []
    scalars.reserveCapacity(text.utf8.count / 3)
    offsets.reserveCapacity(text.utf8.count / 3)
    text.utf8.withUnsafeBufferPointer { bytes in
      var offset = 0
      while offset < bytes.count {
        let (scalar, width) = Unicode.Scalar.decoded(bytes, at: offset)
        if !Blank.isBlank(scalar) {
          beginnings[scalar]?.append(scalars.count)
          scalars.append(scalar)
          offsets.append(offset)
        }
        offset += width
      }
    }
    (self.scalars, self.offsets, self.beginnings) = (scalars, offsets, beginnings)
  }

  /// Where the words stand, without those that overlap an earlier place.
  ///
  /// The ranges are of positions among the scalars that are no blanks.
  func places(of anchor: Anchor) -> [Range<Int>] {
    guard let first = anchor.words.first, let starts = beginnings[first] else { return [] }
    var found: [Range<Int>] = []
    for start in starts where start >= found.last?.upperBound ?? 0 {
      let end = start + anchor.words.count
      guard end <= scalars.count, scalars[start..<end].elementsEqual(anchor.words) else { continue }
      found.append(start..<end)
    }
    return found
  }

  /// What of the source the meant words of an anchor are at one of its places.
  func meant(_ anchor: Anchor, at place: Range<Int>) -> Range<Int> {
    let first = place.lowerBound + anchor.meant.lowerBound
    let last = place.lowerBound + anchor.meant.upperBound - 1
    return offsets[first]..<(offsets[last] + UTF8.width(scalars[last]))
  }

  /// The label at an offset, as far as one stands there, and where it ends.
  func label(at offset: Int) -> (reading: LabelReading, end: Int)? {
    text.utf8.withUnsafeBufferPointer { bytes in
      var line: [Unicode.Scalar] = []
      var ends: [Int] = []
      var position = offset
      while position < bytes.count, line.count < 40 {
        let (scalar, width) = Unicode.Scalar.decoded(bytes, at: position)
        if scalar == "\n" { break }
        position += width
        line.append(scalar)
        ends.append(position)
      }
      return LabelReading.beginning(line).map { ($0.reading, ends[$0.count - 1]) }
    }
  }
}
