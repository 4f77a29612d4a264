import Testing

/// A regulation with several revisions: by default everything is about the text
/// in force, and what is not in force says so.
@Suite struct RevisionTests {
  static func text(_ year: Int, _ articles: String...) -> String {
    """
    茶水间使用规定
    （\(year - 1)年12月5日公布　自\(year)年3月1日起施行）
    第一条　为了保持茶水间整洁，制定本规定。
    第二条　使用人应当随手关闭饮水机的热水开关，并擦干台面。

    """ + articles.map { $0 + "\n" }.joined()
  }

  /// A library with texts of 2020 and 2023, and one that begins in 2090.
  static func library() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(text(2020, "第三条　杯具由行政部统一消毒。"), to: "texts/1.txt")
    try folder.write(text(2023, "第三条　杯具由使用人自行清洗。"), to: "texts/2.txt")
    try folder.write(text(2090, "第三条　杯具由机器人清洗。"), to: "texts/3.txt")
    let ingest = try ToolRun(["ingest", "texts"], in: folder)
    #expect(ingest.code == 0, "\(ingest.errors)")
    return folder
  }

  @Test func showsTheTextInForce() throws {
    let folder = try Self.library()
    let today = try ToolRun(["show", "茶水间使用规定第三条"], in: folder)
    #expect(
      today.output == """
        《茶水间使用规定》  2023-03-01  in force

        第三条　杯具由使用人自行清洗。

        """)
    let earlier = try ToolRun(["show", "茶水间使用规定第三条", "--on", "2021-01-01"], in: folder)
    #expect(earlier.output.contains("第三条　杯具由行政部统一消毒。"))
    let coming = try ToolRun(["show", "茶水间使用规定@2090-03-01", "3"], in: folder)
    #expect(
      coming.output.hasPrefix(
        "《茶水间使用规定》  2090-03-01  not yet in force; in force is 2023-03-01\n"))
  }

  // The newest text was once shown for a day before the first.
  @Test func showsNothingBeforeTheFirstRevision() throws {
    let folder = try Self.library()
    let run = try ToolRun(["show", "茶水间使用规定", "--on", "2019-12-31"], in: folder)
    #expect(run.output == "")
    #expect(
      run.errors == """
        tiaowen show: 《茶水间使用规定》 has no text in force on 2019-12-31; its first text is of 2020-03-01
          help: tiaowen show 茶水间使用规定@2020-03-01

        """)
    #expect(run.code == 1)
  }

  @Test func showsAnArticleInEveryRevision() throws {
    let folder = try Self.library()
    try folder.write(Self.text(2021), to: "texts/4.txt")
    #expect(try ToolRun(["ingest", "texts"], in: folder).code == 0)
    let run = try ToolRun(["show", "茶水间使用规定第三条", "--all-revisions"], in: folder)
    #expect(
      run.output == """
        《茶水间使用规定》  2020-03-01  amended; in force is 2023-03-01

        第三条　杯具由行政部统一消毒。

        《茶水间使用规定》  2023-03-01  in force

        第三条　杯具由使用人自行清洗。

        《茶水间使用规定》  2090-03-01  not yet in force; in force is 2023-03-01

        第三条　杯具由机器人清洗。

        """)
    #expect(
      run.errors == "tiaowen show: 《茶水间使用规定》@2021-03-01 has no 第三条; its last article is 第二条\n")
    #expect(run.code == 0)
    let json = try ToolRun(
      ["show", "茶水间使用规定", "--all-revisions", "--format", "json"], in: folder)
    #expect(json.output.split(separator: "\n").count == 4)
    let both = try ToolRun(["show", "茶水间使用规定@2020-03-01", "--all-revisions"], in: folder)
    #expect(both.code == 64)
  }

  @Test func listsWhatIsInForce() throws {
    let folder = try Self.library()
    let today = try ToolRun(["list"], in: folder)
    #expect(
      today.output == """
        《茶水间使用规定》  r-9b55cf3c
          2023-03-01    in force          3 articles     texts/2.txt

        1 regulation, 1 revision; 2 more with --all-revisions

        """)
    let all = try ToolRun(["list", "--all-revisions", "--in", "茶水间"], in: folder)
    #expect(
      all.output == """
        《茶水间使用规定》  r-9b55cf3c
          2020-03-01    amended           3 articles     texts/1.txt
          2023-03-01    in force          3 articles     texts/2.txt
          2090-03-01    not yet in force  3 articles     texts/3.txt

        1 regulation, 3 revisions

        """)
    let json = try ToolRun(["list", "--format", "json", "--on", "2021-01-01"], in: folder)
    #expect(json.output.contains(#""revisions":[{"revision":"2020-03-01","status":"in-force""#))
    #expect(!json.output.contains("2023-03-01"))
  }

  @Test func marksHitsThatAreNotInForce() throws {
    let folder = try Self.library()
    let run = try ToolRun(["search", "杯具", "--all-revisions"], in: folder)
    #expect(run.output.contains("  2020-03-01 amended, no longer in force\n"))
    #expect(run.output.contains("  2023-03-01 in force\n"))
    #expect(run.output.contains("  2090-03-01 not yet in force\n"))
    #expect(run.output.hasSuffix("\nfound: 3\n"))
  }

  @Test func saysThatOtherRevisionsHoldAQuery() throws {
    let run = try ToolRun(["search", "--match", "exact", "统一消毒"], in: Self.library())
    #expect(run.output == "")
    #expect(
      run.errors == """
        tiaowen search: nothing found
          1 clause of texts not in force: tiaowen search --all-revisions 统一消毒

        """)
    #expect(run.code == 1)
  }

  @Test func namesWhatIsNearAMistypedNameOrID() throws {
    let folder = try Self.library()
    let title = try ToolRun(["show", "茶水室使用规定"], in: folder)
    #expect(
      title.errors == """
        tiaowen show: no regulation has '茶水室使用规定' in its title
          help: there is 《茶水间使用规定》 r-9b55cf3c

        """)
    let id = try ToolRun(["show", "r-9b55cf3d"], in: folder)
    #expect(
      id.errors == """
        tiaowen show: no regulation has the ID 'r-9b55cf3d'
          help: there is 《茶水间使用规定》 r-9b55cf3c

        """)
    #expect(id.code == 1)
  }

  // Ten clauses that were only close hid that another revision held the words.
  @Test func saysThatOtherRevisionsHoldWhatIsOnlyClose() throws {
    let run = try ToolRun(["search", "行政部统一消毒"], in: Self.library())
    #expect(
      run.errors.hasSuffix(
        "  1 clause of texts not in force: tiaowen search --all-revisions 行政部统一消毒\n"))
  }
}
