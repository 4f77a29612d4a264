/// The parts of a node, as they are written.
package struct PartOutlines: Sendable {
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
  /// The node's provision.
  package let own: ProvisionOutline
  /// The text.
  package let units: [UInt16]
  /// Stands behind the node's provision.
  private let rest: ByteCursor

  init(_ provisions: ByteCursor, units: [UInt16]) {
    var cursor = provisions
    own = cursor.provision()
    rest = cursor
    self.units = units
  }

  /// Whether there are parts.
  package var hasParts: Bool { !rest.isAtEnd }

  /// The parts, decoded anew at each call.
  package var outlines: PartOutlines {
    var cursor = rest
    var outlines = PartOutlines()
    while !cursor.isAtEnd {
      outlines.parts.append(cursor.provision())
      let index = outlines.parts.count
      outlines.parents.append(index - min(cursor.varint(), index))
    }
    return outlines
  }

  /// The label of the node, or `nil`.
  package var label: String? { own.labelCount.map { string(0..<$0) } }

  /// The heading of the node, or `nil`.
  package var heading: String? { headingRange.map { string($0) } }

  /// The place of the heading, or `nil`.
  package var headingRange: Range<Int>? {
    own.headingCount.map { count in
      let start = min(own.labelCount ?? 0, units.count)
      return start..<min(start + count, units.count)
    }
  }

  /// The place of what is searched as a unit's text: own text and parts.
  package var searched: Range<Int> {
    // Without own text the first part would follow an empty line.
    let start = own.prefixCount + (own.textCount > 0 ? 0 : 1)
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
  /// Everything a node writes.
  package func text(of node: Int) -> NodeText {
    let (provisions, codes) = nodes.parts(of: node)
    return NodeText(provisions, units: units(codes))
  }

  /// What stands before a node's own text; the rest of `units` is missing.
  package func head(of node: Int) -> NodeText {
    let (provisions, codes) = nodes.parts(of: node)
    var cursor = provisions
    return NodeText(provisions, units: units(codes, limit: cursor.provision().prefixCount))
  }

  private func units(_ codes: UnsafeRawBufferPointer, limit: Int = .max) -> [UInt16] {
    [UInt16](unsafeUninitializedCapacity: min(limit, codes.count)) { units, count in
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
    return min(cursor.searchedStart(), count)..<count
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
