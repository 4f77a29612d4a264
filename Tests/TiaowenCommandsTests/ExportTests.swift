import Foundation
import Testing

/// What `export` writes, and what it leaves alone.
@Suite struct ExportTests {
  @Test func writesAPageForEachTextAndComparison() throws {
    let site = try SampleSite()
    let pages = site.files.filter { !$0.contains("search") }
    #expect(
      pages == [
        ".tiaowen-site", "assets/comparison.css", "assets/comparison.js", "assets/site.css",
        "assets/site.js", "dates.html", "feed.xml", "index.html",
      ]
        + [site.slug, site.citingSlug].sorted().flatMap { slug in
          slug == site.slug
            ? [
              "2019-01-01.html", "2022-01-01.html", "changes-2022-01-01.html",
              "changes-2025-01-01.html", "index.html",
            ].map { "\(slug)/\($0)" } : ["\(slug)/index.html"]
        })
  }

  @Test func linksWhatIsCitedAndTellsWhoCites() throws {
    let site = try SampleSite()
    let citing = try site.page("\(site.citingSlug)/index.html")
    #expect(
      citing.contains("<a class=\"ref\" href=\"../\(site.slug)/index.html#art_3\" title=\"第三条"))
    #expect(citing.contains("href=\"../\(site.slug)/index.html\" title=\"《员工考核办法》"))
    #expect(citing.contains("<a class=\"ref\" href=\"#art_1\" title=\"第一条"))
    let cited = try site.page("\(site.slug)/index.html")
    #expect(cited.contains("被引用 2 处"))
    #expect(cited.contains("href=\"../\(site.citingSlug)/index.html#art_1\">《年终奖金发放规定》第一条"))
    #expect(cited.contains("<a class=\"term\" href=\"#art_2\" title=\"本办法所称评定小组"))
  }

  @Test func linksNamesWithoutMarks() throws {
    let site = try SampleSite()
    try site.folder.write(
      """
      培训管理规定
      （人事部2024年5月1日公布　自2024年5月1日起施行）
      第一条　根据员工考核办法和年终奖金发放规定，制定本规定。
      """, to: "more/a.txt")
    _ = try ToolRun(["ingest", "more"], in: site.folder)
    _ = try site.export()
    #expect(try site.page("\(site.slug)/index.html").contains("《培训管理规定》第一条"))
    #expect(try site.page("\(site.citingSlug)/index.html").contains("《培训管理规定》第一条"))
  }

  @Test func followsTheShortNameThatATextGives() throws {
    let site = try SampleSite()
    try site.folder.write(
      """
      培训管理规定
      （人事部2024年5月1日公布　自2024年5月1日起施行）
      第一条　根据《员工考核办法》（以下简称“考核法”），制定本规定。
      第二条　依照考核法第三条组织培训；依照别的考核法则第三条的除外。
      """, to: "more/a.txt")
    _ = try ToolRun(["ingest", "more"], in: site.folder)
    _ = try site.export()
    let cited = try site.page("\(site.slug)/index.html")
    #expect(cited.contains("《培训管理规定》第二条"))
  }

  @Test func keepsEveryAddressThatWasEverGiven() throws {
    let site = try SampleSite()
    let page = try site.page("\(site.slug)/index.html")
    for (name, count) in [("2019-01-01", 4), ("2022-01-01", 6), ("2025-01-01", 5)] {
      for number in 1...count {
        let id = "id=\"art_\(number)@\(name)\""
        #expect(page.components(separatedBy: id).count == 2, "\(id)")
      }
    }
    #expect(page.contains("id=\"art_6__item_2@2022-01-01\""))
    #expect(page.contains(">原第六条（2022-01-01 文本），现第四条"))
    #expect(page.contains(">原第三条（2019-01-01 文本），现第五条，文字有修改"))
    let deleted = try #require(page.components(separatedBy: "已删除条文").last)
    #expect(deleted.contains("id=\"art_4@2019-01-01\""))
    #expect(deleted.contains("id=\"art_5@2022-01-01\""))
  }

  @Test func writesTheSameAgainAndOnlyWhatChanged() throws {
    let site = try SampleSite()
    let again = try site.export()
    let count = site.files.count - 1
    #expect(
      again.errors
        == "tiaowen export: site: 2 regulations, 0 files written, \(count) as they were, 0 removed\n"
    )
    let one = try site.export(["--except", "奖金"])
    #expect(one.errors.contains("1 regulation, "))
    #expect(one.errors.hasSuffix(" 1 removed\n"), "\(one.errors)")
    #expect(!site.files.contains("\(site.citingSlug)/index.html"))
    #expect(!FileManager.default.fileExists(atPath: site.folder["site/\(site.citingSlug)"].path))
  }

  @Test func leavesForeignFilesAlone() throws {
    let site = try SampleSite()
    try site.folder.write("mine", to: "site/notes.txt")
    try site.folder.write("mine", to: "site/\(site.citingSlug)/notes.txt")
    _ = try site.export(["--except", "奖金"])
    #expect(try site.page("notes.txt") == "mine")
    #expect(try site.page("\(site.citingSlug)/notes.txt") == "mine")
  }

  @Test func refusesToWriteOverAForeignFile() throws {
    let folder = try TemporaryFolder()
    try folder.write(SampleSite.texts["奖金.txt"] ?? "", to: "texts/a.txt")
    _ = try ToolRun(["ingest", "texts"], in: folder)
    try folder.write("mine", to: "site/index.html")
    let run = try ToolRun(["export", "-o", "site"], in: folder)
    #expect(run.code == 2)
    #expect(run.errors.contains("site/index.html: error: stands where a page would"))
    #expect(try String(contentsOf: folder["site/index.html"], encoding: .utf8) == "mine")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder["site"].path) == ["index.html"])
  }

  @Test func neverRemovesWhatItsListNamesOutside() throws {
    let site = try SampleSite()
    try site.folder.write("mine", to: "outside.txt")
    let list = try site.page(".tiaowen-site")
    try site.folder.write(list + "../outside.txt\n/etc/hostname\na//b\n", to: "site/.tiaowen-site")
    _ = try site.export()
    #expect(FileManager.default.fileExists(atPath: site.folder["outside.txt"].path))
  }

  @Test func takesWhatTheSiteFileSaysAndTheCommandLineAboveThat() throws {
    let site = try SampleSite()
    try site.folder.write(
      #"{"title": "制度库", "organisation": "行政部 <b>", "contact": "8001", "only": ["考核"]}"#,
      to: "Index/site.json")
    _ = try site.export(["--title", "另一库"])
    let index = try site.page("index.html")
    #expect(index.contains("<title>另一库</title>"))
    #expect(index.contains("<p>行政部 &lt;b&gt;</p>"))
    #expect(index.contains("联系：8001"))
    #expect(!site.files.contains("\(site.citingSlug)/index.html"))
  }

  @Test(arguments: [
    ("{", "site.json:1: error: this is no JSON"), ("[]", "site.json: error: is no JSON object"),
    ("{\n\"titel\": \"a\"}", "site.json:2: error: unknown member \"titel\""),
    ("{\"only\": \"a\"}", "site.json:1: error: \"only\" has a value of another kind"),
    ("{\"status\": [\"alive\"]}", "there is no status 'alive'; there are in-force"),
  ]) func saysWhatIsWrongInTheSiteFile(_ text: String, _ words: String) throws {
    let site = try SampleSite()
    try site.folder.write(text, to: "site.json")
    let run = try site.export(["--site", "site.json"])
    #expect(run.code == 2)
    #expect(run.errors.contains(words), "\(run.errors)")
  }

  @Test func offersTheFilesThatWereIngested() throws {
    let site = try SampleSite(["--originals"])
    #expect(try site.page("\(site.citingSlug)/original.txt") == SampleSite.texts["奖金.txt"])
    #expect(try site.page("\(site.citingSlug)/index.html").contains("href=\"original.txt\""))
    try site.folder.write("else", to: "texts/奖金.txt")
    let run = try site.export(["--originals"])
    #expect(run.errors.contains("1 original is not found from this folder or changed"))
    #expect(!site.files.contains("\(site.citingSlug)/original.txt"))
  }

  @Test func tellsOfRevisionsInAFeed() throws {
    let feed = try SampleSite().page("feed.xml")
    #expect(feed.contains("<title>《员工考核办法》 2025-01-01 修订</title>"))
    #expect(feed.contains("修改 1 条、删除 1 条"), "\(feed)")
    #expect(feed.contains("<updated>2025-01-01T00:00:00Z</updated>"))
  }

  @Test func writesOneFileThatNeedsNothing() throws {
    let site = try SampleSite()
    let run = try ToolRun(["export", "--single-file", "-o", "all.html"], in: site.folder)
    #expect(run.code == 0, "\(run.errors)")
    let page = try String(contentsOf: site.folder["all.html"], encoding: .utf8)
    #expect(page.contains("href=\"#\(site.slug)/art_3\""))
    #expect(page.contains("id=\"\(site.slug)/art_3\""))
    #expect(page.contains("id=\"\(site.slug)/art_4@2019-01-01\""))
    #expect(!page.contains("index.html"))
    #expect(!page.contains("src="))
    #expect(!page.contains("rel=\"stylesheet\""))
  }

  @Test(arguments: ["akn", "markdown", "json"])
  func writesOtherForms(_ format: String) throws {
    let site = try SampleSite()
    let run = try ToolRun(["export", "--format", format, "-o", "forms"], in: site.folder)
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.errors.contains("2 regulations, 4 files written"))
  }

  @Test func saysThatThereIsNothingToWrite() throws {
    let site = try SampleSite()
    let run = try site.export(["--only", "没有"])
    #expect(run.code == 1)
    #expect(run.errors == "tiaowen export: no regulation is to be written; 2 in the library\n")
    #expect(site.files.contains("index.html"))
  }

  // Titles and texts that would break out of a page or a folder.
  @Test func escapesHostileTitlesAndTexts() throws {
    let folder = try TemporaryFolder()
    let hostile = "<script>alert(1)</script>\"'&../../规定"
    try folder.write(
      "\(hostile)\n第一条　文\u{202E}字<img src=x onerror=alert(1)>与“引号”\"。\n第二条　见第一条。\n",
      to: "texts/a.txt")
    try folder.write("第一条　没有标题的规定。\n第二条　见第一条。\n", to: "texts/b.txt")
    try folder.write(
      String(repeating: "甲", count: 300) + "规定\n第一条　长标题。\n第二条　见第一条。\n", to: "texts/c.txt")
    _ = try ToolRun(["ingest", "texts"], in: folder)
    let run = try ToolRun(["export", "-o", "site"], in: folder)
    #expect(run.code == 0, "\(run.errors)")
    for slug in try FileManager.default.contentsOfDirectory(atPath: folder["site"].path) {
      guard slug.hasPrefix("r-") else { continue }
      let page = try String(contentsOf: folder["site/\(slug)/index.html"], encoding: .utf8)
      #expect(!page.contains("<script>alert"))
      #expect(!page.contains("<img"))
      #expect(!page.contains("\u{202E}"))
    }
    #expect(!FileManager.default.fileExists(atPath: folder["规定"].path))
  }

  @Test func keepsRegulationsOfOneTitleApart() throws {
    let folder = try TemporaryFolder()
    for (name, issuer) in [("a", "甲市人民政府"), ("b", "乙市人民政府")] {
      try folder.write(
        "停车管理办法\n（\(issuer)2023年5月1日公布）\n第一条　\(issuer)管停车。\n第二条　见第一条，\(name)。\n",
        to: "texts/\(name).txt")
      _ = try ToolRun(["ingest", "--new", "--issuer", issuer, "texts/\(name).txt"], in: folder)
    }
    let run = try ToolRun(["export", "-o", "site"], in: folder)
    #expect(run.errors.contains("2 regulations, "), "\(run.errors)")
    let index = try String(contentsOf: folder["site/index.html"], encoding: .utf8)
    #expect(index.components(separatedBy: ">停车管理办法</a>").count == 3)
    #expect(index.contains("<h2 id=\"g-甲市人民政府\">甲市人民政府</h2>"))
  }

  // A site was taken down by a word too many.
  @Test func keepsPagesWhereOtherFormsAreWritten() throws {
    let site = try SampleSite()
    let run = try site.export(["--format", "markdown"])
    #expect(run.errors.hasSuffix("4 files written, 0 as they were, 0 removed\n"), "\(run.errors)")
    #expect(site.files.contains("index.html"))
  }

  @Test func writesOverNoLibraryAndNoSource() throws {
    let site = try SampleSite()
    let library = try ToolRun(["export", "-o", "Index"], in: site.folder)
    #expect(library.code == 2)
    #expect(library.errors.contains("Index: error: is a library"))
    let source = try ToolRun(
      ["export", "--single-file", "-o", "texts/奖金.txt"], in: site.folder)
    #expect(source.code == 2)
    let text = try String(contentsOf: site.folder["texts/奖金.txt"], encoding: .utf8)
    #expect(text == SampleSite.texts["奖金.txt"])
  }

  @Test(arguments: [
    (["-o", "-"], "'-' is for --single-file"), (["-o", ""], "--output needs a name"),
    (["-o", "a", "--only", ""], "--only and --except need some words"),
    (["-o", "a", "--single-file", "--originals"], "--originals is for a folder"),
    (["-o", "a", "--status", "amended"], "there is no status 'amended'"),
  ]) func refusesWhatHasNoMeaning(_ arguments: [String], _ words: String) throws {
    let run = try ToolRun(["export"] + arguments, in: TemporaryFolder())
    #expect(run.code == 64)
    #expect(run.errors.contains(words), "\(run.errors)")
  }

  @Test func leavesTheSiteAsItWasWhenInterrupted() throws {
    let site = try SampleSite()
    for number in 0..<60 {
      let article = "第一条　茶水间第\(number)号。\n第二条　见第一条。\n"
      try site.folder.write("茶水间\(number)规定\n" + article, to: "more/\(number).txt")
    }
    _ = try ToolRun(["ingest", "more"], in: site.folder)
    let before = site.files
    let run = try ToolRun(
      script: """
        tiaowen export -o site --on 2026-01-01 & export=$!
        while [ ! -e site/.tiaowen-new ] && kill -0 $export 2>/dev/null; do :; done
        kill -INT $export
        wait $export
        """, in: site.folder)
    if run.code == 130 {
      #expect(run.errors.contains("tiaowen export: interrupted; what was there is as it was"))
      #expect(site.files == before)
    } else {
      // It was quicker than the signal.
      #expect(run.code == 0, "\(run.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: site.folder["site/.tiaowen-new"].path))
  }
}
