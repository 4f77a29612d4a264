internal import ChineseText
internal import Library
import NgramIndex

/// How well units match a query: BM25 over its terms, and what lifts them.
///
/// A unit that defines the term comes first, then one whose heading is the term,
/// then one whose heading holds it.
struct UnitScore {
  static let saturation = 1.2
  private static let definition = 30.0
  private static let heading = 20.0
  private static let inHeading = 6.0
  private static let aboveInHeading = 1.0

  let segment: Segment
  private let lengths: UnitLengths
  private let norms: [Double]
  /// How much greater an impact may be than the bound of its block, which the
  /// segment knows by its own average length.
  let greatestStretch: Double

  init(_ segment: Segment, _ statistics: SearchStatistics) {
    self.segment = segment
    lengths = segment.index.lengths(in: IndexField.text)
    norms = statistics.norms
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
    }
    return sum
  }

  /// What a unit gets for a heading, its own or one above, that holds a term.
  func headingBonus(of node: Int, _ matcher: TermMatcher) -> Double {
    if matcher.headingNodes.containsSorted(node) {
      return isHeading(of: node, matcher.term) ? Self.heading : Self.inHeading
    }
    return isBelowHeading(node, matcher) ? Self.aboveInHeading : 0
  }

  /// What a unit that defines a term gets.
  var definitionBonus: Double { Self.definition }

  private func isBelowHeading(_ node: Int, _ matcher: TermMatcher) -> Bool {
    var above = segment.nodes.parent(of: node)
    while let parent = above {
      if matcher.headingNodes.containsSorted(parent) { return true }
      above = segment.nodes.parent(of: parent)
    }
    return false
  }

  private func isHeading(of node: Int, _ term: Term) -> Bool {
    segment.foldedHeading(of: node) == term.units
  }
}

extension [Int] {
  /// Whether an ascending list holds a number.
  func containsSorted(_ number: Int) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == number
  }
}
