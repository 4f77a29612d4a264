enum IndexFormat {
  static let magic: [UInt8] = Array("tw-grams".utf8)
  static let endMagic: [UInt8] = Array("smarg-wt".utf8)
  static let version = 1
  static let headerByteCount = 24
  static let fieldByteCount = 16 + 4 * 16
  static let trailerByteCount = 24
  /// The most bigrams of a group.
  static let groupSize = 16

  /// The bytes a unit number takes in the skip table of a long list.
  static func unitWidth(unitLimit: Int) -> Int {
    width(of: max(0, unitLimit - 1))
  }

  /// The bytes that the number takes, at least one.
  static func width(of number: Int) -> Int {
    max(1, (Int.bitWidth - number.leadingZeroBitCount + 7) / 8)
  }
}
