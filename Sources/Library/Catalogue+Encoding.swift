internal import ChineseText
internal import Regulations

/// A catalogue that is to be written: the rows that stay where they are, and those
/// that are written anew, in their order.
struct CatalogueDraft {
  private let catalogue: Catalogue
  private let base: CatalogueTables?
  private let sources: [(path: String, place: Catalogue.Place)]
  private let regulations: [Catalogue.RegulationRow]
  private let sourceRuns: [CatalogueRun]
  private let regulationRuns: [CatalogueRun]

  /// The bytes of the manifest of an empty library.
  static var empty: [UInt8] { CatalogueDraft(Catalogue()).manifest(CatalogueTablesWriter()) }

  /// - Precondition: The catalogue is tidy.
  init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    let manifest = catalogue.stored?.manifest
    let base = manifest?.catalogue.map { file in CatalogueTables { file.view(of: $0) } }
    self.base = base
    let sources = catalogue.newSources(manifest)
    self.sources = sources.rows
    sourceRuns = Self.runs(
      Self.live(manifest?.sources, without: sources.replaced),
      sources.rows.map { base?.position(ofPath: $0.path) ?? 0 })
    let regulations = catalogue.newRegulations(manifest)
    self.regulations = regulations.rows
    regulationRuns = Self.runs(
      Self.live(manifest?.regulations, without: regulations.replaced),
      regulations.rows.map { base?.position(ofTitle: $0.title, $0.id) ?? 0 })
  }

  /// The rows of a catalogue file that are left, but for some places.
  private static func live(_ order: CatalogueOrder?, without places: Set<Int>) -> [Range<Int>] {
    var live: [Range<Int>] = []
    let sorted = places.sorted()
    var next = 0
    for stretch in order?.stretches ?? [] where !stretch.run.isHere {
      var row = stretch.run.rows.lowerBound
      let shift = row - stretch.place
      while next < sorted.count, sorted[next] < stretch.place { next += 1 }
      while next < sorted.count, sorted[next] + shift < stretch.run.rows.upperBound {
        let dead = sorted[next] + shift
        if row < dead { live.append(row..<dead) }
        row = dead + 1
        next += 1
      }
      if row < stretch.run.rows.upperBound { live.append(row..<stretch.run.rows.upperBound) }
    }
    return live
  }

  /// Puts new rows among old ones.
  ///
  /// - Parameters:
  ///   - live: The old rows.
  ///   - positions: Of each new row, the old one that it comes before.
  private static func runs(_ live: [Range<Int>], _ positions: [Int]) -> [CatalogueRun] {
    var runs: [CatalogueRun] = []
    var next = 0
    func appendNew(before end: Int) {
      let first = next
      while next < positions.count, positions[next] <= end { next += 1 }
      append(CatalogueRun(isHere: true, rows: first..<next))
    }
    func append(_ run: CatalogueRun) {
      guard !run.rows.isEmpty else { return }
      if let last = runs.last, last.isHere == run.isHere,
        last.rows.upperBound == run.rows.lowerBound
      {
        runs[runs.count - 1].rows = last.rows.lowerBound..<run.rows.upperBound
      } else {
        runs.append(run)
      }
    }
    for range in live {
      var row = range.lowerBound
      appendNew(before: row)
      while next < positions.count, positions[next] < range.upperBound {
        append(CatalogueRun(isHere: false, rows: row..<positions[next]))
        row = positions[next]
        appendNew(before: row)
      }
      append(CatalogueRun(isHere: false, rows: row..<range.upperBound))
    }
    appendNew(before: .max)
    return runs
  }

  // MARK: Writing

  /// What is written anew.
  func changes() -> CatalogueTablesWriter {
    var writer = CatalogueTablesWriter()
    for source in sources { writer.append(source.path, source.place) }
    for regulation in regulations { append(regulation, to: &writer) }
    return writer
  }

  private func append(
    _ regulation: Catalogue.RegulationRow, to writer: inout CatalogueTablesWriter
  ) {
    writer.append(regulation, catalogue.decisions.repeals[regulation.id])
  }

  /// All rows in one.
  func whole() -> CatalogueTablesWriter {
    guard let base else { return changes() }
    var writer = CatalogueTablesWriter()
    for run in sourceRuns {
      if run.isHere {
        for source in sources[run.rows] { writer.append(source.path, source.place) }
      } else {
        writer.append(sources: run.rows, of: base)
      }
    }
    var newRow = [UInt32?](repeating: nil, count: base.regulationCount)
    for run in regulationRuns {
      if run.isHere {
        for regulation in regulations[run.rows] { append(regulation, to: &writer) }
      } else {
        for row in run.rows {
          let new = writer.regulationCount + row - run.rows.lowerBound
          newRow[row] = UInt32(truncatingIfNeeded: new)
        }
        writer.append(regulations: run.rows, of: base)
      }
    }
    writer.append(keysOf: base, newRow)
    return writer
  }

  /// Whether everything goes into a new catalogue file.
  func isDue(_ policy: CataloguePolicy, here: CatalogueTablesWriter, isLate: Bool) -> Bool {
    func live(_ runs: [CatalogueRun]) -> Int {
      runs.reduce(0) { $0 + ($1.isHere ? 0 : $1.rows.count) }
    }
    let runs = (sourceRuns.count + regulationRuns.count) * ManifestFormat.runByteCount
    return policy.isDue(
      here: here.byteCount + runs, catalogue: base?.byteCount ?? 0,
      rows: (base?.sourceCount ?? 0) + (base?.regulationCount ?? 0),
      live: live(sourceRuns) + live(regulationRuns), isLate: isLate)
  }

  /// The bytes of a manifest in which the changes stand.
  func manifest(_ here: CatalogueTablesWriter) -> [UInt8] {
    catalogue.manifest(
      here, sourceRuns, regulationRuns, catalogue.stored?.manifest.file.catalogue)
  }

  /// The bytes of a manifest in which all rows stand.
  func manifest(whole: CatalogueTablesWriter) -> [UInt8] {
    catalogue.manifest(
      whole, [CatalogueRun(isHere: true, rows: 0..<whole.sourceCount)],
      [CatalogueRun(isHere: true, rows: 0..<whole.regulationCount)], nil)
  }

  /// The bytes of a manifest all of whose rows stand in a new catalogue file.
  func manifest(
    whole: CatalogueTablesWriter, in file: (number: Int, fingerprint: ContentHash)
  ) -> [UInt8] {
    var catalogue = catalogue
    catalogue.nextNumber = file.number + 1
    return catalogue.manifest(
      CatalogueTablesWriter(), [CatalogueRun(isHere: false, rows: 0..<whole.sourceCount)],
      [CatalogueRun(isHere: false, rows: 0..<whole.regulationCount)], file)
  }
}

extension Catalogue {
  /// The sources that do not stand in the catalogue file as they are, in their order,
  /// and the places of those in the library that they replace.
  fileprivate func newSources(
    _ manifest: Manifest?
  ) -> (rows: [(path: String, place: Place)], replaced: Set<Int>) {
    var rows: [SourceRow] = []
    var replaced: Set<Int> = []
    for (path, source) in sources.changed {
      if let manifest { replaced.formUnion(manifest.sources(at: path)) }
      if let source { rows.append(source) }
    }
    for stretch in manifest?.sources.stretches ?? [] where stretch.run.isHere {
      for index in stretch.place..<(stretch.place + stretch.run.rows.count) {
        guard let path = manifest?.path(ofSource: index), path != rows.last?.path,
          sources.changed[path] == nil, let row = sources.storedRow(at: path)
        else { continue }
        rows.append(row)
      }
    }
    rows.sort { $0.path.isBefore($1.path) }
    return (rows.flatMap { row in row.places.map { (row.path, $0) } }, replaced)
  }

  /// The regulations that do not stand in the catalogue file as they are, in their
  /// order, and the places of those in the library that they replace.
  fileprivate func newRegulations(
    _ manifest: Manifest?
  ) -> (rows: [RegulationRow], replaced: Set<Int>) {
    let changed = regulations.changedIndices
    var rows = changed.map { regulations[$0] }
    for stretch in manifest?.regulations.stretches ?? [] where stretch.run.isHere {
      for index in stretch.place..<(stretch.place + stretch.run.rows.count)
      where !regulations.isChanged(index) {
        rows.append(regulations[index])
      }
    }
    rows.removeAll { $0.revisions.isEmpty }
    if !rows.indices.dropFirst().allSatisfy({ rows[$0 - 1].isBefore(rows[$0]) }) {
      rows.sort { $0.isBefore($1) }
    }
    return (rows, Set(changed.filter { regulations.isStored($0) }))
  }

  /// The bytes of a manifest.
  fileprivate func manifest(
    _ here: CatalogueTablesWriter, _ sourceRuns: [CatalogueRun], _ regulationRuns: [CatalogueRun],
    _ catalogue: (number: Int, fingerprint: ContentHash)?
  ) -> [UInt8] {
    let sourceRuns = sourceRuns.filter { !$0.rows.isEmpty }
    let regulationRuns = regulationRuns.filter { !$0.rows.isEmpty }
    var decisions = ByteWriter(self.decisions)
    decisions.append(copies: copies)
    var writer = ByteWriter()
    writer.append(ManifestFormat.magic)
    for count in [ManifestFormat.version, nextNumber, catalogue?.number ?? 0, segments.count] {
      writer.append(count: count)
    }
    writer.append(catalogue?.fingerprint ?? .unknown)
    for count in [
      sourceRuns.count, regulationRuns.count, here.sourceCount, here.regulationCount,
      here.revisionCount, here.keyCount, decisions.count, 0,
    ] { writer.append(count: count) }
    for segment in segments { writer.append(segment) }
    for run in sourceRuns + regulationRuns { writer.append(run) }
    let tables = here.finish()
    for table in tables.dropLast() { writer.append(table) }
    writer.append(decisions.bytes)
    writer.append(tables.last ?? [])
    writer.append(ContentHash(writer.bytes))
    writer.append(ManifestFormat.endMagic)
    return writer.bytes
  }
}

extension ByteWriter {
  fileprivate mutating func append(_ segment: Catalogue.SegmentRow) {
    append(count: segment.number)
    append(count: segment.revisionCount)
    append(UInt64(segment.byteCount))
    append(segment.fingerprint)
    append(count: segment.liveRevisionCount)
    append(count: segment.liveDocumentCount)
  }

  fileprivate mutating func append(_ run: CatalogueRun) {
    append(
      UInt32(truncatingIfNeeded: run.rows.lowerBound)
        | (run.isHere ? ManifestFormat.hereMark : 0))
    append(count: run.rows.count)
  }
}
