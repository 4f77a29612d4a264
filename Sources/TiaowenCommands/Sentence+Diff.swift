// What `diff` says.

extension Sentence {
  static let aboutDiff = Sentence(
    "Compare two versions of a text.", "比较一个文本的两个版本。")
  static let moreAboutDiff = Sentence(
    """
    OLD and NEW are files, or regulations of the library: 《名称》@2022-01-01 is the revision of \
    that name, 《名称》 alone the text in force. Provisions are matched by what they say, not by \
    their numbers. [-…-] was taken out and {+…+} put in; what only follows from other changes \
    – new numbers, references to them, punctuation – is counted, and listed with --all.

    Exit code 0: no differences; 1: differences; 2: a text cannot be read.
    """,
    """
    OLD 和 NEW 是文件，或库中的法规：《名称》@2022-01-01 是该修订本，只写《名称》是现行文本。
    条文按内容对应，不按条号。[-…-] 是删去的，{+…+} 是加上的；
    只随其他改动而来的变动（条号、对条号的引用、标点）只计数，加 --all 才列出。

    退出码 0：没有差异；1：有差异；2：文本读不出来。
    """)
  static let diffFormatHelp = Sentence(
    "'text', 'json', or the table 修订前后对照表: 'html' (one page), 'docx' (Word) or 'markdown'.",
    "text、json，或修订前后对照表：html（一个网页）、docx（Word）或 markdown。")
  static let outputHelp = Sentence(
    "Write to a file, which appears whole or not at all. One that is there is replaced, but never "
      + "a text that is compared.",
    "写入文件：要么完整，要么不写。已有的文件会被替换，但不会替换所比较的文本。")
  static let emptyOutput = Sentence("--output needs the name of a file", "--output 后面要写文件名")
  static let outputIsSource = Sentence(
    "is one of the texts that are compared", "这是所比较的文本之一")
  static let outputIsSourceHelp = Sentence("name another file", "请指明别的文件")
  static let noRegularOutputHelp = Sentence(
    "name a file, or leave out --output for standard output", "请指明文件，或不写 --output 而写到标准输出")
  static let outputFolderMissing = Sentence("its folder does not exist", "所在的文件夹不存在")
  static let outputFolderMissingHelp = Sentence(
    "make the folder first, or check the spelling of the path", "请先建文件夹，或核对路径")
  static let wordToTerminal = Sentence(
    "a Word file is nothing for a terminal", "Word 文件不能显示在终端上")
  static let wordToTerminalHelp = Sentence(
    "name a file with --output, or redirect standard output", "请用 --output 指明文件，或把标准输出重定向")
  static let referencesAreNoTable = Sentence(
    "--references does not go with --format {0}", "--references 不能与 --format {0} 同用")
  static let allChangesHelp = Sentence(
    "List what only follows from other changes, too.", "把只随其他改动而来的变动也列出来。")
  static let referencesHelp = Sentence(
    "List only the references that now point at nothing or elsewhere.", "只列出如今无所指或另有所指的引用。")
  static let referencesAreRight = Sentence(
    "every reference points where it should", "所有引用都指向该指的条文")
  static let isAnotherNow = Sentence(
    "{0}: “{1}” is another one now; what it meant is now {2}", "{0}：“{1}”已非原来所指，原来所指的现为{2}")
  static let pointsElsewhere = Sentence(
    "{0}: “{1}” now points at {2}; what it meant is now {3}", "{0}：“{1}”现指{2}，原来所指的现为{3}")
  static let pointsNowhereNow = Sentence(
    "{0}: “{1}” points at nothing now; what it meant is now {2}",
    "{0}：“{1}”现在没有对应的条文，原来所指的现为{2}")
  static let meantDeleted = Sentence(
    "{0}: “{1}” is another one now; what it meant was deleted", "{0}：“{1}”已非原来所指，原来所指的已删除")
  static let pointsNowhere = Sentence("{0}: “{1}” points at nothing", "{0}：“{1}”没有对应的条文")
  static let citationsUnchecked = Sentence(
    "references in the library were not checked: {0}", "未核对库中其他法规的引用：{0}")
  static let partHelp = Sentence(
    "Which regulation of a file that holds several, from 1 on.", "文件含多部法规时指第几部，从 1 数起。")
  static let oldSideHelp = Sentence("The text before.", "修订前的文本。")
  static let newSideHelp = Sentence("The text after.", "修订后的文本。")
  static let partFromOne = Sentence("--part counts from 1", "--part 从 1 数起")
  static let noRegulationInFile = Sentence("holds no regulation", "其中没有法规")
  static let noRegulationInFileHelp = Sentence(
    "'tiaowen parse {0}' shows what was read", "用 tiaowen parse {0} 可看读到了什么")
  static let severalInFile = Sentence("holds {0} regulations", "含 {0} 部法规")
  static let severalInFileHelp = Sentence("choose one with --part: {0}", "请用 --part 选一部：{0}")
  static let noSuchPartOfFile = Sentence("has no regulation {0}", "没有第 {0} 部法规")
  static let noRevisionOfName = Sentence("has no revision '{0}'", "没有修订本 {0}")
  static let nothingCurrent = Sentence("has no text in force", "没有现行有效的文本")
  static let revisionsThatExist = Sentence(
    "there are {0}; write @ and one of them", "有 {0}；请写 @ 和其中一个")
  static let noDifferences = Sentence("no differences", "没有差异")
  static let hardlyVersions = Sentence(
    "these hardly look like two versions of one text; they were compared all the same",
    "两者不太像同一文本的两个版本，仍作了比较")
  static let countModified = Sentence("{0} modified", "修改 {0}")
  static let countAdded = Sentence("{0} added", "新增 {0}")
  static let countDeleted = Sentence("{0} deleted", "删除 {0}")
  static let countMoved = Sentence("{0} moved", "移动 {0}")
  static let countSplit = Sentence("{0} split", "拆分 {0}")
  static let countMerged = Sentence("{0} merged", "合并 {0}")
  static let countRetitled = Sentence("{0} retitled", "改标题 {0}")
  static let countRenumbered = Sentence("{0} only renumbered", "仅条号变动 {0}")
  static let countUnchanged = Sentence("{0} unchanged", "未变 {0}")
  static let keyChanges = Sentence("{0}: {1}", "{0}：{1}")
  static let countSubstituted = Sentence(
    "{0} in which only such terms are replaced", "仅替换用语 {0}")
  static let replacedThroughout = Sentence(
    "“{0}” → “{1}” throughout: {2} {2:place|places}", "“{0}”统一改为“{1}”：{2} 处")
  static let stillStands = Sentence("; still “{0}” in {1}", "；{1}仍作“{0}”")
  static let onlySubstitutions = Sentence("terms replaced", "替换用语")
  static let countReferences = Sentence(
    "{0} with references that follow new numbers", "引用随条号变动 {0}")
  static let countPunctuation = Sentence("{0} only in commas and stops", "仅标点改动 {0}")
  static let inPlaces = Sentence(" ({0})", "（{0}）")
  static let countTypographic = Sentence(
    "{0} in the width of signs, blanks or the notation of numbers", "标点宽度、空格或数字写法 {0}")
  static let foldedChanges = Sentence("not listed: {0}; --all lists them", "未列出：{0}；--all 可列出")
  static let wasMoved = Sentence("moved", "移动")
  static let wasSplit = Sentence("split", "拆分")
  static let wasMerged = Sentence("merged", "合并")
  static let wasAdded = Sentence("added", "新增")
  static let wasDeleted = Sentence("deleted", "删除")
  static let wasModified = Sentence("modified", "修改")
  static let wasRetitled = Sentence("retitled", "标题改动")
  static let wasRenumbered = Sentence("renumbered", "条号变动")
  static let onlyReferences = Sentence("references follow new numbers", "引用随条号变动")
  static let onlyPunctuation = Sentence("commas and stops only", "仅标点改动")
  static let onlyTypography = Sentence("width, blanks or notation only", "仅标点宽度、空格或数字写法")
}
