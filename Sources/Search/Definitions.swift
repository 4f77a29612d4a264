internal import Library
import NgramIndex

/// The units that say what a term means.
///
/// The index knows keys of what stands beside the signs of a definition; the few
/// units it names are looked at.
struct Definitions {
  private static let mostUnits = 256
  /// A word of two units in more than one of so many is none that is defined.
  private static let leastShare = 12
  private static let quotes: [(opening: UInt16, closing: UInt16)] = [
    (0x201C, 0x201D), (0x300C, 0x300D), (0x22, 0x22),
  ]

  /// The nodes that define the term, ascending.
  private(set) var nodes: [Int] = []
  /// How plainly each does.
  private var strengths: [DefinitionStrength] = []

  /// The definitions of a term in a segment.
  init(of matcher: TermMatcher, in segment: Segment, _ filter: DefinitionFilter?) {
    let term = matcher.term
    guard term.units.count > 1,
      term.scope == .anywhere || term.scope == .text,
      term.units.count > 2
        || matcher.documentFrequency * Self.leastShare < max(1000, segment.nodeCount)
    else { return }
    var candidates: [Int] = []
    for key in Self.keys(of: term.units) where filter?.mayHold(key) ?? true {
      Self.add(key, in: segment, to: &candidates)
    }
    guard !candidates.isEmpty else { return }
    candidates.sort()
    for (index, node) in candidates.enumerated()
    where index == 0 || candidates[index - 1] != node {
      guard let strength = matcher.text.definition(in: node) else { continue }
      nodes.append(node)
      strengths.append(strength)
    }
  }

  /// How plainly a unit defines the term, or `nil`.
  func strength(in node: Int) -> DefinitionStrength? {
    nodes.indexOfSorted(node).map { strengths[$0] }
  }

  /// The keys that stand beside a sign where the term does, plain or in quotation marks.
  private static func keys(of term: [UInt16]) -> [[UInt16]] {
    var keys = DefinitionSigns.keys(of: term)
    for quote in quotes {
      keys += DefinitionSigns.keys(of: term + [quote.closing]).prefix(1)
      keys += DefinitionSigns.keys(of: [quote.opening] + term).suffix(1)
    }
    return keys
  }

  private static func add(_ key: [UInt16], in segment: Segment, to nodes: inout [Int]) {
    let lookup = segment.index.lookup(key, in: IndexField.definition)
    guard lookup.upperBound > 0 else { return }
    var cursor = lookup.candidates
    let most = nodes.count + mostUnits
    while nodes.count < most, let node = cursor.next() { nodes.append(node) }
  }
}
