/// How much a text looks like one that somebody wrote.
///
/// Bytes read in a wrong encoding give valid characters, but rare ones; what
/// tells them apart is the share of frequent characters and of signs.
struct TextPlausibility: Hashable, Sendable {
  private(set) var visible = 0
  private(set) var nonASCII = 0
  private(set) var han = 0
  private(set) var frequentHan = 0
  private(set) var punctuation = 0
  private(set) var western = 0
  private(set) var replaced = 0
  private(set) var unassigned = 0
  private(set) var controls = 0
  private var kunJinKao = 0
  /// The characters that every Chinese text is made of, rare Han included.
  private var expected = 0

  /// The number of bytes that a sample has at most.
  static let sampleByteCount = 1 << 13

  /// How many places of a long text are judged, and how much at each.
  private static let windowCount = 4
  private static let windowByteCount = 1 << 10

  /// The plausibility of UTF-8 from its first non-ASCII character on.
  init(sampling utf8: UnsafeRawBufferPointer) {
    let start = Self.startOfSample(in: utf8)
    let rest = utf8.count - start
    guard rest > Self.windowCount * Self.windowByteCount else {
      count(utf8, from: start, to: utf8.count)
      return
    }
    for window in 0..<Self.windowCount {
      var index = start + rest / Self.windowCount * window
      while utf8[index] & 0xC0 == 0x80, index + 1 < utf8.count { index += 1 }
      count(utf8, from: index, to: min(utf8.count, index + Self.windowByteCount))
    }
  }

  private mutating func count(_ utf8: UnsafeRawBufferPointer, from start: Int, to end: Int) {
    FrequentHan.bits.withUnsafeBufferPointer { frequent in
      var index = start
      while index < end {
        let width = UTF8Validation.scalarWidth(in: utf8, at: index)
        count(width == 0 ? 0xFFFD : Self.scalar(in: utf8, at: index, width), frequent)
        index += max(width, 1)
      }
    }
  }

  @inline(__always)
  private static func scalar(
    in utf8: UnsafeRawBufferPointer, at index: Int, _ width: Int
  ) -> UInt32 {
    func tail(_ offset: Int) -> UInt32 { UInt32(utf8[index + offset]) & 0x3F }
    let lead = UInt32(utf8[index])
    switch width {
    case 1: return lead
    case 2: return (lead & 0x1F) << 6 | tail(1)
    case 3: return (lead & 0xF) << 12 | tail(1) << 6 | tail(2)
    default: return (lead & 7) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3)
    }
  }

  /// The offset from which a sample says most: where ASCII ends.
  static func startOfSample(in bytes: UnsafeRawBufferPointer) -> Int {
    let start = UTF8Validation.endOfASCII(in: bytes, from: 0)
    return start < bytes.count ? start : 0
  }

  @inline(__always)
  private mutating func count(_ scalar: UInt32, _ frequent: UnsafeBufferPointer<UInt64>) {
    switch scalar {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x3000: return
    case 0..<0x20, 0x7F..<0xA0: controls += 1
    default: break
    }
    visible += 1
    if scalar >= 0x80 { countNonASCII(scalar, frequent) } else if scalar >= 0x20 { expected += 1 }
  }

  @inline(__always)
  private mutating func countNonASCII(
    _ scalar: UInt32, _ frequent: UnsafeBufferPointer<UInt64>
  ) {
    nonASCII += 1
    switch scalar {
    case 0x4E00..<0xA000:
      han += 1
      if FrequentHan.contains(block: scalar, frequent) { frequentHan += 1 }
      if scalar == 0x951F || scalar == 0x65A4 || scalar == 0x62F7 { kunJinKao += 1 }
    case 0x3400..<0x4DC0, 0x20000..<0x40000: han += 1
    case 0x3001...0x301B, 0x2014...0x2026, 0xFF01...0xFF5E, 0x2460...0x249B, 0xB7:
      punctuation += 1
    case 0x80..<0x250, 0x2C6, 0x2DC, 0x2030, 0x2039, 0x203A, 0x20AC, 0x2122: western += 1
    case 0xE000..<0xF900, 0xF0000...: unassigned += 1
    case 0xFFFD: replaced += 1
    case 0xFFFE, 0xFFFF: unassigned += 1
    default: break
    }
  }

  /// From 1, a fluent Chinese text, down to below 0, nonsense.
  var score: Double {
    guard nonASCII > 0 else { return 1 }
    if nonASCII * 20 < visible, western == 0, unassigned == 0 { return max(0.2, ratio) }
    return ratio
  }

  private var ratio: Double {
    let good = Double(frequentHan) + 0.6 * Double(punctuation) + 0.05 * Double(han - frequentHan)
    let bad = 2 * Double(replaced) + Double(unassigned) + 0.5 * Double(western + controls)
    return (good - bad) / Double(nonASCII)
  }

  /// Whether characters were lost beyond repair: they are U+FFFD, or the
  /// 锟斤拷 that U+FFFD becomes in GBK.
  var isLost: Bool {
    guard nonASCII >= 12 else { return false }
    return replaced * 8 > nonASCII || kunJinKao * 5 > han && kunJinKao >= 9
  }

  /// The share of characters that every Chinese text is made of: Han, however
  /// rare, the signs beside them, and ASCII.
  var shareOfExpected: Double {
    visible > 0 ? Double(expected + han + punctuation) / Double(visible + controls) : 0
  }

  /// Whether the characters are so rare that the text may be garbled.
  var isStrange: Bool {
    guard nonASCII >= 12 else { return false }
    return han >= 12 && frequentHan * 6 < han || western * 10 > nonASCII * 5
  }

  /// Counts lost characters no longer: undoing what garbled a text cannot
  /// bring back what was lost then.
  mutating func forgiveReplacements() {
    nonASCII -= replaced
    replaced = 0
  }

  /// Whether the characters are those of no text at all.
  var isBinary: Bool { controls > 2 && controls * 20 > visible }
}
