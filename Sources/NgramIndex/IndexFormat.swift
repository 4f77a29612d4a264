enum IndexFormat {
  static let magic: [UInt8] = Array("tw-grams".utf8)
  static let endMagic: [UInt8] = Array("smarg-wt".utf8)
  static let version = 1
  static let headerByteCount = 24
  static let fieldByteCount = 16 + 4 * 16
  static let trailerByteCount = 24
  /// The most bigrams of a group.
  static let groupSize = 16

  /// The parameter for the place of a long list.
  static let listOffsetParameter = 12

  /// The parameter for the steps between the ranks of the bigrams of a group.
  static func rankParameter(groupCount: Int, distinctFirsts: Int) -> Int {
    max(0, PostingsCode.magnitude(distinctFirsts / max(groupCount * groupSize, 1)) - 1)
  }

  /// How many low bits of its units the skip table of a long list leaves out.
  static func skipShift(unitLimit: Int) -> Int {
    max(0, Int.bitWidth - max(0, unitLimit - 1).leadingZeroBitCount - 16)
  }

  /// The bytes that the number takes, at least one.
  static func width(of number: Int) -> Int {
    max(1, (Int.bitWidth - number.leadingZeroBitCount + 7) / 8)
  }
}
