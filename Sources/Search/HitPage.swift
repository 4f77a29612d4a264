internal import ChineseText
internal import Library
internal import Regulations

/// Makes hits of the units that were found.
struct HitPage {
  private let store: PageStore
  private let context: Int
  /// What is marked in the hits.
  private let marks: Marks

  init(_ store: PageStore, context: Int, marks: Marks) {
    self.store = store
    self.context = context
    self.marks = marks
  }

  /// Makes what pages repeat for every revision, for those who ask many queries.
  ///
  /// Of a library so large that most would be dropped again nothing is made.
  func prepare() {
    let reader = store.reader
    let nodeCount = reader.segments.reduce(0) { $0 + $1.nodeCount }
    guard nodeCount <= PageParts.mostPlaces else { return }
    var parts = PageParts(revisionCount: reader.revisionCount, nodeCount: nodeCount)
    for regulation in 0..<reader.regulationCount {
      for revision in reader.revisions(ofRegulation: regulation) {
        parts.withNames(ofRevision: revision) {
          names(of: revision, in: regulation)
        } _: { _ in
        }
      }
    }
    for (number, segment) in reader.segments.enumerated() {
      for node in 0..<segment.nodeCount where segment.nodes.isUnit(node) {
        guard let parent = segment.nodes.parent(of: node) else { continue }
        _ = path(endingWith: parent, in: segment, number, depth: 0, &parts)
      }
    }
    store.keep(parts)
  }

  /// The hits for units, each with what of its text a citation names.
  ///
  /// In a damaged library some may be missing.
  func hits(_ units: [FoundUnit], citing cited: [[Range<Int>]?] = []) -> [Hit] {
    store.withRoom { room in
      approach(units, &room)
      room.coded.removeAll(keepingCapacity: true)
      var hits: [Hit] = []
      hits.reserveCapacity(units.count)
      for (index, unit) in units.enumerated() {
        guard let regulation = store.scope.regulation(ofRevision: unit.revision) else { continue }
        let cited = index < cited.count ? cited[index] : nil
        // Filled where it stands: a hit is large, and to move it costs copies.
        hits.append(Hit())
        fill(&hits[hits.count - 1], with: unit, of: regulation, citing: cited, &room)
      }
      return hits
    }
  }

  /// Has the memory brought near that the hits will be made of.
  ///
  /// It lies in many places. Read one after the other each of them would be waited
  /// for; approached before, they come together.
  private func approach(_ units: [FoundUnit], _ room: inout PageRoom) {
    var near: UInt32 = 0
    for unit in units {
      near &+= store.tables[unit.segment].approachRow(of: unit.node)
      near &+= room.parts.approachNames(ofRevision: unit.revision)
    }
    for unit in units {
      near &+= store.tables[unit.segment].approachContent(of: unit.node)
      near &+= room.parts.approachTitle(ofRevision: unit.revision)
      guard let parent = store.tables[unit.segment].parent(of: unit.node) else { continue }
      near &+= room.parts.approachPath(to: parent, inSegment: unit.segment)
    }
    for unit in units {
      guard let parent = store.tables[unit.segment].parent(of: unit.node) else { continue }
      near &+= room.parts.approachSteps(to: parent, inSegment: unit.segment)
    }
    room.near &+= near
  }

  private func fill(
    _ hit: inout Hit, with unit: FoundUnit, of regulation: Int, citing cited: [Range<Int>]?,
    _ room: inout PageRoom
  ) {
    let segment = store.segments[unit.segment]
    let text = segment.text(of: unit.node)
    let isPlain = segment.nodes.isPlain(unit.node)
    room.parts.withNames(ofRevision: unit.revision) {
      names(of: unit.revision, in: regulation)
    } _: { names in
      hit.regulation = names.title
      hit.regulationID = names.regulationID
      hit.revision = names.revision
      hit.source = names.source
    }
    hit.status = store.scope.statuses[unit.revision]
    hit.score = (unit.score * 1000).rounded() / 1000
    room.places.removeAll(keepingCapacity: true)
    if cited == nil, isPlain, marks.areCoded {
      let phrases = codedMarks(in: segment, unit.segment, &room)
      show(text, marking: room.coded[phrases].phrases, at: &room.places, in: &hit)
      marks.order(&room.places)
    } else {
      show(text, marking: [], at: &room.places, in: &hit)
      room.places = cited ?? marks.places(in: text)
    }
    hit.id = segment.id(of: unit.node, text.own).description
    if let label = hit.label {
      hit.pinpoint = room.pinpoint.words(
        for: unit.node, in: segment, text, labelled: label, at: room.places.first?.lowerBound)
    }
    hit.path = path(to: unit, in: segment, &room.parts)
    hit.matches = matches(at: room.places, in: text, isPlain: isPlain)
    if marks.areInHeadings { hit.matches += headingMatches(in: hit.path, hit.id, hit.heading) }
    if marks.areInTitles { hit.matches += marks.titlePlaces(in: hit.regulation) }
    if context > 0 {
      hit.before = neighbours(of: unit.node, step: -1, in: segment)
      hit.after = neighbours(of: unit.node, step: 1, in: segment)
    }
  }

  /// Puts what a text shows into its hit, and where phrases stand into `places`.
  @inline(__always)
  private func show(
    _ text: NodeText, marking phrases: [CodedPhrase], at places: inout [Range<Int>],
    in hit: inout Hit
  ) {
    let shown = text.shown(marking: phrases, at: &places)
    hit.label = shown.label
    hit.heading = shown.heading
    hit.text = shown.text
  }

  /// Where in the room the code stands of what is marked in the texts of a segment.
  private func codedMarks(in segment: Segment, _ number: Int, _ room: inout PageRoom) -> Int {
    if let known = room.coded.firstIndex(where: { $0.segment == number }) { return known }
    room.coded.append((number, marks.coded(in: segment)))
    return room.coded.count - 1
  }

  private func names(of revision: Int, in regulation: Int) -> PageParts.Names {
    let reader = store.reader
    return PageParts.Names(
      title: reader.title(ofRegulation: regulation),
      regulationID: reader.regulationID(at: regulation),
      revision: reader.name(of: revision, in: reader.revisions(ofRegulation: regulation)),
      source: reader.sourcePath(ofRevision: revision))
  }

  private func path(
    to unit: FoundUnit, in segment: Segment, _ parts: inout PageParts
  ) -> [PathStep] {
    guard let parent = segment.nodes.parent(of: unit.node) else { return [] }
    return path(endingWith: parent, in: segment, unit.segment, depth: 0, &parts)
  }

  /// The path that ends with a node; deeper ones than can be are cut off.
  private func path(
    endingWith node: Int, in segment: Segment, _ number: Int, depth: Int, _ parts: inout PageParts
  ) -> [PathStep] {
    if let known = parts.path(to: node, inSegment: number) { return known }
    let text = segment.text(of: node)
    let head = text.head
    let step = PathStep(
      id: segment.id(of: node, text.own).description, label: head.label, heading: head.heading)
    var path = [step]
    if depth < 64, let parent = segment.nodes.parent(of: node) {
      path = self.path(endingWith: parent, in: segment, number, depth: depth + 1, &parts) + path
    }
    parts.keep(path, to: node, inSegment: number)
    return path
  }

  private func neighbours(of node: Int, step: Int, in segment: Segment) -> [Neighbour] {
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

  private func matches(
    at places: [Range<Int>], in text: NodeText, isPlain: Bool
  ) -> [Match] {
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
      func scalarCount(_ range: Range<Int>) -> Int {
        units[range.clamped(to: units.indices)].count { $0 & 0xFC00 != 0xDC00 }
      }
      // Places ascend: each scalar before them is counted once.
      var counted = min(start, units.count)
      var before = 0
      return places.map { place in
        let lower = max(counted, place.lowerBound)
        before += scalarCount(counted..<lower)
        counted = lower
        let inside = scalarCount(lower..<max(lower, place.upperBound))
        return Match(field: .text, start: before, end: before + inside)
      }
    }
  }

  private func headingMatches(
    in path: [PathStep], _ id: String, _ heading: String?
  ) -> [Match] {
    let headings = path.map { ($0.id, $0.heading) } + [(id, heading)]
    return headings.flatMap { id, heading in
      heading.map { marks.headingPlaces(in: $0, of: id) } ?? []
    }
  }
}
