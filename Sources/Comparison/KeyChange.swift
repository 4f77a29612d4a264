import ChineseText

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
      guard let change = measure(spot) ?? duty(spot), !found.contains(change) else { continue }
      found.append(change)
    }
    return found
  }

  // MARK: Periods and amounts

  /// The longest words of a measure come first.
  private static let periods = ["个工作日", "个自然日", "个月", "小时", "分钟", "日", "天", "周", "月", "年"]
  private static let amounts = ["万元", "亿元", "元", "%", "％", "倍", "次", "人", "个", "件", "份"]
  private static let longestMeasure = 16

  private static func measure(_ spot: ReplacedSpot) -> KeyChange? {
    guard max(spot.old.count, spot.new.count) <= longestMeasure,
      spot.old.contains(where: isDigit), spot.new.contains(where: isDigit),
      !isNumberOfAPlace(spot)
    else { return nil }
    let old = measured(spot.old, spot)
    let new = measured(spot.new, spot)
    // A day of the calendar is no period.
    guard !(old.contains("年") && old.contains("月")),
      NormalForm.units(of: old) != NormalForm.units(of: new)
    else { return nil }
    let isPeriod = periods.contains { old.hasSuffix($0) || new.hasSuffix($0) }
    let isAmount = amounts.contains { old.hasSuffix($0) || new.hasSuffix($0) }
    guard isPeriod || isAmount else { return nil }
    return KeyChange(kind: isPeriod ? .period : .amount, old: old, new: new)
  }

  /// A number with the measure that follows it, from the number on.
  private static func measured(_ part: [Unicode.Scalar], _ spot: ReplacedSpot) -> String {
    let start = part.firstIndex(where: isDigit) ?? part.startIndex
    var words = String(scalars: part[start...])
    let rest = String(scalars: spot.after.prefix(4))
    let hasMeasure = (periods + amounts).contains { words.hasSuffix($0) }
    if !hasMeasure, let unit = (periods + amounts).first(where: { rest.hasPrefix($0) }) {
      words += unit
    }
    return words
  }

  /// Whether a number is that of an article, a chapter or a 款.
  private static func isNumberOfAPlace(_ spot: ReplacedSpot) -> Bool {
    spot.before.last == "第" || spot.old.first == "第"
      || spot.after.first.map { "条條款项項章节節编編".unicodeScalars.contains($0) } ?? false
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ChineseNumeral.isNumeral(scalar) || "0"..."9" ~= scalar
  }

  // MARK: Duties

  private static let duties = [
    "应当", "必须", "可以", "不得", "禁止", "不应", "无须", "无需", "應當", "必須", "應", "得", "应", "须", "可",
  ]
  private static let longestDuty = 6

  private static func duty(_ spot: ReplacedSpot) -> KeyChange? {
    guard max(spot.old.count, spot.new.count) <= longestDuty else { return nil }
    let (old, new) = (word(spot.old), word(spot.new))
    guard old != new, !old.isEmpty || spot.old.isEmpty, !new.isEmpty || spot.new.isEmpty else {
      return nil
    }
    return KeyChange(kind: .duty, old: old, new: new)
  }

  /// The word of duty that a spot begins with, or nothing.
  private static func word(_ part: [Unicode.Scalar]) -> String {
    let words = String(scalars: part)
    return duties.first { words.hasPrefix($0) } ?? ""
  }
}
