import ChineseText

/// A number with what it measures: 5日, 3个工作日, 2万元, 百分之五.
struct Measure {
  /// What is measured; only measures of one dimension take each other's place.
  enum Dimension: Hashable {
    case period, money, share
    /// Things that are counted, by their unit.
    case count(String)

    /// The dimensions of some measures, each once, in their order.
    static func all(in measures: [Measure]) -> [Dimension] {
      measures.map(\.dimension).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
  }

  /// The number and the unit.
  var text: String
  var dimension: Dimension
  /// The two scalars behind it.
  var after: [UInt32]
  /// The text from here to the end of the part.
  private var rest: String

  /// Whether another one says the same, maybe with other numerals.
  func isEqual(to other: Measure) -> Bool {
    NormalForm.units(of: text) == NormalForm.units(of: other.text)
  }

  /// The text from the first to the last of some measures of one part.
  static func joined(_ measures: [Measure]) -> String {
    guard let first = measures.first, let last = measures.last else { return "" }
    guard measures.count > 1 else { return first.text }
    let tail = last.rest.unicodeScalars.count - last.text.unicodeScalars.count
    return String(scalars: first.rest.unicodeScalars.dropLast(max(0, tail)))
  }

  // MARK: Reading

  private static let reach = 12
  /// The longest words of a measure come first.
  private static let periods = units(
    "个工作日 個工作日 工作日 个自然日 个月 個月 小时 小時 分钟 分鐘 日 天 周 週 年")
  private static let counts = units("平方米 公里 周岁 歲 岁 倍 次 人 名 个 個 件 份 米 吨 辆 台 学时 课时")
  private static let month = units("月")
  private static let limits = units("以上 以下 以内 以內 内 內")

  /// Whether words begin with a unit of time or of things that are counted.
  static func beginsWithUnit(_ words: ArraySlice<UInt32>) -> Bool {
    (periods + counts).contains { words.starts(with: $0) }
  }

  private static func units(_ list: String) -> [[UInt32]] {
    list.split(separator: " ").map { $0.unicodeScalars.map(\.value) }
  }

  /// The measures of one part of a spot that changed with it: their numbers or their
  /// units stand in it.
  static func all(in part: [Unicode.Scalar], of spot: ReplacedSpot) -> [Measure] {
    guard !part.isEmpty else { return [] }
    let before = spot.before.suffix(reach)
    let scalars = (before + part + spot.after.prefix(reach)).map(\.value)
    let changed = before.count..<before.count + part.count
    let scan = AtomScan(scalars)
    var measures: [Measure] = []
    var start = 0
    while start < changed.upperBound {
      let end = scan.end(from: start)
      defer { start = end }
      guard WordSide(scalars[start]) == .number, start == 0 || scalars[start - 1] != ordinal,
        let (last, dimension) = measure(start..<end, in: scalars), changed.overlaps(start..<last)
      else { continue }
      let text = { (range: Range<Int>) in
        String(scalars: scalars[range].compactMap(Unicode.Scalar.init))
      }
      measures.append(
        Measure(
          text: text(start..<last), dimension: dimension,
          after: Array(scalars[last...].prefix(2)), rest: text(start..<scalars.count)))
    }
    return measures
  }

  private static let ordinal = ("第" as Unicode.Scalar).value

  /// Where the measure of a number ends, and what it is; `nil` for days of the
  /// calendar, numbers of provisions and bare numbers.
  private static func measure(
    _ number: Range<Int>, in scalars: [UInt32]
  ) -> (end: Int, dimension: Dimension)? {
    let atom = String(scalars: scalars[number].compactMap(Unicode.Scalar.init))
    if atom.hasSuffix("元") || atom.hasSuffix("圆") || atom.hasSuffix("圓") {
      return (number.upperBound, .money)
    }
    let isShare = ["%", "％", "‰"].contains { atom.hasSuffix($0) } || atom.contains("分之")
    if isShare { return (number.upperBound, .share) }
    // A day of the calendar is no period, nor is its year.
    guard !atom.contains("月") else { return nil }
    let rest = scalars[number.upperBound...]
    if let unit = periods.first(where: { rest.starts(with: $0) }) {
      let isYear = unit == periods.last && number.count > 3
      // 5周岁 is an age.
      let isAge = counts.contains { $0.count > unit.count && rest.starts(with: $0) }
      if !isAge { return isYear ? nil : (number.upperBound + unit.count, .period) }
    }
    if rest.starts(with: month[0]),
      limits.contains(where: { rest.dropFirst().starts(with: $0) })
    {
      return (number.upperBound + 1, .period)
    }
    guard let unit = counts.first(where: { rest.starts(with: $0) }) else { return nil }
    let end = number.upperBound + unit.count
    // 一次性 counts nothing.
    let isWord = scalars[end...].first == ("性" as Unicode.Scalar).value
    let name = String(scalars: unit.compactMap(Unicode.Scalar.init))
    return isWord ? nil : (end, .count(name))
  }
}
