internal import ChineseText
internal import Library
import NgramIndex

/// Walks through one segment and finds every unit that a query holds in.
final class ExactSearch {
  let segment: Segment
  let scope: SegmentScope
  let number: Int
  let plan: Plan
  let matchers: [TermMatcher]
  let score: UnitScore
  private let isConjunction: Bool

  init(
    _ query: Query, in segment: Segment, _ number: Int, _ scope: SegmentScope,
    _ statistics: SearchStatistics
  ) {
    self.segment = segment
    self.number = number
    self.scope = scope
    plan = Plan(query, in: segment, scope.definitions)
    matchers = plan.matchers
    score = UnitScore(segment, statistics)
    if case .all = query { isConjunction = true } else { isConjunction = false }
  }

  /// Counts the units and offers each to the page.
  ///
  /// - Parameter weight: Of each term how much it counts.
  func run(_ weight: TermWeights, _ best: inout BestHits) -> Int {
    if case .term(let matcher) = plan {
      let found = SingleTermSearch.run(
        matcher, in: segment, scope, score, weight: weight[matcher.term], best)
      best = found.best
      return found.total
    }
    let weights = matchers.map { weight[$0.term] }
    let titled = matchers.contains { !$0.titleRevisions.isEmpty } ? zip(matchers, weights) : nil
    var revision = 0
    var total = 0
    var target = 0
    while let node = plan.candidate(atOrAfter: target, inTitles: isConjunction) {
      target = node + 1
      guard scope.holds(node), segment.nodes.isUnit(node) else { continue }
      let verdict = plan.verdict(on: node)
      guard verdict.holds, verdict.isInUnit else { continue }
      total += 1
      var value = score.score(of: node, matchers, weights)
      if let titled {
        while segment.nodes(of: revision).upperBound <= node { revision += 1 }
        for (matcher, weight) in titled { value += score.titleBonus(of: revision, matcher, weight) }
      }
      best.offer(scope.unit(node, score: value))
    }
    return total
  }

  /// Whether a title holds a term of the query.
  var holdsInTitles: Bool { matchers.contains { !$0.titleRevisions.isEmpty } }

  /// The revisions whose title alone holds the query.
  func titleRevisions() -> [Int] {
    let candidates = Set(matchers.flatMap { $0.titleRevisions })
    return candidates.sorted().filter { revision in
      revision < scope.isActive.count && scope.isActive[revision]
        && plan.holdsInTitle(of: revision)
    }
  }
}

/// How much each term of a query counts: by how many units of the library hold the rarest
/// of the pairs that make it up.
///
/// How many hold the term itself is known only when all were looked at; the pairs say
/// nearly the same, and an index of the same texts in another form says it too.
struct TermWeights {
  /// Of one segment only the rarest pair is known; of several each pair is counted in all.
  private var terms: [(term: Term, rarest: Int, pairs: [Int], weight: Double)] = []
  private let segmentCount: Int

  /// The weights of terms in so many segments.
  init(segmentCount: Int) { self.segmentCount = segmentCount }

  /// Counts the units of a segment that hold the pairs of a term.
  mutating func add(_ matcher: TermMatcher) {
    let index = terms.firstIndex { $0.term == matcher.term }
    if segmentCount == 1, let rarest = matcher.rarestPairFrequency {
      // A term that is given twice is one that twice as many units hold.
      if let index { terms[index].rarest += rarest } else { append(matcher.term, rarest, []) }
      return
    }
    let frequencies = matcher.pairFrequencies
    guard let index else {
      append(matcher.term, 0, frequencies)
      return
    }
    for pair in frequencies.indices { terms[index].pairs[pair] += frequencies[pair] }
  }

  private mutating func append(_ term: Term, _ rarest: Int, _ pairs: [Int]) {
    terms.append((term, rarest, pairs, 0))
  }

  /// Works out the weights, when all segments were counted.
  mutating func weigh(_ statistics: SearchStatistics) {
    for index in terms.indices {
      if let rarest = terms[index].pairs.min() { terms[index].rarest = rarest }
      terms[index].weight = statistics.weight(documentFrequency: terms[index].rarest)
    }
  }

  /// How many units hold the rarest pair of a term.
  func frequency(of term: Term) -> Int { terms.first { $0.term == term }?.rarest ?? 0 }

  subscript(term: Term) -> Double {
    terms.first { $0.term == term }?.weight ?? 0
  }
}
