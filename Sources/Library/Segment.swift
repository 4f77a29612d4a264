internal import ChineseText
package import NgramIndex
package import Regulations

/// An open segment: revisions, the nodes they fall into, and their index.
package struct Segment: Sendable {
  let file: SegmentFile
  /// The n-grams of the segment.
  package let index: IndexReader
  /// The number of nodes.
  package let nodeCount: Int
  /// The number of revisions.
  package let revisionCount: Int
  @usableFromInline let nodes: ByteView
  @usableFromInline nonisolated(unsafe) let text: UnsafeBufferPointer<UInt16>
  private let provisions: ByteView
  private let revisions: ByteView
  private let documents: ByteView
  private let details: ByteView

  init(path: String) throws(LibraryError) {
    file = try SegmentFile(path: path)
    let range = file.range(of: .index)
    do throws(IndexError) {
      index = try IndexReader(
        file.file, offset: range.lowerBound, byteCount: range.count, verifyingChecksum: false)
    } catch {
      throw LibraryError(path, .damaged(detail: error.description))
    }
    guard index.fieldCount == IndexField.count else {
      throw LibraryError(path, .damaged(detail: "the index has \(index.fieldCount) fields"))
    }
    nodes = file.view(of: .nodes)
    text = file.view(of: .text).base.bindMemory(to: UInt16.self)
    provisions = file.view(of: .provisions)
    revisions = file.view(of: .revisions)
    documents = file.view(of: .documents)
    details = file.view(of: .details)
    nodeCount = nodes.count / SegmentFormat.nodeByteCount
    revisionCount = revisions.count / SegmentFormat.revisionByteCount
  }

  /// Reads everything and compares it with its fingerprints.
  func verify() throws(LibraryError) {
    try file.verify()
    do throws(IndexError) {
      try index.verify()
    } catch {
      throw LibraryError(file.path, .damaged(detail: error.description))
    }
  }
}

// MARK: - Nodes

extension Segment {
  /// Whether a node is a searched unit.
  @inlinable
  package func isUnit(_ node: Int) -> Bool {
    nodes.number(at: node * 16 + 8, as: UInt32.self) & 0x8000_0000 != 0
  }

  /// The node above, or `nil`.
  @inlinable
  package func parent(of node: Int) -> Int? {
    let parent = Int(nodes.number(at: node * 16 + 8, as: UInt32.self) & 0x7FFF_FFFF)
    return parent < node ? parent : nil
  }

  /// The index after the last node below a node.
  @inlinable
  package func end(of node: Int) -> Int {
    max(node + 1, min(nodes.count32(at: node * 16 + 12), nodeCount))
  }

  /// The UTF-16 units of everything a node writes: its label on to its last part.
  @inlinable
  package func wholeText(of node: Int) -> Range<Int> {
    let start = min(nodes.count32(at: node * 16), text.count)
    let next = node + 1 < nodeCount ? nodes.count32(at: node * 16 + 16) - 1 : text.count - 1
    return start..<max(start, min(next, text.count))
  }

  /// The UTF-16 units of the texts of all revisions.
  @inlinable
  package var textUnits: UnsafeBufferPointer<UInt16> { text }

  /// The provision of a node and its parts.
  package func outline(of node: Int) -> NodeOutline {
    var cursor = ByteCursor(provisions, at: nodes.count32(at: node * 16 + 4))
    var outline = NodeOutline(own: cursor.provision())
    for index in 0..<cursor.count() {
      let part = cursor.provision()
      outline.parts.append(part)
      outline.parents.append(index + 1 - min(cursor.varint(), index + 1))
    }
    return outline
  }

  /// The address of a node's provision.
  package func id(of node: Int) -> ProvisionID {
    id(of: node, outline(of: node).own, depth: 0)
  }

  private func id(of node: Int, _ own: ProvisionOutline, depth: Int) -> ProvisionID {
    guard own.idNeedsParent, depth < 64, let parent = parent(of: node) else {
      return own.id(below: nil)
    }
    return own.id(below: id(of: parent, outline(of: parent).own, depth: depth + 1))
  }

  /// The text in a range of UTF-16 units.
  package func string(_ range: Range<Int>) -> String {
    let lower = min(max(0, range.lowerBound), text.count)
    let upper = min(max(lower, range.upperBound), text.count)
    return String(decoding: UnsafeBufferPointer(rebasing: text[lower..<upper]), as: UTF16.self)
  }
}

/// A node's provision and the parts below it, as they are written.
package struct NodeOutline: Sendable {
  /// The provision of the node.
  package var own: ProvisionOutline
  /// The parts in reading order.
  package var parts: [ProvisionOutline] = []
  /// Of each part the position of its parent: 0 for the node, else one more than a part's.
  package var parents: [Int] = []
}

// MARK: - Revisions

extension Segment {
  /// The nodes of a revision.
  package func nodes(of revision: Int) -> Range<Int> {
    let row = revision * SegmentFormat.revisionByteCount
    let first = min(revisions.count32(at: row), nodeCount)
    return first..<max(first, min(revisions.count32(at: row + 4), nodeCount))
  }

  /// The revision that holds a node.
  package func revision(of node: Int) -> Int {
    var low = 0
    var high = revisionCount
    while low < high {
      let middle = (low + high) / 2
      if nodes(of: middle).upperBound > node { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The source of a revision.
  func document(of revision: Int) -> Int {
    revisions.count32(at: revision * SegmentFormat.revisionByteCount + 8)
  }

  /// A revision without its provisions.
  func details(of revision: Int) -> Revision {
    let offset = revisions.count32(at: revision * SegmentFormat.revisionByteCount + 12)
    var cursor = ByteCursor(details, at: offset)
    return cursor.revisionDetails()
  }

  /// The title of a revision.
  package func title(of revision: Int) -> String {
    let offset = revisions.count32(at: revision * SegmentFormat.revisionByteCount + 12)
    var cursor = ByteCursor(details, at: offset)
    return cursor.text()
  }

  /// A revision with all its provisions.
  package func revision(at revision: Int) -> Revision {
    var whole = details(of: revision)
    let nodes = nodes(of: revision)
    var provisionOfNode: [Int] = []
    for node in nodes {
      let parent = parent(of: node).flatMap { above in
        nodes.contains(above) ? provisionOfNode[above - nodes.lowerBound] : nil
      }
      provisionOfNode.append(whole.provisions.count)
      append(node, below: parent, to: &whole.provisions)
    }
    return whole
  }

  private func append(_ node: Int, below parent: Int?, to provisions: inout [Provision]) {
    let outline = outline(of: node)
    let first = provisions.count
    var offset = wholeText(of: node).lowerBound
    provisions.append(provision(outline.own, below: parent, in: provisions, at: &offset))
    for (part, parent) in zip(outline.parts, outline.parents) {
      let above = first + min(max(0, parent), provisions.count - 1 - first)
      provisions.append(provision(part, below: above, in: provisions, at: &offset))
    }
  }

  private func provision(
    _ outline: ProvisionOutline, below parent: Int?, in provisions: [Provision],
    at offset: inout Int
  ) -> Provision {
    func take(_ count: Int?) -> String? {
      guard let count else { return nil }
      defer { offset += count }
      return string(offset..<(offset + count))
    }
    var provision = Provision(
      id: outline.id(below: parent.map { provisions[$0].id }), kind: outline.kind, parent: parent)
    provision.label = take(outline.labelCount)
    provision.heading = take(outline.headingCount)
    provision.separator = take(outline.separatorCount)
    provision.text = take(outline.textCount) ?? ""
    provision.number = outline.number
    offset += 1
    return provision
  }
}

// MARK: - Documents

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
