extension LibraryWriter {
  /// About what a UTF-16 unit of a text takes in a segment with its index.
  private static let bytesOfAUnit = 3

  /// Adds to what is written the texts of segments that are many and small, or
  /// mostly removed.
  func merge() throws(LibraryError) {
    let numbers = segmentsToMerge()
    guard !numbers.isEmpty else { return }
    let segments = Dictionary(
      uniqueKeysWithValues: numbers.compactMap { number in
        register.texts.segment(number).map { (number, $0) }
      })
    let rows = rowsByDocument(in: Set(numbers))
    var moved: [Catalogue.RevisionPlace: Catalogue.RevisionPlace] = [:]
    catalogue.sources = catalogue.sources.map { source in
      var source = source
      for index in source.former.indices {
        move(&source.former[index], segments, rows, &moved)
      }
      move(&source.place, segments, rows, &moved)
      return source
    }
    for number in numbers {
      if let damage = segments[number]?.damage { throw damage }
    }
    for regulation in catalogue.regulations.indices {
      for row in catalogue.regulations[regulation].revisions.indices {
        let old = catalogue.regulations[regulation].revisions[row].place
        guard let new = moved[old] else { continue }
        catalogue.regulations[regulation].revisions[row].place = new
      }
    }
  }

  /// The live revisions of some segments by their documents, in their order there.
  func rowsByDocument(in numbers: Set<Int>) -> [UInt64: [Catalogue.RevisionPlace]] {
    var rows: [UInt64: [Catalogue.RevisionPlace]] = [:]
    for regulation in catalogue.regulations {
      for revision in regulation.revisions where numbers.contains(revision.place.segment) {
        rows[revision.place.documentKey, default: []].append(revision.place)
      }
    }
    return rows.mapValues { $0.sorted { $0.index < $1.index } }
  }

  /// Copies a document of a segment that is merged, with what of it is live.
  private func move(
    _ place: inout Catalogue.Place, _ segments: [Int: Segment],
    _ rows: [UInt64: [Catalogue.RevisionPlace]],
    _ moved: inout [Catalogue.RevisionPlace: Catalogue.RevisionPlace]
  ) {
    guard let segment = segments[place.segment] else { return }
    let old = rows[place.key] ?? []
    let document = place.document
    place.segment = catalogue.nextSegment
    place.document = builder.documentCount
    for (offset, revision) in old.enumerated() {
      moved[revision] = .init(
        segment: place.segment, document: place.document, index: builder.revisionCount + offset)
    }
    builder.add(
      segment.file(of: document), segment.remainder(of: document),
      old.map { segment.revision(at: $0.index) })
  }

  private func segmentsToMerge() -> [Int] {
    var live: [Int: Int] = [:]
    for regulation in catalogue.regulations {
      for row in regulation.revisions { live[row.place.segment, default: 0] += 1 }
    }
    let segments = catalogue.segments.map { row in
      MergePolicy.Segment(
        number: row.number, byteCount: row.byteCount,
        liveByteCount: row.revisionCount == 0
          ? row.byteCount : row.byteCount / row.revisionCount * live[row.number, default: 0])
    }
    return MergePolicy.segmentsToMerge(
      segments, added: builder.textCount * Self.bytesOfAUnit + builder.documentCount)
  }
}
