// What is said of regulations, their revisions and their parts.

extension Sentence {
  static let noSuchRegulation = Sentence("no regulation has '{0}' in its title", "没有标题含“{0}”的法规")
  static let noWholeTitle = Sentence("no regulation is titled '{0}'", "没有名为“{0}”的法规")
  static let severalRegulations = Sentence("'{0}' may be any of {1} regulations", "“{0}”可指 {1} 部法规")
  static let severalRegulationsHelp = Sentence(
    "write more of the title, or the ID: {0}", "请把名称写完整，或写编号：{0}")
  static let moreRegulations = Sentence("{0} and {1} more", "{0}，另有 {1} 部")
  static let noSuchRevision = Sentence(
    "there is no revision '{0}'; there are {1}", "没有修订本“{0}”，现有：{1}")
  static let noSuchArticle = Sentence(
    "{0} has no {1}; its last article is {2}", "{0}没有{1}，最后一条是{2}")
  static let noSuchPart = Sentence("{0} has no {1}; it has {2}", "{0}没有{1}，只有{2}")
  static let noParts = Sentence("nothing below it", "其本身，下面没有条款")
  static let articles = Sentence("{0} {0:article|articles}", "{0} 条")
  static let notYetInForce = Sentence("not yet in force", "尚未施行")
  static let inForce = Sentence("in force", "现行有效")
  static let amended = Sentence("amended", "已被修订")
  static let repealed = Sentence("repealed", "已废止")
  static let unknownStatus = Sentence("status unknown", "时效不明")
  static let noSuchID = Sentence("no regulation has the ID '{0}'", "没有编号为“{0}”的法规")
  static let nearRegulations = Sentence("there is {0}", "相近的有{0}")
  static let notBegun = Sentence(
    "{0} has no text in force on {1}; its first text is of {2}",
    "{0}在 {1} 没有施行中的文本，最早的文本日期为 {2}")
  static let wasRepealed = Sentence(
    "{0} is repealed from {1} on; its last text can be shown", "{0}自 {1} 起废止，可查看最后的文本")
  static let titleAndID = Sentence("{0} {1}", "{0}（{1}）")
  static let statusSince = Sentence("{0} from {1} on", "{0}（自 {1} 起）")
  static let revisionOrAll = Sentence(
    "give either @REVISION or --all-revisions", "请写 @修订本，或写 --all-revisions，二者取一")
  static let otherInForce = Sentence("{0}; in force is {1}", "{0}，现行有效的是 {1}")
  static let listCounts = Sentence(
    "{0} {0:regulation|regulations}, {1} {1:revision|revisions}", "{0} 部法规，{1} 个修订本")
  static let listLeftOut = Sentence(
    "; {0} more with --all-revisions", "；另有 {0} 个，加 --all-revisions 列出")
  static let nothingInForce = Sentence(
    "nothing is in force on {0}; --all-revisions lists {1} {1:revision|revisions}",
    "{0} 没有施行中的文本；加 --all-revisions 可列出 {1} 个修订本")
  static let noLongerInForce = Sentence("{0}, no longer in force", "{0}，不再有效")
}
