import Foundation
import Testing

/// What `diff` says of two files, or of two revisions of the library.
@Suite struct DiffTests {
  private static let before = """
    茶水间使用规定
    第一条　为了保持茶水间整洁，制定本规定。
    第二条　使用人应当随手关闭饮水机的热水开关，并擦干台面。
    第三条　杯具由行政部统一消毒，每周一次。
    第四条　违反第三条规定的，行政部予以提醒。

    """

  private static let after = """
    茶水间使用规定
    第一条　为了保持茶水间整洁，制定本规定。
    第二条　茶水间的开放时间为8时至20时。
    第三条　使用人应当随手关闭饮水机的热水开关，并擦干台面。
    第四条　杯具由行政部统一消毒，每周两次。
    第五条　违反第四条规定的，行政部予以提醒。

    """

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.before, to: "old.txt")
    try folder.write(Self.after, to: "new.txt")
    return folder
  }

  private struct Output: Decodable {
    struct Change: Decodable {
      var kind: String
      var old: String?
      var new: String?
      var change: String
      var crossReferencesOnly: Bool
      var edits: [[String]]
    }
    var changes: [Change]
    var summary: Summary

    struct Summary: Decodable {
      var unchanged: Int
      var renumbered: Int
      var modified: Int
      var added: Int
    }
  }

  @Test func givesEveryProvisionInJSON() throws {
    let run = try ToolRun(["diff", "--format", "json", "old.txt", "new.txt"], in: folder())
    #expect(run.code == 1, "\(run.errors)")
    let output = try JSONDecoder().decode(Output.self, from: Data(run.output.utf8))
    #expect(
      output.changes.map { "\($0.old ?? "-") \($0.new ?? "-") \($0.change)" } == [
        "第一条 第一条 unchanged", "- 第二条 added", "第二条 第三条 renumbered",
        "第三条 第四条 modified+renumbered", "第四条 第五条 renumbered",
      ])
    #expect(output.changes.last?.crossReferencesOnly == true)
    let edits = try #require(output.changes.first { $0.new == "第四条" }).edits
    let text = { (signs: String) in
      edits.filter { signs.contains($0[0]) }.map { $0[1] }.joined()
    }
    #expect(text("=-") == "杯具由行政部统一消毒，每周一次。")
    #expect(text("=+") == "杯具由行政部统一消毒，每周两次。")
    #expect(output.summary.modified == 1)
    #expect(output.summary.renumbered == 2)
  }

  @Test func tellsPeopleWhatChanged() throws {
    let run = try ToolRun(["diff", "old.txt", "new.txt"], in: folder())
    #expect(run.code == 1)
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "《茶水间使用规定》 old.txt → 《茶水间使用规定》 new.txt")
    #expect(
      lines[1]
        == "1 modified, 1 added, 1 only renumbered, 1 with references that follow new numbers, 1 unchanged"
    )
    #expect(run.output.contains("第三条 → 第四条  modified\n"))
    #expect(run.output.contains("第二条  added\n  {+茶水间的开放时间为8时至20时。+}\n"))
    #expect(
      lines.suffix(2).first
        == "not listed: 1 only renumbered, 1 with references that follow new numbers; --all lists them"
    )
    let all = try ToolRun(["diff", "--all", "old.txt", "new.txt"], in: folder())
    #expect(all.output.contains("第四条 → 第五条  references follow new numbers\n"))
    #expect(!all.output.contains("not listed"))
  }

  @Test func listsReferencesThatPointElsewhere() throws {
    let folder = try folder()
    let right = try ToolRun(["diff", "--references", "old.txt", "new.txt"], in: folder)
    #expect(right.code == 0)
    #expect(right.output.hasSuffix("every reference points where it should\n"))
    try folder.write(Self.after.replacing("违反第四条", with: "违反第三条"), to: "stale.txt")
    let stale = try ToolRun(["diff", "--references", "old.txt", "stale.txt"], in: folder)
    #expect(stale.code == 1)
    #expect(
      stale.output.hasSuffix("\n第五条: “第三条” is another one now; what it meant is now 第四条\n"))
  }

  @Test func givesOnePageForBrowsers() throws {
    let run = try ToolRun(["diff", "--format", "html", "old.txt", "new.txt"], in: folder())
    #expect(run.code == 1, "\(run.errors)")
    #expect(run.output.hasPrefix("<!DOCTYPE html>\n"))
    #expect(run.output.hasSuffix("</html>\n"))
    #expect(run.output.contains("<h1>《茶水间使用规定》修订前后对照表</h1>"))
    #expect(run.output.contains("每周<ins><span class=\"word\">增加：</span>两</ins>次。"))
  }

  @Test func saysThatNothingChanged() throws {
    let run = try ToolRun(["diff", "old.txt", "old.txt"], in: folder())
    #expect(run.code == 0)
    #expect(run.output.hasSuffix("no differences\n"))
  }

  @Test func comparesRevisionsOfTheLibrary() throws {
    let folder = try RevisionTests.library()
    let run = try ToolRun(["diff", "茶水间使用规定@2020-03-01", "茶水间使用规定"], in: folder)
    #expect(run.code == 1, "\(run.errors)")
    #expect(run.output.hasPrefix("《茶水间使用规定》 2020-03-01 → 《茶水间使用规定》 2023-03-01\n1 modified"))
    let missing = try ToolRun(["diff", "茶水间使用规定@2021-01-01", "茶水间使用规定"], in: folder)
    #expect(missing.code == 2)
    #expect(missing.errors.contains("has no revision '2021-01-01'"))
    #expect(missing.errors.contains("2020-03-01, 2023-03-01, 2090-03-01"))
  }

  @Test func asksWhichOfSeveralRegulationsIsMeant() throws {
    let folder = try folder()
    let other = "车辆使用规定\n第一条　为了规范车辆使用，制定本规定。\n第二条　驾驶员出车前应当检查轮胎。\n"
    try folder.write(Self.before + "\n" + other, to: "both.txt")
    let run = try ToolRun(["diff", "both.txt", "new.txt"], in: folder)
    #expect(run.code == 2)
    #expect(run.errors.contains("holds 2 regulations"))
    #expect(run.errors.contains("1 《茶水间使用规定》, 2 《车辆使用规定》"))
    let first = try ToolRun(["diff", "--part", "1", "both.txt", "new.txt"], in: folder)
    #expect(first.output.contains("1 modified, 1 added"))
    let third = try ToolRun(["diff", "--part", "3", "both.txt", "new.txt"], in: folder)
    #expect(third.errors.contains("has no regulation 3"))
    let none = try ToolRun(["diff", "--part", "0", "both.txt", "new.txt"], in: folder)
    #expect(none.code == 64)
  }

  @Test func saysThatTwoTextsAreHardlyVersionsOfOne() throws {
    let folder = try folder()
    try folder.write(
      """
      车辆使用规定
      第一条　驾驶员出车前应当检查轮胎、制动和灯光。
      第二条　车辆停放在指定位置，钥匙交值班室。
      第三条　加油卡一车一卡，按月核对里程。

      """, to: "cars.txt")
    let run = try ToolRun(["diff", "old.txt", "cars.txt"], in: folder)
    #expect(run.code == 1)
    #expect(run.errors.contains("hardly look like two versions of one text"))
  }

  @Test func failsClearlyOnBadFiles() throws {
    let folder = try folder()
    try folder.write("", to: "empty.txt")
    try folder.write("　\n\n", to: "blank.txt")
    for (name, words) in [
      ("missing.txt", "no such file"), ("empty.txt", "the file is empty"),
      ("blank.txt", "holds no text"),
    ] {
      let run = try ToolRun(["diff", name, "new.txt"], in: folder)
      #expect(run.code == 2)
      #expect(run.errors.contains(words), "\(run.errors)")
    }
  }

  @Test func speaksChinese() throws {
    let run = try ToolRun(
      ["diff", "old.txt", "new.txt"], in: folder(), environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(run.output.contains("修改 1"))
    #expect(run.output.contains("第三条 → 第四条  修改\n"))
    #expect(run.output.contains("未列出：仅条号变动 1、引用随条号变动 1；--all 可列出"))
  }
}
