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
  private let store: PagePartsStore
  private let tables: [NodeTable]
  /// What was read only to have it near; without a sum nothing would be read.
  private var near: UInt32 = 0
  /// What is marked in texts, in the code of each segment that has hits.
  private var coded: [(segment: Int, phrases: [CodedPhrase])] = []
  /// Where the text of the hit that is made is marked.
  private var places: [Range<Int>] = []
  /// Its parts.
  private var outlines = PartOutlines()

  init(
    library: LibraryReader, scope: SearchScope, context: Int, marks: Marks,
    parts store: PagePartsStore
  ) {
    self.library = library
    self.scope = scope
    self.context = context
    self.marks = marks
    self.store = store
    tables = store.tables
  }

  /// Makes what pages repeat for every revision, for those who ask many queries.
  ///
  /// Of a library so large that most would be dropped again nothing is made.
  func prepare() {
    let nodeCount = library.segments.reduce(0) { $0 + $1.nodeCount }
    guard nodeCount <= PageParts.mostPlaces else { return }
    var parts = PageParts(revisionCount: library.revisionCount, nodeCount: nodeCount)
    for regulation in 0..<library.regulationCount {
      for revision in library.revisions(ofRegulation: regulation) {
        _ = parts.names(ofRevision: revision) { names(of: revision, in: regulation) }
      }
    }
    for (number, segment) in library.segments.enumerated() {
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
  mutating func hits(_ units: [FoundUnit], citing cited: [Range<Int>?] = []) -> [Hit] {
    var hits: [Hit] = []
    hits.reserveCapacity(units.count)
    store.withParts { parts in
      approach(units, parts)
      for (index, unit) in units.enumerated() {
        guard let regulation = scope.regulation(ofRevision: unit.revision) else { continue }
        let cited = index < cited.count ? cited[index] : nil
        hits.append(hit(unit, of: regulation, citing: cited, &parts))
      }
    }
    return hits
  }

  /// Has the memory brought near that the hits will be made of.
  ///
  /// It lies in many places. Read one after the other each of them would be waited
  /// for; approached before, they come together.
  private mutating func approach(_ units: [FoundUnit], _ parts: PageParts) {
    for unit in units {
      near &+= tables[unit.segment].approachRow(of: unit.node)
      near &+= parts.approachNames(ofRevision: unit.revision)
    }
    for unit in units {
      near &+= tables[unit.segment].approachContent(of: unit.node)
      near &+= parts.approachTitle(ofRevision: unit.revision)
      guard let parent = tables[unit.segment].parent(of: unit.node) else { continue }
      near &+= parts.approachPath(to: parent, inSegment: unit.segment)
    }
    for unit in units {
      guard let parent = tables[unit.segment].parent(of: unit.node) else { continue }
      near &+= parts.approachSteps(to: parent, inSegment: unit.segment)
    }
  }

  private mutating func hit(
    _ unit: FoundUnit, of regulation: Int, citing cited: Range<Int>?, _ parts: inout PageParts
  ) -> Hit {
    let segment = library.segments[unit.segment]
    let text = segment.text(of: unit.node)
    let isPlain = segment.nodes.isPlain(unit.node)
    let isCoded = cited == nil && isPlain && marks.areCoded
    if isCoded { prepareCodedMarks(in: segment, unit.segment) }
    places.removeAll(keepingCapacity: true)
    let shown = text.shown(marking: isCoded ? coded[0].phrases : [], at: &places)
    if isCoded {
      marks.order(&places)
    } else {
      places = cited.map { [$0] } ?? marks.places(in: text)
    }
    let names = parts.names(ofRevision: unit.revision) {
      self.names(of: unit.revision, in: regulation)
    }
    let id = segment.id(of: unit.node, text.own).description
    let pinpoint = shown.label.map {
      self.pinpoint(unit.node, text, in: segment, after: $0)
    }
    let path = path(to: unit, in: segment, &parts)
    var matches = matches(in: text, isPlain: isPlain)
    if marks.areInHeadings { matches += headingMatches(in: path, id, shown.heading) }
    if marks.areInTitles { matches += marks.titlePlaces(in: names.title) }
    return Hit(
      regulation: names.title, regulationID: names.regulationID, revision: names.revision,
      status: scope.statuses[unit.revision], id: id, label: shown.label, heading: shown.heading,
      pinpoint: pinpoint,
      path: path, text: shown.text, matches: matches,
      score: (unit.score * 1000).rounded() / 1000,
      before: neighbours(of: unit.node, step: -1, in: segment),
      after: neighbours(of: unit.node, step: 1, in: segment))
  }

  private mutating func pinpoint(
    _ node: Int, _ text: NodeText, in segment: Segment, after label: String
  ) -> String {
    guard text.hasParts || text.own.kind == .clause else { return label }
    text.decodeOutlines(into: &outlines)
    return Pinpoint(segment: segment, node: node, text: text, outlines: outlines)
      .words(after: label, at: places.first?.lowerBound)
  }

  private func names(of revision: Int, in regulation: Int) -> PageParts.Names {
    PageParts.Names(
      title: library.title(ofRegulation: regulation),
      regulationID: library.regulationID(at: regulation),
      revision: library.name(of: revision, in: library.revisions(ofRegulation: regulation)))
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

  /// Puts what is marked in the plain texts of a segment first among `coded`.
  private mutating func prepareCodedMarks(in segment: Segment, _ number: Int) {
    guard coded.first?.segment != number else { return }
    if let known = coded.firstIndex(where: { $0.segment == number }) {
      coded.swapAt(0, known)
    } else {
      coded.insert((number, marks.coded(in: segment)), at: 0)
    }
  }

  private func matches(in text: NodeText, isPlain: Bool) -> [Match] {
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
