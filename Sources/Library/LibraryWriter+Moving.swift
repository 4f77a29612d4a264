public import Splitting

// A file that was renamed, or written in another form under another name, is the
// same source: its earlier texts, what was supplied for it and where it was told
// to belong go on under the new path.

extension LibraryWriter {
  /// Makes a path go on with all that another one gave; `false` when that gave
  /// nothing or the path has given something itself.
  @discardableResult
  public func move(
    sourceAt old: String, to path: String
  ) throws(LibraryError) -> Bool {
    try prepare()
    guard let source = catalogue.source(at: old), catalogue.source(at: path) == nil else {
      return false
    }
    try move(source, to: path)
    return true
  }

  /// The one of some paths that gave last what a new file gives but for a few
  /// words, or `nil`.
  public func source(
    continuedBy split: SplitDocument, among paths: Set<String>
  ) throws(LibraryError) -> String? {
    guard !paths.isEmpty, !split.regulations.isEmpty else { return nil }
    try prepare()
    var documents: Set<UInt64> = []
    for regulation in split.regulations {
      let new = NewText(
        regulation, at: .init(segment: 0, document: 0, index: 0), from: "", after: nil,
        isOnlyOfTitle: false)
      guard let row = register.rowOfAlmostTheSame(as: new, in: catalogue, builder) else {
        return nil
      }
      documents.insert(catalogue[row].place.documentKey)
    }
    guard let document = documents.first, documents.count == 1,
      register.rows(ofDocument: document, in: catalogue).count == split.regulations.count
    else { return nil }
    let path = catalogue.paths(ofDocuments: [document])[document]
    guard let path, paths.contains(path), catalogue.source(at: path)?.place.key == document else {
      return nil
    }
    return path
  }

  func move(_ source: Catalogue.SourceRow, to path: String) throws(LibraryError) {
    let old = source.places
    if old.contains(where: { register.texts.segment($0.segment) == nil }) { try writeSegment() }
    let places = old.map { copy($0, to: path) }
    let copies = catalogue.copies[path] ?? catalogue.copies[source.path]
    catalogue.move(source, at: places, to: path)
    catalogue.copies[path] = copies
    isChanged = true
    if builder.textCount > Self.largestSegment { try writeSegment() }
  }

  /// Writes a document once more, as that of another path.
  private func copy(_ old: Catalogue.Place, to path: String) -> Catalogue.Place {
    guard let segment = register.texts.segment(old.segment) else { return old }
    let place = Catalogue.Place(
      segment: catalogue.nextNumber, document: builder.documentCount, hash: old.hash)
    var file = segment.file(of: old.document)
    file.path = path
    builder.begin(file, segment.remainder(of: old.document))
    let rows = register.rows(ofDocument: old.key, in: catalogue).sorted {
      catalogue[$0].place.index < catalogue[$1].place.index
    }
    for index in rows {
      let text = segment.revision(at: catalogue[index].place.index)
      catalogue.regulations[index.regulation].revisions[index.row].place = .init(
        segment: place.segment, document: place.document, index: builder.revisionCount)
      builder.add(text)
      register.note(document: place.key, in: index.regulation)
    }
    builder.end()
    return place
  }

  /// The first path that gives all that a source gave last, or `nil`.
  func heir(of source: Catalogue.SourceRow) -> String? {
    guard !catalogue.copies.isEmpty else { return nil }
    let own = register.rows(ofDocument: source.place.key, in: catalogue).map { index in
      Catalogue.Address(
        regulation: catalogue.regulations[index.regulation].id,
        ordinal: catalogue[index].ordinal)
    }
    var heirs = own.map { Set(catalogue.pathsWithCopies(of: $0)) }
    for copy in catalogue.copies[source.path, default: []] {
      heirs.append(Set(catalogue.pathsWithCopies(of: copy) + [owner(of: copy)].compactMap { $0 }))
    }
    guard let first = heirs.first else { return nil }
    return heirs.dropFirst().reduce(first) { $0.intersection($1) }.subtracting([source.path])
      .min { $0.isBefore($1) }
  }

  /// Where what a path gives stands that was read from it before.
  func ownPlaces(ofCopiesAt path: String) -> Set<Catalogue.RevisionPlace> {
    guard let source = catalogue.source(at: path) else { return [] }
    let former = Set(source.former.map { $0.key })
    let places = catalogue.copies[path, default: []].compactMap { place(of: $0) }
    return Set(places.filter { former.contains($0.documentKey) })
  }

  /// The path that a revision was read from.
  private func owner(of address: Catalogue.Address) -> String? {
    guard let key = place(of: address)?.documentKey else { return nil }
    return catalogue.paths(ofDocuments: [key])[key]
  }

  private func place(of address: Catalogue.Address) -> Catalogue.RevisionPlace? {
    register.index(of: address.regulation, in: catalogue).flatMap { index in
      catalogue.regulations[index].revisions.first { $0.ordinal == address.ordinal }?.place
    }
  }
}
