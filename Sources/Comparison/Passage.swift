/// A stretch of two texts that stands side by side, counted in atoms.
///
/// The passages of two texts follow each other without gaps, and no two of a kind
/// are neighbours.
struct Passage: Hashable, Sendable {
  /// Whether the two sides are the same.
  var isKept: Bool
  /// The atoms of the old text.
  var old: Range<Int>
  /// The atoms of the new text.
  var new: Range<Int>
}

extension [Passage] {
  /// Puts a passage at the end, joined with the last one if they are of a kind.
  mutating func add(_ passage: Passage) {
    guard let last = indices.last, self[last].isKept == passage.isKept else {
      append(passage)
      return
    }
    self[last].old = self[last].old.lowerBound..<passage.old.upperBound
    self[last].new = self[last].new.lowerBound..<passage.new.upperBound
  }
}
