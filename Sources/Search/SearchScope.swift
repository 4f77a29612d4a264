internal import ChineseText
internal import Library

/// The revisions that a search looks at.
struct SearchScope: Sendable {
  /// Of each segment, whether each of its revisions is looked at.
  private(set) var segments: [SegmentScope] = []
  /// The status of each revision on the day of the search, by number.
  let statuses: [RevisionStatus]
  /// The first day of the regulations that are searched, or `nil`.
  let firstDay: CalendarDate?

  init(_ library: LibraryReader, _ options: SearchOptions) {
    let statuses = library.statuses(on: options.day)
    let title = options.title.map { FoldedText($0).units }
    self.statuses = statuses
    let regulations = title.map { Self.regulations(of: library, titled: $0) }
    firstDay = (0..<library.regulationCount).filter { regulations?[$0] ?? true }
      .compactMap { library.firstDay(ofRegulation: $0) }.min()
    for (number, segment) in library.segments.enumerated() {
      let isActive = (0..<segment.revisionCount).map { index in
        guard let revision = library.number(ofRevision: index, inSegment: number) else {
          return false
        }
        guard options.allRevisions || statuses[revision].isCurrent else { return false }
        return regulations.map { $0[library.regulation(ofRevision: revision)] } ?? true
      }
      segments.append(SegmentScope(segment, isActive: isActive))
    }
  }

  private static func regulations(of library: LibraryReader, titled title: [UInt16]) -> [Bool] {
    (0..<library.regulationCount).map { index in
      FoldedText(library.title(ofRegulation: index)).units.firstRange(of: title) != nil
    }
  }
}

/// The revisions of one segment that a search looks at.
struct SegmentScope: Sendable {
  /// Whether each revision is looked at.
  let isActive: [Bool]
  /// Whether all of them are.
  let isWhole: Bool
  /// Of each revision the node after its last.
  private let ends: [Int]

  init(_ segment: Segment, isActive: [Bool]) {
    self.isActive = isActive
    isWhole = !isActive.contains(false)
    ends = isActive.indices.map { segment.nodes(of: $0).upperBound }
  }

  /// The first revision from `revision` on whose nodes reach beyond `node`.
  func revision(of node: Int, from revision: Int) -> Int {
    var revision = revision
    while revision < ends.count, ends[revision] <= node { revision += 1 }
    return revision
  }

  /// The node after the last of a revision.
  func end(of revision: Int) -> Int { ends[revision] }
}
