import Foundation
import Testing

/// A correction made once survives: it stands beside the file.
@Suite struct SidecarTests {
  private static let text = """
    茶水间使用规定
    第一条　为了保持茶水间整洁，制定本规定。
    第－条　使用要求使用人应当随手关闭热水开关。
    第三条　本规定自2024年3月1日起施行。

    """
  private static let sidecar = """
    # OCR misread the number
    编号: 「第－条」 = 第二条
    条标: 「第－条|使用要求|」
    施行: 2024-04-01

    """

  private func folder(sidecar: String?) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.text, to: "texts/tea.txt")
    if let sidecar { try folder.write(sidecar, to: "texts/tea.txt.tiaowen") }
    return folder
  }

  @Test func showsWhatWasCorrected() throws {
    let folder = try folder(sidecar: Self.sidecar + "分行: 「咖啡」\n")
    let tree = try ToolRun(["parse", "texts/tea.txt"], in: folder)
    #expect(
      tree.output == """
        texts/tea.txt: text UTF-8, 74 characters

        《茶水间使用规定》  regulation, article 3
          effective        2024-04-01 (supplied)
          第一条 为了保持茶水间整洁，制定本规定。 (16)
          第－条 [使用要求] 使用人应当随手关闭热水开关。 (14)
          第三条 本规定自2024年3月1日起施行。 (17)

        ledger: provisions 60 + titles 7 + metadata 0 + rejected 0 + blanks 7 = 74
        texts/tea.txt.tiaowen:2: note: corrected: 编号: 「第－条」 = 第二条
        texts/tea.txt.tiaowen:3: note: corrected: 条标: 「第－条|使用要求|」
        texts/tea.txt.tiaowen:4: note: corrected: 施行: 2024-04-01
        texts/tea.txt.tiaowen:5: warning: 「咖啡」 does not stand in the text
          help: quote the words as the text has them; blanks do not count

        """)
    let json = try ToolRun(["parse", "--format", "json", "texts/tea.txt"], in: folder)
    #expect(json.output.contains("\"code\":\"correction-not-found\",\"sidecarLine\":5,"))
    let chinese = try ToolRun(
      ["parse", "texts/tea.txt"], in: folder, environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(chinese.output.contains("texts/tea.txt.tiaowen:5: 警告: 原文里没有「咖啡」\n"))
  }

  @Test func readsAFileAgainWhenItsSidecarChanges() throws {
    let folder = try folder(sidecar: nil)
    func ingest() throws -> String {
      let run = try ToolRun(["ingest", "texts"], in: folder)
      return String(run.output.prefix { $0 != "," })
    }
    #expect(try ingest() == "files: 1 read")
    try folder.write(Self.sidecar, to: "texts/tea.txt.tiaowen")
    #expect(try ingest() == "files: 1 read")
    #expect(try ingest() == "files: 0 read")
    let show = try ToolRun(["show", "茶水间使用规定 2"], in: folder)
    #expect(show.output.contains("\n第－条　使用要求"))
    let list = try ToolRun(["list"], in: folder)
    #expect(list.output.contains("\n  2024-04-01    in force"))
    #expect(!list.output.contains("2024-03-01"))
  }

  @Test func saysThatASidecarHasNoFile() throws {
    let folder = try folder(sidecar: nil)
    try folder.write(Self.sidecar, to: "texts/gone.txt.tiaowen")
    let run = try ToolRun(["ingest", "texts"], in: folder)
    #expect(run.output.hasPrefix("files: 1 read, 0 unchanged, 1 passed over, 0 failed\n"))
    #expect(
      run.output.contains(
        "passed over: texts/gone.txt.tiaowen: the file that it corrects is missing\n"))
    #expect(run.code == 0)
  }

  @Test func rejectsASidecarThatIsNamed() throws {
    let folder = try folder(sidecar: Self.sidecar)
    for command in ["parse", "ingest"] {
      let run = try ToolRun([command, "texts/tea.txt.tiaowen"], in: folder)
      #expect(
        run.errors == """
          texts/tea.txt.tiaowen: error: is a sidecar, which corrects a file
            help: name the file beside it, without .tiaowen

          """)
      #expect(run.code == 2)
    }
  }

  @Test func failsWhereASidecarIsNoText() throws {
    let folder = try folder(sidecar: nil)
    try folder.write(Data([0, 1, 2, 3, 0, 0, 0, 7]), to: "texts/tea.txt.tiaowen")
    let run = try ToolRun(["ingest", "texts"], in: folder)
    #expect(
      run.errors == """
        texts/tea.txt.tiaowen: error: the sidecar is no text
          help: save it as UTF-8 text

        """)
    #expect(run.code == 2)
  }
}
