import Regulations

/// Decides which markers of a stretch of text are labels, and how deep each
/// stands.
///
/// Markers of one form make one level; levels nest in the order in which their
/// forms first appear. A marker is a label when its number is due at its
/// level, or when it begins a line: real texts skip and repeat numbers, and a
/// printed label is kept.
struct ListNester {
  /// What the items of lists are.
  enum Setting {
    /// Items of an article: 项, below them 目.
    case article
    /// Clauses of a text without 条.
    case clauses
  }

  private struct Level {
    var form: MarkerForm
    var value: Int
    var components: [Int]
    var mark: Int
  }

  private let scalars: UnsafeBufferPointer<Unicode.Scalar>
  private let setting: Setting
  private var stack: [Level] = []
  private var nestedForms: Set<[MarkerForm]> = []
  private(set) var marks: [Mark] = []
  private let start: Int

  /// The labels among `candidates`, which stand in the text from `start` on.
  static func marks(
    _ candidates: [MarkerCandidate], _ scalars: UnsafeBufferPointer<Unicode.Scalar>,
    from start: Int,
    setting: Setting
  ) -> [Mark] {
    guard !candidates.isEmpty else { return [] }
    var nester = ListNester(scalars: scalars, setting: setting, start: start)
    for candidate in candidates { nester.take(candidate) }
    return nester.marks
  }

  private init(
    scalars: UnsafeBufferPointer<Unicode.Scalar>, setting: Setting, start: Int
  ) {
    self.scalars = scalars
    self.setting = setting
    self.start = start
  }

  private mutating func take(_ candidate: MarkerCandidate) {
    let marker = candidate.marker
    if candidate.isStated {
      takeStated(candidate)
    } else if let depth = stack.lastIndex(where: { $0.form == marker.form }) {
      takeSibling(candidate, at: depth)
    } else if let top = stack.last, candidate.boundary != .inside, marker.value == top.value + 1,
      marker.value > 1, isAlike(top.form.shape, marker.form.shape)
    {
      // 3、… 4．…: one list that its author numbered with two signs.
      replace(stack.count - 1, candidate, nil)
    } else if opensLevel(candidate) {
      trimDecimals(marker)
      push(
        candidate,
        irregularity: marker.value > 1 && marker.form.shape != .decimal ? .lateStart : nil)
    }
  }

  /// A marker that an editor said is a label: it goes on with the list of its
  /// form, or begins one.
  private mutating func takeStated(_ candidate: MarkerCandidate) {
    guard let depth = stack.lastIndex(where: { $0.form == candidate.marker.form }) else {
      trimDecimals(candidate.marker)
      return push(candidate, irregularity: nil)
    }
    replace(depth, candidate, nil)
  }

  private func isAlike(_ left: MarkerForm.Shape, _ right: MarkerForm.Shape) -> Bool {
    let dotted: Set<MarkerForm.Shape> = [.digitDot, .digitComma]
    let closed: Set<MarkerForm.Shape> = [.parenthesizedDigit, .digitParenthesis]
    return (dotted.contains(left) && dotted.contains(right))
      || (closed.contains(left) && closed.contains(right))
  }

  /// A marker whose form has a level already.
  private mutating func takeSibling(_ candidate: MarkerCandidate, at depth: Int) {
    let marker = candidate.marker
    let last = stack[depth]
    if marker.form.shape == .bullet || marker.form.shape == .automatic {
      if candidate.boundary != .inside || hasHeadingLikeText(before: candidate.position) {
        replace(depth, candidate, nil)
      }
      return
    }
    if marker.form.shape == .decimal { return takeDecimal(candidate, at: depth) }
    if marker.value == last.value + 1 { return replace(depth, candidate, nil) }
    let atLine = candidate.boundary == .lineStart
    if marker.value == 1 {
      if atLine || (candidate.boundary == .statementEnd && candidate.isContinued) {
        replace(depth, candidate, depth == 0 && setting == .clauses ? .repetition : nil)
      } else if candidate.isContinued, hasHeadingLikeText(before: candidate.position),
        depth == stack.count - 1
      {
        replace(depth, candidate, nil)
      }
      return
    }
    guard atLine else { return }
    let number = ProvisionNumber(last.value)
    if marker.value == last.value { return replace(depth, candidate, .repetition) }
    replace(
      depth, candidate, marker.value > last.value ? .gap(after: number) : .stepBack(after: number))
  }

  private mutating func takeDecimal(_ candidate: MarkerCandidate, at depth: Int) {
    let marker = candidate.marker
    let last = stack[depth]
    let isNext =
      marker.components.dropLast() == last.components.dropLast() && marker.value == last.value + 1
    let isNew = marker.components.dropLast() != last.components.dropLast() && marker.value == 1
    guard
      isNext || candidate.boundary == .lineStart
        || (isNew && marker.components.count > 2 && candidate.boundary == .statementEnd)
    else { return }
    let skips = !isNext && !isNew && marker.components.dropLast() == last.components.dropLast()
    replace(
      depth, candidate,
      skips && marker.value > last.value
        ? .gap(after: ProvisionNumber(components: last.components)) : nil)
  }

  /// Whether a marker of a form that has no level begins one.
  private func opensLevel(_ candidate: MarkerCandidate) -> Bool {
    let marker = candidate.marker
    if candidate.boundary == .lineStart { return opensLevelAtLine(candidate) }
    if marker.form.shape == .decimal {
      // 2.组织机构2.1服务站设…: the first clause of the number that is open.
      return marker.value == 1 && marker.components.count == 2
        && stack.last.map { $0.value == marker.components[0] && $0.form.shape != .bullet }
          ?? (candidate.boundary == .statementEnd && candidate.isContinued)
    }
    if marker.form.shape == .bullet {
      return candidate.boundary == .statementEnd
        ? candidate.isContinued || follows(":：", candidate.position)
        : (candidate.isContinued || isKnownBelow(marker.form))
          && hasHeadingLikeText(before: candidate.position)
    }
    guard marker.value == 1 else { return false }
    if candidate.boundary == .statementEnd {
      return candidate.isContinued || isKnownBelow(marker.form)
        || (follows(":：", candidate.position) && marker.form.shape != .digitDot)
        || candidate.position == start
    }
    guard hasHeadingLikeText(before: candidate.position) else { return false }
    return candidate.isContinued || isKnownBelow(marker.form)
  }

  private func opensLevelAtLine(_ candidate: MarkerCandidate) -> Bool {
    let marker = candidate.marker
    switch marker.form.shape {
    case .bareDigit: return marker.value == 1 && candidate.isContinued
    case .latinDot, .latinParenthesis:
      return marker.value == 1 || stack.isEmpty && candidate.isContinued
    case .bullet, .automatic: return true
    case .decimal: return marker.components.count <= 4
    default: return marker.value <= 60 || candidate.isContinued
    }
  }

  /// Whether lists of a form stood below the open level before.
  private func isKnownBelow(_ form: MarkerForm) -> Bool {
    guard let top = stack.last else { return false }
    return nestedForms.contains([top.form, form])
  }

  private func follows(_ signs: String, _ position: Int) -> Bool {
    var before = position - 1
    while before >= start, scalars[before].structure == .blank { before -= 1 }
    return before >= start && signs.unicodeScalars.contains(scalars[before])
  }

  /// Whether the text from the last label to a position may be a heading.
  private func hasHeadingLikeText(before position: Int) -> Bool {
    let from = marks.last?.labelEnd ?? start
    guard position - from <= 30, position > from else { return false }
    for index in from..<position {
      let kind = scalars[index].structure
      if kind == .sentenceEnd || kind == .semicolon || kind == .comma { return false }
    }
    return !marks.isEmpty
  }

  /// A decimal stands below the number it begins with and below shorter ones.
  private mutating func trimDecimals(_ marker: ListMarker) {
    guard marker.form.shape == .decimal else { return }
    while let top = stack.last, top.form.shape == .decimal,
      top.components.count >= marker.components.count
    {
      stack.removeLast()
    }
  }

  private mutating func replace(
    _ depth: Int, _ candidate: MarkerCandidate, _ irregularity: Mark.Irregularity?
  ) {
    stack.removeSubrange(depth...)
    push(candidate, irregularity: irregularity)
  }

  private mutating func push(_ candidate: MarkerCandidate, irregularity: Mark.Irregularity?) {
    let marker = candidate.marker
    if let top = stack.last { nestedForms.insert([top.form, marker.form]) }
    stack.append(
      Level(
        form: marker.form, value: marker.value, components: marker.components, mark: marks.count))
    var end = marker.end
    // （一）、 is one label.
    if end < scalars.count, scalars[end] == "、", marker.form.shape == .parenthesizedIdeograph {
      end += 1
    }
    marks.append(
      Mark(
        position: candidate.position, labelEnd: end, kind: kind(of: marker.form),
        number: number(of: marker), form: marker.form, rank: Mark.Rank.list + stack.count - 1,
        irregularity: irregularity))
  }

  private func kind(of form: MarkerForm) -> ProvisionKind {
    switch setting {
    case .article: return stack.count <= 1 ? .item : .subitem
    case .clauses: return form.shape == .bullet ? .item : .clause
    }
  }

  private func number(of marker: ListMarker) -> ProvisionNumber? {
    if !marker.components.isEmpty { return ProvisionNumber(components: marker.components) }
    return marker.value > 0 ? ProvisionNumber(marker.value) : nil
  }
}
