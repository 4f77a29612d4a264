import ChineseText

/// Counts the scalars of pieces of one text.
struct ScalarCounter {
  private let text: SourceText

  init(_ text: SourceText) {
    self.text = text
  }

  /// The scalars of some pieces that are not blank.
  func nonBlank(_ spans: [TextRange]) -> Int {
    spans.reduce(0) { sum, span in
      let (all, blank) = count(span.offsets)
      return sum + all - blank
    }
  }

  /// The scalars of the text, and those of them that are blank.
  func totals() -> (all: Int, blank: Int) {
    count(0..<text.utf8.count)
  }

  private func count(_ range: Range<Int>) -> (all: Int, blank: Int) {
    text.utf8.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return (0, 0) }
      var sum = (all: 0, blank: 0)
      var offset = range.lowerBound
      // A blank that begins in a chunk may end two bytes after it.
      while offset + Chunk.byteCount <= range.upperBound,
        offset + Chunk.byteCount + 2 <= bytes.count
      {
        let chunk = Chunk(base + offset)
        let end = offset + Chunk.byteCount
        sum.all += Int(chunk.all)
        sum.blank += chunk.isUnclear ? blanks(offset..<end, bytes) : Int(chunk.blank)
        offset = end
      }
      let rest = bytes.scalarCounts(in: offset..<range.upperBound).all
      return (sum.all + rest, sum.blank + blanks(offset..<range.upperBound, bytes))
    }
  }

  /// The blanks that begin in a range.
  private func blanks(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    for offset in range {
      let lead = bytes[offset]
      if lead < 0x80 {
        if lead == 0x20 || (0x09...0x0D).contains(lead) { count += 1 }
      } else if lead == 0xC2 || (0xE1...0xE3).contains(lead) || lead == 0xEF {
        if Blank.isBlank(Unicode.Scalar.decoded(bytes, at: offset).scalar) { count += 1 }
      }
    }
    return count
  }
}

/// What begins in some bytes of UTF-8, found without a branch.
private struct Chunk {
  static let byteCount = 32
  /// The scalars.
  var all: UInt8 = 0
  /// The blanks of ASCII and those that are U+3000.
  var blank: UInt8 = 0
  /// Whether other blanks may begin there.
  var isUnclear: Bool

  init(_ bytes: UnsafePointer<UInt8>) {
    // 0 where another blank may begin: the least of differences vectorises well.
    var least = UInt8.max
    for index in 0..<Self.byteCount {
      let (first, second, third) = (bytes[index], bytes[index + 1], bytes[index + 2])
      all &+= Self.one(first & 0xC0 != 0x80)
      blank &+= Self.one(first == 0x20) | Self.one(first &- 0x09 < 5)
      blank &+= Self.one((first ^ 0xE3) | (second ^ 0x80) | (third ^ 0x80) == 0)
      let latin = min(first ^ 0xC2, first ^ 0xE1)
      // Of E2 80 and E2 81 no blank ends with 8C to 9E.
      let spaces = (first ^ 0xE2) | (second & 0xFE ^ 0x80) | Self.one(third &- 0x8C < 0x13)
      let others = min((first ^ 0xE3) | (second ^ 0x85), (first ^ 0xEF) | (second ^ 0xBB))
      least = min(least, min(latin, spaces), others)
    }
    isUnclear = least == 0
  }

  @inline(__always)
  private static func one(_ isTrue: Bool) -> UInt8 { isTrue ? 1 : 0 }
}
