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
    for old in catalogue.sources.rows {
      var source = old
      for index in source.former.indices where damaged.contains(source.former[index].segment) {
        salvage(&source.former[index], of: source.path, &move)
      }
      if damaged.contains(source.place.segment) { salvage(&source.place, of: source.path, &move) }
      catalogue.sources[old.path] = source
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
    }
  }

  /// The live revisions of some segments by their documents, in their order there.
  private func rowsByDocument(in numbers: Set<Int>) -> [UInt64: [Catalogue.RevisionPlace]] {
    var rows: [UInt64: [Catalogue.RevisionPlace]] = [:]
    for regulation in catalogue.regulations {
      for revision in regulation.revisions where numbers.contains(revision.place.segment) {
        rows[revision.place.documentKey, default: []].append(revision.place)
      }
    }
    return rows.mapValues { $0.sorted { $0.index < $1.index } }
  }

  /// Copies what is whole of a document.
  private func salvage(_ place: inout Catalogue.Place, of path: String, _ move: inout Salvage) {
    let segment = move.segments[place.segment]
    let rows = move.rows[place.key] ?? []
    let document = place.document
    let new = (segment: catalogue.nextNumber, document: builder.documentCount)
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

/// A manifest, or its copy, with a catalogue file that is whole, or the copy of that.
struct UsableManifest {
  let manifest: Manifest
  /// What is wrong with either of the files, or with their copies.
  private(set) var errors: [LibraryError] = []

  init(_ files: LibraryFiles) throws(LibraryError) {
    let file = try files.readManifestOrCopy(&errors)
    manifest = try Self.manifest(file, files, &errors)
    errors += files.damageOfCopies(manifest)
  }

  private static func manifest(
    _ file: ManifestFile, _ files: LibraryFiles, _ errors: inout [LibraryError]
  ) throws(LibraryError) -> Manifest {
    do throws(LibraryError) {
      let manifest = try Manifest(file, in: files)
      try manifest.catalogue?.verify()
      return manifest
    } catch {
      guard let (number, fingerprint) = file.catalogue else { throw error }
      switch error.reason {
      case .damaged, .fileMissing: errors.append(error)
      default: throw error
      }
      let path = files.catalogue(number)
      let copy = try? CatalogueFile(path: LibraryFiles.copy(of: path), fingerprint)
      guard let copy, (try? copy.verify()) != nil, let manifest = try? Manifest(file, copy) else {
        throw LibraryError(path, .beyondRepair)
      }
      return manifest
    }
  }
}

extension LibraryFiles {
  /// What is wrong with the copies of a manifest and of its catalogue file.
  ///
  /// A copy of the manifest may be missing, or be that of an earlier change: the
  /// writer may have been stopped before it came to that, and the next one makes up
  /// for it.
  func damageOfCopies(_ manifest: Manifest) -> [LibraryError] {
    var errors: [LibraryError] = []
    do throws(LibraryError) {
      _ = try ManifestFile(path: copy)
    } catch {
      if error.reason != .fileMissing { errors.append(error) }
    }
    guard let (number, fingerprint) = manifest.file.catalogue else { return errors }
    do throws(LibraryError) {
      try CatalogueFile(path: Self.copy(of: catalogue(number)), fingerprint).verify()
    } catch {
      errors.append(error)
    }
    return errors
  }
}

extension CatalogueFile {
  /// The catalogue file that a manifest names, or a copy of it.
  init(path: String, _ fingerprint: ContentHash) throws(LibraryError) {
    try self.init(path: path)
    guard fingerprint == self.fingerprint else {
      throw LibraryError(path, .damaged(.otherFile))
    }
  }
}

/// The segments of a library as far as they can be opened.
struct UsableSegments {
  /// Those that can be, by their numbers.
  private(set) var segments: [Int: Segment] = [:]
  /// The numbers of those of which any byte is damaged.
  private(set) var damaged: Set<Int> = []
  /// What is wrong with them.
  private(set) var errors: [LibraryError] = []

  /// Opens those of a manifest, unless any is of another format: that is for
  /// another tool to read, and nothing to give up.
  init(of manifest: Manifest, _ files: LibraryFiles) throws(LibraryError) {
    for row in manifest.file.segments {
      do throws(LibraryError) {
        let segment = try Segment(row, in: files)
        // What is read on opening, such as the alphabet, is used for all texts.
        if let damage = segment.damage { throw damage }
        segments[row.number] = segment
        try segment.verify()
      } catch {
        if error.isAboutFormat { throw error }
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
