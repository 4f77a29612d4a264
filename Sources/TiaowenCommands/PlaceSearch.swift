import ChineseText
import Regulations

/// Finds what a path names in a revision.
struct PlaceSearch {
  private static let largestNameCount = 12

  /// The provisions that a path names.
  struct Found {
    /// What to print: an article, a clause or a division with what is below it.
    var range: Range<Int>
    /// The 款, 项 or 目 in it that is meant, or `nil` for the whole.
    var cited: Range<Int>?
  }

  /// A step that leads nowhere.
  struct Missing: Error {
    /// What the step was looked for in.
    var place: String
    /// The step as it was written.
    var step: PlacePath.Step
    /// What is there instead.
    var names: [String]
  }

  let provisions: [Provision]

  /// What `path` names.
  func find(_ path: PlacePath) throws(Missing) -> Found {
    var scope = provisions.indices
    var whole: Range<Int>?
    var place = ""
    for step in path.steps {
      guard let next = self.range(of: step, in: scope, isBelow: whole != nil) else {
        throw Missing(place: place, step: step, names: names(of: step, in: scope, whole != nil))
      }
      let kind = provisions[next.lowerBound].kind
      if whole == nil
        || ![.paragraph, .item, .subitem].contains(kind) && step.kinds != [.paragraph]
      {
        whole = next
      }
      scope = next
      place += step.words
    }
    let range = whole ?? scope
    return Found(range: range, cited: range == scope ? nil : scope)
  }

  private func range(
    of step: PlacePath.Step, in scope: Range<Int>, isBelow: Bool
  ) -> Range<Int>? {
    if step.kinds == [.paragraph] {
      let all = paragraphs(in: scope)
      return step.number.flatMap { all.indices.contains($0.last - 1) ? all[$0.last - 1] : nil }
    }
    let range = isBelow ? scope.dropFirst() : scope
    for kind in step.kinds {
      let found = range.filter { index in
        provisions[index].kind == kind
          && (step.number == nil || provisions[index].number == step.number)
      }
      if let best = found.min(by: { depth(of: $0) < depth(of: $1) }) { return whole(best) }
    }
    return nil
  }

  /// A provision with all that is below it.
  private func whole(_ start: Int) -> Range<Int> {
    var end = start + 1
    while end < provisions.count, let parent = provisions[end].parent, parent >= start { end += 1 }
    return start..<end
  }

  private func depth(of index: Int) -> Int {
    provisions[index].parent.map { depth(of: $0) + 1 } ?? 0
  }

  /// The 款 of an article: its own text with the items below it, and its children.
  private func paragraphs(in scope: Range<Int>) -> [Range<Int>] {
    let children = scope.filter {
      provisions[$0].kind == .paragraph && provisions[$0].parent == scope.lowerBound
    }
    var starts = children
    if !provisions[scope.lowerBound].text.isEmpty || children.isEmpty {
      starts.insert(scope.lowerBound, at: 0)
    }
    return starts.indices.map { index in
      starts[index]..<(index + 1 < starts.count ? starts[index + 1] : scope.upperBound)
    }
  }

  /// A label without the sign at its end.
  private func name(of index: Int) -> String? {
    guard var label = provisions[index].label?.shown else { return nil }
    while let last = label.last, "、．.，,：: ".contains(last) { label.removeLast() }
    return label
  }

  /// What could have been written in place of a step.
  private func names(
    of step: PlacePath.Step, in scope: Range<Int>, _ isBelow: Bool
  ) -> [String] {
    if step.kinds == [.paragraph] {
      return (1...paragraphs(in: scope).count).map {
        "第\(ChineseNumeral.spelling(of: $0))款"
      }
    }
    let range = isBelow ? scope.dropFirst() : scope
    let wanted = range.filter { step.kinds.contains(provisions[$0].kind) }
    let all = wanted.isEmpty ? Array(range) : wanted
    guard let level = all.map({ depth(of: $0) }).min() else { return [] }
    let names = all.filter { depth(of: $0) == level }.compactMap { name(of: $0) }
    guard names.count > Self.largestNameCount, let last = names.last else { return names }
    return names.prefix(Self.largestNameCount - 2) + ["…", last]
  }
}
