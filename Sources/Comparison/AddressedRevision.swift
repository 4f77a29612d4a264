import Regulations

/// All that has an address in a revision: provisions that are compared as a whole,
/// and the parts of these.
struct AddressedRevision {
  /// What has an address.
  struct Node: Hashable {
    /// How deep it stands in what is compared; `nil` for that itself.
    var rank: ProvisionParts.Rank?
    /// The index of its start among all provisions.
    var start: Int
  }

  let provisions: [ComparedProvision]
  /// The parts of each compared provision, those of one depth together.
  let parts: [[[ComparedProvision]]]
  private let revision: Revision
  private let depths: ProvisionParts
  /// The compared provision at an index of all provisions.
  private let owners: [Int: Int]

  init(_ revision: Revision, _ provisions: [ComparedProvision]) {
    self.revision = revision
    self.provisions = provisions
    let depths = ProvisionParts(of: revision, provisions)
    self.depths = depths
    owners = Dictionary(
      provisions.enumerated().map { ($1.index, $0) }, uniquingKeysWith: { first, _ in first })
    parts = provisions.enumerated().map { owner, provision in
      let ranks = provision.parts.map { depths.rank(ofPart: $0.index, in: owner) }
      return (0...(ranks.max() ?? 0)).map { depths.parts(of: owner, rank: $0) }
    }
  }

  /// The nodes of a compared provision, itself first, then its parts in reading order.
  ///
  /// The only 款 of a provision is none, if it is the provision's own text.
  func nodes(of owner: Int) -> [Node] {
    let provision = provisions[owner]
    var nodes = [Node(rank: nil, start: provision.index)]
    if hasFirstParagraph(owner) { nodes.append(Node(rank: 0, start: provision.index)) }
    for part in provision.parts {
      nodes.append(
        Node(rank: depths.rank(ofPart: part.index, in: owner), start: part.index))
    }
    return nodes
  }

  /// Whether the own text of a provision is the first of several 款.
  private func hasFirstParagraph(_ owner: Int) -> Bool {
    parts[owner][0].count > 1 && parts[owner][0][0].index == provisions[owner].index
  }

  /// The address of a node of a provision.
  func id(of node: Node, in owner: Int) -> ProvisionID {
    let id = revision.provisions[node.start].id
    return node.rank == 0 && node.start == provisions[owner].index && hasFirstParagraph(owner)
      ? ProvisionID.firstParagraph(of: id) : id
  }

  /// What a node is called.
  func name(of node: Node, in owner: Int) -> String {
    guard node.rank != nil else { return revision.name(of: node.start) }
    return part(node, in: owner)?.label ?? ""
  }

  /// The compared provision to which a node belongs.
  func owner(of node: Node) -> Int? {
    var next: Int? = node.start
    while let index = next {
      if let owner = owners[index] { return owner }
      next = revision.provisions[index].parent
    }
    return nil
  }

  private func part(_ node: Node, in owner: Int) -> ComparedProvision? {
    guard let rank = node.rank, parts[owner].indices.contains(rank) else { return nil }
    return parts[owner][rank].first { $0.index == node.start }
  }

  /// What a node and all below it say, in the normal form; the sign at the end of a 项
  /// tells only whether others follow.
  func words(of node: Node, in owner: Int) -> [[UInt16]] {
    if let rank = node.rank {
      guard var units = part(node, in: owner)?.units else { return [] }
      if rank > 0, let last = units.last, Self.endSigns.contains(last) { units.removeLast() }
      return [units]
    }
    let below = provisions[(owner + 1)...].prefix { isBelow(node.start, $0.index) }
    return [provisions[owner].units] + below.map(\.units)
  }

  private static let endSigns = Array("；;。，,".utf16)

  private func isBelow(_ top: Int, _ index: Int) -> Bool {
    var next = revision.provisions[index].parent
    while let above = next, above > top { next = revision.provisions[above].parent }
    return next == top
  }

  /// What stands above a node, the closest first.
  func nodes(above node: Node, in owner: Int) -> [Node] {
    var nodes: [Node] = []
    var next = node.rank == nil ? nil : revision.provisions[node.start].parent
    while let index = next, index > provisions[owner].index {
      if revision.provisions[index].kind != .paragraph {
        nodes.append(Node(rank: depths.rank(ofPart: index, in: owner), start: index))
      }
      next = revision.provisions[index].parent
    }
    if let rank = node.rank {
      let paragraphs = parts[owner][0]
      if rank > 0, paragraphs.count > 1,
        let paragraph = paragraphs.last(where: { $0.index <= node.start })
      {
        nodes.append(Node(rank: 0, start: paragraph.index))
      }
      nodes.append(Node(rank: nil, start: provisions[owner].index))
    }
    next = revision.provisions[provisions[owner].index].parent
    while let index = next {
      nodes.append(Node(rank: nil, start: index))
      next = revision.provisions[index].parent
    }
    return nodes
  }
}
