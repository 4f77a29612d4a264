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
  @usableFromInline let section: ByteView
  /// The number of nodes.
  package let count: Int
  /// How the texts are coded.
  let code: TextCode
  /// The code as tables; the segment keeps them.
  let table: Unmanaged<CodeTable>

  init(_ file: SegmentFile, _ table: CodeTable, _ code: TextCode) {
    let rows = file.view(of: .nodes)
    let section = file.view(of: .text)
    self.file = Unmanaged.passUnretained(file.file)
    rowsOffset = file.range(of: .nodes).lowerBound
    self.rows = rows.base
    self.section = section
    self.code = code
    self.table = Unmanaged.passUnretained(table)
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
  @inline(__always)
  private func content(of node: Int) -> ByteView {
    guard node >= 0, node < count else { return section.compared(at: 0, byteCount: 0) }
    let isLast = node == count - 1
    let place = node &* 8
    file._withUnsafeGuaranteedRef { $0.require(rowsOffset &+ place, isLast ? 8 : 12) }
    let start = rows.loadUnaligned(fromByteOffset: place, as: UInt32.self).littleEndian
    let end =
      isLast
      ? UInt32.max : rows.loadUnaligned(fromByteOffset: place &+ 8, as: UInt32.self).littleEndian
    return section.compared(at: Int(start), byteCount: Int(end) &- Int(start))
  }

  /// Reads the row of a node, so that it is near when it is needed.
  @inlinable @inline(__always)
  package func approachRow(of node: Int) -> UInt32 {
    guard node >= 0, node < count else { return 0 }
    return rows.loadUnaligned(fromByteOffset: node &* 8 &+ 4, as: UInt32.self)
  }

  /// Reads where a node writes, so that it is near when it is needed.
  @inlinable @inline(__always)
  package func approachContent(of node: Int) -> UInt32 {
    guard node >= 0, node &+ 1 < count else { return 0 }
    let row = rows.loadUnaligned(fromByteOffset: node &* 8, as: UInt32.self)
    let next = rows.loadUnaligned(fromByteOffset: node &* 8 &+ 8, as: UInt32.self)
    var place = Int(row.littleEndian)
    let end = min(place &+ 512, Int(next.littleEndian), section.count)
    var sum: UInt32 = 0
    while place < end {
      sum &+= UInt32(section.base[place])
      place &+= 64
    }
    return sum
  }

  /// The provisions of a node and the codes of its text.
  func parts(of node: Int) -> (provisions: ByteCursor, codes: UnsafeRawBufferPointer) {
    let content = content(of: node)
    var cursor = ByteCursor(compared: content)
    if word(node, 4) & SegmentFormat.divisionMark != 0 { _ = cursor.varint() }
    let byteCount = cursor.count()
    // Damaged bytes may end within a number.
    let start = min(cursor.offset, content.count)
    let codes = UnsafeRawBufferPointer(rebasing: content.base[(start + byteCount)...])
    return (ByteCursor(compared: content, at: start, byteCount: byteCount), codes)
  }
}
