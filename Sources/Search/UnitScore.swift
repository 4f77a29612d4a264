import ChineseText
import Library

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How well units match a query: BM25 over its terms, and what lifts them.
///
/// A unit that defines the term comes first, then one whose heading is the term,
/// then one whose heading holds it.
struct UnitScore {
  static let saturation = 1.2
  static let lengthShare = 0.75
  private static let definition = 30.0
  private static let heading = 20.0
  private static let inHeading = 6.0
  private static let aboveInHeading = 1.0

  let segment: Segment
  let averageLength: Double
  let unitCount: Double

  init(_ segment: Segment) {
    self.segment = segment
    let count = segment.index.unitCount(of: IndexField.text)
    unitCount = Double(max(1, count))
    averageLength = max(
      1, Double(segment.index.totalLength(of: IndexField.text)) / Double(max(1, count)))
  }

  /// The weight of a term that so many units hold.
  func weight(documentFrequency: Int) -> Double {
    let frequency = Double(documentFrequency)
    return log(1 + (max(0, unitCount - frequency) + 0.5) / (frequency + 0.5))
  }

  /// The share of a term's weight that a unit gets, from 0 up to 2.2.
  @inline(__always)
  func share(count: Int, in node: Int) -> Double {
    let length = Double(segment.wholeText(of: node).count)
    let norm = 1 - Self.lengthShare + Self.lengthShare * length / averageLength
    return Double(count) * (Self.saturation + 1) / (Double(count) + Self.saturation * norm)
  }

  /// The most that `share` can be for a count.
  func mostShare(count: Int) -> Double {
    let norm = 1 - Self.lengthShare
    return Double(count) * (Self.saturation + 1) / (Double(count) + Self.saturation * norm)
  }

  /// The score of a unit for the terms of a query.
  func score(of node: Int, _ matchers: [TermMatcher], _ weights: [Double]) -> Double {
    var sum = 0.0
    for (matcher, weight) in zip(matchers, weights) {
      let count = matcher.textCount(in: node)
      if count > 0 { sum += weight * share(count: count, in: node) }
      if matcher.headingNodes.isEmpty { continue }
      if matcher.headingNodes.containsSorted(node) {
        sum += isHeading(of: node, matcher.term) ? Self.heading : Self.inHeading
      } else if matcher.standsInUnit(node), count == 0 || isBelowHeading(node, matcher) {
        sum += Self.aboveInHeading
      }
    }
    return sum
  }

  /// What a unit that defines a term gets.
  var definitionBonus: Double { Self.definition }

  private func isBelowHeading(_ node: Int, _ matcher: TermMatcher) -> Bool {
    var above = segment.parent(of: node)
    while let parent = above {
      if matcher.headingNodes.containsSorted(parent) { return true }
      above = segment.parent(of: parent)
    }
    return false
  }

  private func isHeading(of node: Int, _ term: Term) -> Bool {
    guard let range = segment.heading(of: node, segment.outline(of: node).own) else { return false }
    return segment.folded(range).units == term.units
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
