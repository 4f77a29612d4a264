internal import ChineseText
internal import NgramIndex

extension LibraryReader {
  /// Reads every byte and every structure, and returns what is wrong, file by file.
  ///
  /// Every page is compared with its checksum. What a segment holds is decoded
  /// and written once more, index and all: it must give the same bytes. What the
  /// manifest says must be there, once, and in order. The copies that a repair
  /// would use must be whole.
  public func verify() -> [LibraryError] {
    var errors: [LibraryError] = []
    for segment in segments {
      do throws(LibraryError) {
        try segment.verify()
        try segment.verifyContents()
      } catch {
        errors.append(error)
      }
    }
    errors += damageOfCopies
    guard errors.isEmpty else { return errors }
    var check = ManifestCheck(manifest, segments)
    check.run()
    return check.faults.map { LibraryError(manifest.path, .damaged(.contradiction($0))) }
  }
}

extension LibraryReader {
  /// What is wrong with the copies that a repair would use, as long as they are
  /// those of this library and not of a newer one.
  private var damageOfCopies: [LibraryError] {
    let files = LibraryFiles(directory: directory)
    let errors = files.damageOfCopies(manifest)
    guard !errors.isEmpty else { return [] }
    let isNewest = (try? files.readManifest())?.fingerprint == manifest.file.fingerprint
    return isNewest ? errors : []
  }
}

extension Segment {
  /// Writes what the segment holds once more and compares it with what stands there.
  fileprivate func verifyContents() throws(LibraryError) {
    var builder = SegmentBuilder()
    var next = 0
    for document in 0..<documentCount {
      let revisions = revisions(of: document)
      guard revisions.lowerBound == next else {
        throw damaged("the revisions of document \(document) do not follow those before")
      }
      next = revisions.upperBound
      builder.add(
        file(of: document), remainder(of: document), revisions.map { revision(at: $0) })
    }
    guard next == revisionCount else {
      throw damaged("\(revisionCount - next) revisions belong to no document")
    }
    for (section, bytes) in zip(SegmentSection.allCases, builder.finish())
    where !file.view(of: section).base.elementsEqual(bytes) {
      throw damaged("the section \(section) is not what the texts give")
    }
  }

  private func damaged(_ detail: String) -> LibraryError {
    LibraryError(file.path, .damaged(.contradiction(detail)))
  }
}

/// Checks that the rows of a manifest agree with each other and with the segments.
private struct ManifestCheck {
  private let manifest: Manifest
  private let segments: [Segment]
  /// The documents that are sources, by their keys.
  private var documents: Set<UInt64> = []
  /// What is wrong, in words.
  private(set) var faults: [String] = []

  init(_ manifest: Manifest, _ segments: [Segment]) {
    self.manifest = manifest
    self.segments = segments
  }

  mutating func run() {
    checkSegments()
    checkSources()
    checkPlaces()
    checkRegulations()
  }

  private mutating func check(_ holds: Bool, _ fault: @autoclosure () -> String) {
    if !holds { faults.append(fault()) }
  }

  private mutating func checkSegments() {
    for (row, segment) in zip(manifest.file.segments, segments) {
      check(
        row.revisionCount == segment.revisionCount
          && row.byteCount == segment.file.file.bytes.count,
        "the row of \(segment.file.path) is not what the file is")
    }
  }

  /// The segment that something stands in, and the place of that in the manifest.
  private func segment(numbered number: Int) -> (segment: Segment, place: Int)? {
    manifest.segment(numbered: number).map { (segments[$0], $0) }
  }

  private mutating func checkSources() {
    var live = [Int](repeating: 0, count: segments.count)
    for source in 0..<manifest.sourceCount {
      let place = manifest.place(ofSource: source)
      let path = manifest.path(ofSource: source)
      guard let (segment, number) = segment(numbered: place.segment),
        place.document < segment.documentCount
      else {
        faults.append("the source '\(path)' is nowhere")
        continue
      }
      live[number] += 1
      check(
        documents.insert(place.key).inserted, "the source '\(path)' stands where another does")
      check(
        segment.file(of: place.document).path == path,
        "the source '\(path)' has another path in its segment")
      check(
        source == 0 || !path.isBefore(manifest.path(ofSource: source - 1)),
        "the source '\(path)' is out of order")
    }
    check(
      live == manifest.file.segments.map { $0.liveDocumentCount },
      "the sources of the segments are miscounted")
  }

  private mutating func checkPlaces() {
    var seen: Set<Catalogue.RevisionPlace> = []
    var live = [Int](repeating: 0, count: segments.count)
    for revision in 0..<manifest.revisionCount {
      let place = manifest.place(of: revision)
      guard let (segment, number) = segment(numbered: place.segment),
        place.index < segment.revisionCount
      else {
        faults.append("revision \(revision) is nowhere")
        continue
      }
      live[number] += 1
      check(seen.insert(place).inserted, "revision \(revision) stands where another does")
      check(
        manifest.revision(place.index, inSegment: place.segment) == revision,
        "revision \(revision) is not found by its place")
      check(
        segment.document(of: place.index) == place.document
          && documents.contains(place.documentKey),
        "revision \(revision) has another source in its segment")
    }
    check(
      live == manifest.file.segments.map { $0.liveRevisionCount },
      "the revisions of the segments are miscounted")
  }

  private mutating func checkRegulations() {
    var ids: Set<UInt32> = []
    var next = 0
    for regulation in 0..<manifest.regulationCount {
      let title = manifest.title(of: regulation)
      let numbers = manifest.revisions(of: regulation)
      check(ids.insert(manifest.id(of: regulation)).inserted, "two regulations have one ID")
      check(
        numbers.lowerBound == next && !numbers.isEmpty,
        "the revisions of 《\(title)》 do not follow those before")
      next = numbers.upperBound
      check(regulation == 0 || isOrdered(regulation), "《\(title)》 is out of order")
      check(isFound(regulation, numbers), "《\(title)》 is not found by its ID or title")
      checkRevisions(numbers, of: regulation, titled: title)
    }
    check(next == manifest.revisionCount, "revisions belong to no regulation")
  }

  private func isFound(_ regulation: Int, _ numbers: Range<Int>) -> Bool {
    let titles = numbers.compactMap { manifest.title(ofRevision: $0) }
    return manifest.regulations(withID: manifest.id(of: regulation)) == [regulation]
      && ([manifest.key(of: regulation)] + titles.map { RegulationTitle($0).key })
        .allSatisfy { manifest.regulations(withKey: $0).contains(regulation) }
  }

  private func isOrdered(_ regulation: Int) -> Bool {
    let title = manifest.title(of: regulation)
    let before = manifest.title(of: regulation - 1)
    return title == before
      ? manifest.id(of: regulation - 1) < manifest.id(of: regulation) : before.isBefore(title)
  }

  private mutating func checkRevisions(
    _ numbers: Range<Int>, of regulation: Int, titled title: String
  ) {
    var ordinals: Set<Int> = []
    var names: Set<String> = []
    for number in numbers {
      let ordinal = manifest.ordinal(of: number)
      check(
        ordinals.insert(ordinal).inserted && ordinal <= manifest.lastOrdinal(of: regulation),
        "two revisions of 《\(title)》 have one number")
      let day =
        manifest.hasDay(number) ? CalendarDate(packed: manifest.orderDay(of: number)) : nil
      let name = RevisionName(day: day, edition: manifest.edition(of: number), ordinal: ordinal)
      check(
        names.insert(name.text).inserted, "two revisions of 《\(title)》 are called \(name.text)")
      check(
        number == numbers.lowerBound || place(of: number - 1) < place(of: number),
        "the revisions of 《\(title)》 are out of order")
    }
  }

  /// Where a revision stands in the order of its regulation.
  private func place(of number: Int) -> (UInt32, Int) {
    (manifest.orderDay(of: number), manifest.ordinal(of: number))
  }
}
