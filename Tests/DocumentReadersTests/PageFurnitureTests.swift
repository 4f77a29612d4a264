import DocumentReaders
import Testing

@Suite struct PageFurnitureTests {
  private static let articles = """
    <p>第一条 为了规范员工的考勤管理，维护正常的工作秩序，制定本办法。</p>
    <p>第二条 本办法适用于公司全体员工；劳务派遣人员参照执行。</p>
    <p>第三条 违反本办法的，按照奖惩制度处理。</p>
    """
  private static let texts = [
    "第一条 为了规范员工的考勤管理，维护正常的工作秩序，制定本办法。", "第二条 本办法适用于公司全体员工；劳务派遣人员参照执行。",
    "第三条 违反本办法的，按照奖惩制度处理。",
  ]

  private func document(_ body: String, title: String = "考勤办法-公司内网") throws -> SourceDocument {
    try read("<html><head><title>\(title)</title></head><body>\(body)</body></html>")
  }

  @Test func setsApartWhatStandsAroundTheText() throws {
    let page = try document(
      """
      <div id="topNav"><a href="/">首页</a><a href="/zd">制度</a></div>
      <div class="bread-crumb">您现在的位置：<a href="/">首页</a> &gt; 制度</div><h1>考勤办法</h1>
      <div class="info">来源：办公室&nbsp;发布时间：2024-05-06&nbsp;浏览次数：128</div>
      <div id="zoom">\(Self.articles)<p align=right>2024年1月5日</p></div>
      <div><a href="javascript:p()">打印本页</a> <a href="javascript:c()">关闭窗口</a></div>
      <div class="rightbox"><h4>相关制度</h4><ul><li><a href="/1">请假办法第三条解读</a></li>
      <li><a href="/2">差旅办法</a></li></ul></div>
      <div>版权所有 © 2024 技术支持：信息中心 京ICP备00000000号</div>
      """)
    #expect(page.ownTexts == ["考勤办法"] + Self.texts + ["2024年1月5日"])
  }

  @Test(arguments: [
    "<nav>栏目</nav>", "<aside>推荐阅读其他文章</aside>", "<div class=sidebar>通知</div>",
    "<div class='site-footer'>联系我们</div>", "<footer>地址：某路</footer>", "<select><option>甲</select>",
    "<button>提交</button>", "<ul><li><a href=/a>甲</a><li><a href=/b>乙</a></ul>",
    "<div style='display: none'>隐藏</div>", "<div role=navigation>栏目</div>", "<p>上一篇：甲</p>",
    "<div id=friendLinks>部委网站</div>", "<textarea>意见</textarea>",
    "<div class='bdsharebuttonbox'>微信</div>", "<footer>分类：规章制度 标签：制度</footer>",
    "<p>标签：<a href=/t>制度</a></p>", "<div id=respond><h3>发表评论</h3><p>昵称 邮箱</p></div>",
    "<div id=comments><h3>发表评论</h3><p>您的邮箱地址不会被公开。</p></div>", "<h3>发表回复</h3>",
    "<p>您的邮箱地址不会被公开。 必填项已用 * 标注</p>", "<footer>自豪地采用WordPress</footer>",
  ])
  func knowsFurnitureByNameLinksAndWords(_ furniture: String) throws {
    let page = try document("<div>\(Self.articles)</div>\(furniture)")
    #expect(page.ownTexts == Self.texts)
    #expect(!page.furnitureTexts.isEmpty)
  }

  @Test func setsApartTheFootOfAnArticleButNoSignature() throws {
    let foot = "<footer>分类：规章制度 作者：某某</footer>"
    let page = try document("<article><h1>考勤办法</h1>\(Self.articles)\(foot)</article><p>评论</p>")
    #expect(page.ownTexts.starts(with: ["考勤办法"] + Self.texts))
    #expect(page.furnitureTexts.contains("分类：规章制度 作者：某某"))
    let signature = "<footer><p>某公司</p><p>2024年1月5日</p></footer>"
    let signed = try document("<article><h1>考勤办法</h1>\(Self.articles)\(signature)</article>")
    #expect(signed.ownTexts.suffix(2) == ["某公司", "2024年1月5日"])
  }

  @Test(arguments: [
    ("总则<span>[<a href=/e>编辑</a>]</span>", "h2* 总则", "[编辑]"),
    ("总则 <span>[<a href=/e>编辑</a> | <a href=/s>编辑源代码</a>]</span>", "h2* 总则", "[编辑 | 编辑源代码]"),
    ("总则<a class=headerlink href='#a'>¶</a>", "h2* 总则", "¶"),
  ])
  func setsApartToolsInHeadings(_ inner: String, _ heading: String, _ tools: String) throws {
    let page = try document("<h2>\(inner)</h2>\(Self.articles)")
    #expect(page.outline.prefix(2) == [heading, "-interface \(tools)"])
  }

  @Test func keepsLinksInHeadingsThatAreNoTools() throws {
    let heading = "<h2><a href=/z>总则</a></h2><h2>文件<a href=/b>编辑</a>规范</h2>"
    let page = try document("\(heading)\(Self.articles)")
    #expect(page.ownTexts.prefix(2) == ["总则", "文件编辑规范"])
  }

  @Test(arguments: ["<form id=form1>", "<div class=left>", "<div id=footer>", "<aside>", "<nav>"])
  func keepsProseWhateverItsBoxIsCalled(_ box: String) throws {
    #expect(try document("\(box)\(Self.articles)").ownTexts == Self.texts)
  }

  @Test func keepsALastChapterInABoxWithAWrongName() throws {
    let rest = String(repeating: "<p>第四条 各部门应当按月核对考勤，于次月五日前报送人事部门。</p>", count: 20)
    let page = try document("<div>\(Self.articles)</div><div class=bottom>\(rest)</div>")
    #expect(page.furnitureTexts.isEmpty)
  }

  @Test func keepsLinksInSentencesAndToPlacesOfThePage() throws {
    let body = """
      <ul><li><a href="#a">第一章 总则</a></li><li><a href="#b">第二章 附则</a></li></ul>
      <p>第一条 根据<a href="/law">《劳动法》</a>和<a href="/r">有关规定</a>，制定本办法。</p>
      """
    #expect(
      try document(body).ownTexts == ["第一章 总则", "第二章 附则", "第一条 根据《劳动法》和有关规定，制定本办法。"])
  }

  @Test func keepsItemsThatOnlyLookLikePageLines() throws {
    let body = """
      <p>第一条 下列信息应当公开并且及时更新，不得拖延。</p><p>（一）实际点击、浏览次数达到五千次以上的；</p>
      <p>时间：每周一上午九点</p><p>第二条 本办法自发布之日起施行，原办法同时废止。</p>
      """
    #expect(try document(body).furnitureTexts.isEmpty)
  }

  @Test func keepsWhatDocumentsHaveAboveTheirTitle() throws {
    let page = try document(
      """
      <div><div>欢迎访问</div><p align=center>青松公司文件</p><p align=center>青松〔2024〕5号</p>
      <h1>考勤办法</h1></div><div>\(Self.articles)</div>
      """)
    #expect(page.ownTexts == ["青松公司文件", "青松〔2024〕5号", "考勤办法"] + Self.texts)
  }

  @Test func keepsTheDataOfADocument() throws {
    let body = """
      <table><tr><td>索引号：</td><td>000123</td></tr><tr><td>发文字号：</td><td>青松〔2024〕5号</td></tr></table>
      <h1>考勤办法</h1><div>\(Self.articles)</div>
      """
    #expect(try document(body).ownTexts.prefix(2) == ["索引号：\t000123", "发文字号：\t青松〔2024〕5号"])
  }
}
