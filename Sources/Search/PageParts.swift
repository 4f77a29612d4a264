internal import Library
internal import Regulations
import Synchronization

/// What pages repeat: the names and files of revisions and the provisions above units.
///
/// Hits often share their regulation and chapter, on a page and from query to
/// query, and every text that is made anew costs as much as finding a hit. Only
/// so many are kept: one that has the place of another takes it over.
struct PageParts {
  /// What a hit says of its revision.
  struct Names {
    /// The title of the regulation.
    var title = ""
    /// Its address in the library.
    var regulationID = ""
    /// The name of the revision.
    var revision = ""
    /// The path of the file that it was read from.
    var source = ""
  }

  private static let fewestPlaces = 2048
  static let mostPlaces = 1 << 16
  private static let nobody = -1

  // What a place holds stands apart from whose it is: so the numbers lie close
  // together, and what is not wanted is not copied.
  private var revisions: [Int]
  private var names: [Names]
  private var pathEnds: [Int]
  private var paths: [[PathStep]]

  /// Room for some of the parts.
  init() { self.init(revisionCount: 0, nodeCount: 0) }

  /// Room for the parts of so many revisions and nodes, if they are not too many.
  init(revisionCount: Int, nodeCount: Int) {
    let placesOfNames = Self.placeCount(for: revisionCount)
    revisions = Array(repeating: Self.nobody, count: placesOfNames)
    names = Array(repeating: Names(), count: placesOfNames)
    let placesOfPaths = Self.placeCount(for: nodeCount)
    pathEnds = Array(repeating: Self.nobody, count: placesOfPaths)
    paths = Array(repeating: [], count: placesOfPaths)
  }

  /// A power of two.
  private static func placeCount(for count: Int) -> Int {
    var places = fewestPlaces
    while places < min(count, mostPlaces) { places *= 2 }
    return places
  }

  /// Calls `body` with the names of a revision, made where they are not known.
  @inline(__always)
  mutating func withNames<Result>(
    ofRevision number: Int, _ make: () -> Names, _ body: (Names) -> Result
  ) -> Result {
    let place = place(ofRevision: number)
    if revisions[place] != number {
      revisions[place] = number
      names[place] = make()
    }
    // Borrowed, not copied.
    return names.withUnsafeBufferPointer { body($0[place]) }
  }

  /// The path that ends with a node of a segment, if it is known.
  func path(to node: Int, inSegment segment: Int) -> [PathStep]? {
    let place = place(of: node, segment)
    return pathEnds[place] == segment << 32 | node ? paths[place] : nil
  }

  /// Keeps the path that ends with a node of a segment.
  mutating func keep(_ path: [PathStep], to node: Int, inSegment segment: Int) {
    let place = place(of: node, segment)
    pathEnds[place] = segment << 32 | node
    paths[place] = path
  }

  private func place(ofRevision number: Int) -> Int { number & (revisions.count - 1) }

  private func place(of node: Int, _ segment: Int) -> Int {
    (node &+ 257 &* segment) & (paths.count - 1)
  }

  // Each reads something only to have it near when it is needed.

  func approachNames(ofRevision number: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: revisions[place(ofRevision: number)])
  }

  func approachTitle(ofRevision number: Int) -> UInt32 {
    UInt32(names[place(ofRevision: number)].title.utf8.first ?? 0)
  }

  func approachPath(to node: Int, inSegment segment: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: pathEnds[place(of: node, segment)])
  }

  func approachSteps(to node: Int, inSegment segment: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: paths[place(of: node, segment)].count)
  }
}

/// What pages are made with, kept from page to page.
struct PageRoom {
  var parts = PageParts()
  /// What is marked in texts, in the code of each segment that has hits.
  var coded: [(segment: Int, phrases: [CodedPhrase])] = []
  /// Where the text of the hit that is made is marked.
  var places: [Range<Int>] = []
  var pinpoint = PinpointWriter()
  /// What was read only to have it near; without a sum nothing would be read.
  var near: UInt32 = 0
}

/// Keeps the room from page to page, for one page at a time, and what all pages
/// look at.
///
/// A page that is made while another has the room begins with a new one.
final class PageStore: Sendable {
  let reader: LibraryReader
  let scope: SearchScope
  let segments: [Segment]
  /// The nodes of each segment.
  let tables: [NodeTable]
  private let kept = Mutex<PageRoom?>(nil)

  init(_ reader: LibraryReader, _ scope: SearchScope) {
    self.reader = reader
    self.scope = scope
    segments = reader.segments
    tables = reader.segments.map { $0.nodes }
  }

  /// Keeps parts that were made beforehand.
  func keep(_ parts: PageParts) { kept.withLock { $0 = PageRoom(parts: parts) } }

  /// Calls `body` with the room.
  func withRoom<Result>(_ body: (inout PageRoom) -> Result) -> Result {
    var taken: PageRoom?
    kept.withLock { swap(&$0, &taken) }
    var room = taken.take() ?? PageRoom()
    let result = body(&room)
    taken = consume room
    kept.withLock { swap(&$0, &taken) }
    return result
  }
}
