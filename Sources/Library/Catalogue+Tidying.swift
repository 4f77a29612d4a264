internal import Regulations

// Before a catalogue is written it is put in order. Only what was changed is looked
// at, and what the library had in its place.

extension Catalogue {
  /// Drops what no revision stands in, and counts what is left of each segment.
  mutating func tidy() {
    noteRepeals()
    for index in regulations.changedIndices { regulations[index].tidy() }
    dropOldCopies()
    dropEmptyFormer()
    countLive()
    segments.removeAll { $0.liveDocumentCount == 0 }
  }

  /// Has regulations written anew that were repealed, or are no longer.
  private mutating func noteRepeals() {
    guard let stored, storedRepeals != decisions.repeals else { return }
    for id in Set(storedRepeals.keys).union(decisions.repeals.keys)
    where storedRepeals[id] != decisions.repeals[id] {
      for index in stored.manifest.regulations(withID: id) { regulations.change(index) }
    }
  }

  private mutating func dropOldCopies() {
    guard !copies.isEmpty else { return }
    var live: [UInt32: Set<Int>] = [:]
    for index in regulations.changedIndices {
      let regulation = regulations[index]
      live[regulation.id, default: []].formUnion(regulation.revisions.map { $0.ordinal })
    }
    copies = copies.mapValues { addresses in
      addresses.filter { live[$0.regulation]?.contains($0.ordinal) ?? true }
    }.filter { !$0.value.isEmpty }
  }

  /// Drops documents that a path gave before and of which nothing is left.
  private mutating func dropEmptyFormer() {
    let places = changedPlaces()
    let documents = Set(places.new.map { $0.documentKey })
    var paths = Set(sources.changed.keys)
    for old in Set(places.old.subtracting(places.new).map { $0.documentKey }) {
      if let path = storedPath(ofDocument: old) { paths.insert(path) }
    }
    for path in paths {
      guard var source = sources[path], !source.former.isEmpty else { continue }
      let count = source.former.count
      source.former.removeAll { place in
        !documents.contains(place.key)
          && !storedRegulations(ofDocument: place.key).contains { !regulations.isChanged($0) }
      }
      if source.former.count < count { sources[path] = source }
    }
  }

  /// Counts what the library has of each segment, from what it had.
  private mutating func countLive() {
    var revisions: [Int: Int] = [:]
    var documents: [Int: Int] = [:]
    for row in stored?.manifest.file.segments ?? [] {
      revisions[row.number] = row.liveRevisionCount
      documents[row.number] = row.liveDocumentCount
    }
    let places = changedPlaces()
    for place in places.old { revisions[place.segment, default: 0] -= 1 }
    for place in places.new { revisions[place.segment, default: 0] += 1 }
    for (path, source) in sources.changed {
      for place in sources.storedRow(at: path)?.places ?? [] {
        documents[place.segment, default: 0] -= 1
      }
      for place in source?.places ?? [] { documents[place.segment, default: 0] += 1 }
    }
    for index in segments.indices {
      segments[index].liveRevisionCount = revisions[segments[index].number, default: 0]
      segments[index].liveDocumentCount = documents[segments[index].number, default: 0]
    }
  }

  /// Where the revisions of the changed regulations stood, and where they stand.
  private func changedPlaces() -> (old: Set<RevisionPlace>, new: Set<RevisionPlace>) {
    var places: (old: Set<RevisionPlace>, new: Set<RevisionPlace>) = ([], [])
    for index in regulations.changedIndices {
      for revision in regulations[index].revisions { places.new.insert(revision.place) }
      guard regulations.isStored(index) else { continue }
      for revision in regulations.storedRow(at: index).revisions {
        places.old.insert(revision.place)
      }
    }
    return places
  }
}

// MARK: - Documents

extension Catalogue {
  /// The path that gave a document of the library as it stands, or `nil`.
  func storedPath(ofDocument key: UInt64) -> String? {
    guard let stored, let index = stored.manifest.segment(numbered: Int(key >> 32)) else {
      return nil
    }
    let document = Int(key & 0xFFFF_FFFF)
    let segment = stored.segments[index]
    return document < segment.documentCount ? segment.file(of: document).path : nil
  }

  /// The regulations that a document of the library as it stands gave revisions of.
  func storedRegulations(ofDocument key: UInt64) -> Set<Int> {
    guard let stored else { return [] }
    let numbers = stored.revisions(
      ofDocument: Int(key & 0xFFFF_FFFF), inSegmentNumbered: Int(key >> 32))
    return Set(numbers.map { stored.manifest.regulation(ofRevision: $0) })
  }

  /// The regulations of which changed rows stand in documents, by the documents.
  func changedRegulations() -> [UInt64: [Int]] {
    var found: [UInt64: [Int]] = [:]
    for index in regulations.changedIndices {
      for revision in regulations[index].revisions {
        found[revision.place.documentKey, default: []].append(index)
      }
    }
    return found
  }
}
