/// A unit that was found, with how well it matches.
struct FoundUnit: Hashable, Sendable {
  var score: Double
  var segment: Int
  var node: Int
  /// The number of its revision in the library.
  var revision: Int
}

/// The best of the units that were found, as many as a page has.
///
/// Units of one score stand in the order of the library: regulation, revision,
/// place in the text.
struct BestHits {
  let limit: Int
  /// A heap whose root is the worst.
  private var heap: [FoundUnit] = []

  init(limit: Int) {
    self.limit = max(0, limit)
    heap.reserveCapacity(min(self.limit, 64))
    threshold = limit > 0 ? -.infinity : .infinity
  }

  /// A unit below this score cannot enter.
  private(set) var threshold: Double

  @inline(__always)
  mutating func offer(_ unit: FoundUnit) {
    guard unit.score >= threshold else { return }
    insert(unit)
  }

  private mutating func insert(_ unit: FoundUnit) {
    let limit = limit
    if heap.count < limit {
      heap.append(unit)
      heap.withUnsafeMutableBufferPointer { Self.rise(unit, in: $0) }
    } else if let worst = heap.first, Self.isBetter(unit, than: worst) {
      heap.withUnsafeMutableBufferPointer { Self.sink(unit, in: $0) }
    }
    if heap.count == limit { threshold = heap.first?.score ?? .infinity }
  }

  /// Takes out the units, best first.
  mutating func takeSorted() -> [FoundUnit] {
    var units: [FoundUnit] = []
    swap(&units, &heap)
    units.sort { Self.isBetter($0, than: $1) }
    return units
  }

  @inline(__always)
  private static func isBetter(_ left: FoundUnit, than right: FoundUnit) -> Bool {
    if left.score != right.score { return left.score > right.score }
    return left.revision == right.revision
      ? left.node < right.node : left.revision < right.revision
  }

  /// Moves a unit from the last place of the heap up to where it belongs.
  private static func rise(_ unit: FoundUnit, in heap: UnsafeMutableBufferPointer<FoundUnit>) {
    var index = heap.count - 1
    while index > 0 {
      let parent = (index - 1) / 2
      guard isBetter(heap[parent], than: unit) else { break }
      heap[index] = heap[parent]
      index = parent
    }
    heap[index] = unit
  }

  /// Puts a unit where it belongs when the root is taken out.
  private static func sink(_ unit: FoundUnit, in heap: UnsafeMutableBufferPointer<FoundUnit>) {
    var index = 0
    while true {
      var child = 2 * index + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, isBetter(heap[child], than: heap[child + 1]) { child += 1 }
      guard isBetter(unit, than: heap[child]) else { break }
      heap[index] = heap[child]
      index = child
    }
    heap[index] = unit
  }
}
