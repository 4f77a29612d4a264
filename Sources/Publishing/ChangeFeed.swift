public import ChineseText

/// The revisions of regulations as a feed that programs subscribe to: Atom 1.0.
///
/// No clock is read: the feed is as old as its newest entry.
///
/// Source: RFC 4287.
public struct ChangeFeed: Sendable {
  /// A revision that is told of.
  public struct Entry: Hashable, Sendable {
    /// The library's ID of the regulation.
    public var regulationID: String
    /// The library's name of the revision.
    public var revisionName: String
    /// The title of the regulation, without book marks.
    public var title: String
    /// The day of the revision.
    public var day: CalendarDate
    /// What happened on the day, such as 施行 or 修订.
    public var event: String
    /// The address of the page that shows it.
    public var link: String
    /// What changed, such as 修改 9 条、新增 3 条, or `nil`.
    public var summary: String?

    /// A revision of the given parts.
    public init(
      regulationID: String, revisionName: String, title: String, day: CalendarDate, event: String,
      link: String, summary: String? = nil
    ) {
      self.regulationID = regulationID
      self.revisionName = revisionName
      self.title = title
      self.day = day
      self.event = event
      self.link = link
      self.summary = summary
    }

    /// The ID of the entry, which depends on regulation and revision only.
    var id: String {
      "urn:tiaowen:\(regulationID.percentEncoded):\(revisionName.percentEncoded)"
    }
  }

  private let id: String
  private let title: String
  private let author: String
  private let selfLink: String?
  private let entries: [Entry]

  /// A feed of revisions.
  ///
  /// - Parameters:
  ///   - entries: The revisions in any order; the feed begins with the newest.
  ///   - id: An absolute address that stays the feed's own for good.
  ///   - title: The title that readers see.
  ///   - author: Who keeps the collection.
  ///   - selfLink: The address of the feed itself, or `nil`.
  public init(
    _ entries: [Entry], id: String, title: String, author: String, selfLink: String? = nil
  ) {
    self.id = id
    self.title = title
    self.author = author
    self.selfLink = selfLink
    self.entries = entries.sorted { ($1.day, $0.id) < ($0.day, $1.id) }
  }

  /// The bytes of the feed.
  ///
  /// A feed must say when it changed; an empty one says that of 1970.
  public var bytes: [UInt8] {
    var xml = XMLWriter()
    xml.element("feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "zh"]) { xml in
      Self.write("id", id, to: &xml)
      Self.write("title", title, to: &xml)
      Self.write("updated", entries.first.map { Self.time($0.day) } ?? Self.epoch, to: &xml)
      xml.element("author") { Self.write("name", author, to: &$0) }
      if let selfLink { xml.element("link", ["rel": "self", "href": selfLink]) }
      for entry in entries { Self.write(entry, to: &xml) }
    }
    return xml.bytes
  }

  private static func write(_ entry: Entry, to xml: inout XMLWriter) {
    xml.element("entry") { xml in
      write("id", entry.id, to: &xml)
      write("title", "《\(entry.title)》 \(entry.day) \(entry.event)", to: &xml)
      write("updated", time(entry.day), to: &xml)
      xml.element("link", ["rel": "alternate", "type": "text/html", "href": entry.link])
      if let summary = entry.summary { write("summary", summary, to: &xml) }
    }
  }

  private static func write(_ name: StaticString, _ text: String, to xml: inout XMLWriter) {
    xml.element(name) { $0.text(text) }
  }

  private static let epoch = "1970-01-01T00:00:00Z"

  private static func time(_ day: CalendarDate) -> String { "\(day)T00:00:00Z" }
}
