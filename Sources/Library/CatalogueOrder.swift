/// Rows that follow one another in a table of a catalogue, and in the library.
struct CatalogueRun: Hashable, Sendable {
  /// Whether they stand in the manifest.
  var isHere: Bool
  var rows: Range<Int>
}

/// The order in which the rows of two tables make up a library.
///
/// What is asked for by its place in the library is found in a run, and its row
/// in the table of that.
struct CatalogueOrder: Sendable {
  /// A run, and what of the library stands before it.
  struct Stretch: Sendable {
    var run: CatalogueRun
    /// The place of its first row.
    var place: Int
    /// Its revisions in the table, and the number of the first one in the library.
    var revisions: Range<Int>
    var revision: Int
  }

  private(set) var stretches: [Stretch] = []
  /// The number of rows of all runs.
  private(set) var count = 0
  /// The number of their revisions.
  private(set) var revisionCount = 0

  /// The runs in the order of the library; `nil` where they are not of rows that
  /// there are.
  init?(
    _ runs: ByteView, base: Int, here: Int, revisions: (CatalogueRun) -> Range<Int> = { _ in 0..<0 }
  ) {
    let runCount = runs.count / ManifestFormat.runByteCount
    stretches.reserveCapacity(runCount)
    for index in 0..<runCount {
      let first = runs.number(at: index * ManifestFormat.runByteCount, as: UInt32.self)
      let rowCount = runs.count32(at: index * ManifestFormat.runByteCount + 4)
      let isHere = first & ManifestFormat.hereMark != 0
      let row = Int(first & ~ManifestFormat.hereMark)
      guard rowCount > 0, row + rowCount <= (isHere ? here : base) else { return nil }
      append(CatalogueRun(isHere: isHere, rows: row..<(row + rowCount)), revisions)
    }
    guard count <= base + here else { return nil }
  }

  private mutating func append(_ run: CatalogueRun, _ revisions: (CatalogueRun) -> Range<Int>) {
    let revisions = revisions(run)
    stretches.append(
      Stretch(run: run, place: count, revisions: revisions, revision: revisionCount))
    count += run.rows.count
    revisionCount += revisions.count
  }

  /// The stretch that a place lies in.
  ///
  /// - Precondition: `place` is at least 0 and less than `count`.
  func stretch(at place: Int) -> Stretch {
    if stretches.count == 1 { return stretches[0] }
    return stretches[
      CatalogueTables.first(in: stretches.count - 1) { stretches[$0 + 1].place > place }]
  }

  /// The stretch that a revision lies in.
  ///
  /// - Precondition: `revision` is at least 0 and less than `revisionCount`.
  func stretch(ofRevision revision: Int) -> Stretch {
    if stretches.count == 1 { return stretches[0] }
    return stretches[
      CatalogueTables.first(in: stretches.count - 1) { stretches[$0 + 1].revision > revision }]
  }

  /// The number of the revision of a row, or `nil` for one in no run.
  func revision(ofRow row: Int, isHere: Bool) -> Int? {
    stretches.first { $0.run.isHere == isHere && $0.revisions.contains(row) }
      .map { $0.revision + row - $0.revisions.lowerBound }
  }

  /// The place of a row of one of the tables, or `nil` for one in no run.
  func place(ofRow row: Int, isHere: Bool) -> Int? {
    stretches.first { $0.run.isHere == isHere && $0.run.rows.contains(row) }
      .map { $0.place + row - $0.run.rows.lowerBound }
  }
}
