import ChineseText
import Regulations

/// What Akoma Ntoso says about a document: addresses, days and bodies.
struct AknMetadata {
  let title: String
  let metadata: RegulationMetadata
  let regulationID: String
  let revisionName: String
  let enacted: CalendarDate?
  let repealed: CalendarDate?
  let repealedBy: String?

  /// Writes all of it.
  func write(to meta: XMLElement) {
    writeIdentification(to: meta)
    writeLifecycle(to: meta)
    writeReferences(to: meta)
  }

  // MARK: Addresses

  private static let unknownDay = "0001-01-01"

  private var workDay: String {
    let days = [
      metadata.adopted, metadata.promulgated, metadata.amended, metadata.effective, metadata.dated,
    ]
    return (enacted ?? days.compactMap { $0 }.min())?.description ?? Self.unknownDay
  }

  /// The day of the revision, which may be named by it: 2024-03-01, 2024-03-01~2.
  private var revisionDay: String {
    let day =
      CalendarDate(revisionName.prefix(10)) ?? metadata.effective ?? metadata.amended
      ?? metadata.promulgated ?? metadata.adopted ?? metadata.dated
    return day?.description ?? Self.unknownDay
  }

  private var work: String { "/akn/cn/act/\(workDay)/\(regulationID.percentEncoded)" }
  private var expression: String { "\(work)/zho@\(revisionName.percentEncoded)" }

  // MARK: Identification

  /// Writes how the document is addressed as a work, as a text and as a file.
  ///
  /// - Parameter component: The ID of the part that the meta is about, or `nil`
  ///   for the whole.
  func writeIdentification(to meta: XMLElement, component: String? = nil) {
    let part = component.map { "/!\($0.percentEncoded)" } ?? ""
    let author = metadata.issuer == nil ? "#tiaowen" : "#issuer"
    let identification = meta.add("identification", ["source": "#tiaowen"])
    let work = identification.add("FRBRWork")
    writeCore(self.work, part, workDay, author, to: work)
    work.add("FRBRcountry", ["value": "cn"])
    if component == nil {
      if let number = metadata.documentNumber { work.add("FRBRnumber", ["value": number]) }
      if !title.isEmpty { work.add("FRBRname", ["value": title]) }
    }
    let expression = identification.add("FRBRExpression")
    writeCore(self.expression, part, revisionDay, author, to: expression)
    expression.add("FRBRlanguage", ["language": "zho"])
    let manifestation = identification.add("FRBRManifestation")
    writeCore(self.expression, part, revisionDay, "#tiaowen", suffix: ".xml", to: manifestation)
    manifestation.add("FRBRformat", ["value": "application/akn+xml"])
  }

  private func writeCore(
    _ address: String, _ part: String, _ day: String, _ author: String, suffix: String = "",
    to element: XMLElement
  ) {
    element.add("FRBRthis", ["value": address + part + suffix])
    element.add("FRBRuri", ["value": address + suffix])
    element.add("FRBRdate", ["date": day, "name": "Generation"])
    element.add("FRBRauthor", ["href": author])
  }

  // MARK: Days

  private struct Event {
    var day: CalendarDate
    var name: String
    var word: String
    /// What Akoma Ntoso calls it; it has no word for 施行.
    var type: String?
    var source = "#original"
  }

  private var events: [Event] {
    let days: [(CalendarDate?, String, String, String?)] = [
      (metadata.adopted, "adoption", "通过", "generation"),
      (metadata.promulgated, "promulgation", "公布", "generation"),
      (metadata.amended, "amendment", "修订", "amendment"),
      (metadata.effective, "effect", "施行", nil), (repealed, "repeal", "废止", "repeal"),
    ]
    return days.compactMap { day, name, word, type in
      day.map { Event(day: $0, name: name, word: word, type: type, source: source(of: name)) }
    }
  }

  private func source(of event: String) -> String {
    event == "repeal" && repealedBy != nil ? "#repealing" : "#original"
  }

  private func writeLifecycle(to meta: XMLElement) {
    let events = events
    guard !events.isEmpty else { return }
    let lifecycle = meta.add("lifecycle", ["source": "#tiaowen"])
    for event in events {
      lifecycle.add(
        "eventRef",
        [
          "eId": "event_\(event.name)", "date": event.day.description, "source": event.source,
          "refersTo": "#\(event.name)", "type": event.type,
        ])
    }
  }

  // MARK: References

  private func writeReferences(to meta: XMLElement) {
    let references = meta.add("references", ["source": "#tiaowen"])
    func add(_ element: String, _ id: String, _ address: String, _ name: String) {
      references.add(element, ["eId": id, "href": address, "showAs": name])
    }
    add("original", "original", expression, title.isEmpty ? regulationID : title)
    if let repealedBy {
      add("passiveRef", "repealing", "/akn/cn/act/\(repealedBy.percentEncoded)", repealedBy)
    }
    add("TLCOrganization", "tiaowen", "/akn/ontology/organization/cn/tiaowen", "Tiaowen")
    if let issuer = metadata.issuer {
      add(
        "TLCOrganization", "issuer", "/akn/ontology/organization/cn/\(issuer.percentEncoded)",
        issuer)
    }
    if let department = metadata.department {
      add(
        "TLCOrganization", "department",
        "/akn/ontology/organization/cn/\(department.percentEncoded)", department)
    }
    for event in events {
      add("TLCEvent", event.name, "/akn/ontology/event/\(event.name)", event.word)
    }
  }
}
