import Comparison
import Library
import Regulations

/// What became of one provision, as `history` prints it.
struct ShownHistory {
  let regulation: CataloguedRegulation
  let sequence: RevisionSequence
  /// The revision in which the provision was asked for.
  let start: Int
  let history: ProvisionHistory

  /// The history of what stands at a place of a revision.
  init(
    regulation: CataloguedRegulation, sequence: RevisionSequence, start: Int, place: Range<Int>
  ) {
    self.regulation = regulation
    self.sequence = sequence
    self.start = start
    history = ProvisionHistory(of: place, in: start, of: sequence)
  }

  /// The revisions as the catalogue knows them.
  var revisions: [CataloguedRevision] { regulation.revisions }

  /// What was asked for is called, with the labels of the divisions above a division.
  var placeName: String {
    guard let place = history.steps[start].places.first else { return "" }
    var name = place.side.words(for: place.kind)
    let provisions = sequence.revisions[start].provisions
    var next = place.kind.isDivision ? provisions.firstIndex { $0.id == place.side.id } : nil
    while let index = next {
      next = provisions[index].parent
      if let next { name = (provisions[next].label ?? "").shown + name }
    }
    return name
  }

  /// What programs get, as one object.
  var json: String {
    var json = JSONWriter()
    json.object { json in
      json.member("regulation", regulation.title)
      json.member("regulationID", regulation.id)
      json.member("revision", revisions[start].name)
      json.member("place", placeName)
      json.array("revisions", history.steps.indices) { json, index in
        json.object { write(index, to: &$0) }
      }
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func write(_ index: Int, to json: inout JSONWriter) {
    let step = history.steps[index]
    json.member("revision", revisions[index].name)
    json.member("status", revisions[index].status.rawValue)
    json.array("provisions", step.places) { Self.write($1, to: &$0) }
    json.array("contents", step.contents) { Self.write($1, to: &$0) }
    json.array("changes", step.changes) { DiffJSON.write($1, to: &$0) }
    json.array("changesBelow", step.changesBelow.flatMap(\.changes)) { DiffJSON.write($1, to: &$0) }
  }

  private static func write(_ place: ProvisionHistory.Place, to json: inout JSONWriter) {
    json.object { json in
      json.member("kind", place.kind.rawValue)
      json.member("id", place.side.id.description)
      json.member("label", place.side.label)
      json.member("heading", place.side.heading)
      json.member("text", place.side.text)
    }
  }
}
