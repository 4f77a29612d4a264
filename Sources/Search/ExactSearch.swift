internal import ChineseText
internal import Library
import NgramIndex

/// Walks through one segment and finds every unit that a query holds in.
struct ExactSearch {
  let segment: Segment
  let scope: SegmentScope
  let number: Int
  private let plan: Plan
  let matchers: [TermMatcher]
  private let score: UnitScore
  /// Units that define the query's only term.
  private let definitions: [Int]
  private let isConjunction: Bool

  init(
    _ query: Query, in segment: Segment, number: Int, _ scope: SegmentScope,
    _ statistics: SearchStatistics
  ) {
    self.segment = segment
    self.number = number
    self.scope = scope
    plan = Plan(query, in: segment)
    matchers = plan.matchers
    score = UnitScore(segment, statistics)
    if case .term(let term) = query {
      definitions = Definitions.nodes(of: term, in: segment)
    } else {
      definitions = []
    }
    if case .all = query { isConjunction = true } else { isConjunction = false }
  }

  /// Counts the units and offers each to the page.
  ///
  /// - Parameter weight: Of each term how much it counts.
  func run(_ weight: [Term: Double], _ best: inout BestHits) -> Int {
    let weights = matchers.map { weight[$0.term] ?? 0 }
    if let total = runThroughList(weights, &best) { return total }
    var total = 0
    var target = 0
    var revision = 0
    while let node = plan.candidate(atOrAfter: target, inTitles: isConjunction) {
      target = node + 1
      revision = scope.revision(of: node, from: revision)
      guard revision < scope.isActive.count else { break }
      if !scope.isActive[revision] {
        target = max(target, scope.end(of: revision))
        continue
      }
      guard segment.isUnit(node) else { continue }
      let verdict = plan.verdict(on: node)
      guard verdict.holds, verdict.isInUnit else { continue }
      total += 1
      offer(node, score.score(of: node, matchers, weights), &best)
    }
    return total
  }

  /// The revisions whose title alone holds the query.
  func titleRevisions() -> [Int] {
    let candidates = Set(matchers.flatMap { $0.titleRevisions })
    return candidates.sorted().filter { revision in
      revision < scope.isActive.count && scope.isActive[revision]
        && plan.holdsInTitle(of: revision)
    }
  }

  private func offer(_ node: Int, _ value: Double, _ best: inout BestHits) {
    let bonus = definitions.containsSorted(node) ? score.definitionBonus : 0
    best.offer(FoundUnit(score: value + bonus, segment: number, node: node))
  }

  /// The whole list of a term of one or two units that no heading holds: every
  /// unit in it is a hit, and only the few that may enter the page are scored.
  private func runThroughList(_ weights: [Double], _ best: inout BestHits) -> Int? {
    guard case .term(let matcher) = plan, scope.isWhole, matcher.term.units.count <= 2,
      matcher.headingNodes.isEmpty, let weight = weights.first,
      matcher.term.scope == .anywhere || matcher.term.scope == .text
    else { return nil }
    let units = matcher.term.units
    var list = segment.index.postings(
      of: Gram(units[0], units.count == 2 ? units[1] : nil), in: IndexField.text)
    let most = (0..<16).map { weight * score.mostShare(count: $0 + 1) }
    list.forEachBlock { nodes, repeats in
      for (node, more) in zip(nodes, repeats) {
        let isDefinition = !definitions.isEmpty && definitions.containsSorted(Int(node))
        let bound = most[min(Int(more), 15)]
        if !isDefinition, more < 16, bound < best.threshold { continue }
        let share = score.share(count: Int(more) + 1, in: Int(node))
        offer(Int(node), weight * share, &best)
      }
    }
    return list.count
  }
}
