// What `ingest` says.

extension Sentence {
  static let nothingToRead = Sentence("there is no text to read here", "这里没有可读的文本")
  static let nothingToReadHelp = Sentence(
    "name files or folders with text, HTML, DOCX, Markdown or PDF",
    "请指明文本、HTML、DOCX、Markdown 或 PDF 文件，或其所在文件夹")
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
  static let moreReport = Sentence("and {0} more", "另有 {0} 个")
  static let passedOverReport = Sentence("passed over: {0}: {1}", "跳过：{0}：{1}")
  static let warnedReport = Sentence("{0}: {1}", "{0}：{1} 条")
  static let deadLink = Sentence("the link leads nowhere", "链接指向的文件不存在")
  static let interrupted = Sentence("interrupted; the library was not changed", "已中断，法规库没有改动")
  static let finishing = Sentence(
    "the library is being written; interrupt again to stop", "正在写入法规库；再按一次则停止")
}
