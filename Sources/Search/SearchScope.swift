internal import ChineseText
internal import Library

/// The revisions that a search looks at.
final class SearchScope: Sendable {
  /// Of each segment, whether each of its revisions is looked at.
  let segments: [SegmentScope]
  /// The status of each revision on the day of the search, by number.
  let statuses: [RevisionStatus]
  /// The first day of the regulations that are searched, where nothing is in force.
  let firstDay: CalendarDate?
  /// The regulation of each revision, by number.
  private let regulationOfRevision: [UInt32]

  /// - Parameter forMany: Whether many queries will follow.
  init(_ library: LibraryReader, _ options: SearchOptions, forMany: Bool) {
    let statuses = library.statuses(on: options.day)
    let title = options.title.map { FoldedText($0).units }
    self.statuses = statuses
    let regulations = title.map { Self.regulations(of: library, titled: $0) }
    let regulationOfRevision = library.regulationOfEachRevision
    self.regulationOfRevision = regulationOfRevision
    var segments: [SegmentScope] = []
    for (number, segment) in library.segments.enumerated() {
      let numbers = (0..<segment.revisionCount).map {
        library.number(ofRevision: $0, inSegment: number)
      }
      let isActive = numbers.map { number in
        guard let number, number < regulationOfRevision.count,
          options.allRevisions || statuses[number].isCurrent
        else { return false }
        return regulations.map { $0[Int(regulationOfRevision[number])] } ?? true
      }
      segments.append(
        SegmentScope(
          segment, number, revisions: numbers, isActive: isActive,
          forMany ? DefinitionFilter(segment) : nil))
    }
    self.segments = segments
    let isEmpty = segments.allSatisfy { !$0.isActive.contains(true) }
    firstDay =
      !isEmpty
      ? nil
      : (0..<library.regulationCount).filter { regulations?[$0] ?? true }
        .compactMap { library.firstDay(ofRegulation: $0) }.min()
  }

  /// The regulation of a revision, or `nil` for one that is in none.
  func regulation(ofRevision number: Int) -> Int? {
    number < regulationOfRevision.count ? Int(regulationOfRevision[number]) : nil
  }

  private static func regulations(of library: LibraryReader, titled title: [UInt16]) -> [Bool] {
    (0..<library.regulationCount).map { index in
      FoldedText(library.title(ofRegulation: index)).units.firstRange(of: title) != nil
    }
  }
}

/// The revisions of one segment that a search looks at.
final class SegmentScope: Sendable {
  /// Whether each revision is looked at.
  let isActive: [Bool]
  /// Whether all of them are.
  let isWhole: Bool
  /// The nodes of those that are not, in runs.
  let inactive: [Range<Int>]
  /// What of definitions need not be looked up; only where many queries follow.
  let definitions: DefinitionFilter?
  private let number: Int
  /// The nodes of the active ones; none are kept where all are.
  private let nodes: NodeSet
  /// Of each revision its number in the library, and the node after its last.
  private let numbers: [UInt32]
  private let ends: [UInt32]
  /// Of each stretch of nodes the revision that holds its first.
  private let revisions: [UInt32]
  private static let stretch = 32

  init(
    _ segment: Segment, _ number: Int, revisions: [Int?], isActive: [Bool],
    _ definitions: DefinitionFilter?
  ) {
    self.number = number
    self.definitions = definitions
    self.isActive = isActive
    isWhole = !isActive.contains(false)
    numbers = revisions.map { UInt32(clamping: $0 ?? .max) }
    let ends = revisions.indices.map { segment.nodes(of: $0).upperBound }
    self.ends = ends.map { UInt32(clamping: $0) }
    var revision = 0
    self.revisions = stride(from: 0, to: segment.nodeCount, by: Self.stretch).map { node in
      while revision < ends.count, ends[revision] <= node { revision += 1 }
      return UInt32(clamping: revision)
    }
    var nodes = NodeSet(isWhole ? 0 : segment.nodeCount)
    var inactive: [Range<Int>] = []
    if !isWhole {
      for revision in isActive.indices {
        let range = segment.nodes(of: revision)
        if isActive[revision] {
          for node in range { nodes.insert(node) }
        } else if let last = inactive.last, last.upperBound == range.lowerBound {
          inactive[inactive.count - 1] = last.lowerBound..<range.upperBound
        } else {
          inactive.append(range)
        }
      }
    }
    self.nodes = nodes
    self.inactive = inactive
  }

  /// A node that was found.
  func unit(_ node: Int, score: Double) -> FoundUnit {
    let revision = revision(of: node)
    return FoundUnit(
      score: score, segment: number, node: node,
      revision: revision < numbers.count ? Int(numbers[revision]) : .max)
  }

  /// The revision of a node, as the segment numbers it.
  func revision(of node: Int) -> Int {
    let stretch = node / Self.stretch
    var revision = stretch < revisions.count ? Int(revisions[stretch]) : 0
    while revision < ends.count, ends[revision] <= node { revision += 1 }
    return revision
  }

  /// Whether a node's revision is looked at.
  @inline(__always)
  func holds(_ node: Int) -> Bool { isWhole || nodes.contains(node) }
}

/// A set of nodes, a bit each.
struct NodeSet: Sendable {
  private var words: [UInt64]

  init(_ count: Int) {
    words = [UInt64](repeating: 0, count: (count + 63) / 64)
  }

  @inline(__always)
  mutating func insert(_ node: Int) {
    guard node >> 6 < words.count else { return }
    words[node >> 6] |= 1 << UInt64(node & 63)
  }

  @inline(__always)
  func contains(_ node: Int) -> Bool {
    node >> 6 < words.count && words[node >> 6] & 1 << UInt64(node & 63) != 0
  }
}
