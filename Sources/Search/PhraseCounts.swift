internal import Library
import NgramIndex

/// Walks through the units that may hold a phrase of four to six units, and says
/// how often it stands in each as far as its grams tell.
///
/// Of the occurrences of a pair in a unit some end the phrase's units so far, and
/// some go on with its next unit. If both together are more than all of them, so
/// many do both: where 人民政 and 民政府 stand three times each and 民政 three
/// times, 人民政府 stands there three times.
struct PhraseCounts {
  /// The phrase's runs of three units in their order, each exact.
  private var trigrams: [CandidateCursor] = []
  /// What each two neighbours of them have in common.
  private var pairs: [CandidateCursor] = []
  /// The rarest of the runs.
  private var leader = 0

  /// The walk, or `nil` where the index does not know all runs of three units, or
  /// where occurrences of the phrase may overlap.
  init?(_ units: [UInt16], in segment: Segment) {
    guard (4...6).contains(units.count), !Self.overlapsItself(units) else { return nil }
    for start in 0..<(units.count - 2) {
      let trigram = Array(units[start..<(start + 3)])
      let cursor = segment.index.candidates(of: trigram, in: IndexField.text)
      guard cursor.isExact else { return nil }
      trigrams.append(cursor)
      if cursor.upperBound < trigrams[leader].upperBound { leader = start }
      guard start > 0 else { continue }
      pairs.append(segment.index.candidates(of: Array(trigram[..<2]), in: IndexField.text))
    }
  }

  private static func overlapsItself(_ units: [UInt16]) -> Bool {
    (1..<units.count).contains { units.prefix($0).elementsEqual(units.suffix($0)) }
  }

  /// The next unit that may hold the phrase, and how often it does, or `nil` where
  /// its text has to be asked.
  mutating func next() -> (unit: Int, count: Int?)? {
    while let unit = trigrams[leader].next() {
      if standsInAll(unit) { return (unit, count(in: unit)) }
    }
    return nil
  }

  private mutating func standsInAll(_ unit: Int) -> Bool {
    for index in trigrams.indices where index != leader {
      guard trigrams[index].advance(to: unit) == unit else { return false }
    }
    return true
  }

  private mutating func count(in unit: Int) -> Int? {
    var least = trigrams[0].frequency
    var most = least
    for index in pairs.indices {
      guard pairs[index].advance(to: unit) == unit else { return nil }
      let next = trigrams[index + 1].frequency
      least = max(0, least + next - pairs[index].frequency)
      most = min(most, next)
    }
    return least > 0 && least == most ? least : nil
  }
}
