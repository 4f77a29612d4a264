import Testing

/// Places in a regulation: `show` finds them, and citations print whole articles.
@Suite struct PlaceTests {
  private static let notice = """
    关于加强值班工作的通知
    各部门：
    为加强值班工作，现通知如下。
    一、值班安排
    （一）各部门应当每周安排值班人员。
    （二）值班人员不得擅自离岗。
    二、值班要求
    （一）值班人员应当做好记录。
    （二）发现问题应当立即报告。

    """

  private static let tea = """
    茶水间使用规定
    第一章　总则
    第一条　为了保持茶水间整洁，制定本规定。
    第二章　使用
    第二条　使用人应当遵守下列要求：
    （一）随手关闭饮水机的热水开关；
    （二）不在水槽内倾倒茶渣。
    使用人损坏设备的，应当告知行政部。
    第三条　本规定自2024年3月1日起施行。

    """

  private func library() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.tea, to: "tea.txt")
    try folder.write(Self.notice, to: "notice.txt")
    #expect(try ToolRun(["ingest", "."], in: folder).code == 0)
    return folder
  }

  @Test(arguments: [
    ("茶水间使用规定第二条第二款", ">   使用人损坏设备的，应当告知行政部。\n"),
    ("《茶水间使用规定》第二条第（二）项", ">   （二）不在水槽内倾倒茶渣。\n"),
    ("茶水间使用规定 第二章", "\n第二章　使用\n\n第二条　使用人"),
    ("关于加强值班工作的通知 二", "\n二、　值班要求\n  （一）值班人员应当做好记录。\n"),
    ("关于加强值班工作的通知 二、（一）", "二、　值班要求\n\n（一）值班人员应当做好记录。\n"),
  ]) func showsAPlace(_ words: String, _ lines: String) throws {
    let run = try ToolRun(["show", words], in: library())
    #expect(run.output.contains(lines), "\(run.output)\(run.errors)")
    #expect(run.code == 0)
  }

  @Test(arguments: [
    ("茶水间使用规定第二条第九款", "《茶水间使用规定》第二条 has no 第九款; it has 第一款, 第二款\n"),
    ("茶水间使用规定第二条第（五）项", "《茶水间使用规定》第二条 has no 第（五）项; it has （一）, （二）\n"),
    ("茶水间使用规定 第五章", "《茶水间使用规定》 has no 第五章; it has 第一章, 第二章\n"),
    ("关于加强值班工作的通知 五", "《关于加强值班工作的通知》 has no 五; it has 一, 二\n"),
  ]) func saysWhatThereIsInstead(_ words: String, _ message: String) throws {
    let run = try ToolRun(["show", words], in: library())
    #expect(run.errors == "tiaowen show: " + message)
    #expect(run.code == 1)
  }

  // The digits at the end of an ID were once read as the number of an article.
  @Test func takesAnIDForAnID() throws {
    let run = try ToolRun(["show", "r-715c9f51"], in: library())
    #expect(run.errors == "tiaowen show: no regulation has the ID 'r-715c9f51'\n")
    let glued = try ToolRun(["show", "茶水间使用规定3"], in: library())
    #expect(glued.output.contains("第三条　本规定自"))
  }

  @Test func printsACitedArticleWhole() throws {
    let run = try ToolRun(["search", "《茶水间使用规定》第二条第（二）项"], in: library())
    #expect(
      run.output.contains(
        """
          使用人应当遵守下列要求：
          （一）随手关闭饮水机的热水开关；
        > （二）不在水槽内倾倒茶渣。
          使用人损坏设备的，应当告知行政部。
        """), "\(run.output)")
  }
}
