internal import ChineseText
internal import Regulations

/// A text that is to be filed, with what it is compared by.
///
/// Most texts share their title with no other; then nothing of this is computed.
final class NewText {
  let revision: Revision
  let place: Catalogue.RevisionPlace
  /// The path that gives it.
  let path: String
  /// The document that the path gave last.
  let old: UInt64?
  /// What the path gave last too, but that stands in earlier documents of it.
  let oldPlaces: Set<Catalogue.RevisionPlace>
  /// All documents of the path whose revisions are kept.
  let earlier: Set<UInt64>
  /// Whether the source gives no other text of its title.
  let isOnlyOfTitle: Bool

  private(set) lazy var title = RegulationTitle(revision.title)
  private(set) lazy var sketch = units.withUnsafeBufferPointer { TextSketch($0) }
  private(set) lazy var content = ContentHash(textOf: units)
  private(set) lazy var body = IssuingBody(revision.metadata)
  private(set) lazy var number = revision.metadata.documentNumber.flatMap { DocumentNumber($0) }
  private lazy var units = revision.textUnits

  init(
    _ revision: Revision, at place: Catalogue.RevisionPlace, from path: String,
    after source: Catalogue.SourceRow?, _ oldPlaces: Set<Catalogue.RevisionPlace> = [],
    isOnlyOfTitle: Bool
  ) {
    self.revision = revision
    self.place = place
    self.path = path
    self.isOnlyOfTitle = isOnlyOfTitle
    old = source?.place.key
    self.oldPlaces = oldPlaces
    earlier = Set(((source?.former ?? []) + [source?.place].compactMap { $0 }).map { $0.key })
  }

  var issuer: String? { revision.metadata.issuer }
  var dates: RevisionDates { RevisionDates(revision.metadata) }
  var day: CalendarDate? { dates.day }

  /// Whether the path gave a revision last.
  func gave(_ place: Catalogue.RevisionPlace) -> Bool {
    place.documentKey == old || oldPlaces.contains(place)
  }

  /// Whether nothing says that the issuer of a regulation is another one.
  func mayBe(ofIssuer issuer: String?) -> Bool {
    var metadata = RegulationMetadata()
    metadata.issuer = issuer
    switch body.relation(to: IssuingBody(metadata)) {
    case .same, .open, .otherDepartment: return true
    case .other, .sisters: return false
    }
  }

  /// Whether two texts may be of one day: they are, or one has none.
  func mayBe(of day: CalendarDate?) -> Bool {
    day == self.day || day == nil || self.day == nil
  }
}

extension Revision {
  /// The text of all provisions in reading order.
  fileprivate var textUnits: [UInt16] {
    var units: [UInt16] = []
    for provision in provisions {
      for text in [provision.label, provision.heading, provision.separator, provision.text] {
        if let text { units.append(contentsOf: text.utf16) }
      }
    }
    return units
  }
}
