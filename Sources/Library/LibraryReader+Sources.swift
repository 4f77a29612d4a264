extension LibraryReader {
  /// The number of sources, those without regulations too.
  ///
  /// A file that gave one text after another counts once for each that is kept.
  public var sourceCount: Int { manifest.sourceCount }

  /// A source by its place in the order of paths, the newest of a path last.
  public func source(at index: Int) throws(LibraryError) -> SourceFile? {
    guard let (segment, document) = document(of: index) else { return nil }
    return try checked(segment.file(of: document))
  }

  /// The path of a source by its place.
  public func path(ofSourceAt index: Int) -> String { manifest.path(ofSource: index) }

  /// The fingerprint that the file of a source had when it was read.
  public func hash(ofSourceAt index: Int) -> ContentHash { manifest.hash(ofSource: index) }

  /// The fingerprint that the file at a path had when it was read last, or `nil`.
  ///
  /// - Complexity: O(log *n*) for *n* sources.
  public func hash(ofSource path: String) -> ContentHash? {
    var low = 0
    var high = sourceCount
    while low < high {
      let middle = (low + high) / 2
      if path.isBefore(manifest.path(ofSource: middle)) { high = middle } else { low = middle + 1 }
    }
    // The newest of a path stands last.
    guard low > 0, manifest.path(ofSource: low - 1) == path else { return nil }
    return manifest.hash(ofSource: low - 1)
  }

  /// The paths of all sources, in their order, each once.
  public var sourcePaths: [String] {
    var paths: [String] = []
    for index in 0..<sourceCount {
      let path = manifest.path(ofSource: index)
      if path != paths.last { paths.append(path) }
    }
    return paths
  }

  /// What the paths of the library gave, in the order of regulations.
  public func storedRevisions(from paths: Set<String>) -> [StoredRevision] {
    var stored: [StoredRevision] = []
    for regulation in 0..<regulationCount {
      let numbers = manifest.revisions(of: regulation)
      for number in numbers {
        let source = manifest.source(of: number)
        guard source < sourceCount, paths.contains(manifest.path(ofSource: source)) else {
          continue
        }
        stored.append(
          StoredRevision(
            title: manifest.title(ofRevision: number) ?? manifest.title(of: regulation),
            regulationID: regulationID(at: regulation), revision: name(of: number, in: numbers),
            path: manifest.path(ofSource: source)))
      }
    }
    return stored
  }

  /// What else is kept of a source: rejected text, diagnostics and the ledger.
  public func remainder(ofSourceAt index: Int) throws(LibraryError) -> SourceRemainder? {
    guard let (segment, document) = document(of: index) else { return nil }
    return try checked(segment.remainder(of: document))
  }

  private func document(of source: Int) -> (Segment, Int)? {
    guard source >= 0, source < sourceCount else { return nil }
    let place = manifest.source(at: source)
    guard place.segment < segments.count,
      place.document < segments[place.segment].documentCount
    else { return nil }
    return (segments[place.segment], place.document)
  }
}
