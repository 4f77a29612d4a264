import Search

extension ScoreExplanation.Reason {
  /// What a part of a score is for.
  var words: Sentence {
    switch self {
    case .text: .scoreOfText
    case .definition: .scoreOfDefinition
    case .heading: .scoreOfHeading
    case .headingAbove: .scoreOfHeadingAbove
    case .title: .scoreOfTitle
    case .name: .scoreOfName
    case .regulation: .scoreOfRegulation
    }
  }
}

// What `search --explain` says.

extension Sentence {
  static let explainHelp = Sentence(
    "Say what the score of each hit is made of.", "说明每条结果的得分由什么构成。")
  static let explainAlone = Sentence(
    "--explain does not go with --queries, --cite or --plain",
    "--explain 不能与 --queries、--cite、--plain 同用")
  static let score = Sentence("score {0} = ", "得分 {0} = ")
  static let scoreOfText = Sentence("“{0}” in the text", "正文含“{0}”")
  static let scoreOfDefinition = Sentence("“{0}” defined", "定义“{0}”")
  static let scoreOfHeading = Sentence("“{0}” in the heading", "标题含“{0}”")
  static let scoreOfHeadingAbove = Sentence("“{0}” in a heading above", "上级标题含“{0}”")
  static let scoreOfTitle = Sentence("“{0}” in the title", "名称含“{0}”")
  static let scoreOfName = Sentence("“{0}” names the regulation", "“{0}”是该法规名称")
  static let scoreOfRegulation = Sentence("rest of the regulation", "同一法规其他条文")
}
