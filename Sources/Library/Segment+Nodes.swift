package import Regulations

extension Segment {
  /// The number of nodes.
  package var nodeCount: Int { nodes.count }

  /// The provision of a node without its parts.
  package func ownOutline(of node: Int) -> ProvisionOutline {
    var cursor = nodes.parts(of: node).provisions
    return cursor.provision()
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
}
