internal import Library
internal import Regulations
import Synchronization

/// The titles of a library as citations name them, those of all revisions.
struct CitableTitles: Sendable {
  /// A revision by its segment and its number there.
  struct Place: Hashable, Sendable {
    var segment: Int
    var revision: Int
  }

  /// The titles, each once.
  let titles: [String]
  /// Of each title the revisions that bear it.
  let places: [[Place]]
  /// Finds titles by names.
  let directory: TitleDirectory

  init(_ reader: LibraryReader) {
    var titles: [String] = []
    var places: [[Place]] = []
    var known: [String: Int] = [:]
    for (number, segment) in reader.segments.enumerated() {
      for revision in 0..<segment.revisionCount
      where reader.number(ofRevision: revision, inSegment: number) != nil {
        let title = segment.title(of: revision)
        let index = known[title] ?? titles.count
        if index == titles.count {
          known[title] = index
          titles.append(title)
          places.append([])
        }
        places[index].append(Place(segment: number, revision: revision))
      }
    }
    self.titles = titles
    self.places = places
    directory = TitleDirectory(titles)
  }
}

/// Holds the citable titles of a library from the first citation on.
final class CitableTitlesStore: Sendable {
  private let reader: LibraryReader
  private let kept = Mutex<CitableTitles?>(nil)

  init(_ reader: LibraryReader) {
    self.reader = reader
  }

  /// The titles, made when they are first asked for.
  var titles: CitableTitles {
    kept.withLock { kept in
      if let kept { return kept }
      let made = CitableTitles(reader)
      kept = made
      return made
    }
  }
}
