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
    if case .all = query { isConjunction = true } else { isConjunction = false }
  }

  /// Counts the units and offers each to the page.
  ///
  /// - Parameter weight: Of each term how much it counts.
  func run(_ weight: [Term: Double], _ best: inout BestHits) -> Int {
    let weights = matchers.map { weight[$0.term] ?? 0 }
    if case .term(let matcher) = plan {
      let found = SingleTermSearch.run(
        matcher, in: segment, scope, score, weight: weights.first ?? 0, best)
      best = found.best
      return found.total
    }
    var total = 0
    var target = 0
    while let node = plan.candidate(atOrAfter: target, inTitles: isConjunction) {
      target = node + 1
      guard scope.holds(node), segment.nodes.isUnit(node) else { continue }
      let verdict = plan.verdict(on: node)
      guard verdict.holds, verdict.isInUnit else { continue }
      total += 1
      let value = score.score(of: node, matchers, weights)
      best.offer(scope.unit(node, score: value))
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
}
