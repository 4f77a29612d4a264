// What `ingest` says.

extension Sentence {
  static let nothingToRead = Sentence("there is no text to read here", "这里没有可读的文本")
  static let nothingToReadHelp = Sentence(
    "name files or folders with text, HTML, DOCX, Markdown or PDF",
    "请指明文本、HTML、DOCX、Markdown 或 PDF 文件，或其所在文件夹")
  static let standardInputIsKept = Sentence(
    "the library keeps where a text stands, and standard input has no place",
    "法规库要记下文本所在的文件，标准输入没有文件")
  static let standardInputHelp = Sentence("write it to a file first", "请先存成文件")
  static let filesReport = Sentence(
    "files: {0} read, {1} unchanged, {2} passed over, {3} failed", "文件：读入 {0}，未变 {1}，跳过 {2}，失败 {3}")
  static let contentReport = Sentence(
    "found: {0} {0:regulation|regulations}, {1} {1:article|articles}", "找到：{0} 部法规，{1} 条")
  static let emptyReport = Sentence(
    "without a regulation: {0}; see 'tiaowen parse FILE'", "没有找到法规的文件：{0} 个，请看 tiaowen parse 文件")
  static let diagnosticsReport = Sentence(
    "warnings: {0}; see 'tiaowen parse FILE'", "警告：{0} 条，请看 tiaowen parse 文件")
  static let libraryReport = Sentence(
    "{0}: {1} {1:regulation|regulations}, {2} {2:revision|revisions}", "{0}：{1} 部法规，{2} 个修订本")
  static let filedReport = Sentence("filed: {0}", "归档：{0}")
  static let addedCount = Sentence(
    "{0} new {0:regulation|regulations}", "新法规 {0} 部")
  static let newRevisionCount = Sentence(
    "{0} new {0:revision|revisions}", "新修订本 {0} 个")
  static let replacedCount = Sentence("{0} corrected", "更正 {0} 个")
  static let knownCount = Sentence("{0} known", "已有 {0} 个")
  static let stillRemovedCount = Sentence("{0} removed before", "此前已移除 {0} 个")
  static let filedText = Sentence("{0} ({1}):", "{0}（{1}）：")
  static let filedAsNew = Sentence("no other regulation has this title", "没有同名法规")
  static let filedBesideUnlike = Sentence(
    "stands beside {0} of the same title, {1} % in common",
    "与 {0} 同名，但只有 {1}% 的文字相同，另立一部")
  static let filedBesideOtherIssuer = Sentence(
    "stands beside {0} of the same title, which {1} issued, {2} % in common",
    "与 {0} 同名，{2}% 的文字相同，但后者由{1}发布，另立一部")
  static let filedByText = Sentence(
    "revises {0}, {1} % in common", "修订 {0}，{1}% 的文字相同")
  static let filedByTextOfOther = Sentence(
    "revises {0}, which {1} issued, {2} % in common; if not, --new",
    "修订 {0}，后者由{1}发布，{2}% 的文字相同；如非同一部，请加 --new")
  static let filedByNumber = Sentence(
    "revises {0} of the same number {1}, {2} % in common", "修订文号同为{1}的 {0}，{2}% 的文字相同")
  static let filedByRepeal = Sentence(
    "goes with {0}: one repeals the other, {1} % in common",
    "与{0}前后相承：一方写明废止另一方，{1}% 的文字相同")
  static let filedByVariant = Sentence(
    "revises {0}, {1} % in common", "修订{0}，{1}% 的文字相同")
  static let filedByIssuer = Sentence(
    "the same title and issuer, another day, {0} % in common",
    "名称和发布机关相同，日期不同，{0}% 的文字相同")
  static let filedByFile = Sentence(
    "revises what {0} held before, {1} % in common",
    "修订 {0} 原来的文本，{1}% 的文字相同")
  static let filedAsKnown = Sentence("the library holds this text", "库里已有这一文本")
  static let filedAsSameText = Sentence(
    "the same text with other metadata", "文字相同，标题或日期等不同")
  static let filedAsCorrection = Sentence(
    "corrects the text of this day, {0} % of it as before", "更正同一日期的文本，{0}% 的文字未变")
  static let filedAsTold = Sentence(
    "as told by --revision-of or --new", "按 --revision-of 或 --new 的指定")
  static let filedAsRemoved = Sentence(
    "left out, it was removed; --revision-of or --new brings it back",
    "此前已移除，未收录；加 --revision-of 或 --new 可恢复")
  static let repealOffer = Sentence(
    "{0} says it repeals {1}; to note it:", "{0}称同时废止{1}；如属实请运行：")
  static let someDay = Sentence("DATE", "日期")
  static let newOrRevision = Sentence(
    "give either --revision-of or --new", "--revision-of 和 --new 只能写一个")
  static let deleteNeedsSync = Sentence(
    "--delete goes with --sync, and --force with --delete",
    "--delete 要与 --sync 同用，--force 要与 --delete 同用")
  static let movedReport = Sentence("moved: {0} {0:file|files}", "已改名或移动：{0} 个文件")
  static let movedRow = Sentence("{0} -> {1}", "{0} → {1}")
  static let goneReport = Sentence(
    "gone from disk: {0}; --delete removes what they gave",
    "磁盘上已不存在：{0} 个文件；加 --delete 可移除其内容")
  static let goneAndKept = Sentence(
    "gone from disk: {0}; what they gave is kept", "磁盘上已不存在：{0} 个文件；其内容予以保留")
  static let goneAndRemoved = Sentence(
    "gone from disk: {0}; removed: {1} {1:file|files}, {2} {2:revision|revisions}",
    "磁盘上已不存在：{0} 个文件；已移除 {1} 个文件的 {2} 个修订本")
  static let removedRow = Sentence("{0} {1} ({2}), from {3}", "{0} {1}（{2}），来自 {3}")
  static let nothingGone = Sentence("gone from disk: 0", "磁盘上已不存在：0 个文件")
  static let unreachableReport = Sentence(
    "out of reach, kept: {0}", "无法访问，予以保留：{0} 个文件")
  static let allGone = Sentence(
    "every file that was read from here is gone ({0}); nothing was removed",
    "从这里读入的 {0} 个文件都不在了；没有移除任何内容")
  static let emptied = Sentence(
    "nothing was removed: these folders are empty now: {0}", "没有移除任何内容：这些文件夹已空：{0}")
  static let doubtfulHelp = Sentence(
    "check that the disk is mounted; --force removes them all the same",
    "请检查磁盘是否已挂载；加 --force 则照样移除")
  static let moreReport = Sentence("and {0} more", "另有 {0} 个")
  static let passedOverReport = Sentence("passed over: {0}: {1}", "跳过：{0}：{1}")
  static let warnedReport = Sentence("{0}: {1}", "{0}：{1} 条")
  static let deadLink = Sentence("the link leads nowhere", "链接指向的文件不存在")
  static let negativeWait = Sentence("--wait must not be negative", "--wait 不能是负数")
  static let waitingFor = Sentence(
    "waiting for process {0}, which is writing to the library", "正在等进程 {0} 写完法规库")
  static let waitingForAnother = Sentence(
    "waiting for another process that is writing to the library", "正在等另一个进程写完法规库")
  static let isWhole = Sentence("nothing in the library is damaged", "法规库没有损坏")
  static let repaired = Sentence(
    "repaired: {0} {0:revision|revisions} kept, {1} lost", "已修复：保留 {0} 个修订本，丢失 {1} 个")
  static let lostRevision = Sentence("lost: {0} {1}, from {2}", "丢失：{0} {1}，来自 {2}")
  static let interrupted = Sentence("interrupted; the library was not changed", "已中断，法规库没有改动")
  static let finishing = Sentence(
    "the library is being written; interrupt again to stop", "正在写入法规库；再按一次则停止")
}
