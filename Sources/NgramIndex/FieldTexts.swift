/// The texts of one field, as far as they were added.
final class FieldTexts {
  /// The texts, each followed by a separator.
  private var text = GrowingArray<UInt16>()
  private var units: [UInt32] = []
  private var starts: [Int] = []
  let isRanked: Bool

  init(isRanked: Bool) {
    self.isRanked = isRanked
  }

  func add(_ added: UnsafeBufferPointer<UInt16>, of unit: Int) {
    guard !added.isEmpty else { return }
    let unit = UInt32(unit)
    if units.last != unit {
      precondition(unit <= Int32.max && units.last.map { $0 < unit } ?? true, "units must ascend")
      units.append(unit)
      starts.append(text.count)
    }
    text.append(added)
    text.append(Gram.separator)
    precondition(text.count <= UInt32.max, "the texts of a field must be countable")
  }

  /// The texts as ranks; the field is empty afterwards.
  func takeRanks() -> RankedTexts {
    let ranked = RankedTexts(exchange(&text, with: GrowingArray()), units, starts)
    (units, starts) = ([], [])
    return ranked
  }
}
