/// The provision of a node and its parts, as they are written.
package struct PartOutlines: Sendable {
  /// The node's provision.
  package var own = ProvisionOutline()
  /// The parts in reading order.
  package var parts: [ProvisionOutline] = []
  /// Of each part the position of its parent: 0 for the node, else one more than a part's.
  package var parents: [Int] = []

  /// No parts.
  package init() {}
}

/// Everything a node writes, decoded when it is asked for.
///
/// Its text is the label, heading, separator and own text of the node, and those
/// of each part after a line feed. All positions are UTF-16 units of this text. The
/// segment must outlive it.
package struct NodeText: @unchecked Sendable {
  /// The node's provision.
  package let own: ProvisionOutline
  /// Stands behind the node's provision.
  private let rest: ByteCursor
  let codes: UnsafeRawBufferPointer
  private let code: TextCode
  private let words: UnsafePointer<UInt32>

  init(_ parts: (provisions: ByteCursor, codes: UnsafeRawBufferPointer), _ nodes: NodeTable) {
    var cursor = parts.provisions
    own = cursor.provision()
    rest = cursor
    codes = parts.codes
    code = nodes.code
    words = nodes.table._withUnsafeGuaranteedRef { UnsafePointer($0.words) }
  }

  /// Calls `body` with a decoder that stands before the text.
  func withDecoder<Result>(_ body: (inout CodeDecoder) -> Result) -> Result {
    CodeDecoder.withDecoder(of: codes, code, words, body)
  }

  /// Whether there are parts.
  package var hasParts: Bool { !rest.isAtEnd }

  /// The parts, decoded anew at each call.
  package var outlines: PartOutlines {
    var outlines = PartOutlines()
    decodeOutlines(into: &outlines)
    return outlines
  }

  /// Puts the parts in the place of others, whose room is used.
  package func decodeOutlines(into outlines: inout PartOutlines) {
    outlines.own = own
    outlines.parts.removeAll(keepingCapacity: true)
    outlines.parents.removeAll(keepingCapacity: true)
    var cursor = rest
    while !cursor.isAtEnd {
      outlines.parts.append(cursor.provision())
      let index = outlines.parts.count
      outlines.parents.append(index - min(cursor.varint(), index))
    }
  }

  /// The label of the node, or `nil`.
  package var label: String? { own.labelCount.map { string(0..<$0) } }

  /// The heading of the node, or `nil`.
  package var heading: String? {
    own.headingCount.map { count in
      let start = own.labelCount ?? 0
      return string(start..<(start + count))
    }
  }

  /// What is searched as a unit's text: own text and parts.
  package var searchedText: String {
    string(min(searchedStart, codes.count)..<codes.count)
  }

  /// Where the searched text begins, if there is any.
  package var searchedStart: Int {
    // Without own text the first part would follow an empty line.
    own.prefixCount + (own.textCount > 0 ? 0 : 1)
  }

  /// The place of the searched text.
  package var searched: Range<Int> {
    let count = units.count
    return min(searchedStart, count)..<count
  }

  /// The UTF-16 units of the text, decoded anew at each call.
  package var units: [UInt16] {
    [UInt16](unsafeUninitializedCapacity: codes.count) { units, count in
      count = code.decode(codes, into: units)
    }
  }

  /// The text in a range, as far as there is one.
  package func string(_ range: Range<Int>) -> String {
    withDecoder { decoder in
      decoder.skip(toUnit: range.lowerBound)
      decoder.decode(upToUnit: range.upperBound)
      return decoder.string(from: 0)
    }
  }
}

extension Segment {
  /// Everything a node writes.
  package func text(of node: Int) -> NodeText { NodeText(nodes.parts(of: node), nodes) }

  /// Decodes the text of a node into `scratch`, which grows as need be, and
  /// returns the place of what is searched there.
  package func decode(_ node: Int, into scratch: inout [UInt16]) -> Range<Int> {
    let (provisions, codes) = nodes.parts(of: node)
    if scratch.count < codes.count {
      scratch = [UInt16](repeating: 0, count: max(codes.count, 2 * scratch.count))
    }
    let count = scratch.withUnsafeMutableBufferPointer { nodes.code.decode(codes, into: $0) }
    var cursor = provisions
    return min(cursor.searchedStart(), count)..<count
  }

  /// The text of a revision's nodes, a line feed after each.
  package func textUnits(of revision: Int) -> [UInt16] {
    var units: [UInt16] = []
    for node in nodes(of: revision) {
      units += text(of: node).units
      units.append(0x0A)
    }
    return units
  }
}
