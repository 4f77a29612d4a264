internal import ChineseText
internal import Library
import NgramIndex

/// Finds the units that say what a term means.
enum Definitions {
  /// What stands after a term, or before it, where it is defined.
  private static let patterns: [(before: [UInt16], after: [UInt16])] = [
    ([], Array("是指".utf16)), ([], Array(",是指".utf16)), ([], Array(",指".utf16)),
    ([], Array("包括".utf16)), ([], Array(",包括".utf16)), (Array("所称".utf16), []),
    (Array("所称的".utf16), []),
  ]
  private static let mostUnits = 256
  /// A word in more than one of so many units is none that is defined.
  private static let leastShare = 12

  /// The nodes that define a term, ascending.
  static func nodes(of matcher: TermMatcher, in segment: Segment) -> [Int] {
    let term = matcher.term
    guard term.units.count > 1, term.scope == .anywhere || term.scope == .text,
      matcher.documentFrequency * leastShare < max(1000, segment.nodeCount)
    else { return [] }
    var nodes = Set<Int>()
    for pattern in patterns {
      let phrase = Phrase(pattern.before + term.units + pattern.after)
      var cursor = segment.index.candidates(of: phrase.units, in: IndexField.text)
      var left = mostUnits
      while left > 0, let node = cursor.next() {
        left -= 1
        if segment.count(of: phrase, in: node) > 0 { nodes.insert(node) }
      }
    }
    return nodes.sorted()
  }
}
