internal import ChineseText
internal import Library
internal import Regulations

/// Makes hits of the units that were found.
struct HitPage {
  let library: LibraryReader
  let scope: SearchScope
  let context: Int
  /// What is marked in the hits.
  let marks: Marks

  /// The hit for a unit, or `nil` in a damaged library.
  ///
  /// - Parameter place: What of its text a citation names.
  func hit(_ unit: FoundUnit, citing place: Range<Int>? = nil) -> Hit? {
    let segment = library.segments[unit.segment]
    let revision = unit.revision
    guard let regulation = scope.regulation(ofRevision: revision) else { return nil }
    let text = segment.text(of: unit.node)
    let isPlain = segment.nodes.isPlain(unit.node)
    let places = place.map { [$0] } ?? marks.places(in: text, isPlain: isPlain)
    let pinpoint = Pinpoint(segment: segment, node: unit.node, text: text)
    var hit = Hit(
      regulation: library.title(ofRegulation: regulation),
      regulationID: library.regulationID(at: regulation),
      revision: library.name(of: revision, in: library.revisions(ofRegulation: regulation)),
      status: scope.statuses[revision], id: segment.id(of: unit.node, text.own).description,
      label: text.label, heading: text.heading,
      pinpoint: pinpoint.words(at: places.first?.lowerBound),
      path: path(to: unit.node, in: segment), text: text.string(text.searched),
      matches: matches(at: places, in: text), score: (unit.score * 1000).rounded() / 1000,
      before: neighbours(of: unit.node, step: -1, in: segment),
      after: neighbours(of: unit.node, step: 1, in: segment))
    if marks.areInHeadings { hit.matches += headingMatches(of: hit) }
    if marks.areInTitles { hit.matches += marks.titlePlaces(in: hit.regulation) }
    return hit
  }

  private func path(to node: Int, in segment: Segment) -> [PathStep] {
    var path: [PathStep] = []
    var above = segment.nodes.parent(of: node)
    while let parent = above, path.count < 64 {
      let head = segment.head(of: parent)
      path.append(
        PathStep(
          id: segment.id(of: parent, head.own).description, label: head.label,
          heading: head.heading))
      above = segment.nodes.parent(of: parent)
    }
    path.reverse()
    return path
  }

  private func neighbours(of node: Int, step: Int, in segment: Segment) -> [Neighbour] {
    guard context > 0 else { return [] }
    let nodes = segment.nodes(of: segment.revision(of: node))
    var found: [Neighbour] = []
    var index = node + step
    while nodes.contains(index), found.count < context {
      if segment.nodes.isUnit(index) {
        let text = segment.text(of: index)
        found.append(
          Neighbour(
            id: segment.id(of: index, text.own).description, label: text.label,
            text: text.string(text.searched)))
      }
      index += step
    }
    return step < 0 ? found.reversed() : found
  }

  private func matches(at places: [Range<Int>], in text: NodeText) -> [Match] {
    guard !places.isEmpty else { return [] }
    var counter = ScalarCounter(at: text.searched.lowerBound)
    return text.units.withUnsafeBufferPointer { units in
      places.map { place in
        let lower = counter.count(upTo: place.lowerBound, in: units)
        // The next place may begin before this one ends.
        var inside = counter
        let upper = inside.count(upTo: place.upperBound, in: units)
        return Match(field: .text, start: lower, end: upper)
      }
    }
  }

  private func headingMatches(of hit: Hit) -> [Match] {
    let headings = hit.path.map { ($0.id, $0.heading) } + [(hit.id, hit.heading)]
    return headings.flatMap { id, heading in
      heading.map { marks.headingPlaces(in: $0, of: id) } ?? []
    }
  }
}

/// Counts the scalars of UTF-16 units, forward only.
private struct ScalarCounter {
  private var offset: Int
  private var scalars = 0

  init(at offset: Int) {
    self.offset = offset
  }

  /// The scalars from the first offset up to this one.
  mutating func count(upTo end: Int, in units: UnsafeBufferPointer<UInt16>) -> Int {
    while offset < min(end, units.count) {
      if units[offset] & 0xFC00 != 0xDC00 { scalars &+= 1 }
      offset &+= 1
    }
    return scalars
  }
}
