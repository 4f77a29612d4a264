package import NgramIndex

/// The nodes of a segment as they lie in the file, with the section that holds
/// their provisions and texts.
///
/// A plain value, so that loops over many nodes cost no reference counting.
/// What lies outside reads as zero, and what is read is compared with its page
/// sums (see `MappedFile.require`). The segment must outlive the table.
package struct NodeTable: @unchecked Sendable {
  @usableFromInline let file: Unmanaged<MappedFile>
  /// Where the rows begin in the file.
  @usableFromInline let rowsOffset: Int
  @usableFromInline let rows: UnsafeRawBufferPointer
  private let section: ByteView
  /// The number of nodes.
  package let count: Int
  /// How the texts are coded.
  let code: TextCode

  init(_ file: SegmentFile) {
    let rows = file.view(of: .nodes)
    let section = file.view(of: .text)
    self.file = Unmanaged.passUnretained(file.file)
    rowsOffset = file.range(of: .nodes).lowerBound
    self.rows = rows.base
    self.section = section
    code = TextCode(section)
    count = rows.count / SegmentFormat.nodeByteCount
  }

  @inlinable
  func word(_ node: Int, _ offset: Int) -> UInt32 {
    guard node >= 0, node < count else { return 0 }
    let place = node &* 8 &+ offset
    file._withUnsafeGuaranteedRef { $0.require(rowsOffset &+ place, 4) }
    return UInt32(littleEndian: rows.loadUnaligned(fromByteOffset: place, as: UInt32.self))
  }

  /// Whether a node is a searched unit.
  @inlinable
  package func isUnit(_ node: Int) -> Bool { word(node, 4) & SegmentFormat.unitMark != 0 }

  /// Whether every unit of a node's text folds to one unit in its place.
  @inlinable
  package func isPlain(_ node: Int) -> Bool { word(node, 4) & SegmentFormat.plainMark != 0 }

  /// The node above, or `nil`.
  @inlinable
  package func parent(of node: Int) -> Int? {
    let parent = Int(word(node, 4) & SegmentFormat.noParent)
    return parent < node ? parent : nil
  }

  /// The index after the last node below a node.
  package func end(of node: Int) -> Int {
    guard word(node, 4) & SegmentFormat.divisionMark != 0 else { return node + 1 }
    var cursor = ByteCursor(compared: content(of: node))
    return min(node + 1 + min(cursor.varint(), count), max(count, node + 1))
  }

  /// The bytes of a node: what it is, its provisions and its text.
  ///
  /// Their pages are compared with their sums.
  private func content(of node: Int) -> ByteView {
    let start = Int(word(node, 0))
    let end = node + 1 < count ? Int(word(node + 1, 0)) : section.count
    let content = section.part(at: start, byteCount: end - start)
    content.require(0, content.count)
    return content
  }

  /// The provisions of a node and the codes of its text.
  func parts(of node: Int) -> (provisions: ByteCursor, codes: UnsafeRawBufferPointer) {
    let content = content(of: node)
    var cursor = ByteCursor(compared: content)
    if word(node, 4) & SegmentFormat.divisionMark != 0 { _ = cursor.varint() }
    let byteCount = cursor.count()
    let start = cursor.offset
    let codes = content.part(at: start + byteCount, byteCount: content.count)
    return (ByteCursor(compared: content.part(at: start, byteCount: byteCount)), codes.base)
  }
}
