internal import ChineseText
internal import Regulations

/// What a manifest says, in a form that can be changed.
struct Catalogue {
  struct SegmentRow {
    var number: Int
    var revisionCount: Int
    var byteCount: Int
    var fingerprint: ContentHash
  }

  /// A document, by the number of its segment and its own number there.
  struct Place: Hashable {
    var segment: Int
    var document: Int
    /// The fingerprint of the file when it was added.
    var hash: ContentHash
  }

  /// A revision, by the number of its segment, the document there that gave it,
  /// and its own number there.
  struct RevisionPlace: Hashable {
    var segment: Int
    var document: Int
    var index: Int

    /// Whether the document stands at another place.
    func isOf(_ place: Place) -> Bool {
      segment == place.segment && document == place.document
    }
  }

  struct RevisionRow {
    var place: RevisionPlace
    /// The order of ingest within the regulation, from 1; it is kept when the
    /// same source gives the text anew.
    var ordinal: Int
    var dates: RevisionDates
    var kind: Revision.Kind
  }

  struct RegulationRow {
    var id: UInt32
    var title: String
    var issuer: String?
    var revisions: [RevisionRow]
  }

  var nextSegment = 1
  var segments: [SegmentRow] = []
  /// The document that each path gave last.
  var sources: [String: Place] = [:]
  /// The documents that a path gave before, oldest first, whose revisions are kept.
  var former: [String: [Place]] = [:]
  var regulations: [RegulationRow] = []

  /// Drops what no revision stands in, and puts everything in its order.
  mutating func tidy() {
    regulations.removeAll { $0.revisions.isEmpty }
    regulations.sort { left, right in
      left.title == right.title ? left.id < right.id : left.title.isBefore(right.title)
    }
    for index in regulations.indices {
      regulations[index].revisions.sort { left, right in
        let days = (left.dates.day.packed, right.dates.day.packed)
        return days.0 == days.1 ? left.ordinal < right.ordinal : days.0 < days.1
      }
    }
    dropEmptyFormer()
    let used = Set(documents.map { $0.place.segment })
    segments.removeAll { !used.contains($0.number) }
  }

  /// All documents in the order of their paths, those of one path oldest first.
  var documents: [(path: String, place: Place)] {
    sources.keys.sorted { $0.isBefore($1) }.flatMap { path in
      (former[path, default: []] + [sources[path]].compactMap { $0 }).map { (path, $0) }
    }
  }

  private mutating func dropEmptyFormer() {
    guard !former.isEmpty else { return }
    let live = Set(
      regulations.flatMap { $0.revisions }.map { [$0.place.segment, $0.place.document] })
    former = former.mapValues { $0.filter { live.contains([$0.segment, $0.document]) } }
    former = former.filter { !$0.value.isEmpty }
  }

  /// Puts revisions where they were written anew.
  mutating func move(_ moved: [RevisionPlace: RevisionPlace]) {
    for regulation in regulations.indices {
      for index in regulations[regulation].revisions.indices {
        let old = regulations[regulation].revisions[index].place
        regulations[regulation].revisions[index].place = moved[old] ?? old
      }
    }
  }

  /// The bytes of the manifest.
  func encoded() -> [UInt8] {
    var writer = ByteWriter()
    let documents = documents
    let revisions = regulations.flatMap { $0.revisions }
    writer.append(ManifestFormat.magic)
    writer.append(UInt32(ManifestFormat.version))
    for count in [nextSegment, segments.count, documents.count, regulations.count, revisions.count]
    {
      writer.append(UInt32(truncatingIfNeeded: count))
    }
    for segment in segments { writer.append(segment) }
    let places = Dictionary(
      uniqueKeysWithValues: segments.enumerated().map { ($0.element.number, $0.offset) })
    for (_, place) in documents {
      writer.append(UInt32(truncatingIfNeeded: places[place.segment] ?? 0))
      writer.append(UInt32(truncatingIfNeeded: place.document))
    }
    let strings = appendRegulations(to: &writer)
    let numbers = Dictionary(
      uniqueKeysWithValues: documents.enumerated().map { offset, document in
        ([document.place.segment, document.place.document], offset)
      })
    for revision in revisions {
      writer.append(UInt32(truncatingIfNeeded: places[revision.place.segment] ?? 0))
      writer.append(UInt32(truncatingIfNeeded: revision.place.index))
      writer.append(
        UInt32(truncatingIfNeeded: numbers[[revision.place.segment, revision.place.document]] ?? 0))
      writer.append(UInt32(truncatingIfNeeded: revision.ordinal))
      let dates = revision.dates
      for date in [dates.effective, dates.promulgated, dates.dated, dates.adopted] {
        writer.append(date.packed)
      }
      writer.append(UInt32(Revision.Kind.stored.firstIndex(of: revision.kind) ?? 0))
    }
    writer.append(strings)
    writer.append(ContentHash(writer.bytes))
    writer.append(ManifestFormat.endMagic)
    return writer.bytes
  }

  private func appendRegulations(to writer: inout ByteWriter) -> [UInt8] {
    var strings: [UInt8] = []
    var firstRevision = 0
    for regulation in regulations {
      writer.append(regulation.id)
      writer.append(UInt32(truncatingIfNeeded: strings.count))
      writer.append(UInt32(truncatingIfNeeded: regulation.title.utf8.count))
      strings += regulation.title.utf8
      writer.append(UInt32(truncatingIfNeeded: strings.count))
      writer.append(UInt32(truncatingIfNeeded: regulation.issuer.map { $0.utf8.count + 1 } ?? 0))
      strings += (regulation.issuer ?? "").utf8
      writer.append(UInt32(truncatingIfNeeded: firstRevision))
      firstRevision += regulation.revisions.count
    }
    return strings
  }
}

extension ByteWriter {
  fileprivate mutating func append(_ segment: Catalogue.SegmentRow) {
    append(UInt32(truncatingIfNeeded: segment.number))
    append(UInt32(truncatingIfNeeded: segment.revisionCount))
    append(UInt64(segment.byteCount))
    append(segment.fingerprint)
    append(UInt64(0))
  }
}

extension Revision.Kind {
  /// The kinds in the order of their numbers in a manifest.
  static let stored: [Revision.Kind] = [.regulation, .commentary, .slides]
}

extension String {
  /// Whether the UTF-8 of this text comes before that of another.
  func isBefore(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}

extension LibraryReader {
  /// The catalogue of the library in a form that can be changed.
  func catalogue() throws(LibraryError) -> Catalogue {
    var catalogue = Catalogue()
    catalogue.nextSegment = manifest.nextSegment
    catalogue.segments = (0..<manifest.segmentCount).map { manifest.segment(at: $0) }
    for index in 0..<sourceCount {
      let place = manifest.source(at: index)
      guard place.segment < segments.count, let file = try source(at: index) else { continue }
      let path = file.path
      if let earlier = catalogue.sources[path] {
        catalogue.former[path, default: []].append(earlier)
      }
      catalogue.sources[path] = Catalogue.Place(
        segment: catalogue.segments[place.segment].number, document: place.document,
        hash: file.hash)
    }
    for index in 0..<regulationCount {
      catalogue.regulations.append(
        Catalogue.RegulationRow(
          id: manifest.id(of: index), title: manifest.title(of: index),
          issuer: manifest.issuer(of: index),
          revisions: manifest.revisions(of: index).compactMap {
            row(of: $0, catalogue.segments)
          }))
    }
    return catalogue
  }

  private func row(
    of number: Int, _ segments: [Catalogue.SegmentRow]
  ) -> Catalogue.RevisionRow? {
    let place = manifest.place(of: number)
    let source = manifest.source(of: number)
    guard place.segment < segments.count, source < sourceCount else { return nil }
    return Catalogue.RevisionRow(
      place: .init(
        segment: segments[place.segment].number, document: manifest.source(at: source).document,
        index: place.index),
      ordinal: manifest.ordinal(of: number),
      dates: manifest.dates(of: number), kind: manifest.kind(of: number))
  }
}
