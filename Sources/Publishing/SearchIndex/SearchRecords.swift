import Regulations

/// What pages of hits show, as one text of records.
///
/// Records are parted by U+FDD0 and their fields by U+FDD1, which are no characters and
/// are taken for damage where a text holds them. A record begins with what it is:
///
///     r  a revision: title, title of the regulation if it is another, folder, page,
///        name of the revision
///     p  what stands above the units that follow: depth, label, heading
///     u  a unit: depth, ID, label, heading, pinpoint, text
///
/// U+FDD2 in place of ID and label says that these are of the next article: art_40 and
/// 第四十条 after 39. In a text, U+FDD3 stands before and behind the pinpoint of what
/// follows; one that begins with U+FDD4 follows the label.
struct SearchRecords {
  /// A revision.
  struct Revision {
    var title: String
    var regulation: String
    var slug: String
    var name: String
    var page: String
  }

  /// A searched unit without its text.
  struct Unit {
    var id: String
    var depth: Int
    var label: String?
    var heading: String?
    /// The number of an article.
    var number: ProvisionNumber?
    var pinpoint = ""
    /// Where parts begin in what the unit writes, with their pinpoints.
    var parts: [(start: Int, words: String)] = []
  }

  private static let record: UInt16 = 0xFDD0
  private static let field: UInt16 = 0xFDD1
  private static let next: UInt16 = 0xFDD2
  private static let part: UInt16 = 0xFDD3
  private static let behindLabel: UInt16 = 0xFDD4

  /// The text so far.
  private(set) var text: [UInt16] = []
  private var revision: Revision?
  private var path: [(depth: Int, label: String?, heading: String?)] = []
  /// Whether the text says in which revision and below what its units stand.
  private var isPlaced = false
  private var lastNumber = 0

  /// Adds a revision alone.
  mutating func add(_ revision: Revision) {
    begin("r")
    let regulation = revision.regulation == revision.title ? "" : revision.regulation
    for words in [revision.title, regulation, revision.slug, revision.page, revision.name] {
      append(words)
    }
  }

  /// Begins the units of a revision.
  mutating func begin(_ revision: Revision) {
    self.revision = revision
    path = []
    isPlaced = false
    lastNumber = 0
  }

  /// Says what stands above the units that follow.
  mutating func enter(depth: Int, label: String?, heading: String?, id: String) {
    path.removeAll { $0.depth >= depth }
    path.append((depth, label, heading))
    if isPlaced { write(path[path.count - 1]) }
  }

  private mutating func write(_ step: (depth: Int, label: String?, heading: String?)) {
    begin("p")
    for words in [String(step.depth), step.label ?? "", step.heading ?? ""] { append(words) }
  }

  /// Adds a unit whose text begins at a place of what it writes.
  mutating func add(_ unit: Unit, _ units: [UInt16], from start: Int) {
    if !isPlaced, let revision {
      isPlaced = true
      lastNumber = 0
      add(revision)
      for step in path { write(step) }
    }
    begin("u")
    append(String(unit.depth))
    let number = unit.number.flatMap { unit.id == "art_\($0)" && $0.isSimple ? $0.last : nil }
    if let number, number == lastNumber + 1,
      unit.label == CitedArticles.name(of: ProvisionNumber(number))
    {
      text += [Self.field, Self.next]
    } else {
      append(unit.id)
      append(unit.label ?? "")
    }
    if let number { lastNumber = number }
    append(unit.heading ?? "")
    append(unit.pinpoint == unit.label ?? "" ? "" : unit.pinpoint)
    text.append(Self.field)
    var place = start
    for part in unit.parts where part.start <= units.count {
      text += units[place..<max(place, part.start)].lazy.map { Self.clean($0) }
      place = max(place, part.start)
      text.append(Self.part)
      if let label = unit.label, part.words.hasPrefix(label) {
        text.append(Self.behindLabel)
        text += Self.clean(String(part.words.dropFirst(label.count)))
      } else {
        text += Self.clean(part.words)
      }
      text.append(Self.part)
    }
    text += units[place...].lazy.map { Self.clean($0) }
  }

  /// Ends the file; the next one says again where its units stand.
  mutating func endFile() {
    text = []
    isPlaced = false
  }

  // MARK: Writing

  private mutating func begin(_ kind: Unicode.Scalar) {
    if !text.isEmpty { text.append(Self.record) }
    text.append(UInt16(truncatingIfNeeded: kind.value))
  }

  private mutating func append(_ words: String) {
    text.append(Self.field)
    text += Self.clean(words)
  }

  private static func clean(_ words: String) -> [UInt16] { words.utf16.map { clean($0) } }

  @inline(__always)
  private static func clean(_ unit: UInt16) -> UInt16 {
    record...behindLabel ~= unit ? 0xFFFD : unit
  }
}
