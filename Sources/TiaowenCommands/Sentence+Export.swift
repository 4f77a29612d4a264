// What `export` says.

extension Sentence {
  static let aboutExport = Sentence(
    "Write regulations as web pages, or in other forms.", "把法规写成网页或其他格式。")
  static let moreAboutExport = Sentence(
    """
    DIR holds an index and a folder for each regulation, named by its ID: the text in force with \
    links for what it cites and what cites it, its other revisions, and each compared with the one \
    before. The pages need no server and no internet; a folder, a share or a USB stick will do. \
    Only what changed is written again, pages that are no longer wanted are removed, and files that \
    are not the site's own are left alone.

    r-1a2b3c4d/index.html#art_39 is the article that bears this number now; #art_39@2024-03-01, \
    which a click on a number gives, leads to what became of that article also later.

    site.json beside the library, or --site FILE, may hold "title", "organisation", "footer", \
    "contact", "only", "except", "status" and "originals".

    Exit code 0: written; 1: there is nothing to write; 2: the library or a file cannot be read or \
    written.
    """,
    """
    目录里有索引页，每部法规一个以其 ID 命名的文件夹：现行文本（带引用和被引用的链接）、其他文本、每次修订的对照。
    网页不需要服务器和互联网，放在文件夹、共享盘或 U 盘里就能看。再次导出时只写有变化的文件，
    删除不再需要的网页，不碰别的文件。

    r-1a2b3c4d/index.html#art_39 是现在编号为第三十九条的条文；
    点击条号得到的 #art_39@2024-03-01 是永久地址，以后条号变了也能找到该条。

    库旁的 site.json（或 --site 文件）可写 "title"、"organisation"、"footer"、"contact"、"only"、"except"、
    "status"、"originals"。

    退出码 0：已写出；1：没有可写的；2：库或文件读写失败。
    """)
  static let exportOutputHelp = Sentence(
    "The folder to write to; with --single-file the file, or '-'.",
    "写到哪个文件夹；用 --single-file 时是文件，或 -。")
  static let exportFormatHelp = Sentence(
    "The form: html pages, akn (Akoma Ntoso XML), markdown or json files.",
    "格式：html 网页、akn（Akoma Ntoso XML）、markdown 或 json 文件。")
  static let singleFileHelp = Sentence(
    "Write one page that needs nothing beside it.", "写成一个独立的网页文件。")
  static let onlyHelp = Sentence(
    "Only regulations of this ID, or with this in title, path or department; may be repeated.",
    "只要此 ID 的，或名称、路径、部门中有这些字的法规；可写多次。")
  static let exceptHelp = Sentence(
    "Not those of this ID, or with this in title, path or department; may be repeated.",
    "不要此 ID 的，或名称、路径、部门中有这些字的法规；可写多次。")
  static let statusHelp = Sentence(
    "Only regulations in this state: in-force, not-yet-in-force, repealed, unknown; may be repeated.",
    "只要处于此状态的法规：in-force 现行有效、not-yet-in-force 尚未生效、repealed 已废止、unknown 未知；可写多次。")
  static let originalsHelp = Sentence(
    "Put the files that were ingested beside the pages.", "把读入的原始文件放在网页旁供下载。")
  static let siteTitleHelp = Sentence("What the site is called.", "网站名称。")
  static let siteOrganisationHelp = Sentence("Who publishes it.", "发布单位。")
  static let siteFooterHelp = Sentence("A line at the end of every page.", "每页末尾的一行文字。")
  static let siteContactHelp = Sentence("Whom to ask.", "联系方式。")
  static let siteFileOptionHelp = Sentence(
    "The file that says these things (default: site.json beside the library).",
    "写明上述内容的文件（默认为库文件夹中的 site.json）。")
  static let singleFileOfPages = Sentence(
    "--single-file is for pages, not for --format {0}", "--single-file 只用于网页，不用于 --format {0}")
  static let emptyExport = Sentence("--output needs a name", "--output 后面要写名称")
  static let folderIsNoPipe = Sentence(
    "'-' is for --single-file; name a folder", "- 只用于 --single-file；请写文件夹")
  static let originalsInFile = Sentence(
    "--originals is for a folder, not for --single-file", "--originals 只用于文件夹，不能与 --single-file 合用")
  static let emptyWords = Sentence(
    "--only and --except need some words", "--only 和 --except 后面要写文字")
  static let exportIntoLibrary = Sentence(
    "is a library; pages beside it would publish it", "这是法规库；网页放在里面会连库一起发布")
  static let exportIntoLibraryHelp = Sentence("name another folder", "请换一个文件夹")
  static let unknownStatusWord = Sentence(
    "there is no status '{0}'; there are {1}", "没有状态“{0}”；可写 {1}")
  static let noJSON = Sentence("this is no JSON", "这里不是 JSON")
  static let noJSONObject = Sentence("is no JSON object", "不是 JSON 对象")
  static let unknownSiteMember = Sentence("unknown member \"{0}\"", "不认识的项 \"{0}\"")
  static let siteMemberOfOtherKind = Sentence(
    "\"{0}\" has a value of another kind", "\"{0}\" 的值不对")
  static let siteFileHelp = Sentence(
    "\"title\", \"organisation\", \"footer\", \"contact\" take a text, \"only\", \"except\", \"status\" "
      + "a list of texts, \"originals\" true or false",
    "\"title\"、\"organisation\"、\"footer\"、\"contact\" 写文字，\"only\"、\"except\"、\"status\" 写文字的列表，"
      + "\"originals\" 写 true 或 false")
  static let nothingToExport = Sentence(
    "no regulation is to be written; {0} in the library", "没有要写的法规；库里有 {0} 部")
  static let exported = Sentence(
    "{0}: {1} {1:regulation|regulations}, {2} {2:file|files} written, {3} as they were, {4} removed",
    "{0}：{1} 部法规，写 {2} 个文件，{3} 个未变，删 {4} 个")
  static let exportedFile = Sentence(
    "{0}: {1} {1:regulation|regulations}", "{0}：{1} 部法规")
  static let exportInterrupted = Sentence(
    "interrupted; what was there is as it was", "已中断；原有文件没有变动")
  static let exportFinishing = Sentence(
    "putting the files in their places; this takes a moment", "正在把文件放到位，请稍候")
  static let foreignFile = Sentence(
    "stands where a page would, and is none of the site's", "占了网页的位置，但不是本网站的文件")
  static let foreignFileHelp = Sentence(
    "move it away, or name another folder", "请移走它，或换一个文件夹")
  static let siteIsBusy = Sentence(
    "another process is writing this site", "另一个进程正在写这个网站")
  static let siteIsBusyHelp = Sentence("wait until it is done", "请等它写完")
  static let originalGone = Sentence(
    "{0} {0:original is|originals are} not found from this folder or changed since the ingest, and left out: {1}",
    "{0} 个原始文件从当前文件夹找不到，或在读入后有改动，未放入：{1}")
  static let exportFolderHelp = Sentence(
    "check the path, its permissions and the space on the disk", "请核对路径、权限和磁盘空间")
}
