import ChineseText

/// The tool's sentences in the language of the reader.
///
/// Libraries word their errors and diagnostics in English and give a code and
/// values with them; what the table knows in Chinese is found by that code.
struct Sentences: Sendable {
  /// The sentences for this process's locale.
  static let current = Sentences(isChinese: localeIsChinese)

  /// Whether the sentences are Chinese.
  let isChinese: Bool

  private static var localeIsChinese: Bool {
    let locale = environment("LC_ALL") ?? environment("LC_MESSAGES") ?? environment("LANG")
    return locale?.utf8.starts(with: "zh".utf8) ?? false
  }

  /// A sentence of the tool with its places filled in.
  func text(_ sentence: Sentence, _ values: any CustomStringConvertible...) -> String {
    let forms = sentence.forms
    return Self.fill(isChinese ? forms.chinese : forms.english, values.map(\.description))
  }

  /// The sentence of a diagnostic.
  func message(of diagnostic: Diagnostic) -> String {
    translated(diagnostic.code.rawValue, diagnostic.values)?.message ?? diagnostic.message
  }

  /// What to do about a diagnostic.
  func help(of diagnostic: Diagnostic) -> String? {
    translated(diagnostic.code.rawValue, diagnostic.values)?.help ?? diagnostic.help
  }

  /// What a library said, in Chinese, or `nil` when English is wanted or the
  /// table does not know the code.
  func translated(_ code: String, _ values: [String]) -> (message: String, help: String?)? {
    guard isChinese, let row = ChineseSentences.row(code) else { return nil }
    return (Self.fill(row.message, values), row.help.map { Self.fill($0, values) })
  }

  /// `template` with `{0}`, `{1}`… replaced; a place without a value stays.
  static func fill(_ template: String, _ values: [String]) -> String {
    guard template.utf8.contains(UInt8(ascii: "{")) else { return template }
    var filled: [UInt8] = []
    var rest = Array(template.utf8)[...]
    while let byte = rest.first {
      if byte == UInt8(ascii: "{"), rest.count >= 3, rest[rest.startIndex + 2] == UInt8(ascii: "}"),
        let value = Int(rest[rest.startIndex + 1]) - 48 as Int?, values.indices.contains(value)
      {
        filled += Array(values[value].utf8)
        rest = rest.dropFirst(3)
      } else {
        filled.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: filled, as: UTF8.self)
  }
}

/// A sentence of the tool itself, in English and Chinese.
enum Sentence {
  case errorMark, warningMark, noteMark, helpMark
  case characters, noRegulation, noTitle, rejected, ledger
  case documentNumber, issuer, department, adopted, amendedOn, promulgated, effective, dated
  case interpreter, scope, repeals
  case suppliedMark
  case notFound, notFoundHelp, noPermission, noPermissionHelp, tooLarge, tooLargeHelp
  case isFolder, isFolderHelp, noClock
  case nothingToRead, nothingToReadHelp
  case filesReport, contentReport, emptyReport, diagnosticsReport, libraryReport
  case titleHits, closestHits, moreHits, allHits, nothingFound
  case noSuchRegulation, severalRegulations, severalRegulationsHelp, noSuchRevision, noSuchArticle
  case moreReport, passedOverReport, warnedReport
  case emptyIndex, negativeCount, unknownOption, queryOrQueries, noSuchDay, queriesHelp
  case noRegularFile, noRegularFileHelp, deadLink, systemHelp, librarySystemHelp
  case moreOfHit, moreRegulations, noSuchPart, noParts, interrupted, finishing
  case emptyLibrary, verified, articles, notYetInForce, inForce, amended, unknownStatus

  /// The sentence with places `{0}`, `{1}`… for its values.
  var forms: (english: String, chinese: String) {
    switch self {
    case .errorMark: ("error", "错误")
    case .warningMark: ("warning", "警告")
    case .noteMark: ("note", "提示")
    case .helpMark: ("help", "办法")
    case .characters: ("{0} characters", "{0} 字")
    case .noRegulation: ("no regulation was found", "没有找到法规或制度")
    case .noTitle: ("(no title)", "（无标题）")
    case .rejected: ("rejected:", "未收录：")
    case .ledger:
      (
        "ledger: provisions {0} + titles {1} + metadata {2} + rejected {3} + blanks {4}",
        "对账：条文 {0} + 标题 {1} + 元数据 {2} + 未收录 {3} + 空白 {4}"
      )
    case .documentNumber: ("document number", "文号")
    case .issuer: ("issuer", "发布机关")
    case .department: ("department", "归口部门")
    case .adopted: ("adopted", "通过日期")
    case .amendedOn: ("amended", "修订日期")
    case .promulgated: ("promulgated", "公布日期")
    case .effective: ("effective", "施行日期")
    case .dated: ("dated", "日期")
    case .interpreter: ("interpreter", "解释权")
    case .scope: ("scope", "适用范围")
    case .repeals: ("repeals", "同时废止")
    case .suppliedMark: (" (supplied)", "（补充）")
    case .notFound: ("no such file or folder", "没有这个文件或文件夹")
    case .notFoundHelp: ("check the spelling of the path", "请核对路径")
    case .noPermission: ("no permission to read it", "没有读取权限")
    case .noPermissionHelp:
      ("ask the owner for permission to read, or copy the file", "请向所有者申请读取权限，或复制一份再读")
    case .tooLarge: ("the file is larger than 1 GiB", "文件大于 1 GiB")
    case .tooLargeHelp: ("split the file, or leave it out", "请拆分文件，或不要包括它")
    case .isFolder: ("is a folder", "这是文件夹")
    case .isFolderHelp:
      ("name a file in it, or ingest the whole folder", "请指明其中的文件，或用 ingest 读入整个文件夹")
    case .noClock:
      ("the system's clock names no day; give one with --on", "系统时钟没有日期，请用 --on 指明")
    case .nothingToRead: ("there is no text to read here", "这里没有可读的文本")
    case .nothingToReadHelp:
      (
        "name files or folders with text, HTML, DOCX, Markdown or PDF",
        "请指明文本、HTML、DOCX、Markdown 或 PDF 文件，或其所在文件夹"
      )
    case .filesReport:
      (
        "files: {0} read, {1} unchanged, {2} passed over, {3} failed",
        "文件：读入 {0}，未变 {1}，跳过 {2}，失败 {3}"
      )
    case .contentReport: ("found: {0} regulations, {1} articles", "找到：{0} 部法规，{1} 条")
    case .emptyReport:
      (
        "without a regulation: {0}; see 'tiaowen parse FILE'",
        "没有找到法规的文件：{0} 个，请看 tiaowen parse 文件"
      )
    case .diagnosticsReport:
      ("warnings: {0}; see 'tiaowen parse FILE'", "警告：{0} 条，请看 tiaowen parse 文件")
    case .libraryReport:
      ("{0}: {1} regulations, {2} revisions", "{0}：{1} 部法规，{2} 个修订本")
    case .titleHits: ("regulations whose title matches:", "标题符合的法规：")
    case .closestHits:
      ("no clause holds all of the query; the closest are:", "没有条文包含全部词语，最接近的是：")
    case .moreHits: ("found: {0}, shown: {1}; --limit shows more", "共 {0} 条，显示 {1} 条；--limit 可显示更多")
    case .allHits: ("found: {0}", "共 {0} 条")
    case .nothingFound: ("nothing found", "没有找到")
    case .noSuchRegulation: ("no regulation has '{0}' in its title", "没有标题含“{0}”的法规")
    case .severalRegulations: ("'{0}' may be any of {1} regulations", "“{0}”可指 {1} 部法规")
    case .severalRegulationsHelp:
      ("write more of the title, or the ID: {0}", "请把名称写完整，或写编号：{0}")
    case .noSuchRevision: ("there is no revision {0}; there are {1}", "没有修订本 {0}，现有：{1}")
    case .noSuchArticle: ("{0} has no article {1}", "{0}没有第 {1} 条")
    case .moreReport: ("and {0} more", "另有 {0} 个")
    case .passedOverReport: ("passed over: {0}: {1}", "跳过：{0}：{1}")
    case .warnedReport: ("{0}: {1}", "{0}：{1} 条")
    case .emptyIndex: ("--index needs the name of a folder", "--index 后面要写文件夹")
    case .negativeCount:
      ("--limit and --context take numbers from 0 on", "--limit 和 --context 要写不小于 0 的数")
    case .unknownOption:
      (
        "unknown option '{0}'; write '--' before it to search for these characters",
        "没有选项“{0}”；要找这些字本身，请在前面写 --"
      )
    case .queryOrQueries:
      ("give either a query or --queries FILE", "请写查询，或写 --queries 文件，二者取一")
    case .noSuchDay:
      ("there is no such day; write it as 2024-03-01", "没有这一天；日期写作 2024-03-01")
    case .queriesHelp:
      ("name a file with one query a line, or '-'", "请指明每行一个查询的文件，或写 -")
    case .noRegularFile: ("is no regular file", "不是普通文件")
    case .noRegularFileHelp:
      ("name a file, or '-' for standard input", "请指明文件，或用 - 读标准输入")
    case .deadLink: ("the link leads nowhere", "链接指向的文件不存在")
    case .systemHelp:
      ("check the path and the permissions of its folders", "请核对路径和各级文件夹的权限")
    case .librarySystemHelp:
      (
        "check the path, its permissions and the space on the disk, or name another folder with --index",
        "请核对路径、权限和磁盘空间，或用 --index 指明别的文件夹"
      )
    case .moreOfHit:
      ("… {0} more lines; see tiaowen show '{1}'", "……还有 {0} 行，请看 tiaowen show '{1}'")
    case .moreRegulations: ("{0} and {1} more", "{0} 等，另有 {1} 部")
    case .noSuchPart: ("{0} has no {1}; it has {2}", "{0}没有{1}，只有{2}")
    case .noParts: ("nothing below it", "其本身，下面没有条款")
    case .interrupted: ("interrupted; the library was not changed", "已中断，法规库没有改动")
    case .finishing:
      ("the library is being written; interrupt again to stop", "正在写入法规库；再按一次则停止")
    case .emptyLibrary:
      ("the library holds no regulations", "库里没有法规")
    case .verified:
      (
        "{0}: {1} regulations, {2} revisions; every byte is as written",
        "{0}：{1} 部法规，{2} 个修订本，逐字节核对无误"
      )
    case .articles: ("{0} articles", "{0} 条")
    case .notYetInForce: ("not yet in force", "尚未施行")
    case .inForce: ("in force", "现行有效")
    case .amended: ("amended", "已被修订")
    case .unknownStatus: ("status unknown", "时效不明")
    }
  }
}
