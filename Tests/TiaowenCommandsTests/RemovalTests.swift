import Testing

/// What `remove` and `repeal` do, and how to get back what is gone.
@Suite struct RemovalTests {
  private static let id = "r-9b55cf3c"

  @Test func removesARevisionAndBringsItBack() throws {
    let folder = try RevisionTests.library()
    let remove = try ToolRun(["remove", "\(Self.id)@2020-03-01"], in: folder)
    #expect(
      remove.output == """
        removed: 《茶水间使用规定》 2020-03-01 (r-9b55cf3c), from texts/1.txt
          left of it: 2023-03-01, 2090-03-01
          to bring back 2020-03-01: tiaowen ingest --revision-of r-9b55cf3c texts/1.txt
        Index: 1 regulation, 2 revisions

        """)
    #expect(remove.code == 0, "\(remove.errors)")
    let search = try ToolRun(
      ["search", "--match", "exact", "--all-revisions", "统一消毒"], in: folder)
    #expect(search.errors == "tiaowen search: nothing found\n")
    let again = try ToolRun(["ingest", "texts"], in: folder)
    #expect(again.output.hasSuffix("Index: 1 regulation, 2 revisions\n"))
    let back = try ToolRun(["ingest", "--revision-of", Self.id, "texts/1.txt"], in: folder)
    #expect(
      back.output.contains(
        "  《茶水间使用规定》 2020-03-01 (r-9b55cf3c): as told by --revision-of or --new\n"),
      "\(back.output)\(back.errors)")
    #expect(back.output.hasSuffix("Index: 1 regulation, 3 revisions\n"))
  }

  @Test func removesWholeRegulationsByTitle() throws {
    let folder = try RevisionTests.library()
    try folder.write(BadInputTests.good.replacing("茶水间", with: "会议室"), to: "room.txt")
    #expect(try ToolRun(["ingest", "room.txt"], in: folder).code == 0)
    try folder.write("改写了。\n", to: "texts/3.txt")
    let remove = try ToolRun(["remove", "《茶水间使用规定》", "会议室使用规定"], in: folder)
    #expect(
      remove.output.contains(
        """
          nothing of it is left
          to bring back 2020-03-01: tiaowen ingest --new texts/1.txt
          to bring back 2023-03-01: tiaowen ingest --revision-of r-9b55cf3c texts/2.txt
          2090-03-01 cannot be brought back from texts/3.txt: the file holds another text now
        removed: 《会议室使用规定》
        """), "\(remove.output)\(remove.errors)")
    #expect(remove.output.hasSuffix("Index: 0 regulations, 0 revisions\n"))
    for arguments in [
      ["--new", "texts/1.txt"], ["--revision-of", Self.id, "texts/2.txt"],
    ] {
      #expect(try ToolRun(["ingest"] + arguments, in: folder).code == 0)
    }
    let list = try ToolRun(["list", "--all-revisions"], in: folder)
    #expect(list.output.hasSuffix("\n1 regulation, 2 revisions\n"), "\(list.output)")
  }

  // A shortened title that fitted one regulation took it out of the library.
  @Test func removesNothingByAShortenedTitle() throws {
    let folder = try RevisionTests.library()
    let remove = try ToolRun(["remove", "茶水间"], in: folder)
    #expect(remove.output == "")
    #expect(
      remove.errors == """
        tiaowen remove: no regulation is titled '茶水间'
          help: there is 《茶水间使用规定》 r-9b55cf3c

        """)
    #expect(remove.code == 1)
    let list = try ToolRun(["list", "--all-revisions"], in: folder)
    #expect(list.output.hasSuffix("\n1 regulation, 3 revisions\n"), "\(list.output)")
  }

  @Test func removesNothingWhenOneNameIsWrong() throws {
    let folder = try RevisionTests.library()
    let revision = try ToolRun(["remove", Self.id, "\(Self.id)@2021-01-01"], in: folder)
    #expect(
      revision.errors
        == "tiaowen remove: there is no revision '2021-01-01'; there are 2020-03-01, 2023-03-01, 2090-03-01\n"
    )
    #expect(revision.code == 1)
    let near = try ToolRun(["remove", "r-9b55cf3d"], in: folder)
    #expect(near.errors.contains("there is 《茶水间使用规定》 r-9b55cf3c"))
    #expect(try ToolRun(["list"], in: folder).code == 0)
  }

  @Test func tellsProgramsWhatIsLeft() throws {
    let folder = try RevisionTests.library()
    let run = try ToolRun(
      ["remove", "\(Self.id)@2090-03-01", "--format", "json", "--index", "Index"], in: folder)
    #expect(
      run.output == """
        {"removed":[{"regulation":"茶水间使用规定","regulationID":"r-9b55cf3c",\
        "revision":"2090-03-01","source":"texts/3.txt","canReturn":true}],\
        "left":[{"regulationID":"r-9b55cf3c","revisions":["2020-03-01","2023-03-01"]}],\
        "library":{"path":"Index","regulations":1,"revisions":2}}

        """)
  }

  @Test func repealsFromADayOnAndUndoesIt() throws {
    let folder = try RevisionTests.library()
    try folder.write(BadInputTests.good.replacing("茶水间", with: "会议室"), to: "room.txt")
    #expect(try ToolRun(["ingest", "room.txt"], in: folder).code == 0)
    let repeal = try ToolRun(
      ["repeal", "茶水间使用规定", "--on", "2024-07-01", "--by", "会议室使用规定"], in: folder)
    #expect(
      repeal.output == """
        《茶水间使用规定》 r-9b55cf3c is repealed from 2024-07-01 on, by 《会议室使用规定》 r-fbe837b0
          its revision 2090-03-01 begins on that day or later and holds nevertheless
          its texts stay: tiaowen show r-9b55cf3c --all-revisions
          to undo it: tiaowen repeal r-9b55cf3c --undo

        """, "\(repeal.errors)")
    let shown = try ToolRun(["show", "茶水间使用规定"], in: folder)
    #expect(
      shown.errors == """
        tiaowen show: 《茶水间使用规定》 is repealed from 2024-07-01 on; its last text can be shown
          help: tiaowen show 茶水间使用规定@2023-03-01

        """)
    #expect(shown.code == 1)
    let before = try ToolRun(["show", "茶水间使用规定", "--on", "2024-06-30"], in: folder)
    #expect(before.output.hasPrefix("《茶水间使用规定》  2023-03-01  in force\n"))
    let named = try ToolRun(["show", "茶水间使用规定@2023-03-01"], in: folder)
    #expect(named.output.hasPrefix("《茶水间使用规定》  2023-03-01  repealed from 2024-07-01 on\n"))
    // It once said that the first text was of a day long past.
    let none = try ToolRun(["search", "自行清洗", "--in", "茶水间"], in: folder)
    #expect(
      none.errors == """
        tiaowen search: nothing found
          1 clause of texts not in force: tiaowen search --in 茶水间 --all-revisions 自行清洗

        """)
    let hits = try ToolRun(["search", "自行清洗", "--all-revisions"], in: folder)
    #expect(hits.output.contains("  2023-03-01 repealed, no longer in force\n"))
    let list = try ToolRun(["list", "--all-revisions", "--in", "茶水间"], in: folder)
    #expect(list.output.contains("  repealed from 2024-07-01 on, by r-fbe837b0\n"))
    let undo = try ToolRun(["repeal", Self.id, "--undo"], in: folder)
    #expect(
      undo.output == "《茶水间使用规定》 r-9b55cf3c is no longer repealed; in force is 2023-03-01\n")
    let twice = try ToolRun(["repeal", Self.id, "--undo"], in: folder)
    #expect(twice.errors == "tiaowen repeal: 《茶水间使用规定》 r-9b55cf3c was not repealed\n")
    #expect(twice.code == 1)
  }

  @Test func offersWhatATextSaysItRepeals() throws {
    let folder = try RevisionTests.library()
    try folder.write(
      """
      茶室管理办法
      （2024年6月5日公布　自2024年7月1日起施行）
      第一条　为了管好茶室，制定本办法。
      第二条　茶具用后由使用人洗净放回。
      第三条　本办法自2024年7月1日起施行。《茶水间使用规定》同时废止。

      """, to: "new.txt")
    try folder.write("", to: "texts/3.txt")
    #expect(try ToolRun(["remove", "\(Self.id)@2090-03-01"], in: folder).code == 0)
    let run = try ToolRun(["ingest", "new.txt"], in: folder)
    #expect(
      run.output.contains(
        """
        《茶室管理办法》 says it repeals 《茶水间使用规定》; to note it:
          tiaowen repeal r-9b55cf3c --on 2024-07-01 --by r-
        """), "\(run.output)")
  }

  @Test(arguments: [["--on", "2024-01-01", "--undo"], [], ["--by", "会议室"]])
  func needsADayOrNothingToRepeal(_ options: [String]) throws {
    let run = try ToolRun(["repeal", "茶水间使用规定"] + options, in: TemporaryFolder())
    #expect(run.code == 64)
    #expect(run.errors.contains("give the day with --on, or --undo alone"))
  }

  @Test func letsNoRegulationRepealItself() throws {
    let folder = try RevisionTests.library()
    let run = try ToolRun(
      ["repeal", "茶水间使用规定", "--on", "2024-07-01", "--by", "茶水间使用规定"], in: folder)
    #expect(run.errors.contains("--by names the regulation itself;"), "\(run.errors)")
    #expect(run.code == 64)
  }
}
