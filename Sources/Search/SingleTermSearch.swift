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
  /// So few blocks are all read: choosing among them costs more.
  private static let fewBlocks = 8
  private let segment: Segment
  private let matcher: TermMatcher
  private let scope: SegmentScope
  private let score: UnitScore
  private let weight: Double
  /// Units that define the term.
  private let definitions: Definitions
  private var total = 0
  private var best: BestHits
  /// What was read only to have it near; without a sum nothing would be read.
  private var near: UInt32 = 0

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
    definitions = matcher.definitions
  }

  /// The number of units, and the best of them with those before.
  static func run(
    _ matcher: TermMatcher, in segment: Segment, _ scope: SegmentScope,
    _ score: UnitScore, weight: Double, _ best: BestHits
  ) -> (total: Int, best: BestHits) {
    var search = SingleTermSearch(
      matcher, in: segment, scope, score, weight: weight, best)
    if let lookup = matcher.lookup {
      if let blocks = lookup.impacts {
        search.run(through: blocks, lookup)
      } else {
        search.runThroughCandidates(lookup)
      }
    } else {
      search.runThroughHeadings { _ in 0 }
    }
    return (search.total, search.best)
  }

  /// Offers a unit in whose text the term stands so often, or not at all.
  @inline(__always)
  private mutating func offer(_ node: Int, count: Int) {
    var value = count > 0 ? weight * score.share(count: count, in: node) : 0
    if isLifted(node) {
      if matcher.standsInHeading(node) { value += score.headingBonus(of: node, matcher) }
      if let strength = definitions.strength(in: node) {
        value += score.definitionBonus(strength)
      }
      // Of several definitions that of the regulation on the subject comes first.
      if !matcher.titleRevisions.isEmpty {
        let revision = scope.revision(of: node)
        if matcher.titleRevisions.containsSorted(revision) { value += score.titleTieBreak(weight) }
      }
    }
    if value >= best.threshold {
      best.offer(scope.unit(node, score: value))
    }
  }

  /// Whether more than its text counts for a unit.
  @inline(__always)
  private func isLifted(_ node: Int) -> Bool {
    !matcher.headings.isEmpty && matcher.standsInHeading(node)
      || !definitions.nodes.isEmpty && definitions.nodes.containsSorted(node)
  }

  // MARK: Units that the index knows

  private mutating func run(through blocks: ImpactBlocks, _ lookup: PhraseLookup) {
    if !definitions.nodes.isEmpty {
      var list = lookup.candidates
      for node in definitions.nodes where !matcher.standsInHeading(node) && scope.holds(node) {
        if list.advance(to: node) == node { offer(node, count: list.frequency) }
      }
    }
    if !matcher.headings.isEmpty {
      var list = lookup.candidates
      runThroughHeadings { list.advance(to: $0) == $0 ? list.frequency : 0 }
    }
    if blocks.blockCount <= Self.fewBlocks {
      countAndOffer(blocks)
    } else {
      total += scope.isWhole ? blocks.count : countOfActive(among: blocks, lookup)
      offerBest(of: blocks)
    }
  }

  /// The number of units of active revisions.
  ///
  /// Those of others are looked for where they are in few runs.
  private func countOfActive(among blocks: ImpactBlocks, _ lookup: PhraseLookup) -> Int {
    var list = lookup.candidates
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

  private mutating func countAndOffer(_ blocks: ImpactBlocks) {
    var least = score.leastImpact(for: best.threshold, weight: weight)
    for block in 0..<blocks.blockCount {
      blocks.withBlock(block) { nodes, repeats in
        for node in nodes where scope.holds(Int(node)) { total &+= 1 }
        offer(nodes, repeats, &least)
      }
    }
  }

  private mutating func offerBest(of blocks: ImpactBlocks) {
    var least = score.leastImpact(for: best.threshold, weight: weight)
    let stretch = score.greatestStretch
    blocks.forEachBlock { bound in
      Double(bound) * stretch >= least
    } _: { nodes, repeats in
      offer(nodes, repeats, &least)
    }
  }

  /// Offers those of a block that may enter the page.
  ///
  /// - Parameter least: The least impact that may enter.
  private mutating func offer(
    _ nodes: UnsafeBufferPointer<UInt32>, _ repeats: UnsafeBufferPointer<UInt32>,
    _ least: inout Double
  ) {
    for index in nodes.indices {
      let node = Int(nodes[index])
      let frequency = Int(repeats[index]) &+ 1
      guard Double(frequency) >= least * score.norm(of: node), scope.holds(node),
        !isLifted(node)
      else { continue }
      offer(node, count: frequency)
      least = score.leastImpact(for: best.threshold, weight: weight)
    }
  }

  // MARK: Units that must be verified

  private mutating func runThroughCandidates(_ lookup: PhraseLookup) {
    let units = matcher.term.units
    let phrase = matcher.text
    var seen = NodeSet(matcher.headings.isEmpty ? 0 : segment.nodeCount)
    if matcher.documentFrequency > Self.fewUnits, var counts = PhraseCounts(units, in: segment) {
      while let (node, count) = counts.next() {
        if scope.holds(node) { take(node, count ?? phrase.count(in: node), &seen) }
      }
    } else {
      var candidates = lookup.candidates
      withUnsafeTemporaryAllocation(of: Int.self, capacity: Self.stretch) { nodes in
        while let count = approach(&candidates, nodes) {
          for node in nodes[..<count] { take(node, phrase.count(in: node), &seen) }
        }
      }
    }
    runThroughHeadings { seen.contains($0) ? nil : 0 }
  }

  /// So many units are brought near before their texts are asked.
  private static let stretch = 32

  /// The next units whose texts must be asked, brought near (see `HitPage`), or
  /// `nil` when there is none.
  private mutating func approach(
    _ candidates: inout CandidateCursor, _ nodes: UnsafeMutableBufferPointer<Int>
  ) -> Int? {
    var count = 0
    while count < nodes.count, let node = candidates.next() {
      guard scope.holds(node) else { continue }
      nodes[count] = node
      count &+= 1
      near &+= segment.nodes.approachRow(of: node)
    }
    for node in nodes[..<count] { near &+= segment.nodes.approachContent(of: node) }
    return count > 0 ? count : nil
  }

  /// Takes a unit that holds the term so often.
  @inline(__always)
  private mutating func take(_ node: Int, _ count: Int, _ seen: inout NodeSet) {
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
