internal import Library
internal import Regulations

/// How many hits a regulation has.
public struct RegulationCount: Hashable, Sendable, Encodable {
  /// The title of the regulation.
  public var regulation: String
  /// The address of the regulation in the library.
  public var regulationID: String
  /// The number of its hits.
  public var total: Int
  /// Those of each of its chapters, most first; hits above the first chapter are
  /// in none.
  public var chapters: [ChapterCount]
}

/// How many hits a chapter (章) has, or a top-most clause where there are no chapters.
public struct ChapterCount: Hashable, Sendable, Encodable {
  /// Its label, such as 第四章.
  public var label: String?
  /// Its heading.
  public var heading: String?
  /// The number of hits in it.
  public var total: Int
}

extension Searcher {
  /// How all hits of a query are spread over regulations and chapters, most first.
  ///
  /// All are counted, not only those that `result` shows.
  public func counts(of result: SearchResult) -> [RegulationCount] {
    var counts = HitCounts(library, scope)
    switch result.understood {
    case .query(let query) where result.mode == .exact:
      for unit in found(exactly: query, limit: .max).units { counts.add(unit) }
    case .citation(let citation):
      for unit in citedUnits(citation) { counts.add(unit) }
    default:
      for unit in closestUnits(result.query) { counts.add(unit) }
    }
    return counts.sorted
  }
}

/// Counts units by regulation and by chapter.
private struct HitCounts {
  private struct Chapter: Hashable {
    var label: String?
    var heading: String?
  }

  private let reader: LibraryReader
  private let scope: SearchScope
  private var totals: [Int: Int] = [:]
  private var chapters: [Int: [Chapter: (total: Int, first: Int)]] = [:]
  /// The chapter of each node above a unit that was seen, by segment and node.
  private var known: [Int: Chapter?] = [:]

  init(_ reader: LibraryReader, _ scope: SearchScope) {
    self.reader = reader
    self.scope = scope
  }

  mutating func add(_ unit: FoundUnit) {
    guard let regulation = scope.regulation(ofRevision: unit.revision) else { return }
    totals[regulation, default: 0] += 1
    guard let chapter = chapter(of: unit) else { return }
    let seen = chapters[regulation]?[chapter] ?? (0, unit.node)
    chapters[regulation, default: [:]][chapter] = (seen.total + 1, min(seen.first, unit.node))
  }

  private mutating func chapter(of unit: FoundUnit) -> Chapter? {
    let segment = reader.segments[unit.segment]
    guard let parent = segment.nodes.parent(of: unit.node) else { return nil }
    let key = unit.segment << 32 | parent
    if let chapter = known[key] { return chapter }
    let chapter = Self.chapter(above: parent, in: segment)
    known[key] = .some(chapter)
    return chapter
  }

  /// The nearest chapter from a node on upwards, or else the top-most node.
  private static func chapter(above node: Int, in segment: Segment) -> Chapter? {
    var (place, next) = (node, Optional(node))
    while let node = next {
      place = node
      if segment.ownOutline(of: node).kind == .chapter { break }
      next = segment.nodes.parent(of: node)
    }
    let text = segment.text(of: place)
    let chapter = Chapter(label: text.label, heading: text.heading)
    return chapter.label == nil && chapter.heading == nil ? nil : chapter
  }

  /// All counts; what has as many stands in the order of the library.
  var sorted: [RegulationCount] {
    totals.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { regulation, total in
      let chapters = (chapters[regulation] ?? [:]).sorted {
        ($1.value.total, $0.value.first) < ($0.value.total, $1.value.first)
      }
      return RegulationCount(
        regulation: reader.title(ofRegulation: regulation),
        regulationID: reader.regulationID(at: regulation), total: total,
        chapters: chapters.map { chapter, count in
          ChapterCount(label: chapter.label, heading: chapter.heading, total: count.total)
        })
    }
  }
}
