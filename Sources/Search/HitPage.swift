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
  private let parts: PageParts
  /// What is marked in texts, in the code of each segment that has hits.
  private var coded: [Int: [CodedPhrase]] = [:]

  init(
    library: LibraryReader, scope: SearchScope, context: Int, marks: Marks, parts: PageParts
  ) {
    self.parts = parts
    self.library = library
    self.scope = scope
    self.context = context
    self.marks = marks
  }

  /// The hits for units.
  mutating func hits(_ units: [FoundUnit]) -> [Hit] {
    var hits: [Hit] = []
    hits.reserveCapacity(units.count)
    for unit in units {
      if let hit = hit(unit) { hits.append(hit) }
    }
    return hits
  }

  /// The hit for a unit, or `nil` in a damaged library.
  ///
  /// - Parameter place: What of its text a citation names.
  mutating func hit(_ unit: FoundUnit, citing place: Range<Int>? = nil) -> Hit? {
    let segment = library.segments[unit.segment]
    let revision = unit.revision
    guard let regulation = scope.regulation(ofRevision: revision) else { return nil }
    let text = segment.text(of: unit.node)
    let isPlain = segment.nodes.isPlain(unit.node)
    let places = place.map { [$0] } ?? places(in: text, isPlain: isPlain, unit.segment)
    let label = text.label
    let pinpoint = Pinpoint(segment: segment, node: unit.node, text: text)
    let names = names(of: revision, in: regulation)
    var hit = Hit(
      regulation: names.title, regulationID: names.regulationID, revision: names.revision,
      status: scope.statuses[revision], id: segment.id(of: unit.node, text.own).description,
      label: label, heading: text.heading,
      pinpoint: label.map { pinpoint.words(after: $0, at: places.first?.lowerBound) },
      path: path(to: unit, in: segment), text: text.searchedText,
      matches: matches(at: places, in: text, isPlain: isPlain),
      score: (unit.score * 1000).rounded() / 1000,
      before: neighbours(of: unit.node, step: -1, in: segment),
      after: neighbours(of: unit.node, step: 1, in: segment))
    if marks.areInHeadings { hit.matches += headingMatches(of: hit) }
    if marks.areInTitles { hit.matches += marks.titlePlaces(in: hit.regulation) }
    return hit
  }

  private func names(of revision: Int, in regulation: Int) -> PageParts.Names {
    if let known = parts.names(ofRevision: revision) { return known }
    let names = PageParts.Names(
      title: library.title(ofRegulation: regulation),
      regulationID: library.regulationID(at: regulation),
      revision: library.name(of: revision, in: library.revisions(ofRegulation: regulation)))
    parts.keep(names, ofRevision: revision)
    return names
  }

  private func path(to unit: FoundUnit, in segment: Segment) -> [PathStep] {
    guard let parent = segment.nodes.parent(of: unit.node) else { return [] }
    if let known = parts.path(to: parent, inSegment: unit.segment) { return known }
    let path = path(endingWith: parent, in: segment)
    parts.keep(path, to: parent, inSegment: unit.segment)
    return path
  }

  private func path(endingWith node: Int, in segment: Segment) -> [PathStep] {
    var path: [PathStep] = []
    var next: Int? = node
    while let node = next, path.count < 64 {
      let head = segment.text(of: node)
      path.append(
        PathStep(
          id: segment.id(of: node, head.own).description, label: head.label,
          heading: head.heading))
      next = segment.nodes.parent(of: node)
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
            text: text.searchedText))
      }
      index += step
    }
    return step < 0 ? found.reversed() : found
  }

  /// What is marked in a text.
  private mutating func places(
    in text: NodeText, isPlain: Bool, _ number: Int
  ) -> [Range<Int>] {
    guard isPlain, marks.areCoded else { return marks.places(in: text) }
    let segment = library.segments[number]
    let phrases = coded[number] ?? marks.coded(in: segment)
    coded[number] = phrases
    return marks.places(of: phrases, in: text, of: segment)
  }

  private func matches(at places: [Range<Int>], in text: NodeText, isPlain: Bool) -> [Match] {
    guard !places.isEmpty else { return [] }
    let start = text.searchedStart
    if isPlain {
      // Each unit is a scalar.
      return places.map { place in
        Match(
          field: .text, start: max(0, place.lowerBound - start),
          end: max(0, place.upperBound - start))
      }
    }
    return text.units.withUnsafeBufferPointer { units in
      func scalarCount(upTo end: Int) -> Int {
        let end = min(end, units.count)
        return units[min(start, end)..<end].count { $0 & 0xFC00 != 0xDC00 }
      }
      return places.map { place in
        Match(
          field: .text, start: scalarCount(upTo: place.lowerBound),
          end: scalarCount(upTo: place.upperBound))
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
