internal import Regulations

extension LibraryWriter {
  /// Removes a source and all it ever gave, and says what, or `nil` when there is
  /// none of this path.
  ///
  /// A text that another path gives too stays, as that one's. A path that gives
  /// all that the source gave last goes on with its earlier texts.
  @discardableResult
  public func remove(sourceAt path: String) throws(LibraryError) -> [StoredRevision]? {
    try prepare()
    guard let source = catalogue.source(at: path) else { return nil }
    if let heir = heir(of: source) {
      try move(source, to: heir)
      return []
    }
    try handOver(source)
    var removed: [StoredRevision] = []
    for document in source.former + [source.place] {
      let regulations = Set(
        register.rows(ofDocument: document.key, in: catalogue).map { $0.regulation })
      for index in regulations.sorted() {
        let regulation = catalogue.regulations[index]
        for revision in regulation.revisions where revision.place.documentKey == document.key {
          removed.append(stored(revision, of: regulation, [document.key: path]))
        }
        catalogue.regulations[index].revisions.removeAll {
          $0.place.documentKey == document.key
        }
      }
    }
    catalogue.removeSource(at: path)
    isChanged = true
    return removed
  }

  /// Notes that a path gives a text that was read before, or that another one
  /// now stands for.
  func noteCopy(_ filed: RegulationRegister.Filed, of new: NewText) {
    guard
      let index = RegulationID(filed.revision.regulationID).flatMap({
        register.index(of: $0.number, in: catalogue)
      }),
      let row = catalogue.regulations[index].revisions.first(where: {
        $0.name == filed.revision.revision
      })
    else { return }
    let address = Catalogue.Address(
      regulation: catalogue.regulations[index].id, ordinal: row.ordinal)
    let own = new.place.documentKey
    if !filed.isStored, row.place.documentKey != own {
      catalogue.copies[new.path, default: []].append(address)
    }
    guard let replaced = filed.replaced,
      replaced.documentKey != own, !new.earlier.contains(replaced.documentKey),
      let other = catalogue.paths(ofDocuments: [replaced.documentKey]).values.first
    else { return }
    catalogue.copies[other, default: []].append(address)
  }

  /// Writes the texts of a source that another one gives too as that one's.
  private func handOver(_ source: Catalogue.SourceRow) throws(LibraryError) {
    guard !catalogue.copies.isEmpty else { return }
    var texts: [String: [RegulationRegister.RowIndex]] = [:]
    for document in source.former + [source.place] {
      for index in register.rows(ofDocument: document.key, in: catalogue) {
        let address = Catalogue.Address(
          regulation: catalogue.regulations[index.regulation].id,
          ordinal: catalogue[index].ordinal)
        let heirs = catalogue.pathsWithCopies(of: address).filter { $0 != source.path }
        guard let heir = heirs.first else { continue }
        texts[heir, default: []].append(index)
        catalogue.copies[heir]?.removeAll { $0 == address }
      }
    }
    guard !texts.isEmpty else { return }
    if builder.documentCount > 0 { try writeSegment() }
    for (heir, rows) in texts.sorted(by: { $0.key.isBefore($1.key) }) { give(rows, to: heir) }
  }

  /// Writes what a path gave last anew, with more texts.
  private func give(_ added: [RegulationRegister.RowIndex], to path: String) {
    guard let old = catalogue.source(at: path)?.place,
      let segment = register.texts.segment(old.segment)
    else { return }
    let place = Catalogue.Place(
      segment: catalogue.nextNumber, document: builder.documentCount, hash: old.hash)
    builder.begin(segment.file(of: old.document), segment.remainder(of: old.document))
    for index in register.rows(ofDocument: old.key, in: catalogue) + added {
      let from = catalogue[index].place
      guard let text = register.texts.segment(from.segment)?.revision(at: from.index) else {
        continue
      }
      catalogue.regulations[index.regulation].revisions[index.row].place = .init(
        segment: place.segment, document: place.document, index: builder.revisionCount)
      builder.add(text)
    }
    builder.end()
    catalogue.replace(place, at: path)
    register.forgetDocuments()
  }
}
