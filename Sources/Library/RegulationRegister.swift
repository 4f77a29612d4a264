internal import ChineseText
internal import Regulations

/// Finds the regulation that a new text is a revision of.
struct RegulationRegister {
  /// A revision that its source gives anew.
  struct Replaced {
    var regulation: Int
    var row: Catalogue.RevisionRow
  }

  private var regulations: [[UInt16]: [Int]] = [:]
  private var takenIDs: Set<UInt32> = []
  private var sketches: [Catalogue.RevisionPlace: TextSketch] = [:]
  private var segments: [Int: Segment]

  init(_ catalogue: Catalogue, _ segments: [Int: Segment]) {
    self.segments = segments
    reset(catalogue)
  }

  /// Reads the catalogue anew, after its rows have moved.
  mutating func reset(_ catalogue: Catalogue) {
    regulations = [:]
    takenIDs = []
    for (index, regulation) in catalogue.regulations.enumerated() {
      regulations[FoldedText(regulation.title).units, default: []].append(index)
      takenIDs.insert(regulation.id)
    }
  }

  /// Files a revision under its regulation, an old one or a new one.
  mutating func add(
    _ revision: Revision, _ place: Catalogue.RevisionPlace, from path: String,
    replacing replaced: [Replaced], in catalogue: inout Catalogue, _ pending: SegmentBuilder
  ) {
    let identity = RegulationIdentity(revision)
    let index =
      related(to: revision, identity, replacing: replaced, in: catalogue, pending)
      ?? orphan(of: identity, replacing: replaced, in: catalogue)
      ?? addRegulation(revision, identity, to: &catalogue)
    let rows = catalogue.regulations[index].revisions
    let before = replaced.first { old in
      old.regulation == index && !rows.contains { $0.ordinal == old.row.ordinal }
    }
    catalogue.regulations[index].revisions.append(
      Catalogue.RevisionRow(
        place: place, source: path,
        ordinal: before?.row.ordinal ?? (rows.map { $0.ordinal }.max() ?? 0) + 1,
        dates: RevisionDates(revision.metadata), kind: revision.kind))
    if catalogue.regulations[index].issuer == nil {
      catalogue.regulations[index].issuer = revision.metadata.issuer
    }
  }

  private mutating func related(
    to revision: Revision, _ identity: RegulationIdentity, replacing replaced: [Replaced],
    in catalogue: Catalogue, _ pending: SegmentBuilder
  ) -> Int? {
    var titled = regulations[identity.title] ?? []
    // Texts without a title have nothing in common but that; a source's own may
    // be its old ones.
    if identity.title.isEmpty { titled = Set(replaced.map { $0.regulation }).sorted() }
    guard !titled.isEmpty else { return nil }
    let sketch = TextSketch(revision)
    var best: (index: Int, strength: Double)? = nil
    for index in titled {
      let old = replaced.filter { $0.regulation == index }.map { $0.row.place }
      let places = catalogue.regulations[index].revisions.map { $0.place } + old
      let strength = identity.strength(
        of: sketch, for: catalogue.regulations[index],
        places.compactMap { self.sketch(of: $0, pending) })
      if strength > (best?.strength ?? 0) { best = (index, strength) }
    }
    return best?.index
  }

  /// The regulation whose only text the source gives anew, however changed.
  private func orphan(
    of identity: RegulationIdentity, replacing replaced: [Replaced], in catalogue: Catalogue
  ) -> Int? {
    let titled = regulations[identity.title] ?? []
    return replaced.map { $0.regulation }.first { index in
      titled.contains(index) && catalogue.regulations[index].revisions.isEmpty
    }
  }

  private mutating func addRegulation(
    _ revision: Revision, _ identity: RegulationIdentity, to catalogue: inout Catalogue
  ) -> Int {
    let taken = takenIDs
    let id = identity.newID(revision.title) { taken.contains($0) }
    takenIDs.insert(id)
    catalogue.regulations.append(
      Catalogue.RegulationRow(
        id: id, title: revision.title, issuer: revision.metadata.issuer, revisions: []))
    regulations[identity.title, default: []].append(catalogue.regulations.count - 1)
    return catalogue.regulations.count - 1
  }

  private mutating func sketch(
    of place: Catalogue.RevisionPlace, _ pending: SegmentBuilder
  ) -> TextSketch? {
    if let known = sketches[place] { return known }
    let sketch: TextSketch
    if let segment = segments[place.segment] {
      let nodes = segment.nodes(of: place.index)
      let first = segment.nodes.wholeText(of: nodes.lowerBound).lowerBound
      let end = segment.nodes.wholeText(of: nodes.upperBound - 1).upperBound
      sketch = TextSketch(segment.nodes.text(in: first..<max(first, end)))
    } else {
      sketch = pending.sketch(of: place.index)
    }
    sketches[place] = sketch
    return sketch
  }

  /// Makes a segment that was written known, so that its texts can be compared.
  mutating func add(_ segment: Segment, number: Int) {
    segments[number] = segment
  }
}

extension TextSketch {
  /// The sketch of a revision's provisions.
  init(_ revision: Revision) {
    var units: [UInt16] = []
    for provision in revision.provisions {
      for text in [provision.label, provision.heading, provision.separator, provision.text] {
        if let text { units.append(contentsOf: text.utf16) }
      }
    }
    self = units.withUnsafeBufferPointer { TextSketch($0) }
  }
}
