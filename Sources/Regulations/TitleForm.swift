internal import ChineseText

/// A title, or a name that is used for one, in the parts that tell what is meant.
///
/// 《最高人民法院关于审理劳动争议案件适用法律若干问题的解释（三）》 is the third 解释 on 劳动争议, and
/// so is 劳动争议解释三.
struct TitleForm {
  /// The folded title without marks, the name of the state and notes at its end.
  let whole: [UInt16]
  /// What it is about: the whole without its kind and words that say nothing of it.
  let body: [UInt16]
  /// What it is, such as 办法; empty when its end names none.
  let kind: [UInt16]
  /// The number at its end, such as 3 for （三）, or `nil`.
  let ordinal: Int?
  /// The year that stands beside it, or `nil`.
  let year: Int?
  /// Whether it is a text of the highest courts, whose 规定 are called 解释 too.
  let isOfHighestCourt: Bool

  /// The form of a folded title.
  init(_ folded: [UInt16]) {
    var rest = folded.filter { !Self.marks.contains($0) }
    var ordinal: Int? = nil
    var year: Int? = nil
    while let note = Self.note(atEndOf: rest) {
      if let value = ChineseNumeral.value(of: String(decoding: note, as: UTF16.self)) {
        if value < 1000 { ordinal = ordinal ?? value }
      }
      year = year ?? Self.year(in: note)
      rest.removeLast(note.count + 2)
    }
    if let (found, count) = Self.yearAtEnd(of: rest) {
      year = year ?? found
      rest.removeLast(count)
    } else if let (found, count) = Self.yearAtStart(of: rest) {
      year = year ?? found
      rest.removeFirst(count)
    }
    if ordinal == nil, let (found, count) = Self.ordinalAtEnd(of: rest) {
      ordinal = found
      rest.removeLast(count)
    }
    isOfHighestCourt = rest.starts(with: Self.highest)
    rest = Array(StateName.dropped(from: rest))
    whole = rest
    let kind = Self.kinds.first { rest.ends(with: $0) } ?? []
    self.kind = kind
    self.ordinal = ordinal
    self.year = year
    body = Self.body(of: rest.dropLast(kind.count))
  }

  // MARK: Kinds and words

  private static let marks = Set("《》〈〉<>“”\"、 ".utf16)
  private static let highest = Array("最高人民".utf16)
  static let interpretation = Array("解释".utf16)
  static let courtKinds = ["解释", "司法解释", "规定"].map { Array($0.utf16) }

  // The longer first: 办法 is no 法.
  private static let kinds = [
    "司法解释", "法典", "条例", "办法", "规定", "细则", "规则", "规程", "规范", "解释", "制度", "章程", "准则", "守则", "标准",
    "方案", "通则", "决定", "意见", "通知", "安排", "指引", "指南", "手册", "公约", "协定", "须知", "流程", "程序", "要求",
    "批复", "答复", "纪要", "预案", "法",
  ].map { Array($0.utf16) }

  // What names of texts leave out because it says nothing of their subject.
  private static let fillers = [
    "中华人民共和国", "具体应用法律", "适用法律", "应用法律", "若干", "有关", "几个问题", "问题", "案件", "的",
  ].map { Array($0.utf16) }
  private static let openings = ["审理", "办理", "适用"].map { Array($0.utf16) }
  private static let about = Array("关于".utf16)

  private static func body(of title: ArraySlice<UInt16>) -> [UInt16] {
    var rest = title
    if let range = title.firstRange(of: about) { rest = title[range.upperBound...] }
    if let word = openings.first(where: { rest.starts(with: $0) }) {
      rest = rest.dropFirst(word.count)
    }
    var body: [UInt16] = []
    while let first = rest.first {
      if let filler = fillers.first(where: { rest.starts(with: $0) }) {
        rest = rest.dropFirst(filler.count)
      } else {
        body.append(first)
        rest = rest.dropFirst()
      }
    }
    return body.isEmpty ? Array(title) : body
  }

  // MARK: Notes, years and ordinals

  private static let opening = UInt16(ascii: "(")
  private static let closing = UInt16(ascii: ")")
  private static let yearWords = ["年", "修正", "修订", "修改", "版", "本", "的"].map { Array($0.utf16) }

  /// What stands in parentheses at the end.
  private static func note(atEndOf title: [UInt16]) -> ArraySlice<UInt16>? {
    guard title.last == closing, let start = title.lastIndex(of: opening), start > 0 else {
      return nil
    }
    return title[(start + 1)...].dropLast()
  }

  private static func year(in text: ArraySlice<UInt16>) -> Int? {
    text.indices.lazy.compactMap { yearAtStart(of: Array(text[$0...]))?.0 }.first
  }

  /// The year in 2018年修正 or 2018 at the end, and the length of all of it.
  private static func yearAtEnd(of title: [UInt16]) -> (Int, Int)? {
    var rest = title[...]
    while let word = yearWords.first(where: { rest.ends(with: $0) }) {
      rest = rest.dropLast(word.count)
    }
    guard let year = year(rest.suffix(4)), rest.count > 4 else { return nil }
    return (year, title.count - rest.count + 4)
  }

  private static func yearAtStart(of title: [UInt16]) -> (Int, Int)? {
    guard let year = year(title.prefix(4)) else { return nil }
    var rest = title.dropFirst(4)
    while let word = yearWords.first(where: { rest.starts(with: $0) }) {
      rest = rest.dropFirst(word.count)
    }
    return (year, title.count - rest.count)
  }

  private static func year(_ digits: ArraySlice<UInt16>) -> Int? {
    guard digits.count == 4, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    return (1949...2099).contains(value) ? value : nil
  }

  /// The number in 解释三 or 规定2 and its length.
  private static func ordinalAtEnd(of title: [UInt16]) -> (Int, Int)? {
    for count in 1...2 where title.count > count + 2 {
      let rest = title.dropLast(count)
      guard courtKinds.contains(where: { rest.ends(with: $0) }),
        let value = ChineseNumeral.value(of: String(decoding: title.suffix(count), as: UTF16.self))
      else { continue }
      return (value, count)
    }
    return nil
  }
}

extension UInt16 {
  fileprivate init(ascii scalar: Unicode.Scalar) {
    self = UInt16(truncatingIfNeeded: scalar.value)
  }
}

extension BidirectionalCollection<UInt16> {
  /// Whether the units end with others.
  func ends(with end: [UInt16]) -> Bool { suffix(end.count).elementsEqual(end) }
}
