internal import DocumentReaders
internal import NgramIndex
internal import Regulations

// A repair keeps whatever is as it was written: segments that are whole, and of
// damaged ones each revision and each source whose pages are, which go into a new
// segment. A source of which anything is lost loses its fingerprint, so that the
// next ingest reads it again. What people decided stands in the manifest, of which
// there is a copy.

extension LibraryWriter {
  /// Gives up what is damaged in the library and keeps the rest.
  ///
  /// The library is whole after the commit that must follow.
  public convenience init(
    repairing directory: String, patience: WriterPatience = .none
  ) throws(LibraryError) {
    try self.init(repairing: LibraryFiles(directory: directory), patience)
  }

  /// Copies what is whole of damaged segments into a new one.
  func salvage(_ segments: [Int: Segment], _ damaged: Set<Int>) {
    guard !damaged.isEmpty else { return }
    var move = Salvage(segments: segments, rows: rowsByDocument(in: damaged))
    catalogue.sources = catalogue.sources.map { source in
      var source = source
      for index in source.former.indices where damaged.contains(source.former[index].segment) {
        salvage(&source.former[index], of: source.path, &move)
      }
      if damaged.contains(source.place.segment) { salvage(&source.place, of: source.path, &move) }
      return source
    }
    for index in catalogue.regulations.indices {
      let lost = catalogue.regulations[index].keep(move.moved, ofSegments: damaged)
      for row in lost {
        repair.lost.append(
          .init(title: row.title, name: row.name, path: move.paths[row.place] ?? ""))
        // Files that give the same text must be read again, too.
        let address = Catalogue.Address(
          regulation: catalogue.regulations[index].id, ordinal: row.ordinal)
        for path in catalogue.pathsWithCopies(of: address) { catalogue.forgetFile(at: path) }
      }
      repair.keptCount += catalogue.regulations[index].revisions.count
    }
  }

  /// Copies what is whole of a document.
  private func salvage(_ place: inout Catalogue.Place, of path: String, _ move: inout Salvage) {
    let segment = move.segments[place.segment]
    let rows = move.rows[place.key] ?? []
    let document = place.document
    let new = (segment: catalogue.nextSegment, document: builder.documentCount)
    let file = segment?.whole { $0.file(of: document) }
    let remainder = segment?.whole { $0.remainder(of: document) }
    var kept: [Revision] = []
    for row in rows {
      move.paths[row] = path
      guard let revision = segment?.whole({ $0.revision(at: row.index) }) else { continue }
      move.moved[row] = .init(
        segment: new.segment, document: new.document, index: builder.revisionCount + kept.count)
      kept.append(revision)
    }
    (place.segment, place.document) = new
    if file == nil || remainder == nil || kept.count < rows.count { place.hash = .unknown }
    builder.add(
      file ?? SourceFile(path: path, byteCount: 0, hash: .unknown, format: .text),
      remainder ?? SourceRemainder(), kept)
  }
}

/// What becomes of the revisions of damaged segments.
private struct Salvage {
  /// The segments that can be opened.
  let segments: [Int: Segment]
  /// The live revisions of damaged segments by their documents.
  let rows: [UInt64: [Catalogue.RevisionPlace]]
  /// Where those went that are whole.
  var moved: [Catalogue.RevisionPlace: Catalogue.RevisionPlace] = [:]
  /// The files that gave them.
  var paths: [Catalogue.RevisionPlace: String] = [:]
}

/// The segments of a library as far as they can be opened.
struct UsableSegments {
  /// Those that can be, by their numbers.
  private(set) var segments: [Int: Segment] = [:]
  /// The numbers of those of which any byte is damaged.
  private(set) var damaged: Set<Int> = []
  /// What is wrong with them.
  private(set) var errors: [LibraryError] = []

  init(of manifest: Manifest, _ files: LibraryFiles) {
    for index in 0..<manifest.segmentCount {
      let row = manifest.segment(at: index)
      do throws(LibraryError) {
        let segment = try Segment(row, in: files)
        // What is read on opening, such as the alphabet, is used for all texts.
        if let damage = segment.damage { throw damage }
        segments[row.number] = segment
        try segment.verify()
      } catch {
        damaged.insert(row.number)
        errors.append(error)
      }
    }
  }
}

extension Catalogue.RegulationRow {
  /// Drops the revisions of some segments but for those that have moved, and
  /// returns what was dropped.
  fileprivate mutating func keep(
    _ moved: [Catalogue.RevisionPlace: Catalogue.RevisionPlace], ofSegments damaged: Set<Int>
  ) -> [Catalogue.RevisionRow] {
    let lost = revisions.filter { damaged.contains($0.place.segment) && moved[$0.place] == nil }
    revisions.removeAll { damaged.contains($0.place.segment) && moved[$0.place] == nil }
    for index in revisions.indices {
      if let place = moved[revisions[index].place] { revisions[index].place = place }
    }
    return lost
  }
}

extension Segment {
  /// What `read` gives if nothing of what it reads is damaged.
  fileprivate func whole<Value>(_ read: (Segment) -> Value) -> Value? {
    let before = file.file.damageCount
    let value = read(self)
    return file.file.damageCount == before ? value : nil
  }
}
