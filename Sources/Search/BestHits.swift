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
    threshold = limit > 0 ? -.infinity : .infinity
  }

  /// A unit below this score cannot enter.
  private(set) var threshold: Double

  mutating func offer(_ unit: FoundUnit) {
    guard unit.score >= threshold else { return }
    defer { if heap.count == limit { threshold = heap.first?.score ?? .infinity } }
    if heap.count < limit {
      heap.append(unit)
      rise(heap.count - 1)
    } else if let worst = heap.first, isBetter(unit, than: worst) {
      heap[0] = unit
      sink(0)
    }
  }

  /// The units, best first.
  func sorted() -> [FoundUnit] {
    heap.sorted { isBetter($0, than: $1) }
  }

  private func isBetter(_ left: FoundUnit, than right: FoundUnit) -> Bool {
    if left.score != right.score { return left.score > right.score }
    return left.revision == right.revision
      ? left.node < right.node : left.revision < right.revision
  }

  private mutating func rise(_ start: Int) {
    var index = start
    while index > 0 {
      let parent = (index - 1) / 2
      guard isBetter(heap[parent], than: heap[index]) else { return }
      heap.swapAt(parent, index)
      index = parent
    }
  }

  private mutating func sink(_ start: Int) {
    var index = start
    while true {
      var worst = index
      for child in [2 * index + 1, 2 * index + 2] where child < heap.count {
        if isBetter(heap[worst], than: heap[child]) { worst = child }
      }
      guard worst != index else { return }
      heap.swapAt(worst, index)
      index = worst
    }
  }
}
