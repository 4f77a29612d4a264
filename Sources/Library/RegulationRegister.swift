internal import ChineseText
internal import Regulations

/// Finds the regulation that a new text is a revision of, and files it there.
///
/// A text that stands in the library is known; one that a file gives in place of
/// nearly the same text of the same day is a correction; every other is added,
/// and nothing that stands is removed.
struct RegulationRegister {
  /// What is known of where a text belongs before it is looked at.
  enum Told {
    case nothing
    case regulation(Int)
    case none
  }

  /// What became of a text, and whether its words must be stored.
  struct Filed {
    var revision: FiledRevision
    var isStored: Bool
    /// Where the text was whose place it took.
    var replaced: Catalogue.RevisionPlace?
  }

  /// A revision by the places of its rows.
  struct RowIndex: Hashable {
    var regulation: Int
    var row: Int
  }

  /// From this share of common runs on, a text of the same day is a correction.
  private static let correctedShare = 0.8

  private let stored: Manifest?
  /// The regulations by the keys of their titles and by their IDs, as far as they
  /// do not stand in the library.
  private var addedByKey: [UInt64: [Int]] = [:]
  private var addedByID: [UInt32: Int] = [:]
  /// The regulations of which changed rows stand in a document, once that was asked.
  private var regulationsOfDocument: [UInt64: [Int]]?
  var texts: StoredTexts

  /// Knows the regulations of a catalogue, and the texts of its library.
  init(_ catalogue: Catalogue) {
    let stored = catalogue.stored
    let numbers = stored?.manifest.file.segments.map { $0.number } ?? []
    self.init(
      catalogue, Dictionary(uniqueKeysWithValues: zip(numbers, stored?.segments ?? [])))
  }

  init(_ catalogue: Catalogue, _ segments: [Int: Segment]) {
    stored = catalogue.stored?.manifest
    texts = StoredTexts(segments)
    reset(catalogue)
  }

  /// The first damage in the texts that were read, or `nil`.
  var damage: LibraryError? { texts.damage }

  /// Reads the catalogue anew, after its rows have moved.
  mutating func reset(_ catalogue: Catalogue) {
    addedByKey = [:]
    addedByID = [:]
    regulationsOfDocument = nil
    for index in catalogue.regulations.changedIndices {
      let regulation = catalogue.regulations[index]
      note(regulation.key, of: index)
      if !catalogue.regulations.isStored(index) { addedByID[regulation.id] = index }
      for revision in regulation.revisions where revision.title != regulation.title {
        note(RegulationTitle(revision.title).key, of: index)
      }
    }
  }

  private mutating func note(_ key: UInt64, of regulation: Int) {
    if addedByKey[key]?.contains(regulation) != true {
      addedByKey[key, default: []].append(regulation)
    }
  }

  /// The regulations of which a title has a key, those of the library first.
  private func regulations(withKey key: UInt64) -> [Int] {
    let known = stored?.regulations(withKey: key) ?? []
    return known + (addedByKey[key] ?? []).filter { !known.contains($0) }
  }

  /// Makes a segment that was written known, so that its texts can be compared.
  mutating func add(_ segment: Segment, number: Int) {
    texts.add(segment, number: number)
  }
}

// MARK: - What stands

extension RegulationRegister {
  /// The regulation with an ID that has revisions, or `nil`.
  func index(of id: UInt32, in catalogue: Catalogue) -> Int? {
    regulation(withID: id).flatMap {
      catalogue.regulations[$0].revisions.isEmpty ? nil : $0
    }
  }

  /// The regulation with an ID, also when it has no revisions any more.
  private func regulation(withID id: UInt32) -> Int? {
    stored?.regulations(withID: id).first ?? addedByID[id]
  }

  /// The revisions that a document gave.
  mutating func rows(ofDocument document: UInt64, in catalogue: Catalogue) -> [RowIndex] {
    let known = regulationsOfDocument ?? catalogue.changedRegulations()
    regulationsOfDocument = known
    let regulations = catalogue.storedRegulations(ofDocument: document)
      .union(known[document] ?? [])
    return regulations.sorted().flatMap { regulation in
      catalogue.regulations[regulation].revisions.indices.filter { row in
        catalogue.regulations[regulation].revisions[row].place.documentKey == document
      }.map { RowIndex(regulation: regulation, row: $0) }
    }
  }

  /// Reads anew which documents gave what, after their rows have moved.
  mutating func forgetDocuments() { regulationsOfDocument = nil }
}

// MARK: - Filing

extension RegulationRegister {
  /// Files a text under its regulation, an old one or a new one.
  mutating func file(
    _ new: NewText, _ told: Told, in catalogue: inout Catalogue, _ pending: SegmentBuilder
  ) -> Filed {
    let same = sameText(as: new, told, in: catalogue, pending)
    if let same, !replaces(new, catalogue[same]) {
      return Filed(revision: filed(new, catalogue, same, .known, .sameText), isStored: false)
    }
    let earlier = same ?? corrected(by: new, told, in: catalogue, pending)
    let (index, reason) = regulation(for: new, told, earlier, in: &catalogue, pending)
    guard let earlier else {
      let outcome: FiledRevision.Outcome =
        catalogue.regulations[index].revisions.isEmpty ? .added : .newRevision
      let row = append(new, to: index, after: nil, in: &catalogue)
      return Filed(revision: filed(new, catalogue, row, outcome, reason), isStored: true)
    }
    let isUnchanged = isUnchanged(earlier, by: new, in: index, catalogue, pending)
    let before = catalogue.regulations[earlier.regulation].revisions.remove(at: earlier.row)
    let isMoved = earlier.regulation != index
    let row = append(new, to: index, after: isMoved ? nil : before, in: &catalogue)
    return Filed(
      revision: filed(
        new, catalogue, row, isUnchanged ? .known : .replaced, isUnchanged ? .sameText : reason),
      isStored: true, replaced: before.place)
  }

  private func filed(
    _ new: NewText, _ catalogue: Catalogue, _ index: RowIndex, _ outcome: FiledRevision.Outcome,
    _ reason: FiledRevision.Reason
  ) -> FiledRevision {
    FiledRevision(
      title: new.revision.title,
      regulationID: RegulationID(catalogue.regulations[index.regulation].id).text,
      revision: catalogue[index].name, day: new.day, outcome: outcome, reason: reason)
  }

  /// Whether the text takes the place of one that is the same: what its own file
  /// gave before, or one that lacks a day.
  private func replaces(_ new: NewText, _ row: Catalogue.RevisionRow) -> Bool {
    new.gave(row.place) || row.dates.day == nil && new.day != nil
  }

  /// Whether a file gives again what it gave, in every respect.
  private mutating func isUnchanged(
    _ earlier: RowIndex, by new: NewText, in index: Int, _ catalogue: Catalogue,
    _ pending: SegmentBuilder
  ) -> Bool {
    let row = catalogue[earlier]
    guard earlier.regulation == index, new.gave(row.place), row.title == new.revision.title,
      row.kind == new.revision.kind, row.dates == new.dates,
      texts.content(of: row.place, pending) == new.content
    else { return false }
    return texts.metadata(of: row.place).map { $0 == new.revision.metadata } ?? true
  }

  private mutating func append(
    _ new: NewText, to index: Int, after before: Catalogue.RevisionRow?,
    in catalogue: inout Catalogue
  ) -> RowIndex {
    let decisions = catalogue.decisions
    let day = new.day
    let earlier = catalogue.regulations[index].revisions.filter {
      new.earlier.contains($0.place.documentKey)
    }
    let keepsEdition = before != nil && before?.dates.day == day
    let row = Catalogue.RevisionRow(
      place: new.place, title: new.revision.title,
      ordinal: before?.ordinal ?? catalogue.regulations[index].newOrdinal(decisions),
      edition: keepsEdition
        ? before?.edition ?? 1 : catalogue.regulations[index].newEdition(on: day, decisions),
      dates: new.dates,
      follows: day != nil
        ? nil : before?.follows ?? earlier.compactMap { $0.dates.day ?? $0.follows }.max(),
      kind: new.revision.kind)
    catalogue.regulations[index].revisions.append(row)
    if catalogue.regulations[index].issuer == nil {
      catalogue.regulations[index].issuer = new.issuer
    }
    regulationsOfDocument?[new.place.documentKey, default: []].append(index)
    note(new.title.key, of: index)
    return RowIndex(
      regulation: index, row: catalogue.regulations[index].revisions.count - 1)
  }
}

extension Catalogue {
  subscript(index: RegulationRegister.RowIndex) -> RevisionRow {
    regulations[index.regulation].revisions[index.row]
  }
}

// MARK: - Texts that stand already

extension RegulationRegister {
  /// The row of the same text, under the same title or from the same file.
  private mutating func sameText(
    as new: NewText, _ told: Told, in catalogue: Catalogue, _ pending: SegmentBuilder
  ) -> RowIndex? {
    if let own = ownText(as: new, in: catalogue, pending) { return own }
    let candidates: [Int]
    switch told {
    case .none: return nil
    case .regulation(let index): candidates = [index]
    case .nothing: candidates = regulations(withKey: new.title.key)
    }
    var found: RowIndex?
    for index in candidates where new.agrees(withIssuer: catalogue.regulations[index].issuer) {
      for (row, revision) in catalogue.regulations[index].revisions.enumerated()
      where new.mayBe(of: revision.dates.day) {
        guard texts.content(of: revision.place, pending) == new.content else { continue }
        let place = RowIndex(regulation: index, row: row)
        if revision.dates.day == new.day { return place }
        found = found ?? place
      }
    }
    return found
  }

  /// The row of the same text that the file gave, whatever title and day it had.
  private mutating func ownText(
    as new: NewText, in catalogue: Catalogue, _ pending: SegmentBuilder
  ) -> RowIndex? {
    guard let old = new.old else { return nil }
    let same = rows(ofDocument: old, in: catalogue).filter {
      texts.content(of: catalogue[$0].place, pending) == new.content
    }
    let titled = same.filter { catalogue[$0].title == new.revision.title }
    if let best = titled.first(where: { catalogue[$0].dates.day == new.day }) ?? titled.first {
      return best
    }
    return new.revision.provisions.isEmpty ? nil : same.first
  }

  /// The row of what the file gave before that the text only corrects.
  private mutating func corrected(
    by new: NewText, _ told: Told, in catalogue: Catalogue, _ pending: SegmentBuilder
  ) -> RowIndex? {
    guard let old = new.old else { return nil }
    var best: (index: RowIndex, share: Double)?
    for index in rows(ofDocument: old, in: catalogue) {
      let row = catalogue[index]
      guard row.dates.day == new.day else { continue }
      let share = texts.sketch(of: row.place, pending).resemblance(to: new.sketch)
      if share >= Self.correctedShare, share > best?.share ?? 0 { best = (index, share) }
    }
    return best?.index
  }
}

// MARK: - Regulations of texts

extension RegulationRegister {
  private mutating func regulation(
    for new: NewText, _ told: Told, _ earlier: RowIndex?, in catalogue: inout Catalogue,
    _ pending: SegmentBuilder
  ) -> (index: Int, reason: FiledRevision.Reason) {
    switch told {
    case .regulation(let index):
      let isMoved = earlier.map { $0.regulation != index } ?? true
      return (index, isMoved ? .told : correction(of: earlier, by: new, catalogue, pending))
    case .none:
      if let earlier, catalogue.regulations[earlier.regulation].revisions.count == 1 {
        return (earlier.regulation, correction(of: earlier, by: new, catalogue, pending))
      }
      return (addRegulation(new, to: &catalogue), .told)
    case .nothing: break
    }
    if let earlier, isTitled(new, catalogue.regulations[earlier.regulation]) {
      return (earlier.regulation, correction(of: earlier, by: new, catalogue, pending))
    }
    let related = related(to: new, in: catalogue, pending)
    if let index = related.index { return (index, related.reason) }
    if let share = related.share, let index = rewritten(by: new, in: catalogue) {
      return (index, .sameFile(share: share))
    }
    // A file that only corrects a title goes on with its regulation.
    if let earlier, catalogue.regulations[earlier.regulation].revisions.count == 1 {
      return (earlier.regulation, correction(of: earlier, by: new, catalogue, pending))
    }
    return (addRegulation(new, to: &catalogue), related.reason)
  }

  private mutating func correction(
    of earlier: RowIndex?, by new: NewText, _ catalogue: Catalogue, _ pending: SegmentBuilder
  ) -> FiledRevision.Reason {
    guard let earlier else { return .told }
    let place = catalogue[earlier].place
    if texts.content(of: place, pending) == new.content { return .newMetadata }
    return .correction(share: texts.sketch(of: place, pending).resemblance(to: new.sketch))
  }

  private func isTitled(_ new: NewText, _ regulation: Catalogue.RegulationRow) -> Bool {
    RegulationTitle(regulation.title).whole == new.title.whole
      && new.agrees(withIssuer: regulation.issuer)
  }

  private mutating func related(
    to new: NewText, in catalogue: Catalogue, _ pending: SegmentBuilder
  ) -> (index: Int?, share: Double?, reason: FiledRevision.Reason) {
    var titled = regulations(withKey: new.title.key)
    // Texts without a title have nothing in common but that; a source's own may
    // be its old ones.
    if new.title.whole.isEmpty { titled = titled.filter { holdsOld($0, new, catalogue) } }
    var best: (index: Int?, judgement: RegulationIdentity.Judgement)?
    for index in titled where !catalogue.regulations[index].revisions.isEmpty {
      let shares = catalogue.regulations[index].revisions.map {
        texts.sketch(of: $0.place, pending).resemblance(to: new.sketch)
      }
      let judgement = RegulationIdentity(text: new, regulation: catalogue.regulations[index])
        .judgement(shares)
      let isBetter =
        best.map {
          (judgement.strength, judgement.share) > ($0.judgement.strength, $0.judgement.share)
        } ?? true
      if isBetter { best = (judgement.strength > 0 ? index : nil, judgement) }
    }
    return (best?.index, best?.judgement.share, best?.judgement.reason ?? .noOther)
  }

  /// The regulation of the same title all of whose texts the file gave before,
  /// however different they are.
  private mutating func rewritten(by new: NewText, in catalogue: Catalogue) -> Int? {
    guard !new.title.whole.isEmpty, new.isOnlyOfTitle, new.old != nil else { return nil }
    let found = regulations(withKey: new.title.key).filter { index in
      isTitled(new, catalogue.regulations[index]) && holdsOld(index, new, catalogue)
        && catalogue.regulations[index].revisions.allSatisfy {
          new.earlier.contains($0.place.documentKey)
        }
    }
    return found.count == 1 ? found.first : nil
  }

  private func holdsOld(_ index: Int, _ new: NewText, _ catalogue: Catalogue) -> Bool {
    catalogue.regulations[index].revisions.contains { new.gave($0.place) }
  }

  /// Adds a regulation for a text, in the place of an empty one of its ID.
  private mutating func addRegulation(_ new: NewText, to catalogue: inout Catalogue) -> Int {
    let id = RegulationIdentity.newID(of: new) { index(of: $0, in: catalogue) != nil }
    return addRegulation(id, new, to: &catalogue)
  }

  /// Adds a regulation with an ID for a text.
  mutating func addRegulation(
    _ id: UInt32, _ new: NewText, to catalogue: inout Catalogue
  ) -> Int {
    if let index = regulation(withID: id) {
      catalogue.regulations[index].title = new.revision.title
      catalogue.regulations[index].key = new.title.key
      catalogue.regulations[index].issuer = new.issuer
      note(new.title.key, of: index)
      return index
    }
    catalogue.regulations.append(
      Catalogue.RegulationRow(
        id: id, title: new.revision.title, key: new.title.key, issuer: new.issuer, lastOrdinal: 0,
        revisions: []))
    let index = catalogue.regulations.count - 1
    addedByID[id] = index
    note(new.title.key, of: index)
    return index
  }
}
