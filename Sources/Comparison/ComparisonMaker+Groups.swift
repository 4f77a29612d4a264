import Regulations

extension ComparisonMaker {
  /// The changes, those together that share an old or a new provision.
  func groups(of changes: [ProvisionChange]) -> [ChangeGroup] {
    var groups: [[Int]] = []
    var groupOfOld: [ProvisionID: Int] = [:]
    var groupOfNew: [ProvisionID: Int] = [:]
    for (index, change) in changes.enumerated() {
      let known = [
        change.old.flatMap { groupOfOld[$0.id] }, change.new.flatMap { groupOfNew[$0.id] },
      ]
      .compactMap { $0 }
      let group = known.min() ?? groups.count
      if known.isEmpty { groups.append([]) }
      groups[group].append(index)
      // A change that ties two groups makes them one.
      for other in known where other != group {
        groups[group] += groups[other]
        groups[other] = []
      }
      for member in groups[group] {
        if let id = changes[member].old?.id { groupOfOld[id] = group }
        if let id = changes[member].new?.id { groupOfNew[id] = group }
      }
    }
    return groups.filter { !$0.isEmpty }.map { group(of: $0.sorted().map { changes[$0] }) }
  }

  private func group(of changes: [ProvisionChange]) -> ChangeGroup {
    guard changes.count > 1 else { return ChangeGroup(changes[0]) }
    let olds = members(of: oldProvisions, in: old, Set(changes.compactMap { $0.old?.id }))
    let news = members(of: newProvisions, in: new, Set(changes.compactMap { $0.new?.id }))
    let (left, right) = (ComparedProvision(joining: olds), ComparedProvision(joining: news))
    return ChangeGroup(
      changes, olds.map { side($0, of: old) }, news.map { side($0, of: new) },
      left.text == right.text
        ? [] : Wording.edits(from: left.text, to: right.text, replacing: terms),
      classes(left, right))
  }

  private func members(
    of provisions: [ComparedProvision], in revision: Revision, _ ids: Set<ProvisionID>
  ) -> [ComparedProvision] {
    provisions.filter { ids.contains(revision.provisions[$0.index].id) }
  }
}
