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
  func regulations(withKey key: UInt64) -> [Int] {
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

  /// The revisions that the path of a text gave last.
  mutating func rows(givenBefore new: NewText, in catalogue: Catalogue) -> [RowIndex] {
    guard let old = new.old else { return [] }
    let documents = [old] + Set(new.oldPlaces.map { $0.documentKey }).subtracting([old]).sorted()
    return documents.flatMap { rows(ofDocument: $0, in: catalogue) }
      .filter { new.gave(catalogue[$0].place) }
  }

  /// Reads anew which documents gave what, after their rows have moved.
  mutating func forgetDocuments() { regulationsOfDocument = nil }
}

// MARK: - Adding

extension RegulationRegister {
  /// Makes it known that a document gave a revision of a regulation.
  mutating func note(document: UInt64, in regulation: Int) {
    regulationsOfDocument?[document, default: []].append(regulation)
  }

  /// Makes a row that was added to a regulation known.
  mutating func note(_ new: NewText, in regulation: Int) {
    note(document: new.place.documentKey, in: regulation)
    note(new.title.key, of: regulation)
  }

  /// Adds a regulation for a text, in the place of an empty one of its ID.
  mutating func addRegulation(_ new: NewText, to catalogue: inout Catalogue) -> Int {
    let id = RegulationID.newID(of: new) { index(of: $0, in: catalogue) != nil }
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
