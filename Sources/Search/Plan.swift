internal import Library
internal import Regulations

/// A query made ready to walk through one segment.
enum Plan {
  case term(TermMatcher)
  case number(ProvisionNumber, Segment)
  case all([Plan])
  case any([Plan])
  indirect case not(Plan)

  /// Whether a query holds for a unit, and whether a term of it stands in the
  /// text or the heading path, not only in the title.
  struct Verdict {
    var holds: Bool
    var isInUnit: Bool
  }

  init(_ query: Query, in segment: Segment, _ filter: DefinitionFilter?) {
    switch query {
    case .term(let term): self = .term(TermMatcher(term, in: segment, filter))
    case .number(let number): self = .number(number, segment)
    case .not(let query): self = .not(Plan(query, in: segment, filter))
    case .any(let parts): self = .any(parts.map { Plan($0, in: segment, filter) })
    case .all(let parts):
      // The rarest leads; what excludes is asked last.
      let plans = parts.map { Plan($0, in: segment, filter) }
      let order = plans.indices.sorted { left, right in
        let bounds = (plans[left].upperBound, plans[right].upperBound)
        return bounds.0 == bounds.1 ? left < right : bounds.0 < bounds.1
      }
      self = .all(order.map { plans[$0] })
    }
  }

  /// The most nodes that can hold it.
  private var upperBound: Int {
    switch self {
    case .term(let matcher): matcher.upperBound + matcher.titleRevisions.count * 64
    case .number, .not: .max / 1024
    case .all(let parts): parts.map { $0.upperBound }.min() ?? 0
    case .any(let parts): parts.reduce(0) { $0 + $1.upperBound }
    }
  }

  /// The first node at or after `target` that may hold it.
  ///
  /// - Parameter inTitles: Whether a title alone makes a node a candidate.
  func candidate(atOrAfter target: Int, inTitles: Bool) -> Int? {
    switch self {
    case .term(let matcher):
      return matcher.candidate(atOrAfter: target, inTitles: inTitles)
    case .number(_, let segment):
      return target < segment.nodeCount ? target : nil
    case .not: return target
    case .any(let parts):
      return parts.compactMap { $0.candidate(atOrAfter: target, inTitles: inTitles) }.min()
    case .all(let parts):
      return Self.common(parts, atOrAfter: target)
    }
  }

  /// The first node at or after `target` that may hold all of some plans.
  private static func common(_ parts: [Plan], atOrAfter target: Int) -> Int? {
    var target = target
    var index = 0
    while index < parts.count {
      guard let node = parts[index].candidate(atOrAfter: target, inTitles: true) else {
        return nil
      }
      index = node == target ? index + 1 : index == 0 ? 1 : 0
      target = node
    }
    return target
  }

  /// Whether it holds for a unit.
  func verdict(on node: Int) -> Verdict {
    switch self {
    case .term(let matcher):
      let isInUnit = matcher.standsInUnit(node)
      return Verdict(holds: isInUnit || matcher.standsInTitle(node), isInUnit: isInUnit)
    case .number(let number, let segment):
      let own = segment.ownOutline(of: node)
      let holds = own.isNumbered(number) && (own.kind == .article || own.kind == .clause)
      return Verdict(holds: holds, isInUnit: holds)
    case .not(let plan): return Verdict(holds: !plan.verdict(on: node).holds, isInUnit: false)
    case .any(let parts):
      var verdict = Verdict(holds: false, isInUnit: false)
      for part in parts {
        let one = part.verdict(on: node)
        verdict.holds = verdict.holds || one.holds
        verdict.isInUnit = verdict.isInUnit || one.holds && one.isInUnit
      }
      return verdict
    case .all(let parts):
      var verdict = Verdict(holds: true, isInUnit: false)
      for part in parts {
        let one = part.verdict(on: node)
        guard one.holds else { return Verdict(holds: false, isInUnit: false) }
        verdict.isInUnit = verdict.isInUnit || one.isInUnit
      }
      return verdict
    }
  }

  /// The terms that may stand in a hit.
  var matchers: [TermMatcher] {
    switch self {
    case .term(let matcher): [matcher]
    case .number, .not: []
    case .all(let parts), .any(let parts): parts.flatMap { $0.matchers }
    }
  }

  /// Whether it holds for a revision by its title alone.
  func holdsInTitle(of revision: Int) -> Bool {
    switch self {
    case .term(let matcher): matcher.titleRevisions.contains(revision)
    case .number: false
    case .not(let plan): !plan.holdsInTitle(of: revision)
    case .all(let parts): parts.allSatisfy { $0.holdsInTitle(of: revision) }
    case .any(let parts): parts.contains { $0.holdsInTitle(of: revision) }
    }
  }
}
