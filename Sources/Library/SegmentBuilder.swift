internal import ChineseText
internal import NgramIndex
internal import Regulations

/// A segment in the making, in memory.
struct SegmentBuilder: ~Copyable {
  private var text = GrowingArray<UInt16>()
  private var nodes: [NodeDraft] = []
  private var provisions = ByteWriter()
  private var revisions = ByteWriter()
  private var documents = ByteWriter()
  private var details = ByteWriter()
  private var index = IndexBuilder(
    fieldCount: IndexField.count, rankedFields: [IndexField.text])
  /// Of each revision where its text starts.
  private var textStarts: [Int] = []
  private var metadata: [RegulationMetadata] = []
  private(set) var documentCount = 0

  /// The number of revisions so far.
  var revisionCount: Int { textStarts.count }

  /// The UTF-16 units of all texts so far.
  var textCount: Int { text.count }

  /// Whether there is more than a segment can say the places of.
  var isTooLarge: Bool {
    let largest = Int(UInt32.max)
    return 3 * text.count + provisions.count + 16 * nodes.count > largest
      || details.count > largest || nodes.count > Int(SegmentFormat.noParent)
  }

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
    let first = nodes.count
    textStarts.append(text.count)
    metadata.append(revision.metadata)
    let division = UnitDivision(revision.provisions)
    var ids = [ProvisionID?](repeating: nil, count: revision.provisions.count)
    for node in division.nodes {
      add(
        node, of: revision, from: first, below: node.parent.map { division.nodes[$0].provision },
        &ids)
    }
    revisions.append(UInt32(truncatingIfNeeded: first))
    revisions.append(UInt32(truncatingIfNeeded: nodes.count))
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
    let number = nodes.count
    let own = revision.provisions[node.provision]
    let start = text.count
    let counts = addText(of: own)
    provisions.append(own, counts, below: parent.flatMap { ids[$0] })
    ids[node.provision] = own.id
    for index in node.partIndices {
      let part = revision.provisions[index]
      let parent = max(part.parent ?? 0, node.provision)
      let counts = addText(of: part)
      provisions.append(part, counts, below: ids[parent])
      provisions.append(varint: index - parent)
      ids[index] = part.id
    }
    var draft = NodeDraft(
      mark: node.parent.map { UInt32(truncatingIfNeeded: first + $0) } ?? SegmentFormat.noParent,
      below: first + node.end - number - 1, textEnd: text.count, provisionsEnd: provisions.count)
    if node.isUnit {
      draft.mark |= SegmentFormat.unitMark
      if addGrams((start + counts.prefix)..<(text.count - 1), of: number) {
        draft.mark |= SegmentFormat.plainMark
      }
    }
    if draft.below > 0 { draft.mark |= SegmentFormat.divisionMark }
    nodes.append(draft)
    if let heading = own.heading {
      index.add(FoldedText(heading), to: IndexField.heading, of: number)
    }
  }

  private mutating func addText(of provision: Provision) -> ProvisionCounts {
    var counts = ProvisionCounts()
    if let label = provision.label { counts.label = text.append(utf16Of: label) }
    if let heading = provision.heading { counts.heading = text.append(utf16Of: heading) }
    if let separator = provision.separator { counts.separator = text.append(utf16Of: separator) }
    counts.text = text.append(utf16Of: provision.text)
    text.append(0x0A)
    return counts
  }

  /// Adds the text of a unit to the index; returns whether it is plain.
  private mutating func addGrams(_ range: Range<Int>, of number: Int) -> Bool {
    let searched = UnsafeBufferPointer(rebasing: text.elements[range])
    return FoldedText.fold(searched) { folded, isPlain in
      index.add(units: folded, to: IndexField.text, of: number)
      let keys = DefinitionSigns.keys(in: folded)
      if !keys.isEmpty { index.add(units: keys, to: IndexField.definition, of: number) }
      return isPlain
    }
  }

  /// The text of a revision, as long as nothing is added.
  func text(of revision: Int) -> UnsafeBufferPointer<UInt16> {
    guard textStarts.indices.contains(revision) else { return .init(start: nil, count: 0) }
    let end = revision + 1 < textStarts.count ? textStarts[revision + 1] : text.count
    return UnsafeBufferPointer(rebasing: text.elements[textStarts[revision]..<end])
  }

  /// The metadata of a revision.
  func metadata(of revision: Int) -> RegulationMetadata {
    metadata.indices.contains(revision) ? metadata[revision] : RegulationMetadata()
  }

  /// The sections in the order of the file.
  ///
  /// - Precondition: It is not too large.
  consuming func finish() -> [[UInt8]] {
    let (texts, rows) = coded()
    return [texts, rows, revisions.bytes, documents.bytes, details.bytes, index.finish()]
  }

  /// The sections of texts and nodes.
  private func coded() -> (texts: [UInt8], rows: [UInt8]) {
    var counts = [Int](repeating: 0, count: 0x10000)
    for unit in text.elements { counts[Int(unit)] &+= 1 }
    // No line feed follows the last provision of a node.
    counts[0x0A] -= nodes.count
    let coder = TextCoder(counts: counts)
    var rows = ByteWriter()
    var head = ByteWriter()
    // With room for the end of what a coder writes, and the zeros after a section.
    let capacity = coder.byteCount + provisions.count + 16 * nodes.count + 8
    let texts = [UInt8](unsafeUninitializedCapacity: capacity) { bytes, count in
      count = bytes.update(fromContentsOf: coder.header)
      var last = NodeDraft(mark: 0, below: 0, textEnd: 0, provisionsEnd: 0)
      for node in nodes {
        rows.append(UInt32(truncatingIfNeeded: count))
        rows.append(node.mark)
        head.removeAll()
        if node.below > 0 { head.append(varint: node.below) }
        head.append(varint: node.provisionsEnd - last.provisionsEnd)
        count = bytes[count...].update(fromContentsOf: head.bytes)
        count = bytes[count...].update(
          fromContentsOf: provisions.bytes[last.provisionsEnd..<node.provisionsEnd])
        let own = text.elements[last.textEnd..<(node.textEnd - 1)]
        coder.write(UnsafeBufferPointer(rebasing: own), to: bytes, at: &count)
        last = node
      }
    }
    return (texts, rows.bytes)
  }
}

/// A node in the making.
private struct NodeDraft {
  /// The second word of its row.
  var mark: UInt32
  /// The number of nodes below it.
  var below: Int
  /// Where its text ends, line feed included.
  var textEnd: Int
  /// Where its provisions end.
  var provisionsEnd: Int
}
