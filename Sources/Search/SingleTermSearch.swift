internal import Library
import NgramIndex

/// Finds every unit in which one term stands, in text or headings.
///
/// Most queries are one term. Its list is read once from end to end; a unit is
/// scored only when the most its score can be might enter the page.
struct SingleTermSearch {
  let segment: Segment
  let scope: SegmentScope
  let number: Int
  let matcher: TermMatcher
  let score: UnitScore
  let weight: Double
  /// Units that define the term, ascending.
  let definitions: [Int]

  /// Counts the units and offers each to the page.
  func run(_ best: inout BestHits) -> Int {
    var walk = ActiveWalk(scope)
    var total = 0
    var seen = NodeSet(matcher.headings.isEmpty ? 0 : segment.nodeCount)
    let mostShares = (0..<16).map { weight * score.mostShare(count: $0 + 1) }
    let hasHeadings = !matcher.headings.isEmpty
    let hasDefinitions = !definitions.isEmpty
    forEachText { node, count in
      guard walk.isActive(node) else { return }
      total += 1
      if hasHeadings { seen.insert(node) }
      if mostShares[min(count, 16) - 1] < best.threshold, count <= 16 {
        guard
          hasHeadings && standsInHeading(node)
            || hasDefinitions && definitions.containsSorted(node)
        else { return }
      }
      offer(node, count, &best)
    }
    if hasHeadings { total += runThroughHeadings(besides: seen, &best) }
    return total
  }

  /// Calls `body` with every unit whose text holds the term, and how often.
  @inline(__always)
  private func forEachText(_ body: (_ node: Int, _ count: Int) -> Void) {
    let units = matcher.term.units
    guard matcher.term.scope == .anywhere || matcher.term.scope == .text else { return }
    if units.count <= 2 {
      var list = segment.index.postings(
        of: Gram(units[0], units.count == 2 ? units[1] : nil), in: IndexField.text)
      list.forEachBlock { nodes, repeats in
        for index in nodes.indices { body(Int(nodes[index]), Int(repeats[index]) + 1) }
      }
    } else {
      var candidates = segment.index.candidates(of: units, in: IndexField.text)
      while let node = candidates.next() {
        let count = segment.count(of: matcher.phrase, in: node)
        if count > 0 { body(node, count) }
      }
    }
  }

  /// The units below headings that hold the term, whose text does not.
  private func runThroughHeadings(besides seen: NodeSet, _ best: inout BestHits) -> Int {
    var walk = ActiveWalk(scope)
    var total = 0
    let table = segment.nodes
    for range in matcher.headings {
      for node in range where table.isUnit(node) && !seen.contains(node) && walk.isActive(node) {
        total += 1
        offer(node, 0, &best)
      }
    }
    return total
  }

  private func standsInHeading(_ node: Int) -> Bool {
    var low = 0
    var high = matcher.headings.count
    while low < high {
      let middle = (low + high) / 2
      if matcher.headings[middle].upperBound <= node { low = middle + 1 } else { high = middle }
    }
    return low < matcher.headings.count && matcher.headings[low].contains(node)
  }

  private func offer(_ node: Int, _ count: Int, _ best: inout BestHits) {
    var value = count > 0 ? weight * score.share(count: count, in: node) : 0
    if !matcher.headings.isEmpty, standsInHeading(node) {
      value += score.headingBonus(of: node, matcher)
    }
    if definitions.containsSorted(node) { value += score.definitionBonus }
    best.offer(FoundUnit(score: value, segment: number, node: node))
  }
}

/// Says of ascending nodes whether their revision is looked at.
struct ActiveWalk {
  private let scope: SegmentScope
  private var revision = 0
  private var end = 0
  private var isCurrentActive = false

  init(_ scope: SegmentScope) {
    self.scope = scope
    if !scope.isActive.isEmpty {
      end = scope.end(of: 0)
      isCurrentActive = scope.isActive[0]
    }
  }

  @inline(__always)
  mutating func isActive(_ node: Int) -> Bool {
    if node >= end { move(to: node) }
    return isCurrentActive
  }

  private mutating func move(to node: Int) {
    revision = scope.revision(of: node, from: revision)
    guard revision < scope.isActive.count else {
      isCurrentActive = false
      return
    }
    end = scope.end(of: revision)
    isCurrentActive = scope.isActive[revision]
  }
}

/// A set of nodes, a bit each.
struct NodeSet {
  private var words: [UInt64]

  init(_ count: Int) {
    words = [UInt64](repeating: 0, count: (count + 63) / 64)
  }

  @inline(__always)
  mutating func insert(_ node: Int) {
    guard node >> 6 < words.count else { return }
    words[node >> 6] |= 1 << UInt64(node & 63)
  }

  func contains(_ node: Int) -> Bool {
    node >> 6 < words.count && words[node >> 6] & 1 << UInt64(node & 63) != 0
  }
}
