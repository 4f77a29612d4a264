import ChineseText

/// What the titles of regulations look like.
enum TitleWords {
  /// The words that titles end with, longest first.
  static let endings: [String] = [
    "管理办法", "实施办法", "暂行办法", "实施细则", "暂行规定", "管理规定", "管理制度", "规章制度", "条例", "办法", "规定", "制度",
    "细则", "规则", "规程", "规范", "守则", "准则", "章程", "方案", "标准", "意见", "通知", "决定", "决议", "解释", "批复",
    "公告", "通告", "通则", "手册", "流程", "指南", "须知", "公约", "程序", "要求", "预案", "指引", "纲要", "规划", "计划",
    "法典", "宪法", "法", "令", "函", "书", "案", "範", "規定", "辦法", "條例", "細則", "規則", "規程", "準則", "標準",
    "要點", "須知", "修正案", "守則", "安排", "协定", "大纲", "体系",
  ]

  /// The words that end titles now and then, but other lines too.
  static let weakEndings: [String] = [
    "内容", "模版", "模板", "范本", "讨论稿", "征求意见稿", "草案", "试行", "暂行", "职责", "職責", "清单", "目录", "方法", "要点",
  ]

  /// Whether a line may be the title of a regulation: short, no sentence, no label.
  static func isTitleLike(_ line: String) -> Bool {
    let squeezed = PageFurniture.squeeze(line)
    let count = squeezed.unicodeScalars.count
    guard count >= 3, count <= 80, let last = squeezed.unicodeScalars.last else { return false }
    switch last.structure {
    case .sentenceEnd, .semicolon, .colon, .comma, .enumerationComma: return false
    default: break
    }
    guard squeezed.unicodeScalars.lazy.filter(\.isHan).count >= 3 else { return false }
    return !squeezed.unicodeScalars.contains {
      $0.structure == .sentenceEnd || $0.structure == .semicolon
    }
  }

  /// Whether a title-like line ends as titles of regulations end, notes in
  /// parentheses aside: …办法（试行）, …制度(4篇).
  static func endsLikeTitle(_ line: String) -> Bool {
    let bare = bare(line)
    return endings.contains(where: bare.ends(with:))
  }

  /// Whether a title-like line ends with a word that also ends titles.
  static func endsWeaklyLikeTitle(_ line: String) -> Bool {
    let bare = bare(line)
    return weakEndings.contains(where: bare.ends(with:))
  }

  /// Whether a line ends with a word that only names of regulations end with.
  static func namesRegulation(_ line: String) -> Bool {
    var bare = bare(line)
    if let word = additions.first(where: bare.ends(with:)) {
      bare = String(bare.unicodeScalars.dropLast(word.unicodeScalars.count))
    }
    return names.contains(where: bare.ends(with:)) && !bare.ends(with: "方法")
  }

  /// Whether a scalar may end a line that names a regulation.
  ///
  /// A quick test that most lines fail.
  static func mayEndTitle(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.structure {
    case .closeParenthesis, .closeTitleMark, .digit, .numeral, .latin: true
    default: lastScalars.contains(scalar)
    }
  }

  private static let lastScalars: Set<Unicode.Scalar> = Set(
    (names + additions + ["版", "修订", "篇"]).compactMap { $0.unicodeScalars.last })

  /// What sites add to the names of the regulations they offer.
  private static let additions = [
    "模版", "模板", "范本", "范文", "样本", "全文", "大全", "内容", "和流程", "及流程", "与流程",
  ]

  private static let names: [String] = [
    "条例", "办法", "规定", "制度", "细则", "规则", "规程", "规范", "守则", "准则", "章程", "方案", "通则", "公约", "预案", "手册",
    "责任制", "通知", "决定", "解释", "批复", "意见", "岗位职责", "工作职责", "管理标准", "实施标准", "法", "條例", "辦法", "規定",
    "細則",
    "規則", "規程", "準則", "须知", "合同", "协议",
  ]

  /// A title without 【…】 before and （…） or a version after it, without the
  /// ending of a file's name, and without blanks.
  static func bare(_ title: String) -> String {
    var scalars = ArraySlice(PageFurniture.squeeze(withoutCount(title)).unicodeScalars)
    if scalars.first == "【", let close = scalars.firstIndex(of: "】") {
      scalars = scalars[(close + 1)...]
    }
    scalars = withoutVersion(scalars)
    while let last = scalars.last, last.structure == .closeParenthesis,
      let open = scalars.lastIndex(where: { $0.structure == .openParenthesis }),
      open > scalars.startIndex
    {
      scalars = withoutVersion(scalars[..<open])
    }
    return String(String.UnicodeScalarView(withoutBookMarks(scalars)))
  }

  /// A title as a person writes it: without 【…】 before it, without 《》 around it
  /// and without the ending of a file's name.
  static func display(_ title: String) -> String {
    var text = title
    for ending in [".doc", ".docx", ".pdf", ".txt", ".wps"]
    where text.lowercased().ends(with: ending) {
      text.removeLast(ending.count)
    }
    var scalars = ArraySlice(Array(withoutCount(text).unicodeScalars))
    if scalars.first == "【", let close = scalars.firstIndex(of: "】"), close + 3 < scalars.endIndex {
      scalars = scalars[(close + 1)...]
    }
    return String(String.UnicodeScalarView(withoutBookMarks(scalars)))
  }

  private static func withoutBookMarks(_ scalars: ArraySlice<Unicode.Scalar>) -> ArraySlice<
    Unicode.Scalar
  > {
    guard scalars.first == "《", scalars.last == "》", scalars.dropLast().lastIndex(of: "》") == nil
    else {
      return scalars
    }
    return scalars.dropFirst().dropLast()
  }

  /// Without V2.0, 2023年版, 2023年5月版 and the ending of a file's name.
  private static func withoutVersion(_ scalars: ArraySlice<Unicode.Scalar>) -> ArraySlice<
    Unicode.Scalar
  > {
    var end = scalars.endIndex
    while end > scalars.startIndex {
      let scalar = scalars[end - 1]
      guard
        scalar.structure == .digit || scalar.structure == .dot || scalar.structure == .latin
          || "版年月修订".unicodeScalars.contains(scalar)
      else { break }
      end -= 1
    }
    // 规范 and 修订 end titles too: only what holds a digit or letter is a version.
    let tail = scalars[end...]
    let isVersion = tail.contains { $0.structure == .digit || $0.structure == .latin }
    return isVersion && end > scalars.startIndex ? scalars[..<end] : scalars
  }

  /// A line without what counts the texts of a page: 第一篇：, 【篇1】, 篇一：, 二、
  /// before it, 篇一, 篇1 after it.
  static func withoutCount(_ line: String) -> String {
    let scalars = Array(line.unicodeScalars)
    let start = countEnd(scalars)
    var end = scalars.count
    var digits = end
    while digits > start,
      scalars[digits - 1].structure == .digit || scalars[digits - 1].structure == .numeral
    { digits -= 1 }
    if digits < end, digits > start + 3, scalars[digits - 1] == "篇" {
      end = digits - 1
    } else if digits < end, digits > start + 4, scalars[digits - 1] == "文",
      scalars[digits - 2] == "范"
    {
      end = digits - 2
    }
    guard start > 0 || end < scalars.count else { return line }
    let rest = Array(scalars[start..<end])
    guard rest.count >= 3 else { return line }
    return String(String.UnicodeScalarView(rest))
  }

  /// The position after what counts a text at the head of a line, or 0.
  private static func countEnd(_ scalars: [Unicode.Scalar]) -> Int {
    guard scalars.count >= 5 else { return 0 }
    var position = 0
    let bracketed = scalars[0] == "【"
    if bracketed { position = 1 }
    let ordinal = scalars[position] == "第"
    if ordinal || scalars[position] == "篇" { position += 1 }
    let digits = position
    while position < scalars.count, position - digits < 4,
      scalars[position].structure == .digit || scalars[position].structure == .numeral
    {
      position += 1
    }
    guard position > digits, position + 1 < scalars.count else { return 0 }
    if ordinal {
      guard scalars[position] == "篇" else { return 0 }
      position += 1
    }
    if bracketed {
      guard scalars[position] == "】" else { return 0 }
      return position + 1
    }
    let isPiece = ordinal || scalars[0] == "篇"
    while position < scalars.count, scalars[position].structure == .blank { position += 1 }
    guard position < scalars.count else { return 0 }
    switch scalars[position].structure {
    case .colon, .enumerationComma, .dot: return position + 1
    default: return isPiece ? position : 0
    }
  }
}
