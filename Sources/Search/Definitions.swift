internal import ChineseText
internal import Library
import NgramIndex

/// Finds the units that say what a short term means.
///
/// The list of a term of one or two units is used without a look at the texts;
/// those of the few units that define it are found by the signs around it.
enum Definitions {
  private static let mostUnits = 256
  /// A word in more than one of so many units is none that is defined.
  private static let leastShare = 12

  /// The nodes that define a term, ascending.
  static func nodes(of matcher: TermMatcher, in segment: Segment) -> [Int] {
    let term = matcher.term
    guard term.units.count == 2, term.scope == .anywhere || term.scope == .text,
      matcher.documentFrequency * leastShare < max(1000, segment.nodeCount)
    else { return [] }
    var nodes = Set<Int>()
    var scratch: [UInt16] = []
    let phrases =
      DefinitionSigns.after.map { term.units + $0 } + DefinitionSigns.before.map { $0 + term.units }
    for units in phrases {
      let phrase = Phrase(units)
      var cursor = segment.index.candidates(of: units, in: IndexField.text)
      var left = mostUnits
      while left > 0, let node = cursor.next() {
        left -= 1
        if segment.occurrences(of: phrase, in: node, &scratch).count > 0 { nodes.insert(node) }
      }
    }
    return nodes.sorted()
  }
}
