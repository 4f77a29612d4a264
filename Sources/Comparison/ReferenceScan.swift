import Regulations

/// Finds the references in the normal form of a text.
///
/// 第5条 and, in a law, 本法第5条 refer to the regulation itself, 《刑法》第5条 and 刑法第5条 to another
/// one, and what is listed after a reference (第5条、第6条) belongs where that belongs.
struct ReferenceScan {
  private let units: [UInt16]
  private let reading: ReferenceReading
  /// Whether 第5、6条 is read as two references: as one neither is written by itself.
  private let readsShared: Bool
  private var found: [TextReference] = []
  private var parts: [TextReference.Part] = []
  /// The end of the last reference, with 第2款第(3)项.
  private var end = 0

  /// The references of a text, in their order.
  static func references(
    in units: [UInt16], _ reading: ReferenceReading
  ) -> [TextReference] {
    var scan = ReferenceScan(units: units, reading: reading, readsShared: false)
    scan.read()
    return scan.found
  }

  /// The references of a text, and the 款 and 项 that say more of them.
  static func referencesAndParts(
    in units: [UInt16], _ reading: ReferenceReading
  ) -> (references: [TextReference], parts: [TextReference.Part]) {
    var scan = ReferenceScan(units: units, reading: reading, readsShared: true)
    scan.read()
    return (scan.found, scan.parts)
  }

  private init(units: [UInt16], reading: ReferenceReading, readsShared: Bool) {
    self.units = units
    self.reading = reading
    self.readsShared = readsShared
  }

  private mutating func read() {
    var index = 0
    while index < units.count {
      let found =
        switch units[index] {
        case Sign.ordinal: readArticle(at: index) ?? readPart(at: index) ?? readShared(at: index)
        case Sign.previous: readPrevious(at: index)
        case Sign.this: readThisArticle(at: index)
        default: Int?.none
        }
      index = found ?? index + 1
    }
  }

  private mutating func append(_ range: Range<Int>, _ target: TextReference.Target) -> Int {
    found.append(TextReference(range: range, target: target))
    end = range.upperBound
    return end
  }

  // MARK: 第5条, 第2款

  /// Reads 第5条, and returns its end.
  private mutating func readArticle(at start: Int) -> Int? {
    guard let (end, number) = article(at: start) else { return nil }
    return append(start..<end, target(of: number, at: start))
  }

  private func target(of number: ProvisionNumber, at start: Int) -> TextReference.Target {
    if let last = found.last {
      let isListed = isListed(end..<start)
      if case .foreign(_, _, let name) = last.target,
        isListed || goesOn(end..<start) || goesOnInSentence(end..<start)
      {
        return .foreign(number, paragraph: nil, name: name)
      }
      if isListed { return .article(number) }
    }
    let end = endOfName(before: start)
    if isMeantHere(end) { return .article(number) }
    let name = title(before: end) ?? max(0, end - Self.longestName)..<end
    return .foreign(number, paragraph: nil, name: name)
  }

  /// Where the words end that name a text before a reference: before a remark in
  /// brackets, such as (以下简称本法).
  private func endOfName(before start: Int) -> Int {
    guard start > 0, units[start - 1] == Sign.bracketEnd,
      let bracket = units[..<start].suffix(Self.longestRemark).lastIndex(of: Sign.bracketStart)
    else { return start }
    return bracket
  }

  private static let longestRemark = 40
  private static let longestName = 40

  /// Whether a list goes on after a short remark: 第89条第1款及其未遂犯、第90条.
  private func goesOn(_ between: Range<Int>) -> Bool {
    guard let last = units[between].last, last == Sign.pause || last == Sign.comma else {
      return false
    }
    return between.count <= 8 && !units[between].contains(Sign.this)
  }

  /// Whether a list goes on in the same sentence: 符合诉讼法第122条的规定,且不属于第127条.
  private func goesOnInSentence(_ between: Range<Int>) -> Bool {
    guard between.count <= Self.longestRemark,
      !units[between].contains(where: { Sign.endsOfLists.contains($0) || $0 == Sign.this })
    else { return false }
    return Self.joints.contains { units[between].suffix($0.count) == $0[...] }
  }

  private static let joints = ["属于", "屬於", "和", "或", "或者", "及", "与", "與", "、"].map {
    Array($0.utf16)
  }

  /// Reads 第(1)、(2)项 and 第5、6条, of which only the last says what it is, and returns the end.
  private mutating func readShared(at start: Int) -> Int? {
    guard readsShared else { return nil }
    var numbers: [(start: Int, end: Int, number: Int)] = []
    var index = start + 1
    while true {
      let first = numbers.isEmpty ? start : index
      skipBracket(&index)
      guard let number = number(&index) else { return nil }
      if index < units.count, units[index] == 0x29 { index += 1 }
      numbers.append((first, index, number))
      guard index + 1 < units.count, Sign.lists.contains(units[index]) else { break }
      index += 1
    }
    guard numbers.count > 1, index < units.count, !isWordGoingOn(after: index) else { return nil }
    numbers[numbers.count - 1].end = index + 1
    if Sign.articles.contains(units[index]) {
      for (start, end, number) in numbers {
        _ = append(start..<end, target(of: ProvisionNumber(number), at: start))
      }
      return index + 1
    }
    guard let level = reading.order.level(of: units[index]), level != .article else { return nil }
    for (start, end, number) in numbers { _ = append((end, number, level), at: start) }
    return index + 1
  }

  /// Reads 第2款 or 第(3)项, and returns its end.
  private mutating func readPart(at start: Int) -> Int? {
    part(at: start).map { append($0, at: start) }
  }

  private mutating func append(
    _ part: (end: Int, number: Int, level: TextReference.Level), at start: Int
  ) -> Int {
    let follows = !found.isEmpty && (start == end || isListed(end..<start))
    if part.level == .paragraph, follows,
      case .foreign(let number, _, let name) = found.last?.target
    {
      return append(start..<part.end, .foreign(number, paragraph: part.number, name: name))
    }
    if part.level == .paragraph, let owner = follows ? lastArticle : articleAround(start) {
      return append(start..<part.end, .paragraph(part.number, of: owner.number))
    }
    let start = follows ? start : startInParagraphAround(start, part.level)
    if let start {
      parts.append(
        TextReference.Part(
          range: start..<part.end, level: part.level, number: part.number, follows: follows))
    }
    if follows { end = part.end }
    return part.end
  }

  /// The start of a 项 that belongs to the 款 around it, with 本款 before it.
  private func startInParagraphAround(_ start: Int, _ level: TextReference.Level) -> Int? {
    guard level == .item, start > 0 else { return level == .item ? start : nil }
    if start > 1, units[start - 2] == Sign.this,
      reading.order.level(of: units[start - 1]) == .paragraph
    {
      return start - 2
    }
    return Sign.notBeforeItem.contains(units[start - 1]) ? nil : start
  }

  /// The article to which a 款 belongs; without a number the one around it.
  private struct Owner {
    var number: ProvisionNumber?
  }

  private var lastArticle: Owner? {
    switch found.last?.target {
    case .article(let number): Owner(number: number)
    case .paragraph(_, let number): Owner(number: number)
    case .thisArticle: Owner()
    default: nil
    }
  }

  private func articleAround(_ start: Int) -> Owner? {
    guard start > 0 else { return Owner() }
    return Sign.notBeforeParagraph.contains(units[start - 1]) ? nil : Owner()
  }

  /// The title in 《》 that ends at a place.
  private func title(before end: Int) -> Range<Int>? {
    guard end > 0, units[end - 1] == Sign.titleEnd else { return nil }
    let start = units[..<(end - 1)].lastIndex(of: Sign.titleStart)
    return start.map { $0 + 1..<end - 1 }
  }

  /// Whether the words before a reference leave it in the regulation itself.
  private func isMeantHere(_ start: Int) -> Bool {
    guard start > 0 else { return true }
    let last = units[start - 1]
    if last == Sign.titleEnd { return false }
    guard Sign.lawEnds.contains(last) else { return true }
    // 本法, 本条例, 本办法, 本实施细则.
    guard let this = units[..<start].suffix(6).lastIndex(of: Sign.this) else { return false }
    // 基本法 is another law.
    if this > 0, units[this - 1] == Sign.basic { return false }
    return reading.isItself(units[this + 1..<start])
  }

  /// Whether what stands between two references only lists them.
  private func isListed(_ between: Range<Int>) -> Bool {
    between.count <= 3 && units[between].allSatisfy { Sign.lists.contains($0) }
  }

  // MARK: 前款, 本条

  /// Reads 前款, 前2条, and returns its end.
  private mutating func readPrevious(at start: Int) -> Int? {
    if start > 0, Sign.notBeforePrevious.contains(units[start - 1]) { return nil }
    var index = start + 1
    let count = number(&index) ?? 1
    guard index < units.count, let level = reading.order.level(of: units[index]), 1...9 ~= count,
      !isWordGoingOn(after: index)
    else { return nil }
    return append(start..<index + 1, .previous(level, count))
  }

  /// Reads 本条, and returns its end.
  private mutating func readThisArticle(at start: Int) -> Int? {
    let index = start + 1
    guard index < units.count, Sign.articles.contains(units[index]), !isWordGoingOn(after: index)
    else { return nil }
    return append(start..<index + 1, .thisArticle)
  }

  /// Whether 条, 款 or 项 is the start of a word: 条例, 条件, 款项, 项目.
  private func isWordGoingOn(after index: Int) -> Bool {
    index + 1 < units.count && Sign.goingOn.contains(units[index + 1])
  }

  // MARK: Numbers

  private func article(at start: Int) -> (end: Int, number: ProvisionNumber)? {
    var index = start + 1
    skipBracket(&index)
    guard let main = number(&index) else { return nil }
    var insertions: [Int] = []
    // 第5-1條, 第5条之1.
    while index < units.count, units[index] == Sign.hyphen {
      index += 1
      guard let insertion = number(&index) else { return nil }
      insertions.append(insertion)
    }
    guard index < units.count, Sign.articles.contains(units[index]) else { return nil }
    index += 1
    while index + 1 < units.count, units[index] == Sign.insertion {
      var next = index + 1
      guard let insertion = number(&next) else { break }
      insertions.append(insertion)
      index = next
    }
    return (index, ProvisionNumber(main, insertions: insertions))
  }

  /// 第2款 or 第(3)项 at a place.
  private func part(at start: Int) -> (end: Int, number: Int, level: TextReference.Level)? {
    guard start < units.count, units[start] == Sign.ordinal else { return nil }
    var index = start + 1
    skipBracket(&index)
    guard let number = number(&index) else { return nil }
    if index < units.count, units[index] == 0x29 { index += 1 }
    guard index < units.count, let level = reading.order.level(of: units[index]), level != .article
    else {
      return nil
    }
    return (index + 1, number, level)
  }

  private func number(_ index: inout Int) -> Int? {
    let start = index
    var value = 0
    while index < units.count, 0x30...0x39 ~= units[index], index - start < 6 {
      value = 10 * value + Int(units[index] - 0x30)
      index += 1
    }
    return index > start ? value : nil
  }

  private func skipBracket(_ index: inout Int) {
    if index < units.count, units[index] == 0x28 { index += 1 }
  }

  private enum Sign {
    static let ordinal = unit("第")
    static let previous = unit("前")
    static let this = unit("本")
    static let basic = unit("基")
    static let pause = unit("、")
    static let comma = unit(",")
    static let bracketStart = unit("(")
    static let bracketEnd = unit(")")
    static let hyphen = unit("-")
    static let insertion = unit("之")
    static let titleStart = unit("《")
    static let titleEnd = unit("》")
    static let articles = units("条條")
    /// What ends a sentence, or names another text in it.
    static let endsOfLists = units("。;!?《》")
    static let lists = units("、,和或及至与與到~—者以")
    static let lawEnds = units("法例典则則程度定")
    /// 目前, 提前, 以前 and their like are no 前款.
    static let notBeforePrevious = units("目当當以事提此先之生年日月会會跟空从從超")
    /// 同条第2款, 《规定》第2款.
    static let notBeforeParagraph = units("条條》法例典则則程度定")
    /// 同款第(2)项, 所列第(2)项.
    static let notBeforeItem = notBeforeParagraph.union(units("款项項目列"))
    static let goingOn = units("例件约約款项項目文理线線形的码碼")

    static func unit(_ sign: Unicode.Scalar) -> UInt16 { UInt16(truncatingIfNeeded: sign.value) }
    static func units(_ signs: String) -> Set<UInt16> { Set(signs.utf16) }
  }
}
