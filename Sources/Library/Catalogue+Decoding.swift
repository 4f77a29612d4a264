internal import ChineseText
internal import Regulations

extension Manifest {
  /// The catalogue of the library in a form that can be changed.
  func catalogue() -> Catalogue {
    var catalogue = Catalogue()
    catalogue.nextSegment = nextSegment
    catalogue.segments = (0..<segmentCount).map { segment(at: $0) }
    var cursor = decisions
    catalogue.decisions = Decisions(&cursor)
    catalogue.copies = cursor.copies()
    appendSources(to: &catalogue)
    catalogue.regulations.reserveCapacity(regulationCount)
    for index in 0..<regulationCount {
      let title = self.title(of: index)
      catalogue.regulations.append(
        Catalogue.RegulationRow(
          id: id(of: index), title: title, key: key(of: index),
          issuer: issuer(of: index), lastOrdinal: lastOrdinal(of: index),
          revisions: revisions(of: index).compactMap {
            row(of: $0, title, catalogue.segments)
          }))
    }
    return catalogue
  }

  private func appendSources(to catalogue: inout Catalogue) {
    var row: Catalogue.SourceRow?
    for index in 0..<sourceCount {
      let source = self.source(at: index)
      guard source.segment < segmentCount else { continue }
      let place = Catalogue.Place(
        segment: catalogue.segments[source.segment].number, document: source.document,
        hash: hash(ofSource: index))
      let path = self.path(ofSource: index)
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
    let place = self.place(of: number)
    let source = self.source(of: number)
    guard place.segment < segmentCount, source < sourceCount else { return nil }
    let dates = self.dates(of: number)
    return Catalogue.RevisionRow(
      place: .init(
        segment: segments[place.segment].number, document: self.source(at: source).document,
        index: place.index),
      title: self.title(ofRevision: number) ?? title, ordinal: ordinal(of: number),
      edition: edition(of: number), dates: dates,
      follows: dates.day == nil ? CalendarDate(packed: orderDay(of: number)) : nil,
      kind: kind(of: number))
  }
}
