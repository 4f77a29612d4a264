/// The nodes of a segment as they lie in the file, with the text they point into.
///
/// A plain value, so that loops over many nodes cost no reference counting.
/// What lies outside reads as zero. The segment must outlive the table.
package struct NodeTable: @unchecked Sendable {
  @usableFromInline let rows: UnsafeRawBufferPointer
  /// The UTF-16 units of the texts of all revisions.
  package let text: UnsafeBufferPointer<UInt16>
  /// The number of nodes.
  package let count: Int

  init(_ rows: ByteView, text: ByteView) {
    self.rows = rows.base
    self.text = text.base.bindMemory(to: UInt16.self)
    count = rows.count / SegmentFormat.nodeByteCount
  }

  @inlinable
  func word(_ node: Int, _ offset: Int) -> UInt32 {
    guard node >= 0, node < count else { return 0 }
    return UInt32(
      littleEndian: rows.loadUnaligned(fromByteOffset: node &* 16 &+ offset, as: UInt32.self))
  }

  /// Whether a node is a searched unit.
  @inlinable
  package func isUnit(_ node: Int) -> Bool { word(node, 8) & SegmentFormat.unitMark != 0 }

  /// Whether every unit of a node's text folds to one unit in its place.
  @inlinable
  package func isPlain(_ node: Int) -> Bool { word(node, 8) & SegmentFormat.plainMark != 0 }

  /// The node above, or `nil`.
  @inlinable
  package func parent(of node: Int) -> Int? {
    let parent = Int(word(node, 8) & SegmentFormat.noParent)
    return parent < node ? parent : nil
  }

  /// The index after the last node below a node.
  @inlinable
  package func end(of node: Int) -> Int {
    max(node + 1, min(Int(word(node, 12)), count))
  }

  /// The UTF-16 units of everything a node writes: its label on to its last part.
  @inlinable
  package func wholeText(of node: Int) -> Range<Int> {
    let start = min(Int(word(node, 0)), text.count)
    let next = node + 1 < count ? Int(word(node + 1, 0)) - 1 : text.count - 1
    return start..<max(start, min(next, text.count))
  }

  /// The text in a range of UTF-16 units, as far as there is one.
  package func text(in range: Range<Int>) -> UnsafeBufferPointer<UInt16> {
    let lower = min(max(0, range.lowerBound), text.count)
    let upper = min(max(lower, range.upperBound), text.count)
    return UnsafeBufferPointer(rebasing: text[lower..<upper])
  }

  func provisionOffset(of node: Int) -> Int { Int(word(node, 4)) }
}
