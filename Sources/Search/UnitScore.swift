internal import ChineseText
internal import Library
import NgramIndex

/// How well units match a query: BM25 over its terms, and tiers above it.
///
/// A unit that says what a term means comes first, then one whose heading is the
/// term, then one below such a heading, then one whose heading holds it; a term that
/// is the name of a regulation asks for that one. The steps between the tiers are
/// greater than what BM25 gives one term, about 20 at most.
struct UnitScore {
  static let saturation = 1.2
  private static let heading = 24.0
  private static let belowHeading = 20.0
  private static let inHeading = 6.0
  private static let belowInHeading = 1.0
  private static let scope = 20.0
  private static let titleShare = 0.3

  let segment: Segment
  private let lengths: UnitLengths
  private let norms: [Double]
  /// One by what divides a frequency, by the code of a unit's length.
  let inverseNorms: [Float]
  /// How much greater an impact may be than the bound of its block, which the
  /// segment knows by its own average length.
  let greatestStretch: Double

  init(_ segment: Segment, _ statistics: SearchStatistics) {
    self.segment = segment
    lengths = segment.index.lengths(in: IndexField.text)
    norms = statistics.norms
    inverseNorms = statistics.inverseNorms
    let units = Double(max(1, segment.index.unitCount(of: IndexField.text)))
    let average = max(1, Double(segment.index.totalLength(of: IndexField.text)) / units)
    greatestStretch = max(1, statistics.averageLength / average)
  }

  /// What divides a frequency in a unit: more in a longer text.
  @inline(__always)
  func norm(of node: Int) -> Double { norms[Int(lengths[node])] }

  /// The share of a term's weight that a unit gets, from 0 up to 2.2.
  @inline(__always)
  func share(count: Int, in node: Int) -> Double {
    Double(count) * (Self.saturation + 1) / (Double(count) + Self.saturation * norm(of: node))
  }

  /// The least frequency, divided by the norm, that gives a score from a weight.
  ///
  /// What is below cannot reach it, whatever is lost in rounding.
  func leastImpact(for value: Double, weight: Double) -> Double {
    guard value > 0 else { return 0 }
    let most = weight * (Self.saturation + 1)
    return value < most ? Self.saturation * value / (most - value) * 0.999_999_999 : .infinity
  }

  /// The score of a unit for the terms of a query.
  func score(of node: Int, _ matchers: [TermMatcher], _ weights: [Double]) -> Double {
    var sum = 0.0
    for (matcher, weight) in zip(matchers, weights) {
      let count = matcher.textCount(in: node)
      if count > 0 { sum += weight * share(count: count, in: node) }
      if !matcher.headingNodes.isEmpty { sum += headingBonus(of: node, matcher) }
      if let strength = matcher.definitions.strength(in: node) {
        sum += definitionBonus(strength)
      }
    }
    return sum
  }

  /// What a unit gets for its regulation's title, when a query has several terms.
  func titleBonus(of revision: Int, _ matcher: TermMatcher, _ weight: Double) -> Double {
    guard matcher.titleRevisions.containsSorted(revision) else { return 0 }
    return matcher.namedRevisions.containsSorted(revision) ? Self.scope : Self.titleShare * weight
  }

  /// What a unit gets for a heading, its own or one above, that holds a term.
  func headingBonus(of node: Int, _ matcher: TermMatcher) -> Double {
    if matcher.headingNodes.containsSorted(node) {
      return matcher.equalHeadings.containsSorted(node) ? Self.heading : Self.inHeading
    }
    if isBelow(matcher.equalHeadings, node) { return Self.belowHeading }
    return isBelow(matcher.headingNodes, node) ? Self.belowInHeading : 0
  }

  /// What a unit gets that says what a term means, so plainly.
  func definitionBonus(_ strength: DefinitionStrength) -> Double {
    switch strength {
    case .meant: 32
    case .called: 20
    case .within: 10
    case .included: 8
    }
  }

  /// What a unit that is lifted gets for a title that holds the term.
  func titleTieBreak(_ weight: Double) -> Double { Self.titleShare * weight }

  private func isBelow(_ headings: [Int], _ node: Int) -> Bool {
    guard !headings.isEmpty else { return false }
    var above = segment.nodes.parent(of: node)
    while let parent = above {
      if headings.containsSorted(parent) { return true }
      above = segment.nodes.parent(of: parent)
    }
    return false
  }
}

extension [Int] {
  /// Whether an ascending list holds a number.
  func containsSorted(_ number: Int) -> Bool { indexOfSorted(number) != nil }

  /// Where a number stands in an ascending list.
  func indexOfSorted(_ number: Int) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == number ? low : nil
  }
}
