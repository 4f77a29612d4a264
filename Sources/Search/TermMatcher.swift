internal import ChineseText
internal import Library
import NgramIndex
internal import Regulations

/// Finds the units of one segment in which a term stands.
///
/// It moves forward only: units are asked for in ascending order.
final class TermMatcher {
  let term: Term
  /// At most so many nodes can hold the term in text or heading.
  let upperBound: Int
  /// The nodes whose own heading holds the term, ascending.
  let headingNodes: [Int]
  /// The revisions whose title holds the term, ascending.
  let titleRevisions: [Int]
  /// The term as it is looked for in texts.
  lazy var text = UnitPhrase(Phrase(term.units), in: segment)
  /// The units that say what the term means.
  lazy var definitions = Definitions(of: self, in: segment, filter)
  /// The nodes whose own heading is the term, ascending.
  lazy var equalHeadings = headingNodes.filter { isHeading(of: $0) }
  /// The revisions that the term names: their title is the term, but for the name of
  /// the state or of an issuer before it.
  lazy var namedRevisions = titleRevisions.filter { isName(ofRevision: $0) }
  /// The nodes that a heading with the term holds for, disjoint and ascending.
  let headings: [Range<Int>]
  private let segment: Segment
  private let filter: DefinitionFilter?
  private let titles: [Range<Int>]
  private var headingIndex = 0
  private var titleIndex = 0

  /// What the index knows of the units whose text holds the term, if that counts.
  let lookup: PhraseLookup?
  // It is made when it is first needed, which it often is not; a lazy property would
  // copy it at every step.
  private var candidates: CandidateCursor?
  /// The text candidate at or after the last unit asked for; `.max` when spent.
  private var textNode = -1
  private var countedNode = -1
  private var counted = 0

  /// The matcher of a term.
  ///
  /// - Parameters:
  ///   - term: The term.
  ///   - segment: The segment.
  ///   - filter: What of definitions need not be looked up.
  init(_ term: Term, in segment: Segment, _ filter: DefinitionFilter? = nil) {
    self.term = term
    self.segment = segment
    self.filter = filter
    lookup =
      term.scope == .anywhere || term.scope == .text
      ? segment.index.lookup(term.units, in: IndexField.text) : nil
    let bound = lookup?.upperBound ?? 0
    let inHeading = term.scope == .anywhere || term.scope == .heading
    let inTitle = term.scope == .anywhere || term.scope == .title
    headingNodes = inHeading ? Self.headingNodes(of: term.units, in: segment) : []
    titleRevisions = inTitle ? Self.titleRevisions(of: term.units, in: segment) : []
    headings = Self.union(headingNodes.map { $0..<segment.nodes.end(of: $0) })
    titles = titleRevisions.map { segment.nodes(of: $0) }
    documentFrequency = bound
    upperBound = headings.reduce(bound) { $0 + $1.count }
  }

  /// The number of units whose text may hold the term.
  let documentFrequency: Int

  /// The number of units whose text holds the rarest of the pairs that cover the term,
  /// or `nil` where it is not known without looking them up.
  var rarestPairFrequency: Int? {
    guard let lookup else { return 0 }
    return lookup.rarestPairCount > 0 ? lookup.rarestPairCount : nil
  }

  /// Of each pair that covers the term the number of units whose text holds it: of every
  /// second one, and of the last; of a single unit that unit's own.
  var pairFrequencies: [Int] {
    guard lookup != nil else { return [0] }
    let units = term.units
    guard units.count > 2 else { return [documentFrequency] }
    var frequencies: [Int] = []
    frequencies.reserveCapacity(units.count / 2 + 1)
    for start in stride(from: 0, to: units.count - 1, by: 2) {
      frequencies.append(frequency(ofPairAt: start))
    }
    if units.count % 2 == 1 { frequencies.append(frequency(ofPairAt: units.count - 2)) }
    return frequencies
  }

  private func frequency(ofPairAt start: Int) -> Int {
    let pair = Gram(term.units[start], term.units[start + 1])
    return segment.index.documentFrequency(of: pair, in: IndexField.text)
  }

  /// The first node at or after `target` in which the term may stand.
  func candidate(atOrAfter target: Int, inTitles: Bool) -> Int? {
    var nearest = text(atOrAfter: target)
    if let node = Self.node(atOrAfter: target, in: headings, &headingIndex) {
      nearest = min(nearest, node)
    }
    if inTitles, let node = Self.node(atOrAfter: target, in: titles, &titleIndex) {
      nearest = min(nearest, node)
    }
    return nearest == .max ? nil : nearest
  }

  /// Whether the term stands in the text or the heading path of a unit.
  func standsInUnit(_ node: Int) -> Bool {
    Self.node(atOrAfter: node, in: headings, &headingIndex) == node || textCount(in: node) > 0
  }

  /// Whether the term stands in the title of the unit's regulation.
  func standsInTitle(_ node: Int) -> Bool {
    Self.node(atOrAfter: node, in: titles, &titleIndex) == node
  }

  /// Whether a heading above a unit, or its own, holds the term.
  func standsInHeading(_ node: Int) -> Bool {
    var low = 0
    var high = headings.count
    while low < high {
      let middle = (low + high) / 2
      if headings[middle].upperBound <= node { low = middle + 1 } else { high = middle }
    }
    return low < headings.count && headings[low].contains(node)
  }

  /// How often the term stands in the text of a unit.
  func textCount(in node: Int) -> Int {
    guard text(atOrAfter: node) == node else { return 0 }
    if countedNode == node { return counted }
    countedNode = node
    counted = candidates?.isExact == true ? candidates?.frequency ?? 0 : text.count(in: node)
    return counted
  }

  private func text(atOrAfter target: Int) -> Int {
    if textNode < target {
      if candidates == nil { candidates = lookup?.candidates }
      textNode = candidates?.advance(to: target) ?? .max
    }
    return textNode
  }

  private static func node(
    atOrAfter target: Int, in ranges: [Range<Int>], _ index: inout Int
  ) -> Int? {
    while index < ranges.count, ranges[index].upperBound <= target { index += 1 }
    return index < ranges.count ? max(target, ranges[index].lowerBound) : nil
  }

  private func isHeading(of node: Int) -> Bool {
    // Blanks do not count; what is far longer is not the term.
    guard let count = segment.ownOutline(of: node).headingCount,
      term.units.count...(2 * term.units.count + 2) ~= count
    else { return false }
    return segment.foldedHeading(of: node) == term.units
  }

  /// A title is cut in front of so many units at least.
  private static let leastName = 4

  private func isName(ofRevision revision: Int) -> Bool {
    let title = FoldedText(segment.title(of: revision)).units
    guard title.suffix(term.units.count) == term.units[...] else { return false }
    let before = title.count - term.units.count
    return before == 0 || StateName.dropped(from: title).count == term.units.count
      || term.units.count >= Self.leastName
  }

  /// Disjoint ranges that cover the same nodes; headings stand in one another.
  private static func union(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var union: [Range<Int>] = []
    for range in ranges {
      if let last = union.last, range.lowerBound < last.upperBound {
        union[union.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        union.append(range)
      }
    }
    return union
  }

  private static func headingNodes(of phrase: [UInt16], in segment: Segment) -> [Int] {
    var cursor = segment.index.candidates(of: phrase, in: IndexField.heading)
    var nodes: [Int] = []
    while let node = cursor.next() {
      if !cursor.isExact {
        guard let heading = segment.foldedHeading(of: node),
          heading.firstRange(of: phrase) != nil
        else { continue }
      }
      nodes.append(node)
    }
    return nodes
  }

  private static func titleRevisions(of phrase: [UInt16], in segment: Segment) -> [Int] {
    var cursor = segment.index.candidates(of: phrase, in: IndexField.title)
    var revisions: [Int] = []
    while let revision = cursor.next(), revision < segment.revisionCount {
      if !cursor.isExact,
        FoldedText(segment.title(of: revision)).units.firstRange(of: phrase) == nil
      {
        continue
      }
      revisions.append(revision)
    }
    return revisions
  }
}
