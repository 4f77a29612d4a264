/// A phrase that was looked up in a field: what the index knows of its units.
///
/// Looking up costs as much as reading a short list, so that whoever needs the
/// units more than once keeps it.
public struct PhraseLookup: Sendable {
  private let grams: PhraseGrams
  private let field: FieldIndex
  /// The file that the field lies in.
  private let file: MappedFile

  init(_ phrase: [UInt16], in field: FieldIndex) {
    self.field = field
    file = field.bytes.owner
    grams = PhraseGrams(phrase, in: field)
  }

  /// Whether every candidate holds the phrase.
  public var isExact: Bool { grams.isExact }

  /// At most so many units hold the phrase; as many do if it is exact.
  public var upperBound: Int { grams.counted }

  /// The number of units that hold the rarest of the pairs that cover the phrase.
  ///
  /// These are every second pair and the last; of a single unit it is that unit's own
  /// number, and 0 if the phrase stands nowhere.
  public var rarestPairCount: Int { grams.rarestPairCount }

  /// The units that may hold the phrase, ascending.
  public var candidates: CandidateCursor { CandidateCursor(grams, in: field) }

  /// The units that hold the phrase in blocks for finding the best, or `nil` where
  /// it is not exact.
  public var impacts: ImpactBlocks? {
    grams.isExact ? ImpactBlocks(grams.rarestList(in: field)) : nil
  }
}
