import Foundation
import Testing

@testable import TiaowenCommands

/// What `search` shows people.
@Suite struct SearchOutputTests {
  private static let chinese = ["LC_ALL": "zh_CN.UTF-8"]

  /// A library of two texts, one of them a page with a link that is left out.
  static func library() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      茶水间使用规定
      （2024年1月5日行政部公布　自2024年3月1日起施行）
      第一章　总则
      第一条　为了保持茶水间整洁，制定本规定。
      第二条　使用人应当随手关闭饮水机的热水开关。
      第二章　使用
      第三条　使用人应当遵守下列规定：
      （一）热水只用于饮用；
      （二）不在水槽内倾倒茶渣。
      使用人损坏设备的，应当告知行政部。

      """, to: "texts/tea.txt")
    try folder.write(
      """
      <html><body><nav><a href="a">首页</a> <a href="b">下载中心</a></nav>
      <h1>会议室使用规定</h1>
      <p>第一条　会议室由行政部管理。</p><p>第二条　使用规定由行政部解释。</p>
      <p>第三条　本规定自2024年3月1日起施行。</p></body></html>
      """, to: "texts/room.html")
    #expect(try ToolRun(["ingest", "texts"], in: folder).code == 0)
    return folder
  }

  @Test func citesHitsReadyToCopy() throws {
    let folder = try Self.library()
    let run = try ToolRun(["search", "--cite", "热水只用"], in: folder)
    #expect(run.output == "《茶水间使用规定》第三条第一款第一项\n")
    #expect(run.errors == "")
    let more = try ToolRun(["search", "--cite", "--limit", "1", "规定"], in: folder)
    #expect(more.output.split(separator: "\n").count == 1)
    #expect(more.errors == "tiaowen search: found: 4, shown: 1; --limit 4 shows all\n")
    let none = try ToolRun(["search", "--cite", "--match", "exact", "咖啡机"], in: folder)
    #expect(none.output == "" && none.code == 1)
  }

  @Test func namesTheRevisionOfACitationThatNoLongerHolds() throws {
    let folder = try RevisionTests.library()
    let run = try ToolRun(["search", "--cite", "--all-revisions", "茶水间"], in: folder)
    #expect(run.output.contains("《茶水间使用规定》（2020-03-01）第一条\n"), "\(run.output)")
    #expect(run.output.contains("《茶水间使用规定》第一条\n"), "\(run.output)")
  }

  @Test func givesScriptsALineForEachHit() throws {
    let run = try ToolRun(["search", "--plain", "热水只用"], in: Self.library())
    #expect(
      run.output == """
        《茶水间使用规定》第三条第一款第一项\t2024-03-01\t使用人应当遵守下列规定： \
        （一）热水只用于饮用； （二）不在水槽内倾倒茶渣。 使用人损坏设备的，应当告知行政部。

        """)
  }

  @Test func countsAllHitsByRegulationAndChapter() throws {
    let folder = try Self.library()
    let run = try ToolRun(["search", "--facets", "--limit", "0", "规定"], in: folder)
    #expect(
      run.output == """
        by regulation and chapter:
          2  《会议室使用规定》
          2  《茶水间使用规定》
             1  第一章 总则
             1  第二章 使用

        found: 4, shown: 0; --limit 4 shows all

        """)
  }

  @Test(arguments: [
    ["--cite", "--format", "json", "水"], ["--cite", "--plain", "水"], ["--plain", "--facets", "水"],
    ["--cite", "--queries", "-"],
  ]) func refusesFormsThatExcludeEachOther(_ arguments: [String]) throws {
    let run = try ToolRun(["search"] + arguments, in: TemporaryFolder())
    #expect(run.code == 64)
    #expect(run.output == "")
  }

  // MARK: What is not there

  @Test func saysWhichTermFailsAndWhatIsNear() throws {
    let folder = try Self.library()
    let run = try ToolRun(["search", "--match", "exact", "热水 水糟内"], in: folder)
    #expect(
      run.errors == """
        tiaowen search: nothing found
          clauses with each term: 热水 2, 水糟内 0
          no '水糟内'; near it is '水槽内', 1 clause: tiaowen search '热水 水槽内'

        """)
    #expect(run.code == 1)
    let again = try ToolRun(["search", "热水 水槽内"], in: folder)
    #expect(again.code == 0 && again.errors == "")
  }

  @Test func saysWhatOnlyRejectedTextHolds() throws {
    let folder = try Self.library()
    let run = try ToolRun(["search", "--match", "exact", "下载中心"], in: folder)
    #expect(
      run.errors.contains(
        "  in what was left out of texts/room.html (navigation): tiaowen parse texts/room.html\n"),
      "\(run.errors)")
    let chinese = try ToolRun(
      ["search", "--match", "exact", "下载中心"], in: folder, environment: Self.chinese)
    #expect(
      chinese.errors.contains("  texts/room.html 中未收录的文字（导航）里有：tiaowen parse texts/room.html\n"),
      "\(chinese.errors)")
    let parse = try ToolRun(["parse", "texts/room.html"], in: folder)
    #expect(parse.output.contains("下载中心"))
  }

  @Test func proposesCommandsWithTheOptionsThatWereGiven() throws {
    let folder = try Self.library()
    let run = try ToolRun(
      ["search", "--index", "Index", "--in", "茶水间 使用", "--on", "2020-01-01", "热水"], in: folder)
    #expect(
      run.errors == """
        tiaowen search: nothing is in force on 2020-01-01; the first text is of 2024-03-01
        tiaowen search: nothing found
          2 clauses of texts not in force: tiaowen search --index Index --in '茶水间 使用' \
        --on 2020-01-01 --all-revisions 热水

        """)
  }

  // MARK: Carets

  @Test func pointsAtTheSignThatIsTheMatter() throws {
    let folder = try Self.library()
    let open = try ToolRun(["search", "热水 （开关 OR 设备"], in: folder)
    #expect(
      open.errors.hasPrefix(
        """
        tiaowen search: a parenthesis or a quotation mark has no partner; searched as plain words
          热水 （开关 OR 设备
               ^

        """), "\(open.errors)")
    let field = try ToolRun(["search", "热水 author:行政部"], in: folder, environment: Self.chinese)
    #expect(
      field.errors == """
        tiaowen search: 错误: 没有字段“author:”
          热水 author:行政部
               ^
          办法: 字段有 正文:、标题:、名称: 和 条:；要找这些字本身，请加引号

        """)
    let json = try ToolRun(["search", "--format", "json", "热水 （开关 OR 设备"], in: folder)
    #expect(json.output.contains("searched as plain words\",\"offset\":3}"), "\(json.output)")
  }

  @Test func showsOnlyWhatStandsAroundThePlace() {
    let query = String(repeating: "甲", count: 500) + "（" + String(repeating: "乙", count: 500)
    let lines = QueryCaret(query, at: 500).lines.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { DisplayWidth.columns(of: $0) <= 80 })
    #expect(lines[0].hasPrefix("  …甲") && lines[0].hasSuffix("乙…"))
    let before = lines[0].prefix { $0 != "（" }
    #expect(DisplayWidth.columns(of: before) == lines[1].utf8.count - 1)
    #expect(QueryCaret("a\u{1}\u{301}b", at: 99).lines == "\n  a \u{FFFD}b\n      ^")
  }

  // MARK: Shell completions

  @Test(arguments: ["C.UTF-8", "zh_CN.UTF-8"])
  func completesCommandLines(_ locale: String) throws {
    let folder = try TemporaryFolder()
    for shell in ["bash", "zsh", "fish"] {
      let run = try ToolRun(
        ["--generate-completion-script", shell], in: folder, environment: ["LC_ALL": locale])
      #expect(run.code == 0 && run.output.contains("all-revisions") && run.errors == "")
      try folder.write(run.output, to: shell)
    }
    let check = try ToolRun(
      script: """
        bash -n bash && source ./bash && COMP_WORDS=(tiaowen search --fac) && COMP_CWORD=2 \
        && COMP_LINE='tiaowen search --fac' && COMP_POINT=20 && _tiaowen tiaowen --fac search \
        && echo "${COMPREPLY[@]}"
        """, in: folder)
    #expect(check.output.hasPrefix("--facets"), "\(check.output)\(check.errors)")
  }
}
