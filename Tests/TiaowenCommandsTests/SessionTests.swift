import Foundation
import Testing

/// What a person sees who uses the tool, byte for byte.
@Suite struct SessionTests {
  private static let tea = """
    茶水间使用规定
    （2024年1月5日行政部公布　自2024年3月1日起施行）
    第一章　总则
    第一条　为了保持茶水间整洁，制定本规定。
    第二条　本规定适用于在本楼办公的人员。
    第二章　使用
    第三条　使用人应当遵守下列要求：
    （一）随手关闭饮水机的热水开关；
    （二）不在水槽内倾倒茶渣。
    使用人损坏设备的，应当告知行政部。
    第四条　本规定自2024年3月1日起施行。

    """

  private func library() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.tea, to: "texts/tea.txt")
    let ingest = try ToolRun(["ingest", "texts"], in: folder)
    #expect(ingest.errors == "")
    #expect(
      ingest.output == """
        files: 1 read, 0 unchanged, 0 passed over, 0 failed
        found: 1 regulation, 4 articles
        filed: 1 new regulation
        ledger: provisions 128 + titles 7 + metadata 29 + rejected 0 + blanks 18 = 182
        Index: 1 regulation, 1 revision

        """)
    #expect(ingest.code == 0)
    return folder
  }

  @Test func showsTheMatchingItemAndItsPlace() throws {
    let run = try ToolRun(["search", "热水", "--context", "1"], in: library())
    #expect(
      run.output == """
        《茶水间使用规定》第三条第一款第（一）项
          第二章 使用 › 2024-03-01 in force
          第二条 本规定适用于在本楼办公的人员。
          （一）随手关闭饮水机的热水开关；
          第四条 本规定自2024年3月1日起施行。
          texts/tea.txt

        found: 1

        """)
    #expect(run.errors == "")
    #expect(run.code == 0)
  }

  @Test func speaksChineseWhereTheLocaleIsChinese() throws {
    let folder = try library()
    let chinese = ["LC_ALL": "zh_CN.UTF-8"]
    let found = try ToolRun(["search", "热水"], in: folder, environment: chinese)
    #expect(
      found.output == """
        《茶水间使用规定》第三条第一款第（一）项
          第二章 使用 › 2024-03-01 现行有效
          （一）随手关闭饮水机的热水开关；
          texts/tea.txt

        共 1 条

        """)
    let missing = try ToolRun(["ingest", "gone"], in: folder, environment: chinese)
    #expect(missing.errors == "gone: 错误: 没有这个文件或文件夹\n  办法: 请核对路径\n")
    #expect(missing.code == 2)
  }

  @Test func saysThatNothingWasFound() throws {
    let folder = try library()
    let text = try ToolRun(["search", "text:\"咖啡\""], in: folder)
    #expect(text.output == "")
    #expect(text.errors == "tiaowen search: nothing found\n")
    #expect(text.code == 1)
    let json = try ToolRun(["search", "--format", "json", "text:\"咖啡\""], in: folder)
    #expect(json.output.contains("\"total\":0,"))
    #expect(json.output.hasSuffix("\"hits\":[]}\n"))
    #expect(json.code == 1)
  }

  @Test func namesAnUnknownField() throws {
    let run = try ToolRun(["search", "author:行政部"], in: library())
    #expect(
      run.errors == """
        tiaowen search: error: unknown field 'author:'
          author:行政部
          ^
          help: fields are text:, heading:, title: and no:; put the text in quotes

        """)
    #expect(run.code == 2)
  }

  @Test func answersEveryLineOfQueries() throws {
    let folder = try library()
    let run = try ToolRun(
      ["search", "--queries", "-"], in: folder, input: "热水\nauthor:行政部\n\n设备")
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    try #require(lines.count == 5)
    #expect(lines[0].hasPrefix("{\"version\":1,\"query\":\"热水\",\"reading\":"))
    #expect(
      lines[1]
        == #"{"version":1,"query":"author:行政部","error":"unknown field 'author:'","offset":0}"#)
    #expect(lines[2] == #"{"version":1,"query":"","error":"the query asks for no text"}"#)
    #expect(lines[3].hasPrefix("{\"version\":1,\"query\":\"设备\",\"reading\":"))
    #expect(lines[4] == "")
    #expect(run.code == 0)
  }

  @Test func givesHitsToPrograms() throws {
    let run = try ToolRun(["search", "--format", "json", "热水"], in: library())
    let hits = try #require(run.output.range(of: "\"hits\":"))
    let score = try #require(run.output.range(of: "\"score\":"))
    #expect(
      run.output[hits.lowerBound..<score.lowerBound] == """
        "hits":[{"regulation":"茶水间使用规定","regulationID":"r-9b55cf3c","revision":"2024-03-01",\
        "status":"in-force","id":"art_3","label":"第三条","pinpoint":"第三条第一款第（一）项","path":[{"id":"chp_2",\
        "label":"第二章","heading":"使用"}],"text":"使用人应当遵守下列要求：\\n（一）随手关闭饮水机的热水开关；\\n\
        （二）不在水槽内倾倒茶渣。\\n使用人损坏设备的，应当告知行政部。","matches":[{"field":"text","start":24,"end":26}],
        """)
  }

  @Test func showsAnArticle() throws {
    let folder = try library()
    for words in ["《茶水间使用规定》第三条", "茶水间使用规定 3", "使用规定第3条"] {
      let run = try ToolRun(["show", words], in: folder)
      #expect(
        run.output == """
          《茶水间使用规定》  2024-03-01  in force
          第二章　使用

          第三条　使用人应当遵守下列要求：
            （一）随手关闭饮水机的热水开关；
            （二）不在水槽内倾倒茶渣。
            使用人损坏设备的，应当告知行政部。

          """, "\(words): \(run.errors)")
      #expect(run.code == 0)
    }
  }

  @Test func saysWhatIsMissing() throws {
    let folder = try library()
    let regulation = try ToolRun(["show", "咖啡机规定"], in: folder)
    #expect(regulation.errors == "tiaowen show: no regulation has '咖啡机规定' in its title\n")
    #expect(regulation.code == 1)
    let article = try ToolRun(["show", "茶水间使用规定第九条"], in: folder)
    #expect(article.errors == "tiaowen show: 《茶水间使用规定》 has no 第九条; its last article is 第四条\n")
    #expect(article.code == 1)
    let revision = try ToolRun(["show", "茶水间使用规定@2020-01-01"], in: folder)
    #expect(
      revision.errors == "tiaowen show: there is no revision '2020-01-01'; there are 2024-03-01\n")
    #expect(revision.code == 1)
  }

  @Test func listsRegulations() throws {
    let folder = try library()
    let today = try ToolRun(["list"], in: folder)
    #expect(
      today.output == """
        《茶水间使用规定》  r-9b55cf3c
          2024-03-01    in force          4 articles     texts/tea.txt

        1 regulation, 1 revision

        """)
    let before = try ToolRun(["list", "--on", "2024-02-29"], in: folder)
    #expect(before.output == "")
    #expect(
      before.errors
        == "tiaowen list: nothing is in force on 2024-02-29; --all-revisions lists 1 revision\n")
    #expect(before.code == 1)
    let titled = try ToolRun(["list", "--in", "咖啡"], in: folder)
    #expect(titled.errors == "tiaowen list: no regulation has '咖啡' in its title\n")
    #expect(titled.code == 1)
  }

  @Test func verifiesTheLibrary() throws {
    let run = try ToolRun(["verify"], in: library())
    #expect(run.output == "Index: 1 regulation, 1 revision; every byte is as written\n")
    #expect(run.code == 0)
  }

  @Test func suppliesWhatTextsLack() throws {
    let folder = try TemporaryFolder()
    try folder.write("第一条　甲。\n第二条　乙。\n第三条　丙。\n", to: "bare.txt")
    let ingest = try ToolRun(
      [
        "ingest", "bare.txt", "--title", "无题规定", "--issuer", "行政部", "--effective", "2024-05-01",
      ], in: folder)
    #expect(ingest.code == 0, "\(ingest.errors)")
    let list = try ToolRun(["list"], in: folder)
    #expect(list.output.hasPrefix("《无题规定》"))
    #expect(list.output.contains("行政部\n  2024-05-01    in force          3 articles"))
    let show = try ToolRun(["show", "无题规定"], in: folder)
    #expect(
      show.output == """
        《无题规定》  2024-05-01  in force
          issuer: 行政部 (supplied)
          effective: 2024-05-01 (supplied)

        第一条　甲。
        第二条　乙。
        第三条　丙。

        """)
    let json = try ToolRun(["list", "--format", "json"], in: folder)
    #expect(json.output.contains("\"supplied\":[\"title\",\"issuer\",\"effective\"]"))
    let wrong = try ToolRun(["ingest", "bare.txt", "--effective", "2024-02-30"], in: folder)
    #expect(wrong.code == 64)
  }

  @Test func printsHelpAndVersion() throws {
    let folder = try TemporaryFolder()
    let help = try ToolRun([], in: folder)
    #expect(help.output.hasPrefix("OVERVIEW: "))
    #expect(help.code == 0)
    let version = try ToolRun(["--version"], in: folder)
    #expect(version.output == "0.1.0\n")
    let usage = try ToolRun(["search"], in: folder)
    #expect(usage.code == 64)
  }

  @Test func takesAClosedPipeForEnough() throws {
    let folder = try library()
    let script = """
      set -o pipefail
      for i in {1..3000}; do echo 使用; done | tiaowen search --queries - | head -n 1 >first
      """
    let run = try ToolRun(script: script, in: folder)
    #expect(run.errors == "")
    #expect(try String(contentsOf: folder["first"], encoding: .utf8).hasPrefix("{\"version\":1,"))
  }

  @Test func givesTheSameLibraryForTheSameInput() throws {
    let folder = try TemporaryFolder()
    for number in 1...40 {
      try folder.write(
        Self.tea.replacing("茶水间", with: "茶水间\(number)号"), to: "texts/\(number).txt")
    }
    for name in ["one", "two"] {
      let ingest = try ToolRun(["ingest", "texts", "--index", name], in: folder)
      #expect(ingest.code == 0, "\(ingest.errors)")
    }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder["one"].path) {
      let one = try Data(contentsOf: folder["one/\(name)"])
      #expect(one == (try Data(contentsOf: folder["two/\(name)"])), "\(name) differs")
    }
  }

  @Test func saysThatHitsAreOnlyCloseWhereThatWasNotAsked() throws {
    let folder = try TemporaryFolder()
    try folder.write(BadInputTests.good, to: "good.txt")
    #expect(try ToolRun(["ingest", "good.txt"], in: folder).code == 0)
    let query = "随手关闭的规定"
    let auto = try ToolRun(["search", query], in: folder)
    let any = try ToolRun(["search", "--match", "any", query], in: folder)
    let closest = "no clause holds all of the query; the closest are:\n\n"
    #expect(auto.output == closest + any.output, "\(auto.output)")
  }

  @Test func countsHitsOfAnEmptyPage() throws {
    let folder = try TemporaryFolder()
    try folder.write(BadInputTests.good, to: "good.txt")
    #expect(try ToolRun(["ingest", "good.txt"], in: folder).code == 0)
    let run = try ToolRun(["search", "--limit", "0", "规定"], in: folder)
    #expect(run.code == 0)
    #expect(run.output == "found: 2, shown: 0; --limit 2 shows all\n")
  }
}
