import Search

extension Failure {
  /// Why a query cannot be answered.
  init(_ error: QueryError) {
    let isChinese = Sentences.current.isChinese
    self.init(
      place: "tiaowen search",
      message: isChinese ? error.reason.chineseSentence : error.description,
      help: isChinese ? error.reason.chineseHelp : error.help)
  }
}

extension QueryError.Reason {
  /// What is wrong, in Chinese.
  fileprivate var chineseSentence: String {
    switch self {
    case .unknownField(let name): "没有字段“\(name):”"
    case .badNumber(let text): "“\(text)”不是条文编号"
    case .unbalanced: "括号不成对"
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
