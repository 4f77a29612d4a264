import Regulations

/// Follows all addresses of a sequence at once: what became of what is asked once of
/// each comparison, and what was found is put together from the last one back.
struct AddressTracing {
  private typealias Node = AddressedRevision.Node
  private typealias Links = [Node: [Node]]

  private let sequence: RevisionSequence
  private let revisions: [AddressedRevision]

  init(_ sequence: RevisionSequence) {
    self.sequence = sequence
    revisions = sequence.revisions.indices.map {
      AddressedRevision(sequence.revisions[$0], sequence.provisions(of: $0))
    }
  }

  /// The addresses of all revisions but the last.
  func addresses() -> [FormerAddresses.Address] {
    var last: Links?
    var all: [[FormerAddresses.Address]] = []
    for index in sequence.comparisons.indices.reversed() {
      var links = links(in: index)
      if let last { links = links.mapValues { $0.flatMap { last[$0] ?? [] } } }
      for (node, successors) in links where successors.count > 1 {
        links[node] = Set(successors).sorted { $0.start < $1.start }
      }
      all.append(addresses(of: index, links))
      last = links
    }
    return all.reversed().flatMap { $0 }
  }

  // MARK: Links

  /// What became of all nodes in a comparison.
  private func links(in comparison: Int) -> Links {
    let (old, new) = (revisions[comparison], revisions[comparison + 1])
    let articles = sequence.comparisons[comparison].targets.articles
    var links: Links = [:]
    var done = Set<Int>()
    for owner in old.provisions.indices {
      links[Node(rank: nil, start: old.provisions[owner].index)] = articles.newPartners(of: owner)
        .map { Node(rank: nil, start: new.provisions[$0].index) }
      guard !done.contains(owner) else { continue }
      let group = articles.group(ofOld: owner)
      done.formUnion(group.old)
      for rank in 0..<(group.old.map { old.parts[$0].count }.max() ?? 0) {
        link(parts(of: group.old, rank, in: old), parts(of: group.new, rank, in: new), rank, &links)
      }
    }
    return links
  }

  private func parts(
    of owners: [Int], _ rank: Int, in revision: AddressedRevision
  ) -> [ComparedProvision] {
    owners.flatMap { rank < revision.parts[$0].count ? revision.parts[$0][rank] : [] }
  }

  /// Links the parts of one depth of some provisions that became one another.
  private func link(
    _ olds: [ComparedProvision], _ news: [ComparedProvision], _ rank: Int, _ links: inout Links
  ) {
    guard !olds.isEmpty, !news.isEmpty else { return }
    let areOne = olds.count == 1 && news.count == 1 && rank == 0
    let areSame = olds.count == news.count && zip(olds, news).allSatisfy { $0.units == $1.units }
    let pairs =
      areOne || areSame
      ? olds.indices.map { ($0, $0) } : Alignment(olds, news).pairs.map { ($0.old, $0.new) }
    for (old, new) in pairs {
      links[Node(rank: rank, start: olds[old].index), default: []].append(
        Node(rank: rank, start: news[new].index))
    }
  }

  // MARK: Addresses

  private func addresses(of index: Int, _ links: Links) -> [FormerAddresses.Address] {
    let revision = revisions[index]
    return revision.provisions.indices.flatMap { owner in
      revision.nodes(of: owner).map { address(of: $0, owner, in: index, links) }
    }
  }

  private func address(
    of node: Node, _ owner: Int, in index: Int, _ links: Links
  ) -> FormerAddresses.Address {
    let revision = revisions[index]
    let last = revisions[revisions.count - 1]
    let successors = (links[node] ?? []).compactMap { node in
      last.owner(of: node).map { (node: node, owner: $0) }
    }
    let nearest =
      successors.isEmpty
      ? revision.nodes(above: node, in: owner).lazy.compactMap { links[$0]?.first }.first : nil
    return FormerAddresses.Address(
      revision: index, id: revision.id(of: node, in: owner),
      name: revision.name(of: node, in: owner),
      successors: successors.map { last.id(of: $0.node, in: $0.owner) },
      successorNames: successors.map { last.name(of: $0.node, in: $0.owner) },
      nearest: nearest.flatMap { node in last.owner(of: node).map { last.id(of: node, in: $0) } },
      isModified: successors.count != 1
        || revision.words(of: node, in: owner)
          != last.words(of: successors[0].node, in: successors[0].owner)
    )
  }
}
