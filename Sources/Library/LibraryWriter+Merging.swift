extension LibraryWriter {
  /// About what a UTF-16 unit of a text takes in a segment with its index.
  static let bytesOfAUnit = 3

  /// Adds to what is written the texts of segments that are many and small, or
  /// mostly removed; returns whether there were any.
  func merge() throws(LibraryError) -> Bool {
    let numbers = segmentsToMerge()
    guard !numbers.isEmpty else { return false }
    let segments = Dictionary(
      uniqueKeysWithValues: numbers.compactMap { number in
        register.texts.segment(number).map { (number, $0) }
      })
    let regulations = catalogue.changedRegulations()
    for document in documents(of: segments) {
      guard var source = catalogue.source(at: document.path) else { continue }
      let live = rows(ofDocument: document.key, regulations)
      if document.index < source.former.count {
        move(&source.former[document.index], segments, live)
      } else {
        move(&source.place, segments, live)
      }
      catalogue.sources[document.path] = source
    }
    for number in numbers {
      if let damage = segments[number]?.damage { throw damage }
    }
    return true
  }

  /// A document by its place among those of its path.
  private struct MovedDocument {
    var path: String
    var index: Int
    var key: UInt64
  }

  /// The documents of segments that the library still has, in the order of their paths.
  private func documents(of segments: [Int: Segment]) -> [MovedDocument] {
    var paths: Set<String> = []
    for segment in segments.values {
      for document in 0..<segment.documentCount { paths.insert(segment.file(of: document).path) }
    }
    return paths.sorted { $0.isBefore($1) }.flatMap { path in
      (catalogue.source(at: path)?.places ?? []).enumerated().compactMap { index, place in
        segments[place.segment] == nil
          ? nil : MovedDocument(path: path, index: index, key: place.key)
      }
    }
  }

  /// The live revisions of a document, in their order there.
  private func rows(
    ofDocument key: UInt64, _ changed: [UInt64: [Int]]
  ) -> [RegulationRegister.RowIndex] {
    let regulations = catalogue.storedRegulations(ofDocument: key).union(changed[key] ?? [])
    let rows = regulations.flatMap { regulation in
      let revisions = catalogue.regulations[regulation].revisions
      return revisions.indices.filter { revisions[$0].place.documentKey == key }
        .map { RegulationRegister.RowIndex(regulation: regulation, row: $0) }
    }
    return rows.sorted { catalogue[$0].place.index < catalogue[$1].place.index }
  }

  /// Copies a document of a segment that is merged, with what of it is live.
  private func move(
    _ place: inout Catalogue.Place, _ segments: [Int: Segment],
    _ rows: [RegulationRegister.RowIndex]
  ) {
    guard let segment = segments[place.segment] else { return }
    let old = rows.map { catalogue[$0].place.index }
    let document = place.document
    place.segment = catalogue.nextNumber
    place.document = builder.documentCount
    for (offset, row) in rows.enumerated() {
      catalogue.regulations[row.regulation].revisions[row.row].place = .init(
        segment: place.segment, document: place.document, index: builder.revisionCount + offset)
    }
    builder.add(
      segment.file(of: document), segment.remainder(of: document),
      old.map { segment.revision(at: $0) })
  }

  private func segmentsToMerge() -> [Int] {
    let segments = catalogue.segments.map { row in
      MergePolicy.Segment(
        number: row.number, byteCount: row.byteCount,
        liveByteCount: row.revisionCount == 0
          ? row.byteCount : row.byteCount / row.revisionCount * row.liveRevisionCount)
    }
    return MergePolicy.segmentsToMerge(
      segments, added: builder.textCount * Self.bytesOfAUnit + builder.documentCount)
  }
}
