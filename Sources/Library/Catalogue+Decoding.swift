internal import ChineseText
internal import Regulations

extension LibraryReader {
  /// The catalogue of the library in a form that can be changed.
  func catalogue() -> Catalogue {
    var catalogue = Catalogue()
    catalogue.nextSegment = manifest.nextSegment
    catalogue.segments = (0..<manifest.segmentCount).map { manifest.segment(at: $0) }
    var cursor = manifest.decisions
    catalogue.decisions = Decisions(&cursor)
    catalogue.copies = cursor.copies()
    appendSources(to: &catalogue)
    catalogue.regulations.reserveCapacity(regulationCount)
    for index in 0..<regulationCount {
      let title = manifest.title(of: index)
      catalogue.regulations.append(
        Catalogue.RegulationRow(
          id: manifest.id(of: index), title: title, key: manifest.key(of: index),
          issuer: manifest.issuer(of: index), lastOrdinal: manifest.lastOrdinal(of: index),
          revisions: manifest.revisions(of: index).compactMap {
            row(of: $0, title, catalogue.segments)
          }))
    }
    return catalogue
  }

  private func appendSources(to catalogue: inout Catalogue) {
    var row: Catalogue.SourceRow?
    for index in 0..<sourceCount {
      let source = manifest.source(at: index)
      guard source.segment < segments.count else { continue }
      let place = Catalogue.Place(
        segment: catalogue.segments[source.segment].number, document: source.document,
        hash: manifest.hash(ofSource: index))
      let path = manifest.path(ofSource: index)
      if var known = row, known.path == path {
        known.former.append(known.place)
        known.place = place
        row = known
      } else {
        if let row { catalogue.sources.append(row) }
        row = Catalogue.SourceRow(path: path, place: place)
      }
    }
    if let row { catalogue.sources.append(row) }
  }

  private func row(
    of number: Int, _ title: String, _ segments: [Catalogue.SegmentRow]
  ) -> Catalogue.RevisionRow? {
    let place = manifest.place(of: number)
    let source = manifest.source(of: number)
    guard place.segment < segments.count, source < sourceCount else { return nil }
    let dates = manifest.dates(of: number)
    return Catalogue.RevisionRow(
      place: .init(
        segment: segments[place.segment].number, document: manifest.source(at: source).document,
        index: place.index),
      title: manifest.title(ofRevision: number) ?? title, ordinal: manifest.ordinal(of: number),
      edition: manifest.edition(of: number), dates: dates,
      follows: dates.day == nil ? CalendarDate(packed: manifest.orderDay(of: number)) : nil,
      kind: manifest.kind(of: number))
  }
}
