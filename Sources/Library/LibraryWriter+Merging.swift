extension LibraryWriter {
  /// With more segments than this, the small ones become one.
  private static let mostSegments = 8
  private static let smallSegment = 1 << 26

  /// Writes segments anew that are many and small, or mostly removed.
  func merge() throws(LibraryError) {
    let numbers = segmentsToMerge()
    guard !numbers.isEmpty else { return }
    var segments: [Int: Segment] = [:]
    for number in numbers { segments[number] = try Segment(path: files.segment(number)) }
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
    if builder.documentCount > 0 { try writeSegment() }
  }

  /// The live revisions of some segments by their documents, in their order there.
  private func rowsByDocument(in numbers: Set<Int>) -> [UInt64: [Catalogue.RevisionPlace]] {
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
    let small = catalogue.segments.filter { $0.byteCount < Self.smallSegment }
    if small.count > Self.mostSegments { return small.map { $0.number } }
    return catalogue.segments.filter { segment in
      segment.revisionCount > 0 && 2 * live[segment.number, default: 0] < segment.revisionCount
    }.map { $0.number }
  }
}
