/// A duty, a period or an amount that is not as it was: what a reader looks for first.
public struct KeyChange: Hashable, Sendable {
  /// What changed.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// What must, may or must not be done.
    case duty
    /// How long or until when.
    case period
    /// How much or how many.
    case amount
  }

  /// What it is.
  public var kind: Kind
  /// The words before, such as 5日; empty where there were none.
  public var old: String
  /// The words after, such as 3个工作日; empty where there are none.
  public var new: String

  /// Those of some edits, each once.
  static func all(in edits: [Edit]) -> [KeyChange] {
    var found: [KeyChange] = []
    for spot in ReplacedSpot.all(in: edits) {
      for change in measures(spot) + bounds(spot) + duties(spot) where !found.contains(change) {
        found.append(change)
      }
    }
    return found
  }

  // MARK: Periods and amounts

  /// A spot of so many scalars on either side is read as one measure for another.
  private static let shortSpot = 16
  /// In a longer one only what stands before the same words is the same measure.
  private static let longSpot = 60

  private static func measures(_ spot: ReplacedSpot) -> [KeyChange] {
    let size = max(spot.old.count, spot.new.count)
    guard size <= longSpot else { return [] }
    let old = Measure.all(in: spot.old, of: spot)
    let new = Measure.all(in: spot.new, of: spot)
    guard !old.isEmpty, !new.isEmpty else { return limits(old, new, spot) }
    var found: [KeyChange] = []
    for dimension in Measure.Dimension.all(in: old) {
      let (left, right) = (
        old.filter { $0.dimension == dimension }, new.filter { $0.dimension == dimension }
      )
      let kind = dimension == .period ? Kind.period : .amount
      if left.count == right.count {
        for (left, right) in zip(left, right)
        where !left.isEqual(to: right) && (size <= shortSpot || left.after == right.after) {
          found.append(KeyChange(kind: kind, old: left.text, new: right.text))
        }
      } else if size <= shortSpot, min(left.count, right.count) == 1 {
        // An amount that became a range, or the other way round.
        let range = (Measure.joined(left), Measure.joined(right))
        found.append(KeyChange(kind: kind, old: range.0, new: range.1))
      }
    }
    return found
  }

  /// A period, an amount or a share that came or went in a short spot.
  private static func limits(
    _ old: [Measure], _ new: [Measure], _ spot: ReplacedSpot
  ) -> [KeyChange] {
    guard let limit = (old + new).first, old.count + new.count == 1,
      max(spot.old.count, spot.new.count) <= shortSpot
    else { return [] }
    if case .count = limit.dimension { return [] }
    let kind = limit.dimension == .period ? Kind.period : .amount
    let other = kind == .period ? endless(old.isEmpty ? spot.old : spot.new) : ""
    return [
      old.isEmpty
        ? KeyChange(kind: kind, old: other, new: limit.text)
        : KeyChange(kind: kind, old: limit.text, new: other)
    ]
  }

  /// The word for a period without an end that a text begins with, or nothing.
  private static func endless(_ text: [Unicode.Scalar]) -> String {
    let text = String(scalars: text)
    return ["永久", "长期", "長期", "终身", "終身", "无限期"].first { text.hasPrefix($0) } ?? ""
  }

  // MARK: Bounds

  /// Words that say on which side of an amount something must stay.
  private static let boundWords = Set(
    """
    低于 高于 少于 多于 超过 不足 大于 小于 至少 至多 最少 最多 最低 最高 最长 最短 以上 以下 以内 以外 \
    低於 高於 少於 多於 超過 大於 小於 最長 以內
    """.split(separator: " ").map { Array($0.unicodeScalars) })

  /// 不低于 that became 不高于.
  private static func bounds(_ spot: ReplacedSpot) -> [KeyChange] {
    guard boundWords.contains(spot.old), boundWords.contains(spot.new) else { return [] }
    let not = spot.before.last == "不" ? "不" : ""
    return [
      KeyChange(
        kind: .amount, old: not + String(scalars: spot.old), new: not + String(scalars: spot.new))
    ]
  }

  // MARK: Duties

  /// Words that say what must, may or must not be done, the longest first.
  private static let dutyWords = [
    "不可以", "可以不", "不应当", "应当", "必须", "可以", "不得", "禁止", "严禁", "不应", "无须", "无需", "有权", "不必",
    "不應", "應當", "必須", "嚴禁", "無須", "應", "得", "应", "须", "可",
  ].map { Array($0.unicodeScalars) }
  /// So much beside the words of duty may have changed with them.
  private static let longestRest = 4

  private static func duties(_ spot: ReplacedSpot) -> [KeyChange] {
    if let change = negation(spot) { return [change] }
    let (old, new) = (duty(spot.old, spot), duty(spot.new, spot))
    guard old != new else { return [] }
    let (oldRest, newRest) = (spot.old.dropFirst(old.count), spot.new.dropFirst(new.count))
    // A word of duty that came or went is one only where the clause stayed.
    guard !old.isEmpty && !new.isEmpty || oldRest.isEmpty && newRest.isEmpty else { return [] }
    let isSmall = max(oldRest.count, newRest.count) <= longestRest
    guard isSmall || zip(oldRest, newRest).prefix(2).count(where: { $0 == $1 }) == 2 else {
      return []
    }
    return [KeyChange(kind: .duty, old: String(scalars: old), new: String(scalars: new))]
  }

  /// The word of duty that a part of a spot begins with, or nothing.
  private static func duty(
    _ part: [Unicode.Scalar], _ spot: ReplacedSpot
  ) -> [Unicode.Scalar] {
    let word = dutyWords.first { part.starts(with: $0) } ?? []
    guard word.count == 1 else { return word }
    // 得 is no duty in 取得, nor 应 in 应用.
    let text = (spot.before.suffix(2) + part + spot.after.prefix(2)).map(\.value)
    let place = min(2, spot.before.count)
    let edges = CommonWords.edges(in: text)
    return edges[place].isWithin || edges[place + 1].isWithin ? [] : word
  }

  /// A word of duty that was denied, or is no more: 不 before 可以.
  private static func negation(_ spot: ReplacedSpot) -> KeyChange? {
    let not: [Unicode.Scalar] = ["不"]
    let isDenied = spot.old.isEmpty && spot.new == not
    guard isDenied || spot.new.isEmpty && spot.old == not,
      let word = dutyWords.first(where: { spot.after.starts(with: $0) })
    else { return nil }
    let (plain, denied) = (String(scalars: word), String(scalars: not + word))
    return KeyChange(
      kind: .duty, old: isDenied ? plain : denied, new: isDenied ? denied : plain)
  }
}
