/// The places that a search for edits looks at: a range of places in the new text
/// for each place in the old one.
///
/// It is wide where the texts differ, narrow along what is found once in either
/// text, and never has more places than some `budget` allows.
struct Corridor {
  /// The first place in the new text for each place in the old one.
  private(set) var lower: [Int]
  /// The last place in the new text for each place in the old one.
  private(set) var upper: [Int]
  /// How many places are before the first of each row.
  private(set) var offsets: [Int] = []
  /// How many places there are.
  private(set) var placeCount = 0
  private let newCount: Int

  /// How far into what both texts have the edges of a change may slide: about a
  /// clause.
  private static let margin = 24
  /// How many places there may be where two texts have nothing in common.
  private static let budget = 12_000_000
  /// Up to this many places nothing is looked for to narrow the corridor.
  private static let smallArea = 1 << 16
  /// The sizes of the anchors that are looked for, one after the other.
  ///
  /// The last one serves only where the places are too many.
  private static let anchorSizes = [16, 8, 4]

  /// The corridor for two texts, given as the keys of their atoms.
  init(old: [UInt32], new: [UInt32]) {
    newCount = new.count
    lower = [Int](repeating: new.count, count: old.count + 1)
    upper = [Int](repeating: 0, count: old.count + 1)
    let width = max(2 * Self.margin, 2 * Self.budget / (old.count + new.count + 1))
    let (start, end) = Self.sharedEnds(old, new)
    openPassage(Passage(isKept: true, old: 0..<start, new: 0..<start))
    open(
      old[start..<old.count - end], new[start..<new.count - end],
      sizes: Self.anchorSizes[...], width: width)
    openPassage(
      Passage(
        isKept: true, old: old.count - end..<old.count, new: new.count - end..<new.count))
    lower[0] = 0
    upper[old.count] = new.count
    join()
  }

  /// How many atoms at the beginning and then at the end are the same.
  private static func sharedEnds(_ old: [UInt32], _ new: [UInt32]) -> (start: Int, end: Int) {
    let most = min(old.count, new.count)
    var (start, end) = (0, 0)
    while start < most, old[start] == new[start] { start += 1 }
    while end < most - start, old[old.count - end - 1] == new[new.count - end - 1] { end += 1 }
    return (start, end)
  }

  /// Makes one way of the parts.
  private mutating func join() {
    for row in upper.indices.dropFirst() { upper[row] = max(upper[row], upper[row - 1]) }
    for row in lower.indices.dropLast().reversed() { lower[row] = min(lower[row], lower[row + 1]) }
    offsets.reserveCapacity(lower.count)
    for row in lower.indices {
      offsets.append(placeCount)
      placeCount += upper[row] - lower[row] + 1
    }
  }

  /// Opens the corridor between two stretches.
  private mutating func open(
    _ old: ArraySlice<UInt32>, _ new: ArraySlice<UInt32>, sizes: ArraySlice<Int>, width: Int
  ) {
    let isSmall = old.count * new.count <= Self.smallArea
    let isNarrow = min(old.count, new.count) <= width / 2
    guard !isSmall, let size = sizes.first, !isNarrow || sizes.count > 1 else {
      if isSmall || isNarrow {
        openAll(old.indices, new.indices)
      } else {
        openBand(old.indices, new.indices, width: width)
      }
      return
    }
    var (oldStart, newStart) = (old.startIndex, new.startIndex)
    for anchor in Anchors(old: old, new: new, size: size).chain() {
      open(
        old[oldStart..<anchor.old.lowerBound], new[newStart..<anchor.new.lowerBound],
        sizes: sizes.dropFirst(), width: width)
      openPassage(anchor)
      (oldStart, newStart) = (anchor.old.upperBound, anchor.new.upperBound)
    }
    open(old[oldStart...], new[newStart...], sizes: sizes.dropFirst(), width: width)
  }

  /// Opens all between two stretches, and as much around them as their edges may
  /// slide.
  private mutating func openAll(_ old: Range<Int>, _ new: Range<Int>) {
    let places = new.lowerBound - Self.margin...new.upperBound + Self.margin
    let first = max(0, old.lowerBound - Self.margin)
    for row in first...min(lower.count - 1, old.upperBound + Self.margin) { open(places, in: row) }
  }

  private mutating func openPassage(_ passage: Passage) {
    for step in 0...passage.old.count {
      let place = passage.new.lowerBound + step
      open(place - Self.margin...place + Self.margin, in: passage.old.lowerBound + step)
    }
  }

  /// Opens a band between two stretches that have too many places.
  private mutating func openBand(_ old: Range<Int>, _ new: Range<Int>, width: Int) {
    let half = max(width / 2, new.count / old.count + 1)
    for step in 0...old.count {
      let place = new.lowerBound + new.count * step / old.count
      let first = max(new.lowerBound, place - half)
      open(first...min(new.upperBound, place + half), in: old.lowerBound + step)
    }
  }

  private mutating func open(_ places: ClosedRange<Int>, in row: Int) {
    lower[row] = max(0, min(lower[row], places.lowerBound))
    upper[row] = min(max(upper[row], places.upperBound), newCount)
  }
}
