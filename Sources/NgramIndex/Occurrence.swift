/// A word that holds an occurrence: one of 32 or 64 bits.
typealias OccurrenceWord = BitwiseCopyable & FixedWidthInteger & Sendable & UnsignedInteger

/// How the places of a text where a gram stands are written as words.
///
/// A word holds the unit whose text it is, and in its low bits the rank of what
/// follows there. Most fields have room for both in 32 bits; an index has as many
/// occurrences as its texts have characters.
struct OccurrenceCode: Sendable {
  /// The bits of a rank.
  private let rankWidth: Int
  /// The rank of nothing, greater than any other: the text ends there.
  let none: Int
  /// Whether a word of 32 bits is wide enough.
  let isNarrow: Bool

  init(_ shape: FieldShape) {
    rankWidth = Int.bitWidth - shape.rankCount.leadingZeroBitCount
    none = 1 << rankWidth - 1
    let unitWidth = Int.bitWidth - shape.unitLimit.leadingZeroBitCount
    isNarrow = unitWidth + rankWidth <= 32
  }

  /// The word for a unit and the rank of what follows, as it stands in a ranked
  /// text.
  @inline(__always)
  func word<Word: OccurrenceWord>(
    _ unit: UInt32, _ last: UInt16, as type: Word.Type = Word.self
  ) -> Word {
    // A text's end is all ones in 16 bits.
    Word(truncatingIfNeeded: unit) &<< Word(truncatingIfNeeded: rankWidth)
      | Word(truncatingIfNeeded: min(Int(last), none))
  }

  /// The unit of a word.
  @inline(__always)
  func unit(_ word: some OccurrenceWord) -> UInt32 {
    UInt32(truncatingIfNeeded: word &>> .init(truncatingIfNeeded: rankWidth))
  }

  /// The rank that a word holds, or `none`.
  @inline(__always)
  func last(_ word: some OccurrenceWord) -> Int {
    Int(truncatingIfNeeded: word) & none
  }
}
