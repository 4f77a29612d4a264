internal import Library
import NgramIndex

/// Finds the units that say what a term means.
///
/// The index knows keys of what stands beside the signs of a definition; the few
/// units it names are looked at.
enum Definitions {
  private static let mostUnits = 256
  /// A word of two units in more than one of so many is none that is defined.
  private static let leastShare = 12

  /// The nodes that define a term, ascending.
  static func nodes(
    of matcher: TermMatcher, in segment: Segment, _ filter: DefinitionFilter?
  ) -> [Int] {
    let term = matcher.term
    guard term.units.count > 1,
      term.scope == .anywhere || term.scope == .text,
      term.units.count > 2
        || matcher.documentFrequency * leastShare < max(1000, segment.nodeCount)
    else { return [] }
    var nodes: [Int] = []
    for key in DefinitionSigns.keys(of: term.units) where filter?.mayHold(key) ?? true {
      add(key, in: segment, to: &nodes)
    }
    guard !nodes.isEmpty else { return [] }
    nodes.sort()
    return nodes.indices.compactMap { index in
      let node = nodes[index]
      guard index == 0 || nodes[index - 1] != node else { return nil }
      return matcher.text.occurrences(in: node).isDefined ? node : nil
    }
  }

  private static func add(_ key: [UInt16], in segment: Segment, to nodes: inout [Int]) {
    let lookup = segment.index.lookup(key, in: IndexField.definition)
    guard lookup.upperBound > 0 else { return }
    var cursor = lookup.candidates
    let most = nodes.count + mostUnits
    while nodes.count < most, let node = cursor.next() { nodes.append(node) }
  }
}
