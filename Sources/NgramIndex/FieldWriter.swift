import Dispatch
internal import Synchronization

/// Writes the index of a field, on as many cores as it is worth.
struct FieldWriter: ~Copyable {
  /// The fewest occurrences that are worth a second core.
  private static let leastToShare = 1_000_000

  private let texts: RankedTexts
  private let ranking: FieldRanking?
  private let shares: Int?

  /// - Parameter shares: Into how many shares the work may be divided, which
  ///   changes no byte; `nil` for as many as it is worth.
  init(_ texts: consuming RankedTexts, isRanked: Bool, shares: Int?) {
    ranking = isRanked ? texts.ranking() : nil
    self.texts = texts
    self.shares = shares
  }

  /// The sections of the field.
  func sections() -> FieldSections {
    OccurrenceCode(texts.shape).isNarrow ? sections(UInt32.self) : sections(UInt64.self)
  }

  /// The sections of the field, made with occurrences in words of a type.
  private func sections<Word: OccurrenceWord>(_ type: Word.Type) -> FieldSections {
    let units = parts(of: texts.occurrencesOfRanks(type)) { $0.writePairs($1, $2) }
    let frequent = PairSet(
      units.flatMap(\.frequentPairs), threshold: texts.shape.leastFrequent)
    let pairs = parts(of: texts.occurrences(of: frequent, type)) { $0.writeTrigrams($1, $2) }
    return FieldSections(
      texts, ranking, pairThreshold: frequent.threshold, units: units, pairs: pairs)
  }

  private func parts<Word: OccurrenceWord>(
    of table: borrowing OccurrenceTable<Word>,
    _ write: @Sendable (inout GramWriter, UInt32, UnsafeBufferPointer<Word>) -> Void
  ) -> [GramPart] {
    let (shape, ranking) = (texts.shape, ranking)
    let shares = table.shares(count: shares ?? (table.count > Self.leastToShare ? 2 : 1))
    let results = Mutex([Int: GramPart]())
    DispatchQueue.concurrentPerform(iterations: shares.count) { share in
      var writer = GramWriter(shape, ranking)
      table.forEach(in: shares[share]) { write(&writer, $0, $1) }
      let part = writer.finish()
      results.withLock { $0[share] = part }
    }
    return results.withLock { results in shares.indices.compactMap { results[$0] } }
  }
}
