extension Segment {
  /// The number of sources.
  var documentCount: Int { documents.count / SegmentFormat.documentByteCount }

  /// The file of a source.
  func file(of document: Int) -> SourceFile {
    let offset = documents.count32(at: document * SegmentFormat.documentByteCount)
    var cursor = ByteCursor(details, at: offset)
    return cursor.sourceFile()
  }

  /// What else is kept of a source.
  func remainder(of document: Int) -> SourceRemainder {
    let offset = documents.count32(at: document * SegmentFormat.documentByteCount + 4)
    var cursor = ByteCursor(details, at: offset)
    return cursor.sourceRemainder()
  }

  /// The revisions that a source gave.
  func revisions(of document: Int) -> Range<Int> {
    let row = document * SegmentFormat.documentByteCount
    let first = min(documents.count32(at: row + 8), revisionCount)
    return first..<max(first, min(documents.count32(at: row + 12), revisionCount))
  }
}
