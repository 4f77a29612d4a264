import Testing

/// How `ingest` says what became of each text.
@Suite struct FilingReportTests {
  private static let notice = """
    茶水间使用规定
    （2021年5月1日研发部发布）
    第一条　研发部的同事请把杯子洗干净。
    第二条　咖啡机每周五除垢。

    """

  private func ingest(_ arguments: String..., in folder: TemporaryFolder) throws -> String {
    let run = try ToolRun(["ingest"] + arguments, in: folder)
    #expect(run.code == 0, "\(run.errors)")
    return run.output
  }

  @Test func saysHowEachTextWasDecided() throws {
    let folder = try TemporaryFolder()
    try folder.write(RevisionTests.text(2020, "第三条　杯具由行政部统一消毒。"), to: "a.txt")
    #expect(try ingest("a.txt", in: folder).contains("\nfiled: 1 new regulation\nledger"))
    try folder.write(RevisionTests.text(2023, "第三条　杯具由使用人自行清洗。"), to: "b.txt")
    try folder.write(RevisionTests.text(2023, "第三条　杯具由使用人自行清洗。"), to: "copy.txt")
    try folder.write(Self.notice, to: "c.txt")
    let output = try ingest("a.txt", "b.txt", "c.txt", "copy.txt", in: folder)
    #expect(
      output.contains(
        """
        filed: 1 new regulation, 1 new revision, 1 known
          《茶水间使用规定》 2021-05-01 (r-fd76c935): stands beside r-9b55cf3c of the same title, 0 % in common
          《茶水间使用规定》 2023-03-01 (r-9b55cf3c): revises 2020-03-01, 75 % in common
        ledger
        """), "\(output)")
  }

  @Test func saysWhoElseIssuedATextOfTheTitle() throws {
    let folder = try TemporaryFolder()
    let rules = { (issuer: String, year: Int, repeal: String) in
      RevisionTests.text(year).replacing("第一条", with: "发布单位：\(issuer)\n第一条") + repeal
    }
    try folder.write(rules("甲公司", 2020, "第三条　从宽。\n"), to: "a.txt")
    try folder.write(rules("乙公司", 2021, "第三条　从严。\n"), to: "b.txt")
    _ = try ingest("a.txt", in: folder)
    let output = try ingest("b.txt", in: folder)
    #expect(output.contains("of the same title, which 甲公司 issued, 9"), "\(output)")
    let trial = rules("甲公司", 2023, "第三条　《茶水间使用规定》同时废止。\n")
    try folder.write(trial.replacing("使用规定\n", with: "使用规定（试行）\n"), to: "c.txt")
    let third = try ToolRun(
      ["ingest", "c.txt"], in: folder, environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(
      third.output.contains("与《茶水间使用规定》 2020-03-01前后相承：一方写明废止另一方，"), "\(third.output)")
  }

  @Test func saysThatATextIsCorrected() throws {
    let folder = try TemporaryFolder()
    let articles = (1...20).map { "第\($0 + 2)条　第\($0)号柜由第\($0)小组保管，每周检查一次。" }
    let text = RevisionTests.text(2023) + articles.joined(separator: "\n")
    try folder.write(text, to: "b.txt")
    _ = try ingest("b.txt", in: folder)
    try folder.write(text.replacing("第7号柜", with: "七号柜"), to: "b.txt")
    let output = try ingest("b.txt", in: folder)
    #expect(output.contains("filed: 1 corrected\n"), "\(output)")
    #expect(output.contains("): corrects the text of this day, 9"))
    #expect(output.hasSuffix("Index: 1 regulation, 1 revision\n"))
  }

  @Test func filesAsTold() throws {
    let folder = try TemporaryFolder()
    try folder.write(RevisionTests.text(2020), to: "a.txt")
    try folder.write(Self.notice, to: "c.txt")
    _ = try ingest("a.txt", in: folder)
    let revision = try ingest("c.txt", "--revision-of", "茶水间使用规定", in: folder)
    #expect(
      revision.contains(
        "  《茶水间使用规定》 2021-05-01 (r-9b55cf3c): as told by --revision-of or --new\n"))
    #expect(revision.hasSuffix("Index: 1 regulation, 2 revisions\n"))
    let new = try ingest("c.txt", "--new", in: folder)
    #expect(new.hasSuffix("Index: 2 regulations, 2 revisions\n"))
    let both = try ToolRun(["ingest", "c.txt", "--new", "--revision-of", "x"], in: folder)
    #expect(both.code == 64)
  }

  @Test func namesTheFileThatHoldsSeveralRegulations() throws {
    let folder = try TemporaryFolder()
    try folder.write(RevisionTests.text(2020), to: "a.txt")
    _ = try ingest("a.txt", in: folder)
    try folder.write(
      BadInputTests.good.replacing("茶水间", with: "会议室") + "\n"
        + BadInputTests.good.replacing("茶水间", with: "停车场"), to: "two.txt")
    try folder.write(RevisionTests.text(2023), to: "b.txt")
    let run = try ToolRun(
      ["ingest", "two.txt", "b.txt", "--revision-of", "茶水间使用规定"], in: folder)
    #expect(
      run.errors == """
        two.txt: error: the file holds 2 regulations
          help: put the one that is meant into a file of its own

        """)
    #expect(run.code == 2)
    #expect(run.output.hasSuffix("Index: 1 regulation, 2 revisions\n"))
  }

  @Test func namesTheFirstFewOfManyTexts() throws {
    let folder = try TemporaryFolder()
    for number in 1...9 {
      try folder.write(
        RevisionTests.text(2010 + number, "第三条　杯具由\(number)号管理员消毒。"),
        to: "texts/\(number).txt")
    }
    let short = try ingest("texts", in: folder)
    #expect(short.contains("filed: 1 new regulation, 8 new revisions\n"))
    #expect(short.contains("\n  and 3 more\n"))
    let json = try ToolRun(["ingest", "texts", "--new", "--format", "json"], in: folder)
    #expect(json.output.contains(#""filed":[{"path":"texts/1.txt","regulation":"茶水间使用规定""#))
  }

  @Test func keepsWhatWasSuppliedAndTakesMore() throws {
    let folder = try TemporaryFolder()
    try folder.write("第一条　甲。\n第二条　乙。\n第三条　丙。\n", to: "bare.txt")
    _ = try ingest("bare.txt", "--title", "无题规定", in: folder)
    let more = try ingest("bare.txt", "--issuer", "行政部", "--effective", "2024-05-01", in: folder)
    #expect(more.contains("the same text with other metadata\n"), "\(more)")
    try folder.write("第一条　甲。\n第二条　乙。\n第三条　丙丁。\n", to: "bare.txt")
    _ = try ingest("bare.txt", in: folder)
    let list = try ToolRun(["list"], in: folder)
    #expect(list.output.hasPrefix("《无题规定》  r-"))
    #expect(list.output.contains("行政部\n  2024-05-01    in force"), "\(list.output)")
  }
}
