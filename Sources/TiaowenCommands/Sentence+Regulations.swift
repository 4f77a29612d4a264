// What is said of regulations, their revisions and their parts.

extension Sentence {
  static let noSuchRegulation = Sentence("no regulation has '{0}' in its title", "没有标题含“{0}”的法规")
  static let severalRegulations = Sentence("'{0}' may be any of {1} regulations", "“{0}”可指 {1} 部法规")
  static let severalRegulationsHelp = Sentence(
    "write more of the title, or the ID: {0}", "请把名称写完整，或写编号：{0}")
  static let moreRegulations = Sentence("{0} and {1} more", "{0} 等，另有 {1} 部")
  static let noSuchRevision = Sentence(
    "there is no revision {0}; there are {1}", "没有修订本 {0}，现有：{1}")
  static let noSuchArticle = Sentence("{0} has no article {1}", "{0}没有第 {1} 条")
  static let noSuchPart = Sentence("{0} has no {1}; it has {2}", "{0}没有{1}，只有{2}")
  static let noParts = Sentence("nothing below it", "其本身，下面没有条款")
  static let articles = Sentence("{0} {0:article|articles}", "{0} 条")
  static let notYetInForce = Sentence("not yet in force", "尚未施行")
  static let inForce = Sentence("in force", "现行有效")
  static let amended = Sentence("amended", "已被修订")
  static let unknownStatus = Sentence("status unknown", "时效不明")
}
