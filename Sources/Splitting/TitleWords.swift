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
    return endings.contains(where: bare.hasSuffix)
  }

  /// Whether a title-like line ends with a word that also ends titles.
  static func endsWeaklyLikeTitle(_ line: String) -> Bool {
    let bare = bare(line)
    return weakEndings.contains(where: bare.hasSuffix)
  }

  /// A title without 【…】 before and （…） after it, and without blanks.
  static func bare(_ title: String) -> String {
    var scalars = ArraySlice(PageFurniture.squeeze(title).unicodeScalars)
    if scalars.first == "【", let close = scalars.firstIndex(of: "】") {
      scalars = scalars[(close + 1)...]
    }
    while let last = scalars.last, last.structure == .closeParenthesis,
      let open = scalars.lastIndex(where: { $0.structure == .openParenthesis }),
      open > scalars.startIndex
    {
      scalars = scalars[..<open]
    }
    if scalars.first == "《", scalars.last == "》" { scalars = scalars.dropFirst().dropLast() }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
