/// A node's provision and the parts below it, as they are written.
package struct NodeOutline: Sendable {
  /// The provision of the node.
  package var own: ProvisionOutline
  /// The parts in reading order.
  package var parts: [ProvisionOutline] = []
  /// Of each part the position of its parent: 0 for the node, else one more than a part's.
  package var parents: [Int] = []
}

/// Everything a node writes, decoded.
///
/// Its text is the label, heading, separator and own text of the node, and those
/// of each part after a line feed. All positions are UTF-16 units of this text.
package struct NodeText: Sendable {
  /// The node's provision and its parts.
  package let outline: NodeOutline
  /// The text.
  package let units: [UInt16]

  /// The label of the node, or `nil`.
  package var label: String? { outline.own.labelCount.map { string(0..<$0) } }

  /// The heading of the node, or `nil`.
  package var heading: String? { headingRange.map { string($0) } }

  /// The place of the heading, or `nil`.
  package var headingRange: Range<Int>? {
    outline.own.headingCount.map { count in
      let start = min(outline.own.labelCount ?? 0, units.count)
      return start..<min(start + count, units.count)
    }
  }

  /// The place of what is searched as a unit's text: own text and parts.
  package var searched: Range<Int> {
    // Without own text the first part would follow an empty line.
    let start = outline.own.prefixCount + (outline.own.textCount > 0 ? 0 : 1)
    return min(start, units.count)..<units.count
  }

  /// The text in a range, as far as there is one.
  package func string(_ range: Range<Int>) -> String {
    let lower = min(max(0, range.lowerBound), units.count)
    let upper = min(max(lower, range.upperBound), units.count)
    return units.withUnsafeBufferPointer {
      String(utf16: UnsafeBufferPointer(rebasing: $0[lower..<upper]))
    }
  }
}

extension Segment {
  /// A node's provisions and its text.
  package func text(of node: Int) -> NodeText {
    let (provisions, codes) = nodes.parts(of: node)
    return NodeText(outline: outline(provisions), units: units(codes))
  }

  /// The provisions of a node.
  package func outline(of node: Int) -> NodeOutline { outline(nodes.parts(of: node).provisions) }

  private func outline(_ provisions: ByteCursor) -> NodeOutline {
    var cursor = provisions
    var outline = NodeOutline(own: cursor.provision())
    while !cursor.isAtEnd {
      outline.parts.append(cursor.provision())
      let index = outline.parts.count
      outline.parents.append(index - min(cursor.varint(), index))
    }
    return outline
  }

  private func units(_ codes: UnsafeRawBufferPointer) -> [UInt16] {
    [UInt16](unsafeUninitializedCapacity: codes.count) { units, count in
      count = nodes.code.decode(codes, into: units)
    }
  }

  /// Decodes the text of a node into `scratch`, which grows as need be, and
  /// returns the place of what is searched there.
  package func decode(_ node: Int, into scratch: inout [UInt16]) -> Range<Int> {
    let (provisions, codes) = nodes.parts(of: node)
    if scratch.count < codes.count {
      scratch = [UInt16](repeating: 0, count: max(codes.count, 2 * scratch.count))
    }
    let count = scratch.withUnsafeMutableBufferPointer { nodes.code.decode(codes, into: $0) }
    var cursor = provisions
    let start = cursor.textStart()
    return min(start.prefixCount + (start.hasText ? 0 : 1), count)..<count
  }

  /// The text of a revision's nodes, a line feed after each.
  package func textUnits(of revision: Int) -> [UInt16] {
    var units: [UInt16] = []
    for node in nodes(of: revision) {
      units += self.units(nodes.parts(of: node).codes)
      units.append(0x0A)
    }
    return units
  }
}
