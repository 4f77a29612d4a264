import ChineseText
import Library
import NgramIndex
import Regulations

/// What a site searches: the texts of all revisions on it, cut into searched units.
///
/// A place is the number of a folded UTF-16 unit, counted through the texts of all units in
/// the order of the library, then through all headings and all titles; a line feed stands
/// between the paragraphs of a text and behind it.
struct SearchTexts: ~Copyable {
  /// A revision with the units that are its own.
  struct RevisionRow {
    var unitCount: Int
    var status: RevisionStatus
    /// Whether it is one of the same regulation as the revision before.
    var continuesRegulation: Bool
  }

  /// A heading with the units for which it holds.
  struct HeadingRow {
    var firstUnit: Int
    var unitCount: Int
    /// Whether the first unit bears the heading itself, or only stands below it.
    var isOfFirstUnit: Bool
    var length: Int
  }

  /// The number of a unit that citations and `no:` name.
  struct NumberRow {
    /// What the unit is.
    enum Kind: Int { case article, topmostClause, innerClause }
    var kind: Kind
    var number: ProvisionNumber
  }

  /// Texts of these characters or a little more lie in one file.
  let charactersOfText: Int

  /// All texts of units, headings and titles, folded.
  private(set) var folded = GrowingArray<UInt16>()
  /// The place at which each unit begins, then each heading and each title.
  private(set) var starts = GrowingArray<UInt32>()
  /// How many line feeds each unit holds.
  private(set) var lineFeeds: [Int] = []
  private(set) var numbers: [NumberRow?] = []
  private(set) var revisions: [RevisionRow] = []
  private(set) var headings: [HeadingRow] = []
  /// What pages show of titles.
  private(set) var titles = SearchRecords()
  /// Where texts say what terms mean.
  private(set) var definitions = DefinitionPlaces()
  /// What pages show, file by file.
  private(set) var texts = TextBits()
  /// Of each file how many units and places it has.
  private(set) var files: [(unitCount: Int, placeCount: Int)] = []

  private var records = SearchRecords()
  private var foldedHeadings: [[UInt16]] = []
  private var foldedTitles: [[UInt16]] = []
  private var firstUnitOfFile = 0
  private var lastRegulation = ""
  private var pinpoint = PinpointWriter()

  /// The number of units.
  var unitCount: Int { lineFeeds.count }

  /// The texts of the revisions of a plan.
  init(_ plan: SitePlan, in reader: LibraryReader, charactersOfText: Int) {
    self.charactersOfText = charactersOfText
    var all: [(regulation: PublishedRegulation, revision: CataloguedRevision)] = []
    for regulation in plan.regulations {
      for revision in regulation.catalogued.revisions { all.append((regulation, revision)) }
    }
    all.sort { $0.revision.number < $1.revision.number }
    for (regulation, revision) in all { add(revision, of: regulation, in: reader) }
    endFile()
    texts.add(titles.text)
    for other in foldedHeadings + foldedTitles { append(other) }
  }

  // MARK: Revisions

  private mutating func add(
    _ revision: CataloguedRevision, of regulation: PublishedRegulation, in reader: LibraryReader
  ) {
    guard let place = reader.place(of: revision.number) else { return }
    let segment = reader.segments[place.segment]
    let nodes = segment.nodes(of: place.index)
    let row = SearchRecords.Revision(
      title: segment.title(of: place.index), regulation: regulation.catalogued.title,
      slug: regulation.slug, name: revision.name,
      page: revision == regulation.shown
        ? RegulationPages.index : RegulationPages.page(of: revision.name))
    titles.add(row)
    foldedTitles.append(FoldedText(row.title).units)
    records.begin(row)
    let before = unitCount
    var open: [(end: Int, heading: Int)] = []
    for node in nodes {
      close(&open, before: node)
      let text = segment.text(of: node)
      let isUnit = segment.nodes.isUnit(node)
      if let heading = text.heading {
        let units = FoldedText(heading).units
        if !units.isEmpty {
          foldedHeadings.append(units)
          open.append((segment.nodes.end(of: node), headings.count))
          headings.append(
            HeadingRow(
              firstUnit: unitCount, unitCount: 0, isOfFirstUnit: isUnit, length: units.count))
        }
      }
      let depth = Self.depth(of: node, in: segment)
      let id = segment.id(of: node, text.own).description
      if isUnit { addUnit(node, text, id: id, depth: depth, in: segment) }
      if segment.nodes.end(of: node) > node + 1 {
        records.enter(depth: depth, label: text.label, heading: text.heading, id: id)
      }
      if starts.count > 0, folded.count - fileStart >= charactersOfText { endFile() }
    }
    close(&open, before: .max)
    revisions.append(
      RevisionRow(
        unitCount: unitCount - before, status: revision.status,
        continuesRegulation: regulation.slug == lastRegulation))
    lastRegulation = regulation.slug
  }

  private static let lineFeed: UInt16 = 0x0A

  private mutating func append(_ units: [UInt16]) {
    starts.append(UInt32(truncatingIfNeeded: folded.count))
    units.withUnsafeBufferPointer { folded.append($0) }
    folded.append(Self.lineFeed)
  }

  private mutating func close(_ open: inout [(end: Int, heading: Int)], before node: Int) {
    while let last = open.last, last.end <= node {
      headings[last.heading].unitCount = unitCount - headings[last.heading].firstUnit
      open.removeLast()
    }
  }

  private static func depth(of node: Int, in segment: Segment) -> Int {
    var depth = 0
    var above = segment.nodes.parent(of: node)
    while let parent = above {
      depth += 1
      above = segment.nodes.parent(of: parent)
    }
    return depth
  }

  // MARK: Units

  private mutating func addUnit(
    _ node: Int, _ text: NodeText, id: String, depth: Int, in segment: Segment
  ) {
    let units = text.units
    let searched = min(text.searchedStart, units.count)
    let start = folded.count
    units[searched...].withUnsafeBufferPointer { searched in
      FoldedText.fold(searched) { units, _ in
        definitions.add(in: units, at: start)
        lineFeeds.append(units.count { $0 == Self.lineFeed })
        folded.append(units)
      }
    }
    folded.append(Self.lineFeed)
    starts.append(UInt32(truncatingIfNeeded: start))
    numbers.append(Self.number(of: node, text.own, in: segment))
    var unit = SearchRecords.Unit(
      id: id, depth: depth, label: text.label, heading: text.heading,
      number: text.own.kind == .article ? text.own.number : nil)
    if let label = text.label {
      unit.pinpoint = words(for: node, in: segment, text, labelled: label, at: nil)
      if text.hasParts {
        let outlines = text.outlines
        if text.own.textCount > 0 {
          let words = words(for: node, in: segment, text, labelled: label, at: searched)
          if words != unit.pinpoint { unit.parts.append((searched, words)) }
        }
        for part in outlines.parts.indices {
          let start = outlines.start(of: part)
          unit.parts.append(
            (start, words(for: node, in: segment, text, labelled: label, at: start)))
        }
      }
    }
    records.add(unit, units, from: searched)
  }

  private mutating func words(
    for node: Int, in segment: Segment, _ text: NodeText, labelled label: String, at offset: Int?
  ) -> String {
    pinpoint.words(for: node, in: segment, text, labelled: label, at: offset)
  }

  private static func number(
    of node: Int, _ own: ProvisionOutline, in segment: Segment
  ) -> NumberRow? {
    guard let number = own.number else { return nil }
    switch own.kind {
    case .article: return NumberRow(kind: .article, number: number)
    case .clause:
      let above = segment.nodes.parent(of: node).map { segment.ownOutline(of: $0).kind }
      return NumberRow(kind: above == .clause ? .innerClause : .topmostClause, number: number)
    default: return nil
    }
  }

  // MARK: Files

  private var fileStart: Int {
    firstUnitOfFile < starts.count ? Int(starts.elements[firstUnitOfFile]) : folded.count
  }

  private mutating func endFile() {
    guard unitCount > firstUnitOfFile else { return }
    files.append((unitCount - firstUnitOfFile, folded.count - fileStart))
    firstUnitOfFile = unitCount
    texts.add(records.text)
    records.endFile()
  }
}
