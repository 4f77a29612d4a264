internal import Library
import NgramIndex

/// Finds the units that say what a term means.
///
/// The index knows what stands around the signs of a definition; the few units
/// it names are looked at.
enum Definitions {
  private static let mostUnits = 256
  /// A word of two units in more than one of so many is none that is defined.
  private static let leastShare = 12

  /// The nodes that define a term, ascending.
  static func nodes(of matcher: TermMatcher, in segment: Segment) -> [Int] {
    let term = matcher.term
    guard term.units.count > 1, let first = term.units.first, let last = term.units.last,
      term.scope == .anywhere || term.scope == .text,
      term.units.count > 2
        || matcher.documentFrequency * leastShare < max(1000, segment.nodeCount)
    else { return [] }
    // Few terms begin or end as one that is defined, and one pair says so.
    var nodes: [Int] = []
    if isIndexed(Gram(last, DefinitionSigns.mark), in: segment) {
      nodes = candidates(DefinitionSigns.beforeSign(term.units), in: segment)
    }
    if isIndexed(Gram(DefinitionSigns.mark, first), in: segment) {
      nodes += candidates(DefinitionSigns.afterSign(term.units), in: segment)
    }
    guard !nodes.isEmpty else { return [] }
    return Set(nodes).sorted().filter { matcher.text.occurrences(in: $0).isDefined }
  }

  private static func isIndexed(_ pair: Gram, in segment: Segment) -> Bool {
    segment.index.documentFrequency(of: pair, in: IndexField.definition) > 0
  }

  private static func candidates(_ units: [UInt16], in segment: Segment) -> [Int] {
    var cursor = segment.index.candidates(of: units, in: IndexField.definition)
    var nodes: [Int] = []
    while nodes.count < mostUnits, let node = cursor.next() { nodes.append(node) }
    return nodes
  }
}
