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
  /// The different rare characters, as far as they are counted.
  private var rare: Set<UInt32> = []

  /// The number of bytes that a sample has at most.
  static let sampleByteCount = 1 << 13

  /// The plausibility of UTF-8 from its first non-ASCII character on.
  init(sampling utf8: UnsafeRawBufferPointer) {
    let start = Self.startOfSample(in: utf8)
    let end = min(utf8.count, start + Self.sampleByteCount)
    for scalar in String(decoding: utf8[start..<end], as: UTF8.self).unicodeScalars {
      count(scalar.value)
    }
    if end < utf8.count, replaced > 0 { replaced -= 1 }
  }

  /// The offset from which a sample says most: where ASCII ends.
  static func startOfSample(in bytes: UnsafeRawBufferPointer) -> Int {
    let start = UTF8Validation.endOfASCII(in: bytes, from: 0)
    return start < bytes.count ? start : 0
  }

  private mutating func count(_ scalar: UInt32) {
    switch scalar {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x3000: return
    case 0..<0x20, 0x7F..<0xA0: controls += 1
    default: break
    }
    visible += 1
    if scalar >= 0x80 { countNonASCII(scalar) }
  }

  private mutating func countNonASCII(_ scalar: UInt32) {
    nonASCII += 1
    switch scalar {
    case 0x4E00..<0xA000:
      han += 1
      if FrequentHan.contains(scalar) {
        frequentHan += 1
      } else if rare.count < 64 {
        rare.insert(scalar)
      }
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

  /// Whether characters were lost beyond repair: they are U+FFFD, private,
  /// or the 锟斤拷 that U+FFFD becomes in GBK.
  var isLost: Bool {
    guard nonASCII >= 12 else { return false }
    return replaced * 8 > nonASCII || kunJinKao * 5 > han && kunJinKao >= 9
      || unassigned * 3 > nonASCII
  }

  /// Whether the characters are so rare that the text may be garbled.
  var isStrange: Bool {
    guard nonASCII >= 12 else { return false }
    return han >= 12 && frequentHan * 6 < han || western * 10 > nonASCII * 5
  }

  /// Whether hardly any character is frequent among very many rare ones.
  var isNonsense: Bool {
    han >= 64 && frequentHan * 20 < han && rare.count >= 48
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
