import Comparison
import Regulations
import Testing
import TestingSupport

@testable import Publishing

/// The Markdown that is made of a comparison.
struct ComparisonMarkdownTests {
  @Test func isATableWithNotes() {
    let report = SampleComparison.report(
      articles: ["茶水间供全体员工使用，保持整洁。", "报修应当在5日内处理完毕，并答复报修人。", "使用微波炉后应当擦拭干净。"],
      ["茶水间每日8时开放，20时关闭。", "茶水间供全体员工使用，保持整洁。", "报修应当在3个工作日内处理完毕，并答复报修人。"])
    #expect(
      ComparisonMarkdown(report).text == """
        # 《茶水间使用规定》修订前后对照表

        - 修订前：2023-01-01
        - 修订后：2024-01-01

        修改 1 条，新增 1 条，删除 1 条，仅条号变动 1 条。

        | 序号 | 修订前 | 修订后 | 修订说明 |
        | ---: | --- | --- | --- |
        | 1 | 新增 | **第1条**　<ins>茶水间每日8时开放，20时关闭。</ins> | 新增 |
        | 2 | **第2条**　报修应当在<del>5日</del>内处理完毕，并答复报修人。 \
        | **第3条**　报修应当在<ins>3个工作日</ins>内处理完毕，并答复报修人。 \
        | 修改；原第2条改为第3条；“5日”改为“3个工作日” |
        | 3 | **第3条**　<del>使用微波炉后应当擦拭干净。</del> | 删除 | 删除 |

        ## 说明

        - 修订前一栏中带删除线的是删去的文字，修订后一栏中带下划线的是增加的文字。
        - 以下改动未逐条列出：仅条号变动 1 处。

        """)
    #expect(
      ComparisonMarkdown(report, listsFolded: true).text.contains("\n## 只随其他改动而来的变动\n"))
  }

  @Test func escapesWhatMarkdownReads() throws {
    let signs = #"*甲* _乙_ `丙` [丁](x) ~~戊~~ a|b \| <br> &lt; $x$"# + "\u{1B}[31m"
    let old = Revision(title: "规定", notation: "article|第一条|-|报修应当在5日内处理。")
    var new = old
    new.provisions[0].text = "报修应当在3日内处理：\(signs)。"
    let text = ComparisonMarkdown(
      ComparisonReport(RevisionComparison(old, new), oldName: "a", newName: "b")
    ).text
    #expect(
      text.contains(
        #"\*甲\* \_乙\_ \`丙\` \[丁\](x) \~\~戊\~\~ a&#124;b \\&#124; &lt;br> &amp;lt; \$x\$"#
          + "\u{FFFD}\\[31m"))
    let row = try #require(text.split(separator: "\n").first { $0.hasPrefix("| 1 ") })
    #expect(row.count { $0 == "|" } == 5)
  }

  @Test func breaksLinesInsideOfCells() {
    let text = ComparisonMarkdown(
      SampleComparison.report(articles: ["保洁员每日：\\n（一）擦桌；"], ["保洁员每日：\\n（一）擦桌、拖地；"])
    ).text
    #expect(text.contains("**第1条**　保洁员每日：<br>（一）擦桌<ins>、拖地</ins>；"))
  }

  @Test func saysThatNothingDiffers() {
    let articles = ["茶水间供全体员工使用。"]
    let text = ComparisonMarkdown(SampleComparison.report(articles: articles, articles)).text
    #expect(text.hasSuffix("\n\n两个文本没有差异。\n"))
  }
}
