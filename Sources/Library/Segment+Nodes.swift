package import Regulations

extension Segment {
  /// The number of nodes.
  package var nodeCount: Int { nodes.count }

  /// The provision of a node and its parts.
  package func outline(of node: Int) -> NodeOutline {
    var cursor = ByteCursor(provisions, at: nodes.provisionOffset(of: node))
    var outline = NodeOutline(own: cursor.provision())
    let count = cursor.count()
    guard count > 0 else { return outline }
    for index in 0..<count where !cursor.isAtEnd {
      outline.parts.append(cursor.provision())
      outline.parents.append(index + 1 - min(cursor.varint(), index + 1))
    }
    return outline
  }

  /// The provision of a node without its parts.
  package func ownOutline(of node: Int) -> ProvisionOutline {
    var cursor = ByteCursor(provisions, at: nodes.provisionOffset(of: node))
    return cursor.provision()
  }

  /// The UTF-16 units of what is searched as a unit's text: own text and parts.
  package func searchedText(of node: Int) -> Range<Int> {
    var cursor = ByteCursor(provisions, at: nodes.provisionOffset(of: node))
    let start = cursor.textStart()
    let whole = nodes.wholeText(of: node)
    // Without own text the first part would follow an empty line.
    let skipped = start.prefixCount + (start.hasText ? 0 : 1)
    return min(whole.lowerBound + skipped, whole.upperBound)..<whole.upperBound
  }

  /// The address of a node's provision.
  package func id(of node: Int) -> ProvisionID {
    id(of: node, ownOutline(of: node), depth: 0)
  }

  /// The same, for a provision that was decoded already.
  package func id(of node: Int, _ own: ProvisionOutline) -> ProvisionID {
    id(of: node, own, depth: 0)
  }

  private func id(of node: Int, _ own: ProvisionOutline, depth: Int) -> ProvisionID {
    guard own.idNeedsParent, depth < 64, let parent = nodes.parent(of: node) else {
      return own.id(below: nil)
    }
    return own.id(below: id(of: parent, ownOutline(of: parent), depth: depth + 1))
  }

  /// The text in a range of UTF-16 units.
  package func string(_ range: Range<Int>) -> String {
    String(utf16: nodes.text(in: range))
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
