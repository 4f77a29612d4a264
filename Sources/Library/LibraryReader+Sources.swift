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

  /// The path of the file that a revision was read from; empty in a damaged library.
  package func sourcePath(ofRevision number: Int) -> String {
    guard let place = place(of: number) else { return "" }
    let segment = segments[place.segment]
    return segment.file(of: segment.document(of: place.index)).path
  }

  /// The fingerprint that the file of a source had when it was read.
  public func hash(ofSourceAt index: Int) -> ContentHash { manifest.place(ofSource: index).hash }

  /// The fingerprint that the file at a path had when it was read last, or `nil`.
  ///
  /// - Complexity: O(log *n*) for *n* sources.
  public func hash(ofSource path: String) -> ContentHash? {
    // The newest of a path stands last.
    manifest.sources(at: path).last.map { manifest.place(ofSource: $0).hash }
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

  /// The numbers of the revisions that a document gave, those that are left.
  func revisions(ofDocument document: Int, inSegmentNumbered number: Int) -> [Int] {
    guard let segment = manifest.segment(numbered: number),
      document < segments[segment].documentCount
    else { return [] }
    return segments[segment].revisions(of: document).compactMap {
      self.number(ofRevision: $0, inSegment: segment)
    }
  }

  /// What else is kept of a source: rejected text, diagnostics and the ledger.
  public func remainder(ofSourceAt index: Int) throws(LibraryError) -> SourceRemainder? {
    guard let (segment, document) = document(of: index) else { return nil }
    return try checked(segment.remainder(of: document))
  }

  private func document(of source: Int) -> (Segment, Int)? {
    guard source >= 0, source < sourceCount else { return nil }
    let place = manifest.place(ofSource: source)
    guard let segment = manifest.segment(numbered: place.segment),
      place.document < segments[segment].documentCount
    else { return nil }
    return (segments[segment], place.document)
  }
}
