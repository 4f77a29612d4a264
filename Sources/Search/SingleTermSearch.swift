internal import Library
import NgramIndex

/// Finds every unit in which one term stands, in text or headings.
///
/// Most queries are one term. Where the index knows its units, they are counted
/// without being read, and only the blocks of its list that may enter the page
/// are looked at; else each candidate is verified in its text.
struct SingleTermSearch {
  /// So few texts are looked at sooner than more lists.
  private static let fewUnits = 200
  private let segment: Segment
  private let matcher: TermMatcher
  private let scope: SegmentScope
  private let score: UnitScore
  private let weight: Double
  /// Units that define the term, ascending.
  private let definitions: [Int]
  private var total = 0
  private var best: BestHits

  private init(
    _ matcher: TermMatcher, in segment: Segment, _ scope: SegmentScope,
    _ score: UnitScore, weight: Double, _ best: BestHits
  ) {
    self.segment = segment
    self.matcher = matcher
    self.scope = scope
    self.score = score
    self.weight = weight
    self.best = best
    definitions = Definitions.nodes(of: matcher, in: segment)
  }

  /// The number of units, and the best of them with those before.
  static func run(
    _ matcher: TermMatcher, in segment: Segment, _ scope: SegmentScope,
    _ score: UnitScore, weight: Double, _ best: BestHits
  ) -> (total: Int, best: BestHits) {
    var search = SingleTermSearch(
      matcher, in: segment, scope, score, weight: weight, best)
    let isInTexts = matcher.term.scope == .anywhere || matcher.term.scope == .text
    if !isInTexts {
      search.runThroughHeadings { _ in 0 }
    } else if let blocks = segment.index.impacts(of: matcher.term.units, in: IndexField.text) {
      search.run(through: blocks)
    } else {
      search.runThroughCandidates()
    }
    return (search.total, search.best)
  }

  /// Offers a unit in whose text the term stands so often, or not at all.
  @inline(__always)
  private mutating func offer(_ node: Int, count: Int) {
    var value = count > 0 ? weight * score.share(count: count, in: node) : 0
    if isLifted(node) {
      if matcher.standsInHeading(node) { value += score.headingBonus(of: node, matcher) }
      if definitions.containsSorted(node) { value += score.definitionBonus }
    }
    if value >= best.threshold {
      best.offer(scope.unit(node, score: value))
    }
  }

  /// Whether more than its text counts for a unit.
  @inline(__always)
  private func isLifted(_ node: Int) -> Bool {
    !matcher.headings.isEmpty && matcher.standsInHeading(node)
      || !definitions.isEmpty && definitions.containsSorted(node)
  }

  // MARK: Units that the index knows

  private mutating func run(through blocks: ImpactBlocks) {
    let units = matcher.term.units
    total = scope.isWhole ? blocks.count : countOfActive(among: blocks)
    var list = segment.index.candidates(of: units, in: IndexField.text)
    for node in definitions where !matcher.standsInHeading(node) && scope.holds(node) {
      if list.advance(to: node) == node { offer(node, count: list.frequency) }
    }
    if !matcher.headings.isEmpty {
      var list = segment.index.candidates(of: units, in: IndexField.text)
      runThroughHeadings { list.advance(to: $0) == $0 ? list.frequency : 0 }
    }
    offerBest(of: blocks)
  }

  /// The number of units of active revisions.
  ///
  /// Those of others are looked for where they are in few runs.
  private func countOfActive(among blocks: ImpactBlocks) -> Int {
    var list = segment.index.candidates(of: matcher.term.units, in: IndexField.text)
    var count = 0
    guard 4 * scope.inactive.count < blocks.blockCount else {
      while let node = list.next() {
        if scope.holds(node) { count &+= 1 }
      }
      return count
    }
    for range in scope.inactive {
      var next = list.advance(to: range.lowerBound)
      while let node = next, node < range.upperBound {
        count &+= 1
        next = list.next()
      }
    }
    return blocks.count - count
  }

  private mutating func offerBest(of blocks: ImpactBlocks) {
    var blocks = blocks
    var least = score.leastImpact(for: best.threshold, weight: weight)
    let stretch = score.greatestStretch
    blocks.forEachBlock { bound in
      Double(bound) * stretch >= least
    } _: { nodes, repeats in
      for index in nodes.indices {
        let node = Int(nodes[index])
        let count = Int(repeats[index]) &+ 1
        guard Double(count) >= least * score.norm(of: node), scope.holds(node), !isLifted(node)
        else { continue }
        offer(node, count: count)
        least = score.leastImpact(for: best.threshold, weight: weight)
      }
    }
  }

  // MARK: Units that must be verified

  private mutating func runThroughCandidates() {
    let units = matcher.term.units
    var seen = NodeSet(matcher.headings.isEmpty ? 0 : segment.nodeCount)
    if matcher.documentFrequency > Self.fewUnits, var counts = PhraseCounts(units, in: segment) {
      while let (node, count) = counts.next() { take(node, count, &seen) }
    } else {
      var candidates = segment.index.candidates(of: units, in: IndexField.text)
      while let node = candidates.next() { take(node, nil, &seen) }
    }
    runThroughHeadings { seen.contains($0) ? nil : 0 }
  }

  /// Takes a unit that may hold the term.
  ///
  /// - Parameter count: How often it does, or `nil` where its text must be asked.
  @inline(__always)
  private mutating func take(_ node: Int, _ count: Int?, _ seen: inout NodeSet) {
    guard scope.holds(node) else { return }
    let count = count ?? matcher.text.count(in: node)
    guard count > 0 else { return }
    total &+= 1
    seen.insert(node)
    offer(node, count: count)
  }

  // MARK: Headings

  /// Offers the units below headings that hold the term, and counts those whose
  /// text does not.
  ///
  /// - Parameter count: How often the term stands in the text of a unit, asked in
  ///   ascending order; `nil` for one that was offered.
  private mutating func runThroughHeadings(_ count: (Int) -> Int?) {
    for range in matcher.headings {
      for node in range where segment.nodes.isUnit(node) && scope.holds(node) {
        guard let count = count(node) else { continue }
        if count == 0 { total += 1 }
        offer(node, count: count)
      }
    }
  }
}
