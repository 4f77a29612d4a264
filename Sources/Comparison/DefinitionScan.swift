import ChineseText
import Regulations

/// Finds in a text what it says terms mean.
struct DefinitionScan {
  /// A term with the sentence that defines it.
  struct Definition {
    var name: String
    var sentence: String
    var reach: DefinedTerms.Reach
  }

  private let text: [Unicode.Scalar]
  private var found: [Definition] = []

  /// The definitions of a text, in their order.
  static func definitions(in text: String) -> [Definition] {
    guard hasSigns(text) else { return [] }
    var scan = DefinitionScan(text: Array(text.unicodeScalars))
    scan.read()
    return scan.found
  }

  /// Whether a text has 指, 称 or 稱; most have not.
  private static func hasSigns(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { text in
      guard text.count > 2 else { return false }
      return (0..<text.count - 2).contains { index in
        switch (text[index], text[index + 1], text[index + 2]) {
        case (0xE6, 0x8C, 0x87), (0xE7, 0xA7, 0xB0), (0xE7, 0xA8, 0xB1): true
        default: false
        }
      }
    }
  }

  private init(text: [Unicode.Scalar]) {
    self.text = text
  }

  private mutating func read() {
    var isStart = true
    for index in text.indices {
      let name =
        switch text[index] {
        case "所": called(at: index)
        case "以", "下": shortened(at: index)
        case "“", "「": meant(at: index)
        default: isStart ? meant(at: index) : nil
        }
      if let name, Self.isTerm(text[name]) {
        found.append(
          Definition(
            name: Self.string(text[name]), sentence: sentence(around: name),
            reach: text[index] == "所" ? reach(before: index) : .regulation))
      }
      isStart = Self.ends.contains(text[index]) || isStart && text[index] == " "
    }
  }

  /// What the word before 所称 says: 本章所称, 前款所称.
  private func reach(before start: Int) -> DefinedTerms.Reach {
    guard start > 0 else { return .regulation }
    switch text[start - 1] {
    case "条", "條", "款", "项", "項", "目": return .article
    case "章": return .division(.chapter)
    case "节", "節": return .division(.section)
    case "编", "編": return .division(.part)
    default: return .regulation
    }
  }

  // MARK: Forms

  /// 所称印章，是指; 所称的“印章”包括.
  private func called(at start: Int) -> Range<Int>? {
    guard let end = skip(["所称的", "所称", "所稱的", "所稱"], at: start), let name = name(at: end)
    else { return nil }
    if explains(name.end) { return name.range }
    guard let sign = skip(["，包括", ",包括", "包括"], at: name.end), sign < text.count else {
      return nil
    }
    return text[sign] == "本" ? nil : name.range
  }

  /// 印章，是指; “印章”是指; 印章：指 at the start of a sentence.
  private func meant(at start: Int) -> Range<Int>? {
    guard let name = name(at: start), explains(name.end) else { return nil }
    if name.isQuoted { return name.range }
    let isWhole = start == 0
    guard isWhole || text[name.end] == "，", name.range.count <= (isWhole ? 12 : 8),
      !Self.holds(Self.words, text[name.range])
    else { return nil }
    return name.range
  }

  /// （以下简称“印章”）, （以下统称印章）.
  private func shortened(at start: Int) -> Range<Int>? {
    guard start > 0, Self.beforeShort.contains(text[start - 1]),
      var end = skip(Self.shortSigns, at: start)
    else { return nil }
    end = skip(["为", "為", "：", ":"], at: end) ?? end
    guard let name = name(at: end) else { return nil }
    guard !name.isQuoted else { return name.range }
    return name.end < text.count && Self.bracketEnds.contains(text[name.end]) ? name.range : nil
  }

  /// Whether 是指, ，是指 or ：指 stands at a place.
  private func explains(_ start: Int) -> Bool {
    let sign = skip(["，", ",", "：", ":"], at: start) ?? start
    if skip(["是指", "系指", "係指"], at: sign) != nil { return true }
    let isParted = sign > start || start > 0 && Self.isClosing(text[start - 1])
    guard isParted, sign < text.count, text[sign] == "指" else { return false }
    return sign + 1 == text.count || !Self.afterPointing.contains(text[sign + 1])
  }

  // MARK: Parts

  private func skip(_ words: [String], at start: Int) -> Int? {
    for word in words {
      let scalars = word.unicodeScalars
      if text[min(start, text.count)...].starts(with: scalars) { return start + scalars.count }
    }
    return nil
  }

  /// The words at a place up to a sign or 是指, or what stands in quotation marks, and
  /// what follows.
  private func name(at start: Int) -> (range: Range<Int>, end: Int, isQuoted: Bool)? {
    var start = start
    while start < text.count, text[start] == " " { start += 1 }
    guard start < text.count else { return nil }
    let isQuoted = Self.isOpening(text[start])
    if isQuoted { start += 1 }
    var end = start
    while end < text.count, end - start <= Self.mostSigns, Self.isOfName(text[end]),
      isQuoted || skip(["是指", "系指", "係指", "包括"], at: end) == nil
    {
      end += 1
    }
    guard isQuoted else { return (start..<end, end, false) }
    return end < text.count && Self.isClosing(text[end]) ? (start..<end, end + 1, true) : nil
  }

  private static let mostSigns = 16

  private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0xB7: true
    case 0x3400...0x9FFF, 0x3007, 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
    case 0x20000...0x3FFFF: true
    default: false
    }
  }

  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "“" || scalar == "「" || scalar == "\""
  }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "”" || scalar == "」" || scalar == "\""
  }

  // MARK: Judgement

  /// Whether words may be a term: no phrase, no pronoun, and nothing that laws say
  /// without meaning the term.
  private static func isTerm(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    guard 2...mostSigns ~= name.count, let first = name.first, let last = name.last,
      name.contains(where: { $0.value > 0x7F }) || name.count > 2
    else { return false }
    let isNumber =
      ChineseNumeral.isNumeral(first) && (last == "日" || ChineseNumeral.isNumeral(last))
    return !isNumber && !notFirst.contains(first) && !notLast.contains(last)
      && !name.contains("的") && !holds(verbs, name) && !noTerms.contains(string(name))
  }

  private static let notFirst = Set("本该該这這此其前上下第不有在对對为為由从從即均也并並则則".unicodeScalars)
  private static let notLast = Set("中时時后後是和或与與及者均".unicodeScalars).subtracting(
    "者".unicodeScalars)
  private static let noTerms: Set<String> = [
    "以上", "以下", "以内", "以內", "以外", "以前", "以后", "届满", "不满", "超过", "规定", "規定", "其他", "情形",
    "下列", "具体", "主要", "一般", "至少", "之日", "我国", "国家", "法律",
    "条例", "條例", "办法", "辦法", "细则", "細則", "规则", "規則", "解释", "章程",
  ]

  private static func holds(_ words: [String], _ name: ArraySlice<Unicode.Scalar>) -> Bool {
    words.contains { word in
      name.indices.contains { name[$0...].starts(with: word.unicodeScalars) }
    }
  }

  /// What stands in sentences and in no term.
  private static let verbs = ["应当", "應當", "可以", "不得", "属于", "屬於", "是指"]

  /// What stands at a sentence's start where that begins with more than a term.
  private static let words = [
    "所", "规定", "規定", "下列", "之一", "或者", "除", "如", "是", "包括", "本", "按照", "依照", "根据", "含义", "用语",
  ]

  // MARK: Sentences

  private static let mostOfSentence = 160
  /// So much is left for what follows a term.
  private static let restOfSentence = 20
  /// So much of a long sentence stands before a term far behind its start.
  private static let leadOfSentence = 60

  private func sentence(around name: Range<Int>) -> String {
    let far = max(0, name.upperBound - Self.mostOfSentence + Self.restOfSentence)
    var start = name.lowerBound
    while start > far, !Self.sentenceEnds.contains(text[start - 1]) { start -= 1 }
    var words = ""
    if start > 0, !Self.sentenceEnds.contains(text[start - 1]) {
      start = max(far, name.lowerBound - Self.leadOfSentence)
      words = "…"
    }
    while start < name.lowerBound, text[start] == " " { start += 1 }
    let room = Self.mostOfSentence - words.unicodeScalars.count
    var end = name.upperBound
    while end < text.count, end - start <= room, text[end] != "\n", text[end] != "。" { end += 1 }
    if end < text.count, text[end] == "。" { end += 1 }
    guard end - start > room else { return words + Self.string(text[start..<end]) }
    return words + Self.string(text[start..<start + room - 1]) + "…"
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  private static let ends = Set("。；;\n".unicodeScalars)
  private static let sentenceEnds = Set("。\n".unicodeScalars)
  private static let bracketEnds = Set("）)".unicodeScalars)
  private static let beforeShort = Set("（(，,".unicodeScalars)
  private static let shortSigns = [
    "以下简称", "以下統稱", "以下統称", "以下统称", "以下合称", "以下簡稱", "以下均简称", "以下统一简称", "下称", "以下称",
  ]
  /// 指 is the beginning of a word before these: 指定, 指导.
  private static let afterPointing = Set("定导導标標挥揮派使示明出纹紋认認控".unicodeScalars)
}
