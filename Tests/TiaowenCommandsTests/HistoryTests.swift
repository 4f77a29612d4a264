import Foundation
import Testing

/// What `history` says of a regulation of the corpus that has three revisions.
@Suite struct HistoryTests {
  private static let title = "考勤与休假管理办法"
  private static let whole = "《霁垣精密仪器股份有限公司考勤与休假管理办法》"

  /// A library with the revisions of 2019, 2022 and 2025.
  static func library() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for year in [2019, 2022, 2025] {
      let name = "考勤与休假管理办法-\(year).txt"
      let file = PackageRoot.url.appending(path: "Corpus/company/\(name)")
      try folder.write(Data(contentsOf: file), to: "texts/\(name)")
    }
    let ingest = try ToolRun(["ingest", "texts"], in: folder)
    #expect(ingest.code == 0, "\(ingest.errors)")
    return folder
  }

  private func run(
    _ words: String..., environment: [String: String] = [:]
  ) throws -> ToolRun {
    try ToolRun(["history"] + words, in: Self.library(), environment: environment)
  }

  private static let chinese = ["LC_ALL": "zh_CN.UTF-8"]

  // MARK: Revisions

  @Test func listsRevisionsWithWhatChanged() throws {
    let run = try run(Self.title)
    let lines = run.output.split(separator: "\n").map(String.init)
    try #require(lines.count == 6, "\(run.output)\(run.errors)")
    #expect(lines[0].hasPrefix(Self.whole + "  r-b742bacf"))
    #expect(
      lines[1]
        == "  2019-04-01    amended           45 articles    texts/考勤与休假管理办法-2019.txt")
    #expect(lines[2].hasPrefix("  2022-07-01    amended           47 articles"))
    #expect(
      lines[3] == "    8 modified, 2 added, 24 only renumbered, "
        + "8 in which only such terms are replaced, 1 with references that follow new numbers, "
        + "5 unchanged")
    #expect(lines[4].hasPrefix("  2025-03-01    in force          47 articles"))
    #expect(lines[5].contains("1 deleted, 1 moved, 1 split, 1 merged"))
    #expect(run.code == 0)
  }

  @Test func countsAsDiffDoes() throws {
    let folder = try Self.library()
    let diff = try ToolRun(["diff", Self.title + "@2022-07-01", Self.title], in: folder)
    let history = try ToolRun(["history", Self.title], in: folder)
    let counts = try #require(diff.output.split(separator: "\n").dropFirst().first)
    #expect(history.output.hasSuffix("    \(counts)\n"))
  }

  @Test func listsTheRevisionThatIsNamed() throws {
    let run = try run(Self.title + "@2022-07-01", environment: Self.chinese)
    #expect(!run.output.contains("2019-04-01"))
    #expect(run.output.hasSuffix("    修改 8、新增 2、仅条号变动 24、仅替换用语 8、引用随条号变动 1、未变 5\n"))
  }

  @Test func listsRevisionsForPrograms() throws {
    struct Output: Decodable {
      struct Revision: Decodable {
        var revision: String
        var status: String
        var articles: Int
        var summary: [String: Value]?
      }
      /// A count, or what is none.
      struct Value: Decodable {
        var count: Int?
        init(from decoder: any Decoder) throws {
          count = try? decoder.singleValueContainer().decode(Int.self)
        }
      }
      var regulationID: String
      var revisions: [Revision]
    }
    let run = try run(Self.title, "--format", "json")
    let output = try JSONDecoder().decode(Output.self, from: Data(run.output.utf8))
    #expect(output.revisions.map(\.revision) == ["2019-04-01", "2022-07-01", "2025-03-01"])
    #expect(output.revisions.map(\.articles) == [45, 47, 47])
    #expect(output.revisions[0].summary == nil)
    #expect(output.revisions[2].summary?["split"]?.count == 1)
  }

  // MARK: Provisions

  @Test func followsAnArticleThatIsAddedAndModified() throws {
    let run = try run(Self.title, "第九条")
    #expect(
      run.output == """
        \(Self.whole)第九条  as numbered in 2025-03-01; 3 revisions, the oldest first

        2019-04-01  amended
        not there yet; first in 2022-07-01

        2022-07-01  amended
        第九条  added
          经部门负责人同意，研发、设计、法务等能够独立完成任务的岗位每周可以远程办公1日。远程办公期间，员工应当保持通信畅通，在考勤系统中按时签到、签退，并于次日提交工作记录。
          处理涉密资料、操作专用设备的岗位不得远程办公。

        2025-03-01  in force
        第九条  modified
          经部门负责人同意，研发、设计、法务等能够独立完成任务的岗位每周可以远程办公[-1-]{+2+}日。远程办公期间，员工应当保持通信畅通，在考勤系统中按时签到、签退，并于次日提交工作记录。
          …

        """)
    #expect(run.code == 0)
  }

  @Test func followsNewNumbersFromAnyRevision() throws {
    let newest = try run(Self.title + "第三十一条", environment: Self.chinese)
    #expect(newest.output.contains("\n2022-07-01  已被修订\n第三十条 → 第三十一条  条号变动\n"))
    #expect(newest.output.hasSuffix("\n2025-03-01  现行有效\n第三十一条  未变\n"))
    let oldest = try run("《\(Self.title)》@2019-04-01第三十条", environment: Self.chinese)
    #expect(oldest.output.hasPrefix(Self.whole + "第三十条  编号以 2019-04-01 为准；共 3 个修订本，从最早的起\n"))
    let body = { (run: ToolRun) in run.output.split(separator: "\n").dropFirst() }
    #expect(body(oldest) == body(newest))
  }

  @Test func followsSplitsAndMerges() throws {
    let split = try run(Self.title + "@2022-07-01 第二十九条")
    #expect(split.output.contains("\n第二十九条 → 第二十八条  split, modified\n"))
    #expect(split.output.contains("\n第二十九条  split, modified\n"))
    let merged = try run(Self.title + "第三十二条")
    #expect(merged.output.contains("\n第三十一条 → 第三十二条  renumbered\n第三十二条 → 第三十三条  renumbered\n"))
    #expect(merged.output.contains("\n第三十三条 → 第三十二条  merged, modified\n"))
  }

  @Test func followsAParagraphIntoAnotherArticle() throws {
    let run = try run(Self.title + "第三十二条第二款")
    #expect(run.output.contains("\n2019-04-01  amended\n第三十二条\n  员工的父母、"))
    #expect(run.output.hasSuffix("\n2025-03-01  in force\n第三十三条 → 第三十二条第二款  renumbered\n"))
  }

  @Test func tellsInWhichRevisionAnItemBegins() throws {
    let run = try run(Self.title + "第二十九条第（三）项")
    #expect(
      run.output.contains("\n2022-07-01  amended\nnot there by itself yet; first in 2025-03-01\n"))
    #expect(run.output.contains("\n第二十九条第（三）项  added\n"))
  }

  @Test func tellsWhatChangedBelowAChapter() throws {
    let run = try run(Self.title + " 第四章第三节")
    #expect(run.output.hasPrefix(Self.whole + "第四章第三节  as numbered"))
    #expect(run.output.contains("\n第三节  3 articles\n  带薪年休假\n"))
    #expect(
      run.output.contains("\n第三节\nbelow it: 2 modified, 1 split, 1 unchanged\n\n第二十九条 → 第二十八条, "))
  }

  @Test func followsAProvisionForPrograms() throws {
    struct Output: Decodable {
      struct Step: Decodable {
        struct Provision: Decodable {
          var id: String
          var label: String
          var text: String
        }
        struct Change: Decodable {
          var change: String
          var relation: String?
          var edits: [[String]]
        }
        var revision: String
        var provisions: [Provision]
        var changes: [Change]
      }
      var revision: String
      var place: String
      var revisions: [Step]
    }
    let run = try run(Self.title + "第三十二条", "--format", "json")
    let output = try JSONDecoder().decode(Output.self, from: Data(run.output.utf8))
    #expect(output.revision == "2025-03-01")
    #expect(output.place == "第三十二条")
    #expect(
      output.revisions.map { $0.provisions.map(\.id) } == [
        ["art_31", "art_32"], ["art_32", "art_33"], ["art_32"],
      ])
    let last = try #require(output.revisions.last)
    #expect(last.changes.map(\.relation) == ["merged", "merged"])
    let new = last.changes[0].edits.filter { $0[0] != "-" }.map { $0[1] }.joined()
    #expect(new == last.provisions[0].text)
  }

  @Test func saysThatThereIsOneRevision() throws {
    let folder = try TemporaryFolder()
    try folder.write("茶水间使用规定\n第一条　为了保持整洁，制定本规定。\n第二条　使用人应当擦干台面。\n", to: "tea.txt")
    #expect(try ToolRun(["ingest", "."], in: folder).code == 0)
    let run = try ToolRun(["history", "茶水间使用规定第二条"], in: folder)
    #expect(
      run.output == """
        《茶水间使用规定》第二条  r1 is the only revision

        r1  status unknown
        第二条
          使用人应当擦干台面。

        """)
    let list = try ToolRun(["history", "茶水间使用规定"], in: folder)
    #expect(list.output.split(separator: "\n").count == 2)
  }

  // MARK: What is not there

  @Test(arguments: [
    (["没有的办法"], "no regulation has '没有的办法' in its title\n"),
    (
      ["考勤与休假管理办法@2020-01-01", "第三条"],
      "there is no revision '2020-01-01'; there are 2019-04-01, 2022-07-01, 2025-03-01\n"
    ),
    (["考勤与休假管理办法第九十九条"], "\(whole)@2025-03-01 has no 第九十九条; its last article is 第四十七条\n"),
    (["考勤与休假管理办法第九条第八款"], "\(whole)@2025-03-01第九条 has no 第八款; it has 第一款, 第二款\n"),
    (
      ["考勤与休假管理办法@2019-04-01", "第四十六条"],
      """
      \(whole)@2019-04-01 has no 第四十六条; its last article is 第四十五条
        help: 2025-03-01 has one: tiaowen history '考勤与休假管理办法@2025-03-01 第四十六条'

      """
    ),
  ]) func saysWhatThereIsInstead(_ words: [String], _ message: String) throws {
    let run = try ToolRun(["history"] + words, in: Self.library())
    #expect(run.output == "")
    #expect(run.errors == "tiaowen history: " + message)
    #expect(run.code == 1)
  }

  @Test(
    arguments: [
      ([], 64), (["--format", "xml", "甲"], 64), (["--index", "none", "甲"], 2),
    ] as [([String], Int32)])
  func failsClearlyOnBadInput(_ words: [String], _ code: Int32) throws {
    let run = try ToolRun(["history"] + words, in: Self.library())
    #expect(run.output == "")
    #expect(run.errors.contains("error: "))
    #expect(run.code == code)
  }
}
