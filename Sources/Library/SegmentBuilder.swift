internal import ChineseText
internal import NgramIndex
internal import Regulations

/// A segment in the making, in memory.
struct SegmentBuilder {
  private var text: [UInt16] = []
  private var nodes = ByteWriter()
  private var provisions = ByteWriter()
  private var revisions = ByteWriter()
  private var documents = ByteWriter()
  private var details = ByteWriter()
  private var index = IndexBuilder(
    fieldCount: IndexField.count, rankedFields: [IndexField.text])
  private var scratch: [UInt8] = []
  /// Of each revision where its text starts.
  private var textStarts: [Int] = []
  private(set) var documentCount = 0

  /// The number of revisions so far.
  var revisionCount: Int { textStarts.count }

  /// The UTF-16 units of all texts so far.
  var textCount: Int { text.count }

  private var nodeCount: Int { nodes.count / SegmentFormat.nodeByteCount }

  /// Adds a source with its regulations, whose numbers run on from `revisionCount`.
  mutating func add(_ file: SourceFile, _ remainder: SourceRemainder, _ regulations: [Revision]) {
    begin(file, remainder)
    for revision in regulations { add(revision) }
    end()
  }

  /// Begins a source, whose regulations follow up to `end()`.
  mutating func begin(_ file: SourceFile, _ remainder: SourceRemainder) {
    documents.append(UInt32(truncatingIfNeeded: details.count))
    details.append(file)
    documents.append(UInt32(truncatingIfNeeded: details.count))
    details.append(remainder)
    documents.append(UInt32(truncatingIfNeeded: revisionCount))
  }

  /// Ends the source that was begun.
  mutating func end() {
    documents.append(UInt32(truncatingIfNeeded: revisionCount))
    documentCount += 1
  }

  /// Adds a regulation of the source that was begun.
  mutating func add(_ revision: Revision) {
    let first = nodeCount
    textStarts.append(text.count)
    let division = UnitDivision(revision.provisions)
    var ids = [ProvisionID?](repeating: nil, count: revision.provisions.count)
    for node in division.nodes {
      add(
        node, of: revision, from: first, below: node.parent.map { division.nodes[$0].provision },
        &ids)
    }
    revisions.append(UInt32(truncatingIfNeeded: first))
    revisions.append(UInt32(truncatingIfNeeded: nodeCount))
    revisions.append(UInt32(truncatingIfNeeded: documentCount))
    revisions.append(UInt32(truncatingIfNeeded: details.count))
    revisions.append(UInt32(truncatingIfNeeded: revision.provisions.count))
    details.append(detailsOf: revision)
    index.add(FoldedText(revision.title), to: IndexField.title, of: revisionCount - 1)
  }

  private mutating func add(
    _ node: UnitDivision.Node, of revision: Revision, from first: Int, below parent: Int?,
    _ ids: inout [ProvisionID?]
  ) {
    let number = nodeCount
    let own = revision.provisions[node.provision]
    let row = nodes.count
    addRow(of: node, from: first)
    let textStart = text.count + own.prefixCount
    addText(of: own)
    provisions.append(own, below: parent.flatMap { ids[$0] })
    provisions.append(varint: node.partCount)
    ids[node.provision] = own.id
    for index in node.partIndices {
      let part = revision.provisions[index]
      let parent = max(part.parent ?? 0, node.provision)
      addText(of: part)
      provisions.append(part, below: ids[parent])
      provisions.append(varint: index - parent)
      ids[index] = part.id
    }
    if node.isUnit, isPlain(textStart..<text.count) { markPlain(row) }
    if let heading = own.heading {
      index.add(FoldedText(heading), to: IndexField.heading, of: number)
    }
    if node.isUnit { addGrams(of: node, number, in: revision) }
  }

  private mutating func addRow(of node: UnitDivision.Node, from first: Int) {
    let parent = node.parent.map { UInt32(truncatingIfNeeded: first + $0) }
    nodes.append(UInt32(truncatingIfNeeded: text.count))
    nodes.append(UInt32(truncatingIfNeeded: provisions.count))
    nodes.append((parent ?? SegmentFormat.noParent) | (node.isUnit ? SegmentFormat.unitMark : 0))
    nodes.append(UInt32(truncatingIfNeeded: first + node.end))
  }

  private func isPlain(_ range: Range<Int>) -> Bool {
    text.withUnsafeBufferPointer { text in
      FoldedText.isPlain(UnsafeBufferPointer(rebasing: text[range]))
    }
  }

  private mutating func markPlain(_ row: Int) {
    let word = nodes.bytes[(row + 11)]
    nodes.replace(at: row + 11, with: word | 0x40)
  }

  private mutating func addText(of provision: Provision) {
    for part in [provision.label, provision.heading, provision.separator] {
      if let part { text.append(contentsOf: part.utf16) }
    }
    text.append(contentsOf: provision.text.utf16)
    text.append(0x0A)
  }

  private mutating func addGrams(
    of node: UnitDivision.Node, _ number: Int, in revision: Revision
  ) {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: revision.provisions[node.provision].text.utf8)
    for index in node.partIndices {
      let part = revision.provisions[index]
      scratch.append(0x0A)
      for text in [part.label, part.heading, part.separator, part.text] {
        if let text { scratch.append(contentsOf: text.utf8) }
      }
    }
    index.add(FoldedText(scratch), to: IndexField.text, of: number)
  }

  /// The text of a revision.
  func text(of revision: Int) -> ArraySlice<UInt16> {
    guard textStarts.indices.contains(revision) else { return [] }
    let end = revision + 1 < textStarts.count ? textStarts[revision + 1] : text.count
    return text[textStarts[revision]..<end]
  }

  /// The sections in the order of the file.
  consuming func finish() -> [[UInt8]] {
    let textBytes = text.withUnsafeBytes { Array($0) }
    return [
      textBytes, nodes.bytes, provisions.bytes, revisions.bytes, documents.bytes, details.bytes,
      index.finish(),
    ]
  }
}

extension Provision {
  /// The UTF-16 units before the own text.
  fileprivate var prefixCount: Int {
    (label?.utf16.count ?? 0) + (heading?.utf16.count ?? 0) + (separator?.utf16.count ?? 0)
  }
}
