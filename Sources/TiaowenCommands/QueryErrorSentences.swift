import Search

extension Failure {
  /// Why a query has no answer.
  init(_ error: SearchError) {
    switch error {
    case .query(let error): self.init(error)
    case .library(let error): self.init(error)
    }
  }

  /// Why a query cannot be answered, with a caret under the place.
  init(_ error: QueryError, in query: String) {
    self.init(error)
    excerpt = error.offset.map { QueryCaret(query, at: $0).lines } ?? ""
  }

  /// Why a query cannot be answered.
  init(_ error: QueryError) {
    let isChinese = Sentences.current.isChinese
    self.init(
      place: "tiaowen search",
      message: isChinese ? error.reason.chineseSentence : error.description,
      help: isChinese ? error.reason.chineseHelp : error.help)
  }
}

extension SearchError {
  /// The Unicode scalars of the query before what is wrong, or `nil`.
  var offset: Int? {
    if case .query(let error) = self { error.offset } else { nil }
  }
}

extension QueryError.Reason {
  /// What is wrong, in Chinese.
  fileprivate var chineseSentence: String {
    switch self {
    case .unknownField(let name): "没有字段“\(name):”"
    case .badNumber(let text): "“\(text)”不是条文编号"
    case .unbalanced: "括号或引号不成对"
    case .missingOperand(let name): "“\(name)”前后缺少词语"
    case .nothingAsked: "查询里没有要找的文字"
    case .tooDeep: "括号嵌套太深"
    }
  }

  /// What to do, in Chinese.
  fileprivate var chineseHelp: String {
    switch self {
    case .unknownField: "字段有 正文:、标题:、名称: 和 条:；要找这些字本身，请加引号"
    case .badNumber: "请写 条:39、条:82-1 或 条:第三十九条"
    case .nothingAsked: "请至少写一个正文里要有的词"
    case .unbalanced, .missingOperand, .tooDeep: "要找符号本身，请加引号"
    }
  }
}

extension SearchHint {
  /// The hint in the reader's language.
  var words: String {
    guard Sentences.current.isChinese else { return description }
    return ([reason] + further).map(\.chineseSentence).joined(separator: "；")
  }
}

extension SearchHint.Reason {
  /// What there is to know, in Chinese.
  fileprivate var chineseSentence: String {
    switch self {
    case .plainWords(let reason): "\(reason.chineseSentence)，已按普通词语查找"
    case .noArticle(let title, let article, .some(let last)):
      "《\(title)》没有\(article)，最后一条是\(last)"
    case .noArticle(let title, let article, .none): "《\(title)》没有\(article)，也没有其他条"
    case .noArticleBetween(let title, let article, let before, let after):
      "《\(title)》没有\(article)，前后为\(before)和\(after)"
    case .renumbered(let article, let revision, let now) where now.isEmpty:
      "\(revision) 文本的\(article)在施行中的文本里没有对应的条文"
    case .renumbered(let article, let revision, let now):
      "\(revision) 文本的\(article)，现为\(now.joined(separator: "、"))"
    case .otherTitles(let titles): "也可能指" + titles.map { "《\($0)》" }.joined(separator: "、")
    case .noYear(let title, let year, let revisions):
      "《\(title)》没有 \(year) 年的文本，现有 \(revisions.joined(separator: "、"))"
    case .noTitle(let title, let near) where near.isEmpty: "没有名为《\(title)》的法规"
    case .noTitle(let title, let near):
      "没有名为《\(title)》的法规，相近的有" + near.map { "《\($0)》" }.joined(separator: "、")
    case .nothingInForce(let day, let first):
      "\(day) 没有施行中的文本，最早的文本日期为 \(first)"
    }
  }
}
