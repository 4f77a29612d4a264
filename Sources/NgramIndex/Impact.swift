/// How much the frequency of a gram in a unit weighs against the unit's length.
///
/// The impact is f / (1 - b + b · l / a): f the gram's frequency in the unit, l
/// the unit's length as `UnitLengths` gives it, a the average length of the units
/// of the field, b .75. The BM25 score of a unit grows with it, and with nothing
/// else of the unit, so that a block with a low bound can be left out unread.
///
/// Sources: BM25 as in Robertson and Zaragoza, "The Probabilistic Relevance
/// Framework: BM25 and Beyond" (2009); bounds of blocks as in Ding and Suel,
/// "Faster Top-k Document Retrieval Using Block-Max Indexes" (2011).
public struct Impact: Sendable {
  /// How much of a unit's length counts, the b of BM25.
  public static let lengthShare = 0.75

  /// The divisor of the frequency, by the code of the unit's length.
  private let norms: [Float]

  /// The impacts in a field of texts that are so long on average.
  init(totalLength: Int, unitCount: Int) {
    let average = max(1, Double(totalLength) / Double(max(1, unitCount)))
    norms = (0...UInt8.max).map { code in
      let length = Double(UnitLengths.length(ofCode: code))
      return Float(1 - Self.lengthShare + Self.lengthShare * length / average)
    }
  }

  /// The impact of a frequency in a unit whose length has a code.
  @inline(__always)
  func of(_ frequency: UInt32, lengthCode: UInt8) -> Float {
    Float(frequency) / norms[Int(lengthCode)]
  }

  // A byte holds the last four bits of the exponent of a single float and the
  // first four of its fraction, counted from 1/32; 255 is no bound.
  private static let leastBits = Float(0.03125).bitPattern >> 19

  /// The bound that a byte stands for.
  static func bound(ofCode code: UInt8) -> Float {
    code == .max ? .infinity : Float(bitPattern: (leastBits + UInt32(code)) << 19)
  }

  /// The code of the least bound that is above an impact.
  ///
  /// It is above by a millionth at least, so that it holds for an impact that
  /// was computed in another precision.
  static func code(ofBound impact: Float) -> UInt8 {
    let bits = (impact * 1.000_001).bitPattern
    return UInt8(clamping: Int((bits + (1 << 19) - 1) >> 19) - Int(leastBits))
  }
}
