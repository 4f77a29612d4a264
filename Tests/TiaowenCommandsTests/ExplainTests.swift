import Foundation
import Testing

/// What `search --explain` says.
@Suite struct ExplainTests {
  private func run(_ words: String..., environment: [String: String] = [:]) throws -> ToolRun {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      叉车管理规定
      第一条　本规定所称叉车，是指以货叉装卸的车辆。
      第二条　叉车应当每日检查。

      """, to: "forklift.txt")
    _ = try ToolRun(["ingest", "forklift.txt"], in: folder)
    return try ToolRun(["search", "--explain"] + words, in: folder, environment: environment)
  }

  @Test func saysWhatAScoreIsMadeOf() throws {
    let run = try run("叉车")
    #expect(run.code == 0, "\(run.errors)")
    let rows = run.output.split(separator: "\n").filter { $0.contains("score ") }
    #expect(rows.count == 2)
    #expect(rows.first?.contains("“叉车” defined 32.0 + “叉车” in the text ") == true)
  }

  @Test func saysItInChinese() throws {
    let run = try run("叉车", environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(run.output.contains("= 定义“叉车” 32.0 + 正文含“叉车” "))
  }

  @Test func explainsNoFormThatShowsNothingElse() throws {
    #expect(try run("--cite", "叉车").code == 64)
    #expect(try run("--plain", "叉车").code == 64)
  }
}
