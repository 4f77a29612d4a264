import Regulations

/// Which provisions of two revisions are the same ones.
struct Alignment {
  /// An old and a new provision, by their places among the compared ones.
  struct Pair: Hashable {
    var old: Int
    var new: Int
    var relation: ProvisionChange.Relation?
  }

  /// The pairs in the order of the new provisions.
  private(set) var pairs: [Pair] = []

  /// So like must two provisions be that stand in order.
  private static let leastInOrder: Float = 0.3
  /// So like must two be that stand alone between their neighbours, in one place.
  private static let leastInPlace: Float = 0.12
  /// So many signs at the start are a subject.
  private static let subject = 8
  /// So like must two be that have one number among others that kept theirs.
  private static let leastOfNumber: Float = 0.06
  /// So like must two be that stand elsewhere.
  private static let leastMoved: Float = 0.6
  /// The same for two that are by far the likest of what is left.
  private static let leastReworded: Float = 0.3

  private let old: [ComparedProvision]
  private let new: [ComparedProvision]
  private let similarity: BigramSimilarity
  private var newOfOld: [Int?]
  private var oldOfNew: [Int?]
  private var moved: Set<Int> = []
  /// What one number is worth: more where numbers stayed.
  private var worthOfNumber: Float = 0.02

  /// The alignment of provisions of one kind, articles or divisions.
  init(_ old: [ComparedProvision], _ new: [ComparedProvision]) {
    self.old = old
    self.new = new
    similarity = BigramSimilarity(old.map { $0.units }, new.map { $0.units })
    newOfOld = Array(repeating: nil, count: old.count)
    oldOfNew = Array(repeating: nil, count: new.count)
    alignInOrder()
    alignInPlace()
    findMoved()
    let further = splits() + merges()
    findReworded(beside: further)
    var split = Set<Int>()
    var merged = Set<Int>()
    for pair in further {
      if pair.relation == .split { split.insert(pair.old) } else { merged.insert(pair.new) }
    }
    for (index, partner) in oldOfNew.enumerated() {
      guard let partner else { continue }
      let relation: ProvisionChange.Relation? =
        split.contains(partner)
        ? .split : merged.contains(index) ? .merged : moved.contains(index) ? .moved : nil
      pairs.append(Pair(old: partner, new: index, relation: relation))
    }
    pairs += further
    pairs.sort { ($0.new, $0.old) < ($1.new, $1.old) }
  }

  private mutating func pair(_ old: Int, _ new: Int) {
    newOfOld[old] = new
    oldOfNew[new] = old
  }

  // MARK: In order

  /// Equal texts that stand once in each revision part the rest into gaps, in which
  /// the best order-keeping pairs are found.
  private mutating func alignInOrder() {
    let anchors = anchors()
    let kept = anchors.count { old[$0.0].number == new[$0.1].number }
    worthOfNumber += anchors.isEmpty ? 0 : 0.15 * Float(kept) / Float(anchors.count)
    var start = (old: 0, new: 0)
    for anchor in anchors + [(old.count, new.count)] {
      alignGap(start.old..<anchor.0, start.new..<anchor.1)
      if anchor.0 < old.count { pair(anchor.0, anchor.1) }
      start = (anchor.0 + 1, anchor.1 + 1)
    }
  }

  /// The longest run of unique equal texts that keep their order.
  ///
  /// Source: patience diff, Bram Cohen.
  private func anchors() -> [(Int, Int)] {
    var places: [[UInt16]: (old: Int, new: Int, count: Int)] = [:]
    for (index, provision) in old.enumerated() {
      places[provision.units, default: (index, -1, 0)].count += 1
    }
    for (index, provision) in new.enumerated() {
      guard let place = places[provision.units] else { continue }
      places[provision.units] = (place.old, index, place.count + 1)
    }
    let unique = places.filter { $0.key.count > 8 && $0.value.count == 2 && $0.value.new >= 0 }
      .map { ($0.value.old, $0.value.new) }.sorted { $0.0 < $1.0 }
    return LongestIncreasingRun.of(unique.map { $0.1 }).map { unique[$0] }
  }

  private mutating func alignGap(_ oldRange: Range<Int>, _ newRange: Range<Int>) {
    guard !oldRange.isEmpty, !newRange.isEmpty else { return }
    let scores = oldRange.map { row in
      zip(newRange, similarity.row(ofOld: row, in: newRange)).map { score(row, $0, $1) }
    }
    for (row, column) in OrderedPairs.best(scores) {
      pair(oldRange.lowerBound + row, newRange.lowerBound + column)
    }
  }

  /// What a pair is worth, 0 for one that is none.
  private func score(_ oldIndex: Int, _ newIndex: Int, _ likeness: Float) -> Float {
    let (left, right) = (old[oldIndex], new[newIndex])
    guard left.isPlaceholder == right.isPlaceholder else { return 0 }
    if left.isPlaceholder { return left.number == right.number ? 1 : 0 }
    guard left.kind == right.kind || likeness > 0.8 else { return 0 }
    if likeness < Self.leastInOrder {
      // Too short for bigrams: only the whole says anything.
      return left.units.count < 6 && left.units == right.units ? 0.5 : 0
    }
    // Among the like the same number and heading decide.
    var score = likeness
    if left.number != nil, left.number == right.number { score += worthOfNumber }
    if left.heading != nil, left.heading == right.heading { score += 0.1 }
    return score
  }

  // MARK: In place

  /// Pairs that were rewritten where they stand: of one heading or subject, of one
  /// number where numbers on both sides stayed as they were, or facing one another
  /// between their neighbours.
  private mutating func alignInPlace() {
    var before: (old: Int, new: Int) = (-1, -1)
    let fixed = newOfOld.enumerated().compactMap { old, new in new.map { (old, $0) } }
    for after in fixed + [(old.count, new.count)] where after.1 > before.new {
      let gap = (old: (before.old + 1)..<after.0, new: (before.new + 1)..<after.1)
      let isStable = keepsNumber(before.old, before.new) && keepsNumber(after.0, after.1)
      for (place, row) in gap.old.enumerated() {
        let partner = gap.new.enumerated().first { other, column in
          oldOfNew[column] == nil
            && isRewritten(
              row, column, isStable: isStable,
              isFacing: gap.old.count == gap.new.count && place == other)
        }
        if let partner { pair(row, partner.element) }
      }
      before = after
    }
  }

  /// Whether a pair beside a gap, or the end of both revisions, has one number.
  private func keepsNumber(_ row: Int, _ column: Int) -> Bool {
    guard old.indices.contains(row), new.indices.contains(column) else { return true }
    return old[row].number == new[column].number
  }

  private func isRewritten(_ row: Int, _ column: Int, isStable: Bool, isFacing: Bool) -> Bool {
    let (left, right) = (old[row], new[column])
    guard left.kind == right.kind, !left.isPlaceholder, !right.isPlaceholder else { return false }
    switch left.kind {
    case .preamble, .closing, .annex: return isFacing
    default: break
    }
    let likeness = similarity.likeness(ofOld: row, toNew: column)
    if left.heading != nil, left.heading == right.heading { return likeness > 0 }
    if isStable, left.number != nil, left.number == right.number {
      return likeness >= Self.leastOfNumber
    }
    // What begins alike has one subject.
    let isOfOneSubject = zip(left.units, right.units).prefix { $0 == $1 }.count >= Self.subject
    return (isFacing || isOfOneSubject) && likeness >= Self.leastInPlace
  }

  // MARK: Out of order

  private mutating func findMoved() {
    let rows = old.indices.filter { newOfOld[$0] == nil && !old[$0].isPlaceholder }
    var candidates: [(likeness: Float, old: Int, new: Int)] = []
    for row in rows {
      let likeness = similarity.row(ofOld: row, in: 0..<new.count)
      for column in new.indices
      where oldOfNew[column] == nil && likeness[column] >= Self.leastMoved
        && old[row].kind == new[column].kind && old[row].units.count >= 8
      {
        candidates.append((likeness[column], row, column))
      }
    }
    candidates.sort { ($1.likeness, $0.old, $0.new) < ($0.likeness, $1.old, $1.new) }
    for candidate in candidates
    where newOfOld[candidate.old] == nil && oldOfNew[candidate.new] == nil {
      pair(candidate.old, candidate.new)
      moved.insert(candidate.new)
    }
  }

  /// Pairs that stand elsewhere and were reworded: what is left on both sides, each
  /// by far the likest to the other.
  ///
  /// - Parameter further: The pairs of splits and mergers.
  private mutating func findReworded(beside further: [Pair]) {
    let (parts, wholes) = (Set(further.map(\.old)), Set(further.map(\.new)))
    let rows = old.indices.filter {
      newOfOld[$0] == nil && !parts.contains($0) && isText(old[$0])
    }
    let columns = new.indices.filter {
      oldOfNew[$0] == nil && !wholes.contains($0) && isText(new[$0])
    }
    guard !rows.isEmpty, !columns.isEmpty else { return }
    let likeness = rows.map { row in
      let likeness = similarity.row(ofOld: row, in: 0..<new.count)
      return columns.map { old[row].kind == new[$0].kind ? likeness[$0] : 0 }
    }
    for row in rows.indices {
      guard let column = Self.byFarTheBest(likeness[row], least: Self.leastReworded),
        Self.byFarTheBest(likeness.map { $0[column] }, least: Self.leastReworded) == row
      else { continue }
      pair(rows[row], columns[column])
      moved.insert(columns[column])
    }
  }

  private func isText(_ provision: ComparedProvision) -> Bool {
    !provision.isPlaceholder && !provision.kind.isDivision && provision.units.count >= 12
  }

  /// The place of the greatest of some numbers, if it is so great and no other is
  /// near it.
  private static func byFarTheBest(_ numbers: [Float], least: Float) -> Int? {
    guard let best = numbers.indices.max(by: { numbers[$0] < numbers[$1] }),
      numbers[best] >= least
    else { return nil }
    let others = numbers.indices.filter { $0 != best }
    return others.allSatisfy { numbers[$0] * 2 <= numbers[best] } ? best : nil
  }

  // MARK: Splits and merges

  /// What must speak for a part of a provision that has another partner.
  private struct PartEvidence {
    /// So many bigrams of what was lost stand in the part.
    var count: Float
    /// So much of what was lost stands there.
    var ofRest: Float
    /// So many signs stand there word for word.
    var run: Int

    static let beside = PartEvidence(count: 12, ofRest: 0.28, run: 11)
    static let elsewhere = PartEvidence(count: 20, ofRest: 0.48, run: 12)
    /// For a part that stood there nearly whole.
    static let whole = PartEvidence(count: 6, ofRest: 0, run: 8)
  }

  /// So much of a part that was lost elsewhere makes it one.
  private static let leastOfPart: Float = 0.5
  /// So much makes it one however short it is.
  private static let leastOfShortPart: Float = 0.7
  /// What stands word for word in more provisions is a phrase of the regulation.
  private static let mostHolders = 2

  /// New provisions that hold what an old one lost, which has another partner.
  private func splits() -> [Pair] {
    new.indices.compactMap { column in
      guard oldOfNew[column] == nil, !new[column].isPlaceholder else { return nil }
      let best = best(old.indices) { row in
        guard let partner = newOfOld[row], old[row].kind == new[column].kind else { return nil }
        let part = similarity.part(ofNew: column, fromOld: row, without: partner)
        guard let evidence = evidence(part, isBeside: abs(partner - column) == 1) else {
          return nil
        }
        let run = VerbatimRun.longest(
          of: old[row].units, in: new[column].units, butNotIn: new[partner].units)
        return run.count >= evidence.run && isRare(run, in: new)
          ? max(part.ofPart, part.ofRest) : nil
      }
      return best.map { Pair(old: $0, new: column, relation: .split) }
    }
  }

  /// Old provisions of which a new one holds what it does not have from its partner.
  private func merges() -> [Pair] {
    old.indices.compactMap { row in
      guard newOfOld[row] == nil, !old[row].isPlaceholder else { return nil }
      let best = best(new.indices) { column in
        guard let partner = oldOfNew[column], old[row].kind == new[column].kind else { return nil }
        let part = similarity.part(ofOld: row, inNew: column, without: partner)
        guard let evidence = evidence(part, isBeside: abs(partner - row) == 1) else { return nil }
        let run = VerbatimRun.longest(
          of: new[column].units, in: old[row].units, butNotIn: old[partner].units)
        return run.count >= evidence.run && isRare(run, in: old)
          ? max(part.ofPart, part.ofRest) : nil
      }
      return best.map { Pair(old: row, new: $0, relation: .merged) }
    }
  }

  /// What must still speak for a part, or `nil` for one that is none.
  private func evidence(_ part: BigramSimilarity.Part, isBeside: Bool) -> PartEvidence? {
    let evidence = isBeside ? PartEvidence.beside : .elsewhere
    if part.ofPart >= Self.leastOfShortPart, part.count >= PartEvidence.whole.count {
      return PartEvidence.whole
    }
    if part.ofPart >= Self.leastOfPart, part.count >= PartEvidence.beside.count {
      return PartEvidence.beside
    }
    return part.count >= evidence.count && part.ofRest >= evidence.ofRest ? evidence : nil
  }

  private func isRare(_ run: ArraySlice<UInt16>, in provisions: [ComparedProvision]) -> Bool {
    var holders = 0
    for provision in provisions where VerbatimRun.stands(run, in: provision.units) {
      holders += 1
      if holders > Self.mostHolders { return false }
    }
    return true
  }

  private func best(_ indices: Range<Int>, _ worth: (Int) -> Float?) -> Int? {
    var best: (index: Int, worth: Float)?
    for index in indices {
      if let worth = worth(index), worth > best?.worth ?? 0 { best = (index, worth) }
    }
    return best?.index
  }
}
