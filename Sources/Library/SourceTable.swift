/// The sources of a library that is changed: those that it has, which are read
/// when they are asked for, and what became of some of them.
struct SourceTable {
  private let stored: Manifest?
  /// The changed ones by path, `nil` for one that was removed.
  private(set) var changed: [String: Catalogue.SourceRow?] = [:]

  /// Those of a library, or none.
  init(_ stored: Manifest? = nil) {
    self.stored = stored
  }

  subscript(path: String) -> Catalogue.SourceRow? {
    get { changed[path] ?? storedRow(at: path) }
    set { changed[path] = .some(newValue) }
  }

  /// A source as the library has it, or `nil`.
  func storedRow(at path: String) -> Catalogue.SourceRow? {
    guard let stored else { return nil }
    let places = stored.sources(at: path).map { stored.place(ofSource: $0) }
    guard let last = places.last else { return nil }
    return Catalogue.SourceRow(path: path, place: last, former: places.dropLast())
  }

  /// The paths of all sources, in their order.
  var paths: [String] {
    var paths = Set(changed.filter { $0.value != nil }.keys)
    for index in 0..<(stored?.sourceCount ?? 0) {
      if let path = stored?.path(ofSource: index), changed[path] == nil { paths.insert(path) }
    }
    return paths.sorted { $0.isBefore($1) }
  }

  /// All sources, in the order of their paths.
  var rows: [Catalogue.SourceRow] { paths.compactMap { self[$0] } }
}
