import Regulations

/// Follows a provision through the comparisons of neighbouring revisions.
struct ProvisionTracing {
  /// What is followed: a provision that is compared as a whole, or a part of it.
  private struct Node: Hashable {
    /// The index among the compared provisions.
    var owner: Int
    /// The index of the part's start among all provisions; that of the owner for the whole.
    var start: Int
  }

  /// What became of what, by the addresses of a change.
  private struct Link {
    var old: Node?
    var new: Node?
    var change: ProvisionChange
  }

  private let sequence: RevisionSequence
  private let provisions: [[ComparedProvision]]
  private let parts: [ProvisionParts]

  init(_ sequence: RevisionSequence) {
    self.sequence = sequence
    let provisions = sequence.revisions.indices.map { sequence.provisions(of: $0) }
    self.provisions = provisions
    parts = zip(sequence.revisions, provisions).map { ProvisionParts(of: $0, $1) }
  }

  /// The steps of what stands at a place of a revision.
  func steps(from range: Range<Int>, in start: Int) -> [ProvisionHistory.Step] {
    let (node, rank) = place(at: range, in: start)
    var nodes = [Set<Node>](repeating: [], count: provisions.count)
    var changes = [[ProvisionChange]](repeating: [], count: provisions.count)
    nodes[start] = [node]
    for index in sequence.comparisons.indices.dropFirst(start) {
      let links = links(in: index, around: nodes[index], areNew: false, rank)
      let followed = links.filter { $0.old.map { nodes[index].contains($0) } ?? false }
      nodes[index + 1] = Set(followed.compactMap(\.new))
      changes[index + 1] = Self.changes(followed, among: links)
    }
    for index in sequence.comparisons.indices.prefix(start).reversed() {
      let links = links(in: index, around: nodes[index + 1], areNew: true, rank)
      let followed = links.filter { $0.new.map { nodes[index + 1].contains($0) } ?? false }
      nodes[index] = Set(followed.compactMap(\.old))
      changes[index + 1] = Self.changes(followed, among: links)
    }
    return provisions.indices.map { index in
      ProvisionHistory.Step(
        places: places(of: nodes[index], in: index, rank),
        contents: rank == nil ? contents(of: nodes[index], in: index) : [],
        changes: changes[index],
        changesBelow: rank == nil && index > 0
          ? changesBelow(nodes[index - 1], nodes[index], in: index - 1) : [])
    }
  }

  /// What stands at a place; no depth for a provision that is compared as a whole.
  private func place(at range: Range<Int>, in index: Int) -> (Node, ProvisionParts.Rank?) {
    let start = range.lowerBound
    let owner = provisions[index].firstIndex {
      $0.index == start || $0.parts.contains { $0.index == start }
    }
    let node = Node(owner: owner ?? 0, start: start)
    let provision = provisions[index][node.owner]
    guard provision.index == start else {
      return (node, parts[index].rank(ofPart: start, in: node.owner))
    }
    return (node, provision.parts.allSatisfy { range.contains($0.index) } ? nil : 0)
  }

  // MARK: Links

  /// What became of what in a comparison, at least around some nodes of one side.
  private func links(
    in comparison: Int, around nodes: Set<Node>, areNew: Bool, _ rank: ProvisionParts.Rank?
  ) -> [Link] {
    guard let rank else {
      return links(
        sequence.comparisons[comparison].changes, in: comparison,
        old: provisions[comparison].indices.map { Node(owner: $0, start: start($0, comparison)) },
        new: provisions[comparison + 1].indices.map {
          Node(owner: $0, start: start($0, comparison + 1))
        })
    }
    var links: [Link] = []
    var done = Set<Int>()
    for owner in nodes.map(\.owner).sorted() where !done.contains(owner) {
      let group = group(of: owner, isNew: areNew, in: comparison)
      done.formUnion(areNew ? group.new : group.old)
      links += partLinks(group.old, group.new, in: comparison, rank)
    }
    return links
  }

  private func start(_ owner: Int, _ index: Int) -> Int { provisions[index][owner].index }

  /// The provisions that are tied to one by splits and merges.
  private func group(of owner: Int, isNew: Bool, in comparison: Int) -> (old: [Int], new: [Int]) {
    let articles = sequence.comparisons[comparison].targets.articles
    guard isNew else { return articles.group(ofOld: owner) }
    return articles.oldPartners(of: owner).first.map { articles.group(ofOld: $0) } ?? ([], [owner])
  }

  /// What became of the parts of some provisions.
  private func partLinks(
    _ oldOwners: [Int], _ newOwners: [Int], in comparison: Int, _ rank: ProvisionParts.Rank
  ) -> [Link] {
    let side = { (owners: [Int], index: Int) in
      owners.flatMap { owner in
        parts[index].parts(of: owner, rank: rank).map { (owner: owner, part: $0) }
      }
    }
    let (olds, news) = (side(oldOwners, comparison), side(newOwners, comparison + 1))
    let alignment = Alignment(olds.map(\.part), news.map(\.part))
    let changes = sequence.comparisons[comparison].maker.changes(
      olds.map(\.part), news.map(\.part), alignment.pairs, level: 1)
    return links(
      changes.map(\.namedByPlace), in: comparison,
      old: olds.map { Node(owner: $0.owner, start: $0.part.index) },
      new: news.map { Node(owner: $0.owner, start: $0.part.index) })
  }

  private func links(
    _ changes: [ProvisionChange], in comparison: Int, old: [Node], new: [Node]
  ) -> [Link] {
    let nodes = [(comparison, old), (comparison + 1, new)].map { index, nodes in
      Dictionary(
        nodes.map { (sequence.revisions[index].provisions[$0.start].id, $0) },
        uniquingKeysWith: { first, _ in first })
    }
    return changes.map { change in
      Link(
        old: change.old.flatMap { nodes[0][$0.id] }, new: change.new.flatMap { nodes[1][$0.id] },
        change: change)
    }
  }

  /// The changes of links that are followed, with those of the other parts of their
  /// splits and merges.
  private static func changes(_ followed: [Link], among links: [Link]) -> [ProvisionChange] {
    let olds = Set(followed.compactMap(\.old))
    let news = Set(followed.compactMap(\.new))
    return links.filter { link in
      let isOld = link.old.map { olds.contains($0) } ?? false
      let isNew = link.new.map { news.contains($0) } ?? false
      return isOld && isNew || link.old == nil && isNew || link.new == nil && isOld
        || isOld && link.change.relation == .split || isNew && link.change.relation == .merged
    }.map(\.change)
  }

  // MARK: Places

  private func places(
    of nodes: Set<Node>, in index: Int, _ rank: ProvisionParts.Rank?
  ) -> [ProvisionHistory.Place] {
    nodes.sorted { ($0.owner, $0.start) < ($1.owner, $1.start) }.compactMap { node in
      guard let rank else { return place(of: provisions[index][node.owner], in: index) }
      return parts[index].parts(of: node.owner, rank: rank).first { $0.index == node.start }
        .map { place(of: $0, in: index) }
    }
  }

  private func place(of provision: ComparedProvision, in index: Int) -> ProvisionHistory.Place {
    let revision = sequence.revisions[index]
    return ProvisionHistory.Place(
      kind: provision.kind,
      side: ProvisionChange.Side(
        provision, id: revision.provisions[provision.index].id,
        name: revision.name(of: provision)))
  }

  // MARK: Below

  private func contents(of nodes: Set<Node>, in index: Int) -> [ProvisionHistory.Place] {
    below(nodes, in: index).map { place(of: provisions[index][$0], in: index) }
  }

  /// The compared provisions below others.
  private func below(_ nodes: Set<Node>, in index: Int) -> [Int] {
    let all = sequence.revisions[index].provisions
    let tops = Set(nodes.map(\.start))
    return provisions[index].indices.filter { place in
      var next = all[provisions[index][place].index].parent
      while let above = next {
        if tops.contains(above) { return true }
        next = all[above].parent
      }
      return false
    }
  }

  private func changesBelow(
    _ old: Set<Node>, _ new: Set<Node>, in comparison: Int
  ) -> [ChangeGroup] {
    let sides = [(comparison, old), (comparison + 1, new)].map { index, nodes in
      Set(
        below(nodes, in: index).map {
          sequence.revisions[index].provisions[start($0, index)].id
        })
    }
    return sequence.comparisons[comparison].groups.filter { group in
      group.olds.contains { sides[0].contains($0.id) }
        || group.news.contains { sides[1].contains($0.id) }
    }
  }
}

extension ProvisionChange {
  /// The change of a part whose labels say where it stands: another place is another
  /// number.
  fileprivate var namedByPlace: ProvisionChange {
    guard let old, let new else { return self }
    var change = self
    let isElsewhere = old.label != new.label
    change.kind =
      kind.isModified
      ? isElsewhere ? .modifiedAndRenumbered : .modified
      : isElsewhere ? .renumbered : .unchanged
    return change
  }
}
