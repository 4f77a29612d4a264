import Testing

/// What `history` says of a text that is numbered 一、（一）1., and of its annex.
@Suite struct ClauseHistoryTests {
  private static let before = """
    值班管理规定
    （2020年1月5日公布　自2020年2月1日起施行）
    一、值班安排
    （一）各部门应当每周安排值班人员，并于周五前报办公室备案。
    （二）值班人员不得擅自离岗。
    二、值班要求
    （一）值班人员应当做好记录，内容包括来电、来访和异常情况。
    （二）发现问题应当立即报告。
    附件1
    值班记录表
    填写值班人、时间和交接事项。

    """

  private static let after = """
    值班工作管理规定
    （2022年1月5日公布　自2022年2月1日起施行）
    一、总体要求
    本规定适用于公司全体部门，值班工作由办公室统一管理。
    二、值班安排
    （一）各部门应当每周安排值班人员，并于周四前报办公室备案。
    （二）值班人员不得擅自离岗。
    三、值班要求
    （一）值班人员应当做好记录，内容包括来电、来访和异常情况。
    （二）发现问题应当在10分钟内报告。
    附件1
    值班记录表
    填写值班人、时间、地点和交接事项。

    """

  private func run(_ words: String...) throws -> ToolRun {
    let folder = try TemporaryFolder()
    try folder.write(Self.before, to: "a.txt")
    try folder.write(Self.after, to: "b.txt")
    #expect(try ToolRun(["ingest", "a.txt"], in: folder).code == 0)
    let ingest = try ToolRun(["ingest", "b.txt", "--revision-of", "值班管理规定"], in: folder)
    #expect(ingest.code == 0, "\(ingest.errors)")
    return try ToolRun(["history"] + words, in: folder)
  }

  @Test func followsAClauseWithWhatIsBelow() throws {
    let run = try run("值班工作管理规定", "三")
    #expect(
      run.output == """
        《值班工作管理规定》三、  as numbered in 2022-02-01; 2 revisions, the oldest first

        2020-02-01  amended
        二、
          值班要求
          （一）值班人员应当做好记录，内容包括来电、来访和异常情况。
          （二）发现问题应当立即报告。

        2022-02-01  in force
        二、 → 三、  renumbered
        below it: 1 modified, 1 unchanged

        二、（二） → 三、（二）  modified
          发现问题应当[-立即-]{+在10分钟内+}报告。

        """)
  }

  @Test func namesAClauseWithThoseAboveIt() throws {
    let run = try run("值班工作管理规定@2020-02-01", "二、（二）")
    #expect(run.output.hasPrefix("《值班管理规定》二、（二）  as numbered in 2020-02-01; "))
    #expect(run.output.hasSuffix("\n二、（二） → 三、（二）  modified\n  发现问题应当[-立即-]{+在10分钟内+}报告。\n"))
  }

  @Test func followsAnAnnex() throws {
    let run = try run("值班工作管理规定附件1")
    #expect(run.output.hasSuffix("\n附件1  modified\n  …\n  填写值班人、时间{+、地点+}和交接事项。\n"))
  }

  @Test func tellsThatTheTitleChanged() throws {
    let run = try run("值班工作管理规定")
    #expect(run.output.contains("\n    《值班管理规定》 became 《值班工作管理规定》\n    3 modified, 1 added"))
  }
}
