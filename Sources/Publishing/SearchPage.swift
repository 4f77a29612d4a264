import Library

/// The page that searches all texts of a site.
///
/// Its scripts do everything; without them the page says how else to search.
struct SearchPage {
  let plan: SitePlan
  let options: SiteOptions
  let layout: PageLayout

  static let name = "search.html"
  static let kind = "search"
  static let style = "assets/search.css"

  /// The scripts in the order in which they need each other; the first search loads more.
  static let scripts = ["text", "query", "start", "page"].map {
    "assets/search-\($0).js"
  }

  /// The whole page.
  var bytes: [UInt8] {
    let frame = PageFrame(
      options: options, layout: layout, title: "搜索",
      steps: [(options.title, IndexPage.groups), ("搜索", nil)], kind: Self.kind,
      styles: [Self.style], scripts: Self.scripts)
    return frame.page { write(to: &$0) }
  }

  private func write(to html: inout HTMLWriter) {
    html.block("header", ["class": "head"]) { html in
      html.line("h1", text: "搜索")
      html.writeSearchForm { writeFilters(to: &$0) }
    }
    html.block("noscript") { writeOtherWays(to: &$0) }
    writeResults(to: &html)
    writeHelp(to: &html)
  }

  // MARK: Filters

  /// The states of all texts, where they differ.
  private var states: [RevisionStatus] {
    let states = Set(plan.regulations.flatMap { $0.catalogued.revisions.map(\.status) })
    return states.count > 1 ? RevisionStatus.allCases.filter(states.contains) : []
  }

  private func writeFilters(to html: inout HTMLWriter) {
    html.block("div", ["class": "filters"]) { html in
      html.element("label", ["for": "in"], text: "限于名称含有")
      html.void(
        "input",
        [
          "type": "search", "id": "in", "autocomplete": "off", "placeholder": "任何法规",
          "spellcheck": "false",
        ])
      guard !states.isEmpty else { return }
      html.block("fieldset", ["class": "states"]) { html in
        html.line("legend", text: "时效")
        for state in states {
          html.element("label") { html in
            html.open(
              "input",
              [
                "type": "checkbox", "name": "state", "value": state.rawValue,
                "checked": state.isCurrent ? "" : nil,
              ])
            html.text(" " + state.pageWords)
          }
          html.endLine()
        }
      }
    }
  }

  // MARK: Results

  /// Writes the places that the script fills.
  private func writeResults(to html: inout HTMLWriter) {
    html.block("div", ["id": "results", "hidden": ""]) { html in
      html.line("p", ["id": "count", "role": "status"], text: "")
      html.line("div", ["id": "hint", "hidden": ""], text: "")
      html.line("div", ["id": "problem", "role": "alert", "hidden": ""], text: "")
      html.block("details", ["id": "facets", "hidden": ""]) { html in
        html.line("summary", text: "按法规")
        html.line("ul", text: "")
      }
      html.line("div", ["id": "titles", "hidden": ""], text: "")
      html.line("ol", ["id": "hits"], text: "")
      html.line("button", ["id": "more", "type": "button", "hidden": ""], text: "显示更多")
    }
  }

  // MARK: Words

  private func writeOtherWays(to html: inout HTMLWriter) {
    html.line("p", text: "本页的搜索需要 JavaScript，而它在这个浏览器里没有启用。不用它也可以查找：")
    html.block("ul") { html in
      html.element("li") { html in
        html.text("打开")
        html.element("a", ["href": IndexPage.groups], text: "目录")
        html.text("里的一部法规，用浏览器自带的查找（Ctrl+F，苹果电脑为 ⌘F）；")
      }
      html.endLine()
      html.line("li", text: "请发布者另给一份单文件版（tiaowen export --single-file），在其中用浏览器查找全部法规；")
      html.line("li", text: "在有文本库的电脑上使用命令 tiaowen search。")
    }
  }

  /// Pairs of what can be typed and what is found then.
  private static let examples: [(typed: String, found: String)] = [
    ("年休假工资", "任何一段文字，原样查找，一个字也行"),
    ("年休假 补偿", "几个词用空格隔开，都要有"),
    ("劳动合同法第三十九条", "某一条；也可以写 劳动合同法39条"),
    ("\"应当 及时\"", "引号里的文字连在一起，空格不计"),
    ("加班 OR 延长工作时间", "有其中之一"),
    ("补偿 -经济补偿", "不含减号后的词"),
    ("标题:培训", "只在标题里找；还有 正文:、名称: 和 条:39"),
  ]

  private func writeHelp(to html: inout HTMLWriter) {
    html.block("section", ["id": "help", "aria-labelledby": "help-name", "hidden": ""]) { html in
      html.line("h2", ["id": "help-name"], text: "可以这样查找")
      html.block("dl") { html in
        for example in Self.examples {
          html.block("div") { html in
            html.element("dt") { $0.element("kbd", text: example.typed) }
            html.line("dd", text: example.found)
          }
        }
      }
      html.element("p", ["class": "keys"]) { html in
        for (keys, words) in [
          (["/"], "到搜索框"), (["↑", "↓"], "在结果间移动"), (["Enter"], "打开"), (["Esc"], "回到搜索框"),
        ] {
          html.element("span") { html in
            for key in keys { html.element("kbd", text: key) }
            html.text(" " + words)
          }
        }
      }
      html.endLine()
    }
  }
}

extension HTMLWriter {
  /// Writes the form of the search, which a script shows, with more controls in it.
  mutating func writeSearchForm(more: (inout HTMLWriter) -> Void = { _ in }) {
    block("form", ["class": "find", "role": "search", "hidden": ""]) { html in
      html.element("label", ["for": "q"], text: "搜索全部法规的条文")
      html.block("div", ["class": "field"]) { html in
        html.void(
          "input",
          [
            "type": "search", "id": "q", "autocomplete": "off", "autocapitalize": "off",
            "spellcheck": "false", "placeholder": "一段文字、几个词，或某法第几条",
            "aria-keyshortcuts": "/",
          ])
        html.line("button", ["type": "submit"], text: "搜索")
      }
      more(&html)
    }
  }
}
