internal import ChineseText
internal import Regulations

/// Finds the regulation that a new text is a revision of, and files it there.
///
/// A text that stands in the library is known; one that a file gives in place of
/// nearly the same text of the same day is a correction; every other is added,
/// and nothing that stands is removed.
struct RegulationRegister {
  /// From this share of common runs on, a text of the same day is a correction.
  private static let correctedShare = 0.8

  /// A text to be filed.
  fileprivate struct Candidate {
    let revision: Revision
    let identity: RegulationIdentity
    let sketch: TextSketch
    let content: ContentHash
    /// The places of what its file gave before.
    let old: Set<Catalogue.RevisionPlace>
  }

  private var regulations: [[UInt16]: [Int]] = [:]
  private var takenIDs: Set<UInt32> = []
  private var sketches: [Catalogue.RevisionPlace: TextSketch] = [:]
  private var contents: [Catalogue.RevisionPlace: ContentHash] = [:]
  private var segments: [Int: Segment]

  init(_ catalogue: Catalogue, _ segments: [Int: Segment]) {
    self.segments = segments
    reset(catalogue)
  }

  /// The first damage in the texts that were read, or `nil`.
  var damage: LibraryError? {
    for segment in segments.values {
      if let damage = segment.damage { return damage }
    }
    return nil
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
  ///
  /// - Parameter old: What its file gave before.
  mutating func file(
    _ revision: Revision, _ place: Catalogue.RevisionPlace, _ old: [Catalogue.RevisionPlace],
    in catalogue: inout Catalogue, _ pending: SegmentBuilder
  ) -> FiledRevision {
    let units = revision.textUnits
    let new = Candidate(
      revision: revision, identity: RegulationIdentity(revision),
      sketch: units.withUnsafeBufferPointer { TextSketch($0) },
      content: ContentHash(textOf: units), old: Set(old))
    var filed = FiledRevision(title: revision.title, day: new.identity.day, outcome: .known)
    let same = sameText(as: new, in: catalogue, pending)
    if let same, !new.replaces(catalogue.regulations[same.regulation].revisions[same.row]) {
      return filed
    }
    let earlier = same ?? corrected(by: new, in: catalogue, pending)
    let index =
      earlier.flatMap { isTitled(new, catalogue.regulations[$0.regulation]) ? $0.regulation : nil }
      ?? related(to: new, in: catalogue, pending)
      ?? rewritten(by: new, in: catalogue)
      ?? addRegulation(new, to: &catalogue)
    filed.outcome =
      earlier != nil
      ? .replaced
      : catalogue.regulations[index].revisions.isEmpty ? .added : .newRevision
    let before = earlier.map { catalogue.regulations[$0.regulation].revisions.remove(at: $0.row) }
    let rows = catalogue.regulations[index].revisions
    let kept = before.map { $0.ordinal }.flatMap { earlier?.regulation == index ? $0 : nil }
    catalogue.regulations[index].revisions.append(
      Catalogue.RevisionRow(
        place: place, ordinal: kept ?? (rows.map { $0.ordinal }.max() ?? 0) + 1,
        dates: RevisionDates(revision.metadata), kind: revision.kind))
    if catalogue.regulations[index].issuer == nil {
      catalogue.regulations[index].issuer = revision.metadata.issuer
    }
    return filed
  }

  private func isTitled(_ new: Candidate, _ regulation: Catalogue.RegulationRow) -> Bool {
    FoldedText(regulation.title).units == new.identity.title
      && new.identity.agrees(withIssuer: regulation.issuer)
  }
}

// MARK: - Texts that stand already

extension RegulationRegister {
  private typealias RowIndex = (regulation: Int, row: Int)

  /// The row of the same text and title, on the same day or on none.
  private mutating func sameText(
    as new: Candidate, in catalogue: Catalogue, _ pending: SegmentBuilder
  ) -> RowIndex? {
    var found: RowIndex? = nil
    for index in regulations[new.identity.title] ?? []
    where new.identity.agrees(withIssuer: catalogue.regulations[index].issuer) {
      for (row, revision) in catalogue.regulations[index].revisions.enumerated() {
        let day = revision.dates.day
        guard day == new.identity.day || day == nil || new.identity.day == nil,
          content(of: revision.place, pending) == new.content
        else { continue }
        if new.old.contains(revision.place) || day == new.identity.day { return (index, row) }
        found = found ?? (index, row)
      }
    }
    return found
  }

  /// The row of what the file gave before that the text only corrects.
  private mutating func corrected(
    by new: Candidate, in catalogue: Catalogue, _ pending: SegmentBuilder
  ) -> RowIndex? {
    var best: (index: RowIndex, share: Double)? = nil
    guard !new.old.isEmpty else { return nil }
    for (index, regulation) in catalogue.regulations.enumerated() {
      for (row, revision) in regulation.revisions.enumerated()
      where new.old.contains(revision.place) {
        let day = revision.dates.day
        let isSame = content(of: revision.place, pending) == new.content
        guard day == new.identity.day || isSame && (day == nil || new.identity.day == nil) else {
          continue
        }
        let share = isSame ? 2 : sketch(of: revision.place, pending).resemblance(to: new.sketch)
        if share >= Self.correctedShare, share > best?.share ?? 0 { best = ((index, row), share) }
      }
    }
    return best?.index
  }
}

// MARK: - Regulations of texts

extension RegulationRegister {
  private mutating func related(
    to new: Candidate, in catalogue: Catalogue, _ pending: SegmentBuilder
  ) -> Int? {
    var titled = regulations[new.identity.title] ?? []
    // Texts without a title have nothing in common but that; a source's own may
    // be its old ones.
    if new.identity.title.isEmpty { titled = titled.filter { holdsOld($0, new, catalogue) } }
    var best: (index: Int, strength: Double)? = nil
    for index in titled where !catalogue.regulations[index].revisions.isEmpty {
      let strength = new.identity.strength(
        of: new.sketch, for: catalogue.regulations[index],
        catalogue.regulations[index].revisions.map { sketch(of: $0.place, pending) })
      if strength > (best?.strength ?? 0) { best = (index, strength) }
    }
    return best?.index
  }

  /// The regulation of the same title all of whose texts the file gave before,
  /// however different they are.
  private func rewritten(by new: Candidate, in catalogue: Catalogue) -> Int? {
    guard !new.identity.title.isEmpty, !new.old.isEmpty else { return nil }
    return (regulations[new.identity.title] ?? []).first { index in
      new.identity.agrees(withIssuer: catalogue.regulations[index].issuer)
        && holdsOld(index, new, catalogue)
        && catalogue.regulations[index].revisions.allSatisfy { new.old.contains($0.place) }
    }
  }

  private func holdsOld(_ index: Int, _ new: Candidate, _ catalogue: Catalogue) -> Bool {
    catalogue.regulations[index].revisions.contains { new.old.contains($0.place) }
  }

  private mutating func addRegulation(_ new: Candidate, to catalogue: inout Catalogue) -> Int {
    let taken = takenIDs
    let id = new.identity.newID(new.revision.title) { taken.contains($0) }
    takenIDs.insert(id)
    catalogue.regulations.append(
      Catalogue.RegulationRow(
        id: id, title: new.revision.title, issuer: new.revision.metadata.issuer, revisions: []))
    regulations[new.identity.title, default: []].append(catalogue.regulations.count - 1)
    return catalogue.regulations.count - 1
  }
}

// MARK: - Texts of the library

extension RegulationRegister {
  private mutating func sketch(
    of place: Catalogue.RevisionPlace, _ pending: SegmentBuilder
  ) -> TextSketch {
    if let known = sketches[place] { return known }
    let sketch = withText(of: place, pending) { TextSketch($0) }
    sketches[place] = sketch
    return sketch
  }

  private mutating func content(
    of place: Catalogue.RevisionPlace, _ pending: SegmentBuilder
  ) -> ContentHash {
    if let known = contents[place] { return known }
    let content = withText(of: place, pending) { ContentHash(textOf: $0) }
    contents[place] = content
    return content
  }

  private func withText<Result>(
    of place: Catalogue.RevisionPlace, _ pending: SegmentBuilder,
    _ body: (UnsafeBufferPointer<UInt16>) -> Result
  ) -> Result {
    guard let segment = segments[place.segment] else {
      return pending.text(of: place.index).withUnsafeBufferPointer(body)
    }
    return segment.textUnits(of: place.index).withUnsafeBufferPointer(body)
  }

  /// Makes a segment that was written known, so that its texts can be compared.
  mutating func add(_ segment: Segment, number: Int) {
    segments[number] = segment
  }
}

extension RegulationRegister.Candidate {
  /// Whether the text takes the place of one that is the same: what its own file
  /// gave before, or one that lacks a day.
  fileprivate func replaces(_ row: Catalogue.RevisionRow) -> Bool {
    old.contains(row.place) || row.dates.day == nil && identity.day != nil
  }
}

extension Catalogue {
  /// The places of the revisions that a document gave.
  func revisions(of document: Place) -> [RevisionPlace] {
    regulations.flatMap { $0.revisions }.map { $0.place }.filter { $0.isOf(document) }
  }
}

extension Revision {
  /// The text of all provisions in reading order.
  fileprivate var textUnits: [UInt16] {
    var units: [UInt16] = []
    for provision in provisions {
      for text in [provision.label, provision.heading, provision.separator, provision.text] {
        if let text { units.append(contentsOf: text.utf16) }
      }
    }
    return units
  }
}
