import ChineseText
import Regulations

/// Makes the changes of two revisions from their alignment.
struct ComparisonMaker: Sendable {
  let old: Revision
  let new: Revision
  let oldProvisions: [ComparedProvision]
  let newProvisions: [ComparedProvision]
  private let pairs: [Alignment.Pair]
  let targets: ReferenceTargets
  private let oldTargets: [ProvisionNumber: Int]
  private let newTargets: [ProvisionNumber: Int]
  /// The edits of the pairs whose texts differ.
  private let edits: [Alignment.Pair: [Edit]]
  private let substitutions: [Substitution]
  let terms: ReplacedTerms

  init(_ old: Revision, _ new: Revision) {
    self.old = old
    self.new = new
    oldProvisions = ComparedProvision.all(of: old)
    newProvisions = ComparedProvision.all(of: new)
    pairs = Self.aligned(oldProvisions, newProvisions)
    targets = ReferenceTargets(
      old: oldProvisions, new: newProvisions,
      articles: ArticlePairs(oldProvisions, newProvisions, pairs),
      oldReading: ReferenceReading(title: old.title, oldProvisions),
      newReading: ReferenceReading(title: new.title, newProvisions))
    // A reference is known by the new article to which it points.
    newTargets = Self.articles(in: newProvisions)
    var newOfOldNumber: [ProvisionNumber: Int] = [:]
    let partners = Dictionary(
      pairs.map { ($0.old, $0.new) }, uniquingKeysWith: { first, _ in first })
    for (number, index) in Self.articles(in: oldProvisions) {
      newOfOldNumber[number] = partners[index] ?? -1 - index
    }
    oldTargets = newOfOldNumber
    (edits, substitutions, terms) = Self.edits(pairs, oldProvisions, newProvisions)
  }

  /// The edits of all pairs, and the terms that they replace throughout.
  private static func edits(
    _ pairs: [Alignment.Pair], _ old: [ComparedProvision], _ new: [ComparedProvision]
  ) -> ([Alignment.Pair: [Edit]], [Substitution], ReplacedTerms) {
    var edits: [Alignment.Pair: [Edit]] = [:]
    var finder = SubstitutionFinder()
    for pair in pairs where old[pair.old].text != new[pair.new].text {
      let made = Wording.edits(from: old[pair.old].text, to: new[pair.new].text)
      edits[pair] = made
      finder.add(made, of: pair.new)
    }
    let substitutions = finder.found(
      in: pairs.map { (old[$0.old].wholeText, new[$0.new].wholeText) })
    // Known terms are seen at their other places too, whatever changed around them.
    let terms = ReplacedTerms(substitutions)
    for pair in edits.keys where terms.stand(in: old[pair.old].text) {
      edits[pair] = Wording.edits(
        from: old[pair.old].text, to: new[pair.new].text, replacing: terms)
    }
    return (edits, substitutions, terms)
  }

  /// The terms that were replaced, each with the changes in which it still stands.
  func substitutions(in changes: [ProvisionChange]) -> [Substitution] {
    substitutions.map { substitution in
      var substitution = substitution
      substitution.exceptions = changes.indices.filter { index in
        let text = changes[index].new?.wholeText.replacing(substitution.new, with: "")
        return text.map { $0.places(of: substitution.old) > 0 } ?? false
      }
      return substitution
    }
  }

  /// Divisions are aligned apart from what stands in them.
  private static func aligned(
    _ old: [ComparedProvision], _ new: [ComparedProvision]
  ) -> [Alignment.Pair] {
    var pairs: [Alignment.Pair] = []
    for isDivision in [true, false] {
      let oldPlaces = old.indices.filter { old[$0].kind.isDivision == isDivision }
      let newPlaces = new.indices.filter { new[$0].kind.isDivision == isDivision }
      let alignment = Alignment(oldPlaces.map { old[$0] }, newPlaces.map { new[$0] })
      pairs += alignment.pairs.map {
        Alignment.Pair(
          old: oldPlaces[$0.old], new: newPlaces[$0.new], relation: $0.relation)
      }
    }
    return pairs
  }

  private static func articles(in provisions: [ComparedProvision]) -> [ProvisionNumber: Int] {
    var articles: [ProvisionNumber: Int] = [:]
    for (index, provision) in provisions.enumerated() where provision.kind == .article {
      if let number = provision.number, articles[number] == nil { articles[number] = index }
    }
    return articles
  }

  func changes() -> [ProvisionChange] { changes(oldProvisions, newProvisions, pairs, level: 0) }

  /// What became of provisions that stand side by side: pairs and new ones in the
  /// order of the new revision, deleted ones after what stood before them.
  func changes(
    _ olds: [ComparedProvision], _ news: [ComparedProvision], _ pairs: [Alignment.Pair],
    level: Int
  ) -> [ProvisionChange] {
    var placed: [(place: (Int, Int, Int), change: ProvisionChange)] = []
    let pairedOld = Set(pairs.map { $0.old })
    let pairedNew = Set(pairs.map { $0.new })
    for pair in pairs {
      let change = change(
        olds[pair.old], news[pair.new], pair.relation, level == 0 ? edits[pair] : nil)
      placed.append(((pair.new, 0, pair.old), change))
    }
    // （删除） in the place of a provision is no provision.
    for (index, provision) in news.enumerated()
    where !pairedNew.contains(index) && !provision.isPlaceholder {
      placed.append(((index, 0, 0), change(nil, provision)))
    }
    let inOrder = pairs.filter { $0.relation == nil }.sorted { $0.old < $1.old }
    var next = 0
    for (index, provision) in olds.enumerated()
    where !pairedOld.contains(index) && !provision.isPlaceholder {
      while next < inOrder.count, inOrder[next].old < index { next += 1 }
      let place = next > 0 ? inOrder[next - 1].new : -1
      placed.append(((place, 1, index), change(provision, nil)))
    }
    return placed.sorted { $0.place < $1.place }.map { $0.change }
  }

  // MARK: References

  func staleReferences(in changes: [ProvisionChange]) -> [StaleReference] {
    var places: [ProvisionID: Int] = [:]
    for (place, change) in changes.enumerated() {
      if let id = change.new?.id, places[id] == nil { places[id] = place }
    }
    var stale: [StaleReference] = []
    for found in ReferenceCheck.found(targets) {
      let id = new.provisions[newProvisions[found.provision].index].id
      guard let place = places[id] else { continue }
      let reference = StaleReference(
        change: place, reference: found.reference, now: found.now, meant: found.meant)
      if !stale.contains(reference) { stale.append(reference) }
    }
    return stale
  }

  // MARK: Changes

  private func change(
    _ left: ComparedProvision?, _ right: ComparedProvision?,
    _ relation: ProvisionChange.Relation? = nil, _ edits: [Edit]? = nil
  ) -> ProvisionChange {
    var change = ProvisionChange(
      provision: (right ?? left)?.kind ?? .article, old: left.map { side($0, of: old) },
      new: right.map { side($0, of: new) }, kind: left == nil ? .added : .deleted,
      relation: relation, classes: [], edits: [], children: [])
    guard let left, let right else { return change }
    let isRenumbered = left.number != right.number
    change.classes = classes(left, right)
    let isModified = change.classes.contains { $0 == .wording || $0 == .substitution }
    change.kind =
      isModified
      ? isRenumbered ? .modifiedAndRenumbered : .modified
      : isRenumbered ? .renumbered : .unchanged
    if left.text != right.text {
      change.edits = edits ?? Wording.edits(from: left.text, to: right.text, replacing: terms)
    }
    if !left.parts.isEmpty || !right.parts.isEmpty {
      change.children = changes(
        left.parts, right.parts, Alignment(left.parts, right.parts).pairs, level: 1)
    }
    return change
  }

  func side(_ provision: ComparedProvision, of revision: Revision) -> ProvisionChange.Side {
    ProvisionChange.Side(
      provision, id: revision.provisions[provision.index].id,
      name: revision.name(of: provision))
  }

  func classes(
    _ left: ComparedProvision, _ right: ComparedProvision
  ) -> [ProvisionChange.Class] {
    guard left.text != right.text || left.heading != right.heading else { return [] }
    if left.units == right.units { return [.typographic] }
    let target = CrossReferences.resolved(right.units, targets.newReading) { newTargets[$0] }
    if resolved(left.units) == target { return [.crossReference] }
    let units = NormalForm.units(of: terms.applied(to: left.wholeText))
    guard units != left.units else { return [.wording] }
    if units == right.units { return [.substitution] }
    return resolved(units) == target
      ? [.substitution, .crossReference] : [.wording, .substitution]
  }

  private func resolved(_ units: [UInt16]) -> [UInt16] {
    CrossReferences.resolved(units, targets.oldReading) { oldTargets[$0] }
  }
}
