/// Mends what the cheapest edits leave to be wished for: what only shows when a
/// change is seen as a whole.
struct PassageMending {
  private let old: AtomizedText
  private let new: AtomizedText

  /// A kept passage of so many scalars stays, whatever is around it.
  private static let longPassage = 12
  /// A shorter one stays if the changes beside it have at most so many times its
  /// scalars.
  private static let patience = 40
  /// The same for texts that have less than `smallShare` in common.
  private static let smallPatience = 12
  /// A part of the shorter of two texts, in hundredths.
  private static let smallShare = 20
  /// The other bracket of a pair is looked for among so many atoms.
  private static let bracketReach = 8

  /// A mending of passages of two texts.
  init(old: AtomizedText, new: AtomizedText) {
    self.old = old
    self.new = new
  }

  /// The passages, mended.
  func mended(_ passages: [Passage]) -> [Passage] {
    var passages = passages
    for _ in 0..<3 {
      let before = passages.count
      passages = withoutStray(withWholeMeasures(withWholeBrackets(passages)))
      if passages.count == before { break }
    }
    return passages
  }

  // MARK: - Stray passages

  /// The passages without those kept ones that are there by chance.
  private func withoutStray(_ passages: [Passage]) -> [Passage] {
    var result: [Passage] = []
    let patience = patience(for: passages)
    for (index, passage) in passages.enumerated() {
      guard passage.isKept, let before = result.last, index + 1 < passages.count,
        isStray(passage, between: before, and: passages[index + 1], patience: patience)
      else {
        result.add(passage)
        continue
      }
      result.add(Passage(isKept: false, old: passage.old, new: passage.new))
    }
    return result
  }

  private func patience(for passages: [Passage]) -> Int {
    let kept = passages.reduce(0) { $1.isKept ? $0 + old.scalarCount(of: $1.old) : $0 }
    let isSmall = kept * 100 < min(old.scalars.count, new.scalars.count) * Self.smallShare
    return isSmall ? Self.smallPatience : Self.patience
  }

  /// Whether a kept passage tells a reader nothing.
  ///
  /// One or two scalars do not, nor does an amount that was the end of a range and
  /// is the beginning of another one, nor does a short one between changes that are
  /// far longer than it and that replace text on their whole.
  private func isStray(
    _ passage: Passage, between left: Passage, and right: Passage, patience: Int
  ) -> Bool {
    let size = old.scalarCount(of: passage.old)
    if size < 2 || signCount(of: passage) < 2 { return true }
    let isShifted =
      left.new.isEmpty && right.old.isEmpty || left.old.isEmpty && right.new.isEmpty
    if isShifted, isAmount(passage) { return true }
    guard size < Self.longPassage else { return false }
    let deleted = old.scalarCount(of: left.old) + old.scalarCount(of: right.old)
    let inserted = new.scalarCount(of: left.new) + new.scalarCount(of: right.new)
    return min(deleted, inserted) > size && deleted + inserted > patience * size
  }

  private func isAmount(_ passage: Passage) -> Bool {
    passage.old.count == 1
      && WordSide(old.scalars[old.starts[passage.old.lowerBound]]) == .number
  }

  private func signCount(of passage: Passage) -> Int {
    passage.old.reduce(0) { old.isBlank[$1] ? $0 : $0 + old.scalarCount(of: $1..<$1 + 1) }
  }

  // MARK: - Brackets

  /// The passages with changes that take the other bracket of a pair along, where
  /// both sides have the one and the other is near.
  private func withWholeBrackets(_ passages: [Passage]) -> [Passage] {
    var passages = passages
    for index in passages.indices where !passages[index].isKept {
      let change = passages[index]
      let (oldOpen, newOpen) = (BracketScan(old, change.old), BracketScan(new, change.new))
      if index > 0, let pair = oldOpen.closing, pair == newOpen.closing,
        let count = old.opening(of: pair, before: change.old.lowerBound, within: Self.bracketReach),
        count < passages[index - 1].old.count
      {
        passages.moveEdge(before: index, by: -count)
      }
      if index + 1 < passages.count, let pair = oldOpen.opening, pair == newOpen.opening,
        let count = old.closing(of: pair, behind: change.old.upperBound, within: Self.bracketReach),
        count < passages[index + 1].old.count
      {
        passages.moveEdge(before: index + 1, by: count)
      }
    }
    return passages
  }
}

// MARK: - Measures

extension PassageMending {
  /// The passages with changes of a unit that take the number along: 2日 became
  /// 2个工作日, not 日 个工作日.
  private func withWholeMeasures(_ passages: [Passage]) -> [Passage] {
    var passages = passages
    for index in passages.indices.dropFirst() where !passages[index].isKept {
      let (change, kept) = (passages[index], passages[index - 1])
      guard kept.old.count > 1, isNumber(kept.old.upperBound - 1),
        isUnit(old, change.old), isUnit(new, change.new)
      else { continue }
      passages.moveEdge(before: index, by: -1)
    }
    return passages
  }

  private func isNumber(_ atom: Int) -> Bool {
    let (first, last) = (old.scalars[old.starts[atom]], old.scalars[old.starts[atom + 1] - 1])
    return WordSide(first) == .number && WordSide(last) == .number
  }

  /// Whether a change begins with a unit, such as 日, 个工作日 or 小时.
  private func isUnit(_ text: AtomizedText, _ atoms: Range<Int>) -> Bool {
    guard !atoms.isEmpty else { return false }
    let scalars = text.scalars[text.starts[atoms.lowerBound]..<text.starts[atoms.upperBound]]
    return Measure.beginsWithUnit(scalars)
  }
}

extension [Passage] {
  /// Moves the edge before a passage by some atoms.
  fileprivate mutating func moveEdge(before index: Int, by atoms: Int) {
    let (old, new) = (self[index].old.lowerBound + atoms, self[index].new.lowerBound + atoms)
    self[index - 1].old = self[index - 1].old.lowerBound..<old
    self[index - 1].new = self[index - 1].new.lowerBound..<new
    self[index].old = old..<self[index].old.upperBound
    self[index].new = new..<self[index].new.upperBound
  }
}
