// What `search` says.

extension Sentence {
  static let titleHits = Sentence("regulations whose title matches:", "标题符合的法规：")
  static let closestHits = Sentence(
    "no clause holds all of the query; the closest are:", "没有条文包含全部词语，最接近的是：")
  static let moreHits = Sentence(
    "found: {0}, shown: {1}; --limit shows more", "共 {0} 条，显示 {1} 条；--limit 可显示更多")
  static let allHits = Sentence("found: {0}", "共 {0} 条")
  static let nothingFound = Sentence("nothing found", "没有找到")
  static let negativeCount = Sentence(
    "--limit and --context take numbers from 0 on", "--limit 和 --context 要写不小于 0 的数")
  static let unknownOption = Sentence(
    "unknown option '{0}'; write '--' before it to search for these characters",
    "没有选项“{0}”；要找这些字本身，请在前面写 --")
  static let queryOrQueries = Sentence(
    "give either a query or --queries FILE", "请写查询，或写 --queries 文件，二者取一")
  static let queriesHelp = Sentence(
    "name a file with one query a line, or '-'", "请指明每行一个查询的文件，或写 -")
  static let moreOfHit = Sentence(
    "… {0} more {0:line|lines}; see tiaowen show '{1}'", "……还有 {0} 行，请看 tiaowen show '{1}'")
  static let foundInOthers = Sentence(
    "nothing found in force; --all-revisions finds {0} {0:clause|clauses}",
    "施行中的文本里没有找到；加 --all-revisions 可找到 {0} 条")
}
