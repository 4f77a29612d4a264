internal import Library
import NgramIndex

/// Finds every unit in which one term stands, in text or headings.
///
/// Most queries are one term. Its list is read once from end to end; a unit is
/// scored only when the most its score can be might enter the page.
struct SingleTermSearch {
  private let segment: Segment
  private let table: NodeTable
  private let number: Int
  private let matcher: TermMatcher
  private let score: UnitScore
  private let weight: Double
  /// Units that define the term, ascending; of a longer term found on the way.
  private let definitions: [Int]
  private let hasHeadings: Bool
  /// The most that a unit gets for its text, by how often the term stands there.
  private let mostValues: [Double]
  private var walk: ActiveWalk
  private var seen: NodeSet
  private var total = 0
  private var best: BestHits

  init(
    _ matcher: TermMatcher, in segment: Segment, number: Int, _ scope: SegmentScope,
    _ score: UnitScore, weight: Double, _ best: BestHits
  ) {
    self.segment = segment
    self.number = number
    self.matcher = matcher
    self.score = score
    self.weight = weight
    self.best = best
    table = segment.nodes
    definitions = Definitions.nodes(of: matcher, in: segment)
    hasHeadings = !matcher.headings.isEmpty
    mostValues = (1...16).map { weight * score.mostShare(count: $0) }
    walk = ActiveWalk(scope)
    seen = NodeSet(hasHeadings ? segment.nodeCount : 0)
  }

  /// The number of units, and the best of them with those before.
  static func run(
    _ matcher: TermMatcher, in segment: Segment, number: Int, _ scope: SegmentScope,
    _ score: UnitScore, weight: Double, _ best: BestHits
  ) -> (total: Int, best: BestHits) {
    var search = SingleTermSearch(
      matcher, in: segment, number: number, scope, score, weight: weight, best)
    search.runThroughTexts()
    search.walk = ActiveWalk(scope)
    search.runThroughHeadings()
    return (search.total, search.best)
  }

  private mutating func runThroughTexts() {
    let units = matcher.term.units
    guard matcher.term.scope == .anywhere || matcher.term.scope == .text else { return }
    if units.count <= 2 {
      var list = segment.index.postings(
        of: Gram(units[0], units.count == 2 ? units[1] : nil), in: IndexField.text)
      list.forEachBlock { nodes, repeats in
        for index in nodes.indices {
          let node = Int(nodes[index])
          take(node, Int(repeats[index]) &+ 1, definitions.containsSorted(node))
        }
      }
    } else {
      var candidates = segment.index.candidates(of: units, in: IndexField.text)
      var scratch: [UInt16] = []
      while let node = candidates.next() {
        let found = segment.occurrences(of: matcher.phrase, in: node, &scratch)
        if found.count > 0 { take(node, found.count, found.isDefined) }
      }
    }
  }

  /// Takes a unit whose text holds the term.
  @inline(__always)
  private mutating func take(_ node: Int, _ count: Int, _ isDefined: Bool) {
    guard walk.isActive(node) else { return }
    total &+= 1
    if hasHeadings { seen.insert(node) }
    let isBelowHeading = hasHeadings && matcher.standsInHeading(node)
    if !isDefined, !isBelowHeading {
      if count <= 16, mostValues[count &- 1] < best.threshold { return }
      let value = weight * score.share(count: count, in: node)
      if value >= best.threshold { offer(node, value) }
      return
    }
    var value = weight * score.share(count: count, in: node)
    if isBelowHeading { value += score.headingBonus(of: node, matcher) }
    if isDefined { value += score.definitionBonus }
    offer(node, value)
  }

  private mutating func offer(_ node: Int, _ value: Double) {
    best.offer(FoundUnit(score: value, segment: number, node: node))
  }

  /// Takes the units below headings that hold the term, whose text does not.
  private mutating func runThroughHeadings() {
    for range in matcher.headings {
      for node in range where table.isUnit(node) && !seen.contains(node) && walk.isActive(node) {
        total += 1
        offer(node, score.headingBonus(of: node, matcher))
      }
    }
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
    if scope.isWhole {
      end = .max
      isCurrentActive = true
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
