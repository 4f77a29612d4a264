// What `--help` says.

extension Sentence {
  static let aboutTool = Sentence(
    "Split, index and search Chinese regulations.", "切分、收录和检索中文法规制度。")
  static let aboutIngest = Sentence("Read files and folders into the library.", "把文件和文件夹读入法规库。")
  static let moreAboutIngest = Sentence(
    """
    Reads text, HTML, Word (.docx), Markdown and PDF, found by their content. In folders, \
    hidden files, empty files, links that lead nowhere and files of other forms are passed over. \
    A file that is named here and cannot be read, and a damaged one anywhere, is a failure (exit \
    code 2); the others are read all the same. Files that have not changed since they were read \
    are skipped. The library changes at the end, all at once.

    A text with the title of a regulation in the library is a revision of it when the two are \
    recognisably the same; otherwise it stands beside it. The report says how that was decided; \
    --revision-of and --new decide otherwise, and are remembered for the file.
    """,
    """
    读取纯文本、HTML、Word（.docx）、Markdown 和 PDF，按内容识别格式。
    文件夹中的隐藏文件、空文件、失效链接和其他格式的文件会跳过。
    点名的文件读不出来，或任何文件已损坏，都算失败（退出码 2），其余照读。
    读入后没有变动的文件不再重读。法规库在最后一次性更新。

    与库中法规同名的文本，能认出是同一部时作为其修订本，否则另立一部。
    报告会说明如何判断；--revision-of 和 --new 可另行指定，并为该文件记住。
    """)
  static let aboutSearch = Sentence("Find the clauses that hold a query.", "检索条文。")
  static let moreAboutSearch = Sentence(
    """
    Terms separated by blanks must all hold; a term is any piece of text, from one character \
    on. "…" is a phrase with blanks or signs in it; OR, NOT or -term, and parentheses \
    combine terms. text: (正文:), heading: (标题:), title: (名称:) and no: (条:) look in one \
    place. 《名称》第三十九条 finds the article. A term that begins with -- stands after '--'.
    """,
    """
    空格隔开的词语须同时具备；词语可以是任何一段文字，一个字也行。
    "…" 是含空格或符号的短语；OR、NOT 或 -词语、括号可组合词语。
    正文:（text:）、标题:（heading:）、名称:（title:）、条:（no:）只在一处查找。
    《名称》第三十九条 直接找到该条。以 -- 开头的词语写在 -- 之后。
    """)
  static let aboutShow = Sentence("Show a regulation or a part of it.", "显示法规或其中一部分。")
  static let moreAboutShow = Sentence(
    """
    《名称》第三十九条 shows an article, 名称 alone the whole regulation; 第四章 a chapter with its \
    articles, 三、（一） or 6.1 a clause, 附件1 an annex. 第三十九条第二款第（一）项 marks the 款 or 项 \
    in its article; JSON names it in 'cited'. A title may be \
    shortened as long as only one regulation is meant; the ID that 'tiaowen list' shows does \
    too. @2022-01-01 after it names a revision; without it the text in force is shown.
    """,
    """
    《名称》第三十九条 显示一条，只写名称则显示全文；第四章 显示一章，
    三、（一）或 6.1 显示一个层次，附件1 显示附件。
    第三十九条第二款第（一）项 在该条中标出所指的款项；JSON 中见 cited。
    名称可以简写，只要所指唯一；也可以写 tiaowen list 所列的编号。
    后面加 @2022-01-01 指明修订本，不写则显示现行有效的文本。
    """)
  static let aboutList = Sentence(
    "List the regulations and their revisions.", "列出法规及其修订本。")
  static let moreAboutList = Sentence(
    """
    Lists the texts in force, each with its day, the number of its articles or clauses and its \
    file. Other revisions are listed with --all-revisions: amended, repealed or not yet in force.
    """,
    """
    列出现行有效的文本，及其日期、条数和文件。
    加 --all-revisions 则列出全部：已被修订、已废止和尚未施行的。
    """)
  static let aboutRemove = Sentence(
    "Remove regulations or revisions from the library.", "从库中移除法规或修订本。")
  static let moreAboutRemove = Sentence(
    """
    A regulation is named by the ID that 'tiaowen list' shows, or by its title; @2022-01-01 after \
    it names one revision. What was removed stays away when its file is ingested again without a \
    change; 'tiaowen ingest --revision-of' or '--new' brings it back. A regulation that no longer \
    holds need not be removed: see 'tiaowen repeal'.
    """,
    """
    写 tiaowen list 所列的编号，或写名称；后面加 @2022-01-01 指明一个修订本。
    移除后，文件不变则再次读入时不会恢复；tiaowen ingest 加 --revision-of 或 --new 可恢复。
    不再有效的法规不必移除，见 tiaowen repeal。
    """)
  static let aboutRepeal = Sentence(
    "Note that a regulation is repealed from a day on.", "标明法规自某日起废止。")
  static let moreAboutRepeal = Sentence(
    """
    The texts stay in the library. From that day on 'search', 'list' and 'show' leave them out \
    unless they are asked for all revisions or for an earlier day with --on. A revision that \
    begins on that day or later holds nevertheless.
    """,
    """
    文本仍留在库里。自该日起 search、list、show 不再显示它们，
    除非加 --all-revisions，或用 --on 指明更早的日期。不早于该日的修订本不受影响。
    """)
  static let aboutParse = Sentence(
    "Show how files are split into regulations and articles.", "显示文件如何切分为法规和条文。")
  static let moreAboutParse = Sentence(
    """
    Needs no library. The tree shows every label with its heading in brackets, the beginning \
    of its text and, as (96), the text's length in characters; ⏎ and │ stand for line ends and \
    tabs in it. Clauses are counted level by level, as 5/15/32. After that stands what was \
    rejected and why, the ledger that accounts for every character, and what is noteworthy. \
    '-' reads standard input.
    """,
    """
    不需要法规库。树中列出每个编号、方括号里的标题、文字的开头，(96) 是字数；
    ⏎ 和 │ 代表其中的换行和制表符。层次按级计数，如 5/15/32。
    其后是未收录的文字及原因、逐字对账，以及值得注意之处。- 表示标准输入。
    """)
  static let aboutVerify = Sentence(
    "Check every byte and every structure of the library.", "逐字节核对法规库及其全部结构。")
}

// What `--help` says of arguments and options.

extension Sentence {
  static let indexHelp = Sentence(
    "The library's folder (default: $TIAOWEN_INDEX, else ./Index).",
    "法规库的文件夹（默认 $TIAOWEN_INDEX，否则 ./Index）。")
  static let formatHelp = Sentence("text for people, json for one object.", "text 供阅读，json 为一个对象。")
  static let linesHelp = Sentence(
    "text for people, json for one object a line.", "text 供阅读，json 每行一个对象。")
  static let treeHelp = Sentence(
    "text for a tree that a person can check, json for one object a line.",
    "text 为供核对的树，json 每行一个对象。")
  static let verboseHelp = Sentence(
    "Name every text and file in the report, not only the first few of a kind.",
    "报告中列出每个文本和文件，不只列前几个。")
  static let repairHelp = Sentence(
    "Keep what is whole of a damaged library, and read again what is lost.",
    "法规库损坏时，保留其中完好的内容，丢失的重新读入")
  static let waitHelp = Sentence(
    "Wait at most this long for another process that writes to the library.",
    "另一个进程正在写法规库时，最多等这么久")
  static let pathsHelp = Sentence("Files and folders.", "文件和文件夹。")
  static let filesHelp = Sentence("Files to split; '-' is standard input.", "要切分的文件；- 是标准输入。")
  static let filingGroup = Sentence("Which regulation it is", "属于哪部法规")
  static let suppliedGroup = Sentence("What texts lack", "补充文本所缺")
  static let syncGroup = Sentence("What is gone", "已不存在的文件")
  static let revisionOfHelp = Sentence(
    "The files give revisions of the regulation with this ID or title.",
    "这些文件是该编号或名称的法规的修订本。")
  static let newHelp = Sentence(
    "The files give regulations that the library does not have.", "这些文件是库中没有的法规。")
  static let syncHelp = Sentence(
    "Follow files that were renamed, and say which are gone from these folders.",
    "沿用已改名或移动的文件的历史，并指出这些文件夹中已不存在的文件。")
  static let deleteHelp = Sentence(
    "With --sync: remove from the library what they gave.", "与 --sync 同用：从库中移除其内容。")
  static let forceHelp = Sentence(
    "With --delete: also when a whole folder seems to be gone.", "与 --delete 同用：整个文件夹都不在了也移除。")
  static let titleHelp = Sentence("The title of texts that have none.", "无标题文本的标题。")
  static let issuerHelp = Sentence(
    "Who issued the regulations, where the text does not say.", "文本未写明的发布机关。")
  static let departmentHelp = Sentence(
    "The department that answers for them, where the text does not say.", "文本未写明的归口部门。")
  static let effectiveHelp = Sentence(
    "The day they take effect, as 2024-03-01, where the text does not say.",
    "文本未写明的施行日期，写作 2024-03-01。")
  static let promulgatedHelp = Sentence(
    "The day they were promulgated, as 2024-01-05, where the text does not say.",
    "文本未写明的公布日期，写作 2024-01-05。")
  static let limitHelp = Sentence("The most hits to print.", "最多显示多少条。")
  static let contextHelp = Sentence(
    "Print this many neighbouring articles on each side of a hit.", "每条前后各显示几条。")
  static let inTitleHelp = Sentence(
    "Only regulations whose title holds this.", "只要名称含这些字的法规。")
  static let allRevisionsHelp = Sentence(
    "Revisions that are not in force, too.", "也包括非现行的修订本。")
  static let everyRevisionHelp = Sentence(
    "Show every revision, the oldest first.", "显示每个修订本，从最早的起。")
  static let matchHelp = Sentence(
    """
    exact: every term must hold; any: the closest texts; auto: exact, and the closest when \
    nothing holds every term.
    """,
    "exact：须含全部词语；any：最接近的；auto：先按 exact，没有则取最接近的。")
  static let onHelp = Sentence(
    "What is in force on this day, as 2024-03-01 (default: today).",
    "以这一天为准，写作 2024-03-01（默认今天）。")
  static let queriesFileHelp = Sentence(
    "Read one query a line from a file or '-', and print one JSON object for each.",
    "从文件或 - 每行读一个查询，各输出一个 JSON 对象。")
  static let foldVariantsHelp = Sentence(
    "Take simplified and traditional characters for the same.", "繁体字与简体字视为相同。")
  static let facetsHelp = Sentence(
    "Count all hits by regulation and chapter, too.", "另按法规和章统计全部命中。")
  static let citeHelp = Sentence(
    "Print each hit only as a citation: 《名称》第三条第二款第一项.", "每条只输出引用：《名称》第三条第二款第一项。")
  static let plainHelp = Sentence(
    "Print each hit on a line: citation, revision and text, parted by tabs.",
    "每条一行：引用、修订本、正文，以制表符分隔。")
  static let queryHelp = Sentence("The query.", "查询。")
  static let placeHelp = Sentence(
    "The title, with the number of the article, clause or chapter if only that is wanted.",
    "名称；只要其中一部分时加上条、款、章等编号。")
  static let removedHelp = Sentence(
    "IDs or titles, each with @REVISION if only that is meant.", "编号或名称；只指一个修订本时加 @修订本。")
  static let repealDayHelp = Sentence(
    "The first day on which it no longer holds, as 2024-03-01.", "不再有效的第一天，写作 2024-03-01。")
  static let byHelp = Sentence(
    "The ID or the title of the regulation that repeals it.", "据以废止的法规的编号或名称。")
  static let undoHelp = Sentence("Forget that it was repealed.", "撤销废止标记。")
  static let repealedHelp = Sentence(
    "The ID that 'tiaowen list' shows, or the title.", "tiaowen list 所列的编号，或名称。")
}
