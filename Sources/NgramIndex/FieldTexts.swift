/// The texts of one field, as far as they were added.
struct FieldTexts: Sendable {
  /// The texts, each followed by a separator.
  private(set) var text: [UInt16] = []
  private(set) var units: [UInt32] = []
  private(set) var starts: [Int] = []
  let isRanked: Bool

  init(isRanked: Bool) {
    self.isRanked = isRanked
  }

  mutating func add(_ added: UnsafeBufferPointer<UInt16>, of unit: Int) {
    guard !added.isEmpty else { return }
    let unit = UInt32(unit)
    if units.last != unit {
      precondition(unit <= Int32.max && units.last.map { $0 < unit } ?? true, "units must ascend")
      units.append(unit)
      starts.append(text.count)
    }
    text.append(contentsOf: added)
    text.append(Gram.separator)
    precondition(text.count <= UInt32.max, "the texts of a field must be countable")
  }

  /// The texts as ranks; `self` is empty afterwards.
  mutating func takeRanks() -> RankedTexts {
    var text: [UInt16] = []
    swap(&text, &self.text)
    defer { self = FieldTexts(isRanked: isRanked) }
    return RankedTexts(text, units: units, starts: starts)
  }
}
