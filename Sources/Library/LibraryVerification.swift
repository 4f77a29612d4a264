internal import ChineseText
internal import NgramIndex

extension LibraryReader {
  /// Reads every byte and every structure, and returns what is wrong, file by file.
  ///
  /// Every page is compared with its checksum. What a segment holds is decoded
  /// and written once more, index and all: it must give the same bytes. What the
  /// manifest says must be there, once, and in order.
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
    guard errors.isEmpty else { return errors }
    var check = ManifestCheck(manifest, segments)
    check.run()
    return check.faults.map { LibraryError(manifest.path, .damaged(detail: $0)) }
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
    LibraryError(file.path, .damaged(detail: detail))
  }
}

/// Checks that the rows of a manifest agree with each other and with the segments.
private struct ManifestCheck {
  private let manifest: Manifest
  private let segments: [Segment]
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
    for (index, segment) in segments.enumerated() {
      let row = manifest.segment(at: index)
      check(
        row.revisionCount == segment.revisionCount
          && row.byteCount == segment.file.file.bytes.count,
        "the row of \(segment.file.path) is not what the file is")
    }
  }

  private mutating func checkSources() {
    var seen: Set<UInt64> = []
    for source in 0..<manifest.sourceCount {
      let (segment, document) = manifest.source(at: source)
      let path = manifest.path(ofSource: source)
      guard segment < segments.count, document < segments[segment].documentCount else {
        faults.append("the source '\(path)' is nowhere")
        continue
      }
      check(
        seen.insert(Self.key(segment, document)).inserted,
        "the source '\(path)' stands where another does")
      check(
        segments[segment].file(of: document).path == path,
        "the source '\(path)' has another path in its segment")
      check(
        source == 0 || !path.isBefore(manifest.path(ofSource: source - 1)),
        "the source '\(path)' is out of order")
    }
  }

  private mutating func checkPlaces() {
    var seen: Set<UInt64> = []
    for revision in 0..<manifest.revisionCount {
      let (segment, index) = manifest.place(of: revision)
      guard segment < segments.count, index < segments[segment].revisionCount else {
        faults.append("revision \(revision) is nowhere")
        continue
      }
      check(
        seen.insert(Self.key(segment, index)).inserted,
        "revision \(revision) stands where another does")
      let source = manifest.source(of: revision)
      let document = segments[segment].document(of: index)
      check(
        source < manifest.sourceCount && manifest.source(at: source) == (segment, document),
        "revision \(revision) has another source in its segment")
    }
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
      checkRevisions(numbers, of: regulation, titled: title)
    }
    check(next == manifest.revisionCount, "revisions belong to no regulation")
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

  private static func key(_ segment: Int, _ index: Int) -> UInt64 {
    UInt64(segment) << 32 | UInt64(index)
  }
}
