import Foundation
import Testing

/// What the tool says where the locale is Chinese.
@Suite struct ChineseTests {
  private static let chinese = ["LC_ALL": "zh_CN.UTF-8"]

  private func library() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(BadInputTests.good, to: "good.txt")
    #expect(try ToolRun(["ingest", "good.txt"], in: folder).code == 0)
    return folder
  }

  @Test(arguments: [
    ("《茶水间使用规定》第九条", "《茶水间使用规定》没有第九条，最后一条是第三条"),
    ("《茶水室使用规定》第九条", "没有名为《茶水室使用规定》的法规，相近的有《茶水间使用规定》"),
    ("（咖啡", "括号或引号不成对，已按普通词语查找"),
    ("咖啡 OR", "“OR”前后缺少词语，已按普通词语查找"),
  ]) func saysWhyAQueryFindsNothing(_ query: String, _ sentence: String) throws {
    let run = try ToolRun(["search", query], in: library(), environment: Self.chinese)
    #expect(run.errors.hasPrefix("tiaowen search: \(sentence)\n"), "\(run.errors)")
  }

  @Test(arguments: [
    (["search", "停车条例第二条"], "2020-01-01 文本的第二条，现为第三条"),
    (["search", "停车条例第四条"], "2020-01-01 文本的第四条在施行中的文本里没有对应的条文"),
    (["search", "停车条例2021第二条"], "《云岭市停车条例》没有 2021 年的文本，现有 2020-01-01、2024-01-01"),
    (["search", "停车条例第二条之一"], "《云岭市停车条例》没有第二条之一，前后为第二条和第三条"),
    (["search", "停处条例第一条"], "也可能指《云岭市停水处置条例》"),
  ]) func saysWhatElseACitationMayMean(_ arguments: [String], _ sentence: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      云岭市停车条例
      （自2020年1月1日起施行）
      第一条　为了规范停车秩序，制定本条例。
      第二条　停车场应当公示收费标准和服务时间。
      第三条　违反规定停放车辆的，处一百元罚款。
      第四条　废旧自行车由街道办事处集中回收处理。

      """, to: "old.txt")
    try folder.write(
      """
      云岭市停车条例
      （自2024年1月1日起施行）
      第一条　为了规范停车秩序，制定本条例。
      第二条　市交通部门主管全市停车工作，建立信息平台。
      第三条　停车场应当公示收费标准和服务时间。
      第四条　违反规定停放车辆的，处一百元罚款。

      """, to: "new.txt")
    try folder.write("云岭市停工处理条例\n第一条　停工由局处理。\n第二条　停工从简。\n", to: "stop.txt")
    try folder.write("云岭市停水处置条例\n第一条　停水由局处置。\n第二条　停水从简。\n", to: "dry.txt")
    let filed = try ToolRun(["ingest", "old.txt", "new.txt", "stop.txt", "dry.txt"], in: folder)
    #expect(filed.code == 0, "\(filed.errors)")
    let run = try ToolRun(arguments, in: folder, environment: Self.chinese)
    #expect(run.errors.contains(sentence), "\(run.errors)\(run.output)")
  }

  @Test func saysWhenTextsBegin() throws {
    let run = try ToolRun(
      ["search", "饮水机", "--on", "2020-01-01"], in: library(), environment: Self.chinese)
    #expect(
      run.errors == """
        tiaowen search: 2020-01-01 没有施行中的文本，最早的文本日期为 2024-03-01
        tiaowen search: 没有找到
          非现行的文本里有 1 条：tiaowen search --on 2020-01-01 --all-revisions 饮水机

        """)
    #expect(run.code == 1)
  }

  @Test func namesWhatATreeHoldsInChinese() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      茶水间使用规定
      目　录
      第一章　总则
      第二章　使用
      第一章　总则
      第一条　为了保持茶水间整洁，制定本规定。
      第二章　使用
      第四条　随手关水。
      第三条　爱护设备。

      """, to: "tea.txt")
    let run = try ToolRun(["parse", "tea.txt"], in: folder, environment: Self.chinese)
    #expect(
      run.output == """
        tea.txt: 纯文本 UTF-8，81 字

        《茶水间使用规定》  法规，章 2，条 3
          第一章 [总则]
            第一条 为了保持茶水间整洁，制定本规定。 (16)
          第二章 [使用]
            第四条 随手关水。 (5)
            第三条 爱护设备。 (5)

        未收录：
          2: 目录: 目　录⏎第一章　总则⏎第二章　使用 (17)

        对账：条文 45 + 标题 7 + 元数据 0 + 未收录 12 + 空白 17 = 81
        tea.txt:8:1: 警告: 第一条之后是第四条，缺 2 个编号
          办法: 请核对原文，其间的文字可能丢失
        tea.txt:9:1: 警告: 第四条之后是第三条
          办法: 标签照原文保留，请核对原文的编号

        """)
  }

  @Test func saysInChineseWhatChanged() throws {
    let folder = try RevisionTests.library()
    func output(_ arguments: String...) throws -> String {
      let run = try ToolRun(arguments, in: folder, environment: Self.chinese)
      return run.output + run.errors
    }
    #expect(
      try output("remove", "r-9b55cf3c@2090-03-01") == """
        已移除：《茶水间使用规定》 2090-03-01（r-9b55cf3c），来自 texts/3.txt
          还留有：2020-03-01、2023-03-01
          如要恢复 2090-03-01：tiaowen ingest --revision-of r-9b55cf3c texts/3.txt
        Index：1 部法规，2 个修订本

        """)
    #expect(
      try output("repeal", "茶水间使用规定", "--on", "2024-07-01") == """
        《茶水间使用规定》（r-9b55cf3c）自 2024-07-01 起废止
          文本仍保留：tiaowen show r-9b55cf3c --all-revisions
          如要撤销：tiaowen repeal r-9b55cf3c --undo

        """)
    #expect(
      try output("show", "茶水间使用规定") == """
        tiaowen show: 《茶水间使用规定》自 2024-07-01 起废止，可查看最后的文本
          办法: tiaowen show 茶水间使用规定@2023-03-01

        """)
    #expect(
      try output("list", "--all-revisions") == """
        《茶水间使用规定》  r-9b55cf3c
          2020-03-01    已被修订          3 条           texts/1.txt
          2023-03-01    已废止            3 条           texts/2.txt
          自 2024-07-01 起废止

        1 部法规，2 个修订本

        """)
    #expect(
      try output("ingest", "--revision-of", "茶水间使用规定", "texts/3.txt") == """
        文件：读入 1，未变 0，跳过 0，失败 0
        找到：1 部法规，3 条
        归档：新修订本 1 个
          《茶水间使用规定》 2090-03-01（r-9b55cf3c）：按 --revision-of 或 --new 的指定
        对账：条文 58 + 标题 7 + 元数据 27 + 未收录 0 + 空白 9 = 101
        Index：1 部法规，3 个修订本

        """)
    try FileManager.default.removeItem(at: folder["texts/1.txt"])
    #expect(
      try output("ingest", "--sync", "--delete", "texts") == """
        文件：读入 0，未变 2，跳过 0，失败 0
        磁盘上已不存在：1 个文件；已移除 1 个文件的 1 个修订本
          《茶水间使用规定》 2020-03-01（r-9b55cf3c），来自 texts/1.txt
        Index：1 部法规，2 个修订本

        """)
  }

  @Test func helpsInChinese() throws {
    let folder = try TemporaryFolder()
    let help = try ToolRun(["verify", "--help"], in: folder, environment: Self.chinese)
    #expect(help.output.hasPrefix("概述：逐字节核对法规库及其全部结构。\n\n"))
    #expect(help.output.contains("\n用法：tiaowen verify ["))
    #expect(help.output.contains("  -h, --help              显示帮助。\n"))
    #expect(help.code == 0)
    let wrong = try ToolRun(["list", "--foo"], in: folder, environment: Self.chinese)
    #expect(wrong.errors.hasPrefix("tiaowen: 错误: 没有选项 '--foo'"))
    #expect(wrong.errors.hasSuffix("  运行 'tiaowen list --help' 可查看详情。\n"))
    #expect(wrong.code == 64)
    for command in ["ingest", "search", "show", "list", "repeal", "remove", "parse"] {
      let run = try ToolRun([command, "--help"], in: folder, environment: Self.chinese)
      #expect(!run.output.contains("OVERVIEW") && !run.output.contains("default"))
    }
  }

  @Test func wordsWhatTheSystemSaysInOneLanguage() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "file")
    try folder.write(BadInputTests.good, to: "good.txt")
    let arguments = ["ingest", "--index", "file/library", "good.txt"]
    let chinese = try ToolRun(arguments, in: folder, environment: Self.chinese)
    #expect(chinese.code == 2)
    #expect(chinese.errors.hasPrefix("file/library: 错误: 无法创建文件夹：路径中有一级不是文件夹\n  办法: "))
    let english = try ToolRun(arguments, in: folder)
    #expect(
      english.errors.hasPrefix("file/library: error: cannot make the directory: not a directory\n"))
    let full = try ToolRun(
      script: "LC_ALL=zh_CN.UTF-8 tiaowen parse good.txt > /dev/full", in: folder)
    #expect(full.errors == "标准输出: 错误: 磁盘已满\n")
    #expect(full.code == 2)
  }

  @Test func putsListsAndUsageInChinese() throws {
    let folder = try library()
    try folder.write(
      BadInputTests.good.replacing("茶水间", with: "会议室"), to: "other.txt")
    #expect(try ToolRun(["ingest", "other.txt"], in: folder).code == 0)
    let unclear = try ToolRun(["show", "使用规定"], in: folder, environment: Self.chinese)
    #expect(
      unclear.errors.contains("《会议室使用规定》（r-") && unclear.errors.contains("）、《茶水间使用规定》（r-"),
      "\(unclear.errors)")
    let article = try ToolRun(
      ["show", "茶水间使用规定第八十条"], in: folder, environment: Self.chinese)
    #expect(article.errors == "tiaowen show: 《茶水间使用规定》没有第八十条，最后一条是第三条\n")
    let form = try ToolRun(
      ["list", "--format", "xml"], in: folder, environment: Self.chinese)
    #expect(form.errors.contains("值 'xml' 不能用于 '--format <form>'，可取 'text'"), "\(form.errors)")
  }
}
