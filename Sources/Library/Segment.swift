package import NgramIndex

/// An open segment: revisions, the nodes they fall into, and their index.
package final class Segment: Sendable {
  let file: SegmentFile
  /// The n-grams of the segment.
  package let index: IndexReader
  /// The nodes with their provisions and texts.
  package let nodes: NodeTable
  private let codeTable: CodeTable
  /// The number of revisions.
  package let revisionCount: Int
  let revisions: ByteView
  let documents: ByteView
  let details: ByteView

  init(path: String) throws(LibraryError) {
    file = try SegmentFile(path: path)
    let range = file.range(of: .index)
    do throws(IndexError) {
      index = try IndexReader(
        file.file, offset: range.lowerBound, byteCount: range.count, verifyingChecksum: false)
    } catch {
      throw LibraryError(path, .damaged(.contradiction(error.description)))
    }
    guard index.fieldCount >= IndexField.count else {
      throw LibraryError(path, .damaged(.contradiction("the index has \(index.fieldCount) fields")))
    }
    let code = TextCode(file.view(of: .text))
    codeTable = CodeTable(code)
    nodes = NodeTable(file, codeTable, code)
    revisions = file.view(of: .revisions)
    documents = file.view(of: .documents)
    details = file.view(of: .details)
    revisionCount = revisions.count / SegmentFormat.revisionByteCount
  }

  /// The segment that a manifest names.
  convenience init(_ row: Catalogue.SegmentRow, in files: LibraryFiles) throws(LibraryError) {
    try self.init(path: files.segment(row.number))
    guard file.fingerprint == row.fingerprint, revisionCount >= row.revisionCount else {
      throw LibraryError(file.path, .damaged(.otherFile))
    }
  }

  /// The first damage in what was read so far, or `nil`.
  package var damage: LibraryError? { file.damage }

  /// Reads everything and compares it with its fingerprints.
  func verify() throws(LibraryError) {
    try file.verify()
    do throws(IndexError) {
      try index.verify()
    } catch {
      throw LibraryError(file.path, .damaged(.contradiction(error.description)))
    }
  }
}
