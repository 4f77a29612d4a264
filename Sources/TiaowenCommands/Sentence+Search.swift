// What `search` says.

extension Sentence {
  static let titleHits = Sentence("regulations whose title matches:", "标题符合的法规：")
  static let closestHits = Sentence(
    "no clause holds all of the query; the closest are:", "没有条文包含全部词语，最接近的是：")
  static let closestPage = Sentence(
    "no clause holds all of the query; these are the closest", "没有条文包含全部词语，以下是最接近的")
  static let onlyTitles = Sentence(
    "only titles match: {0}", "只有名称符合：{0}")
  static let moreHits = Sentence(
    "found: {0}, shown: {1}; --limit {0} shows all", "共 {0} 条，显示 {1} 条；--limit {0} 可全部显示")
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
    "{0} {0:clause|clauses} of texts not in force: {1}", "非现行的文本里有 {0} 条：{1}")
  static let nothingHoldsAll = Sentence(
    "no clause holds all of the query", "没有条文包含全部词语")
  static let termCounts = Sentence("clauses with each term: {0}", "各词语所在条数：{0}")
  static let inTitlesOnly = Sentence("(in titles only)", "（只在名称中）")
  static let nearTerm = Sentence(
    "no '{0}'; near it is '{1}', {2} {2:clause|clauses}: {3}",
    "没有“{0}”；相近的有“{1}”，{2} 条：{3}")
  static let inRejectedText = Sentence(
    "in what was left out of {0} ({1}): tiaowen parse {2}",
    "{0} 中未收录的文字（{1}）里有：tiaowen parse {2}")
  static let severalForms = Sentence(
    "--cite, --plain and --format json are three forms; choose one",
    "--cite、--plain 和 --format json 只能选一种")
  static let formOfQueries = Sentence(
    "--queries prints JSON; --cite and --plain are for one query",
    "--queries 输出 JSON；--cite 和 --plain 只用于单个查询")
  static let countsWithForm = Sentence(
    "--facets is for text and JSON, not for --cite and --plain",
    "--facets 用于文本和 JSON，不用于 --cite 和 --plain")
  static let hitCounts = Sentence("by regulation and chapter:", "按法规和章统计：")
  static let moreCounts = Sentence("… {0} more", "……另有 {0} 处")
  static let moreRegulationCounts = Sentence(
    "… {0} more {0:regulation|regulations}; --format json has all",
    "……另有 {0} 部；--format json 列出全部")
}
