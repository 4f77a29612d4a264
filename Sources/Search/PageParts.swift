internal import Library
internal import Regulations
import Synchronization

/// What pages repeat: the names of revisions and the provisions above units.
///
/// Hits often share their regulation and chapter, on a page and from query to
/// query, and every text that is made anew costs as much as finding a hit. Only
/// so many are kept.
final class PageParts: Sendable {
  /// What a hit says of its revision.
  struct Names: Sendable {
    /// The title of the regulation.
    var title: String
    /// Its address in the library.
    var regulationID: String
    /// The name of the revision.
    var revision: String
  }

  private struct State {
    var names: [Int: Names] = [:]
    var paths: [UInt64: [PathStep]] = [:]
  }

  /// With so many of a kind, all of them are dropped.
  private static let most = 4096

  private let state = Mutex(State())

  /// The names of a revision, if they are known.
  func names(ofRevision number: Int) -> Names? {
    state.withLock { $0.names[number] }
  }

  /// Keeps the names of a revision.
  func keep(_ names: Names, ofRevision number: Int) {
    state.withLock { state in
      if state.names.count >= Self.most { state.names.removeAll() }
      state.names[number] = names
    }
  }

  /// The path that ends with a node of a segment, if it is known.
  func path(to node: Int, inSegment segment: Int) -> [PathStep]? {
    state.withLock { $0.paths[Self.place(node, segment)] }
  }

  /// Keeps the path that ends with a node of a segment.
  func keep(_ path: [PathStep], to node: Int, inSegment segment: Int) {
    state.withLock { state in
      if state.paths.count >= Self.most { state.paths.removeAll() }
      state.paths[Self.place(node, segment)] = path
    }
  }

  private static func place(_ node: Int, _ segment: Int) -> UInt64 {
    UInt64(segment) << 32 | UInt64(node)
  }
}
