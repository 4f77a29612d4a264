import TestingSupport

extension FuzzTarget {
  /// A change of some bytes whose choices follow from a seed.
  public func mutated(_ bytes: [UInt8], seed: UInt64) -> [UInt8] {
    var random = SeededGenerator(seed: seed)
    return mutated(bytes, using: &random)
  }

  /// A change of some bytes that knows how inputs of the target are built.
  ///
  /// The fuzzer has changes of its own, which know nothing.
  public func mutated(
    _ bytes: [UInt8], using random: inout some RandomNumberGenerator
  ) -> [UInt8] {
    switch self {
    case .encoding, .word: ByteMutation.mutated(bytes, using: &random)
    case .segment, .manifest, .catalogue: LibraryMutation.mutated(bytes, using: &random)
    case .text, .markdown, .comparison, .query:
      Bool.random(using: &random)
        ? TextMutation.mutated(bytes, phrases, using: &random)
        : ByteMutation.mutated(bytes, using: &random)
    case .html, .wordParts:
      switch Int.random(in: 0..<8, using: &random) {
      case 0: ByteMutation.mutated(bytes, using: &random)
      case 1: TextMutation.mutated(bytes, phrases, using: &random)
      default: MarkupMutation.mutated(bytes, phrases, using: &random)
      }
    }
  }

  /// Texts that a change may set in.
  public var phrases: [String] {
    switch self {
    case .encoding: ["<meta charset=gbk>", "\u{FEFF}", "<?xml encoding=\"big5\"?>", "的", "條"]
    case .text, .word, .comparison: Phrases.regulation
    case .markdown: Phrases.regulation + Phrases.markdown
    case .html: Phrases.regulation + Phrases.html
    case .wordParts: Phrases.regulation + Phrases.word
    case .query: Phrases.query
    case .segment, .manifest, .catalogue:
      ["TWSEGMNT", "TWSEGEND", "TWMANIFT", "TWMANEND", "TWCATLOG", "TWCATEND"]
    }
  }
}

/// What texts of a form are made of.
private enum Phrases {
  static let regulation = [
    "第一条", "第二条", "第三条　", "第 4 条", "第五条之一", "第5-1條", "第十章", "第一章 总则", "第二章", "第三节 管理", "第一编",
    "第二分编", "第九千九百九十九条", "一、", "二、", "三、总则", "（一）", "（二）", "(3)", "1.", "2、", "1.1", "1.1.1 ",
    "99999999999999999999.", "①", "②", "- ", "• ", "a.", "为了加强管理，", "制定本办法。", "本办法适用于全体员工；",
    "考勤管理办法",
    "关于印发《考勤办法》的通知", "目录", "目　录", "附件1：", "附件", "附则", "“", "”", "「", "」", "《", "》", "（", "）", "：",
    "；",
    "。", "，", "添加标题", "合集下载", "— 3 —", "第 2 页 共 5 页", "12", "相关文档", "某某有限公司", "2024年3月1日",
    "二〇二四年一月五日", "（2020年1月1日通过 2021年5月6日修订）", "云府发〔2024〕5号", "由人事部负责解释", "自公布之日起施行",
    "同时废止《旧办法》", "特此通知。", "ＡＢ１２", "PM2.5", "😀", "\u{FEFF}", "\u{200B}", "\t", "\u{3000}", "\u{0C}",
    "\u{85}",
    "\u{2028}", "\r", "\r\n", "\n", "\n\n", "é", "……5", "【管理制度】", "职责：", "依照第三条的规定",
    "将第二条修改为：“第二条 新文。”",
    "互联网,计算机,互联网,计算机,互联网,计算机,互联网,计算机,",
  ]
  static let markdown = [
    "# ", "## ", "---\n", "===\n", "```\n", "~~~\n", "> ", "* ", "+ ", "- [ ] ", "    ",
    "| a | b |\n|---|---|\n", "|",
    "[^1]: ", "[^1]", "[a](b)", "![a](b \"c\")", "<!-- ", " -->", "<br>", "**", "__", "`", "\\",
    "<script>", "</script>",
    "title: a\n", "&amp;", "&#12288;", "  \n",
  ]
  static let html = [
    "<div>", "</div>", "<p>", "</p>", "<br>", "<table>", "<tr>", "<td>", "</table>",
    "<ol start=-1>", "<ol type=a>", "<li>",
    "<li value=999999999999>", "<nav>", "<footer>", "<script>", "</script>", "<style>", "<!--",
    "-->", "<![CDATA[", "]]>",
    "<!--[if IE]>", "<![endif]-->", "&nbsp;", "&#0;", "&#xD800;", "&#1114112;", "&#x110000;",
    "&amp", "&lt;p&gt;",
    "<title>", "<h1>", "<center>", "<pre>", "<a href=#>", "<select>", "<option>", "<template>",
    "<svg>", "<math>",
    "<noscript>", "<textarea>", "<frameset>", "<p class=\"nav\">", "<p style='text-align:center'>",
    "<p style=display:none>",
    "<", ">", "\"", "'", "<0", "</", "<meta charset=gb2312>", "<body", "<html>",
    "<col span=999999999>",
    "<td rowspan=99999 colspan=99999>",
  ]
  static let word = [
    "<w:p>", "</w:p>", "<w:r><w:t>文</w:t></w:r>", "<w:p><w:r><w:t>第一条 文</w:t></w:r></w:p>",
    "<w:br/>", "<w:tab/>",
    "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", "<w:footnoteReference w:id=\"1\"/>",
    "<w:endnoteReference w:id=\"1\"/>",
    "<w:fldChar w:fldCharType=\"begin\"/>", "<w:fldChar w:fldCharType=\"separate\"/>",
    "<w:fldChar w:fldCharType=\"end\"/>",
    "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>",
    "<w:lvlText w:val=\"第%1条%2.%9\"/>",
    "<w:numFmt w:val=\"chineseCountingThousand\"/>", "<w:numFmt w:val=\"lowerRoman\"/>",
    "<w:numFmt w:val=\"upperLetter\"/>",
    "<w:start w:val=\"2147483647\"/>", "<w:start w:val=\"-9223372036854775808\"/>",
    "<w:lvlRestart w:val=\"0\"/>",
    "<w:isLgl/>", "<w:vanish/>", "<w:outlineLvl w:val=\"-1\"/>", "<w:basedOn w:val=\"a\"/>",
    "&#xFFFE;", "&#0;", "&amp;",
    "<mc:AlternateContent><mc:Choice/><mc:Fallback/></mc:AlternateContent>",
    "<w:txbxContent><w:p/></w:txbxContent>",
    "<w:rPr><w:del/></w:rPr>", "\n=== word/numbering.xml\n", "\n=== word/styles.xml\n",
    "\n=== word/footnotes.xml\n",
    "\n=== word/header1.xml\n", "\n=== _rels/.rels\n",
  ]
  static let query = [
    "\"", "“", "”", " OR ", "或", "NOT ", "-", "－", "(", ")", "（", "）", "text:", "heading:",
    "title:", "no:", "正文:", "标题：",
    "名称:", "条:", "no:39", "第二条", "第二条第一款第（二）项", "《考勤管理办法》第三条", "28条", "82-1", "第八十二条之一", "前款", "工时",
    "员工", "考勤",
    "怎样规定工作时间", "　", "\n", "\u{0}", "𠮷", "\u{FFFD}", "ＰＭ２．５", "第99999999999999999999条", "第零条",
    "no:-1",
  ]
}
