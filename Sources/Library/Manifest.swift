internal import ChineseText
internal import NgramIndex
internal import Regulations

/// What a library holds: the rows of its manifest and of its catalogue file.
///
/// Sources, regulations and revisions are numbered in the order of the library.
struct Manifest: Sendable {
  let file: ManifestFile
  /// The catalogue file, if there is one.
  let catalogue: CatalogueFile?
  private let base: CatalogueTables
  let sources: CatalogueOrder
  let regulations: CatalogueOrder

  /// What a manifest says, with the catalogue file that it names.
  init(_ file: ManifestFile, in files: LibraryFiles) throws(LibraryError) {
    var catalogue: CatalogueFile?
    if let (number, fingerprint) = file.catalogue {
      catalogue = try CatalogueFile(path: files.catalogue(number), fingerprint)
    }
    try self.init(file, catalogue)
  }

  init(_ file: ManifestFile, _ catalogue: CatalogueFile?) throws(LibraryError) {
    let here = file.tables
    let base = catalogue.map { catalogue in CatalogueTables { catalogue.view(of: $0) } }
    let tables = base ?? here
    let sources = CatalogueOrder(
      file.sourceRuns, base: base?.sourceCount ?? 0, here: here.sourceCount)
    let regulations = CatalogueOrder(
      file.regulationRuns, base: base?.regulationCount ?? 0, here: here.regulationCount
    ) { run in
      let tables = run.isHere ? here : tables
      let first = tables.firstRevision(of: run.rows.lowerBound)
      return first..<max(first, tables.firstRevision(of: run.rows.upperBound))
    }
    guard let sources, let regulations else {
      throw LibraryError(file.path, .damaged(.contradiction("the order has rows that are nowhere")))
    }
    guard regulations.revisionCount <= tables.revisionCount + here.revisionCount else {
      throw LibraryError(file.path, .damaged(.contradiction("the order has revisions twice")))
    }
    self.file = file
    self.catalogue = catalogue
    self.base = tables
    self.sources = sources
    self.regulations = regulations
  }

  var path: String { file.path }
  var sourceCount: Int { sources.count }
  var regulationCount: Int { regulations.count }
  var revisionCount: Int { regulations.revisionCount }

  private func tables(_ run: CatalogueRun) -> CatalogueTables {
    run.isHere ? file.tables : base
  }

  /// The place of a segment in the manifest, or `nil` for one that it does not name.
  func segment(numbered number: Int) -> Int? {
    let index = CatalogueTables.first(in: file.segments.count) {
      file.segments[$0].number >= number
    }
    return index < file.segments.count && file.segments[index].number == number ? index : nil
  }

  // MARK: Sources

  private func source(at index: Int) -> (tables: CatalogueTables, row: Int) {
    let stretch = sources.stretch(at: index)
    return (tables(stretch.run), stretch.run.rows.lowerBound + index - stretch.place)
  }

  /// The document that a source is.
  func place(ofSource index: Int) -> Catalogue.Place {
    let (tables, row) = source(at: index)
    return tables.place(ofSource: row)
  }

  /// The path of a source.
  func path(ofSource index: Int) -> String {
    let (tables, row) = source(at: index)
    return tables.pathBytes(ofSource: row).text
  }

  /// The sources of a path, the newest last.
  func sources(at path: String) -> Range<Int> {
    func first(_ holds: (Int) -> Bool) -> Int {
      CatalogueTables.first(in: sourceCount) { index in
        let (tables, row) = source(at: index)
        return holds(tables.pathBytes(ofSource: row).order(against: path))
      }
    }
    let start = first { $0 >= 0 }
    guard start < sourceCount, self.path(ofSource: start) == path else { return start..<start }
    return start..<max(start, first { $0 > 0 })
  }

  // MARK: Regulations

  /// The row of a regulation, and the tables in which it stands.
  func regulation(at index: Int) -> (tables: CatalogueTables, row: Int) {
    let stretch = regulations.stretch(at: index)
    return (tables(stretch.run), stretch.run.rows.lowerBound + index - stretch.place)
  }

  func id(of regulation: Int) -> UInt32 {
    let (tables, row) = self.regulation(at: regulation)
    return tables.id(of: row)
  }

  func title(of regulation: Int) -> String {
    let (tables, row) = self.regulation(at: regulation)
    return tables.titleBytes(of: row).text
  }

  func issuer(of regulation: Int) -> String? {
    let (tables, row) = self.regulation(at: regulation)
    return tables.issuerBytes(of: row)?.text
  }

  /// The revisions of a regulation, from the oldest to the newest.
  func revisions(of regulation: Int) -> Range<Int> {
    let stretch = regulations.stretch(at: regulation)
    let row = stretch.run.rows.lowerBound + regulation - stretch.place
    let own = tables(stretch.run).revisions(of: row).clamped(to: stretch.revisions)
    let first = stretch.revision + own.lowerBound - stretch.revisions.lowerBound
    return first..<(first + own.count)
  }

  /// The highest number that a revision of a regulation was given.
  func lastOrdinal(of regulation: Int) -> Int {
    let (tables, row) = self.regulation(at: regulation)
    return tables.lastOrdinal(of: row)
  }

  /// The day on which a regulation was repealed, packed, or 0.
  func repealDay(of regulation: Int) -> UInt32 {
    let (tables, row) = self.regulation(at: regulation)
    return tables.repealDay(of: row)
  }

  /// The ID of the regulation that repealed another, or 0.
  func repealingID(of regulation: Int) -> UInt32 {
    let (tables, row) = self.regulation(at: regulation)
    return tables.repealingID(of: row)
  }

  /// What all titles of one stem share.
  func key(of regulation: Int) -> UInt64 {
    let (tables, row) = self.regulation(at: regulation)
    return tables.key(of: row)
  }

  /// The regulations with an ID; more than one only in a damaged library.
  func regulations(withID id: UInt32) -> [Int] { regulations { $0.rows(withID: id) } }

  /// The regulations of which a title has a key, in their order.
  func regulations(withKey key: UInt64) -> [Int] { regulations { $0.rows(withKey: key) } }

  private func regulations(_ rows: (CatalogueTables) -> [Int]) -> [Int] {
    let here = rows(file.tables).compactMap { regulations.place(ofRow: $0, isHere: true) }
    guard catalogue != nil else { return here.sorted() }
    return (here + rows(base).compactMap { regulations.place(ofRow: $0, isHere: false) }).sorted()
  }

  // MARK: Revisions

  private func revision(at number: Int) -> (tables: CatalogueTables, row: Int) {
    let stretch = regulations.stretch(ofRevision: number)
    return (tables(stretch.run), stretch.revisions.lowerBound + number - stretch.revision)
  }

  /// The regulation of a revision.
  func regulation(ofRevision number: Int) -> Int {
    let stretch = regulations.stretch(ofRevision: number)
    let row = stretch.revisions.lowerBound + number - stretch.revision
    let found = tables(stretch.run).regulation(ofRevision: row, in: stretch.run.rows)
    return stretch.place + found - stretch.run.rows.lowerBound
  }

  /// Where the text of a revision stands.
  func place(of revision: Int) -> Catalogue.RevisionPlace {
    let (tables, row) = self.revision(at: revision)
    return tables.place(ofRevision: row)
  }

  func ordinal(of revision: Int) -> Int {
    let (tables, row) = self.revision(at: revision)
    return tables.ordinal(of: row)
  }

  func edition(of revision: Int) -> Int {
    let (tables, row) = self.revision(at: revision)
    return tables.edition(of: row)
  }

  /// The title of a revision where it is not that of its regulation.
  func title(ofRevision revision: Int) -> String? {
    let (tables, row) = self.revision(at: revision)
    return tables.titleBytes(ofRevision: row)?.text
  }

  /// The day by which a revision is ordered, packed so that days compare as
  /// numbers; 0 for none.
  func orderDay(of revision: Int) -> UInt32 {
    let (tables, row) = self.revision(at: revision)
    return tables.orderDay(of: row)
  }

  func dates(of revision: Int) -> RevisionDates {
    let (tables, row) = self.revision(at: revision)
    return tables.dates(of: row)
  }

  /// Whether a revision has a day of its own.
  func hasDay(_ revision: Int) -> Bool {
    let (tables, row) = self.revision(at: revision)
    return tables.hasDay(row)
  }

  func kind(of revision: Int) -> Revision.Kind {
    let (tables, row) = self.revision(at: revision)
    return tables.kind(of: row)
  }

  /// The revision that stands in a place, or `nil`.
  func revision(_ index: Int, inSegment number: Int) -> Int? {
    if let row = file.tables.row(ofRevision: index, inSegment: number),
      let revision = regulations.revision(ofRow: row, isHere: true)
    {
      return revision
    }
    guard catalogue != nil, let row = base.row(ofRevision: index, inSegment: number) else {
      return nil
    }
    return regulations.revision(ofRow: row, isHere: false)
  }

  // MARK: All of them

  /// The rows of all regulations in their order, with the tables in which they stand.
  func forEachRegulation(_ body: (CatalogueTables, Int) -> Void) {
    for stretch in regulations.stretches {
      let tables = tables(stretch.run)
      for row in stretch.run.rows { body(tables, row) }
    }
  }

  /// The numbers of all revisions with those of their segments and their numbers there.
  func forEachPlace(_ body: (_ revision: Int, _ segment: Int, _ index: Int) -> Void) {
    for stretch in regulations.stretches {
      var number = stretch.revision
      tables(stretch.run).forEachPlace(of: stretch.revisions) { segment, index in
        body(number, segment, index)
        number += 1
      }
    }
  }
}
