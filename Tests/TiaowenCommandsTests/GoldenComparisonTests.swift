import Foundation
import Testing

/// The comparisons of the revised regulations of the corpus, which someone has read
/// as an editor.
@Suite struct GoldenComparisonTests {
  /// Two revisions of a regulation, by their files.
  struct Pair: CustomTestStringConvertible {
    /// The folder of what is expected.
    let name: String
    let old: String
    let new: String

    var testDescription: String { name }
  }

  static let pairs = [
    Pair(
      name: "attendance-2019-2022", old: "company/考勤与休假管理办法-2019.txt",
      new: "company/考勤与休假管理办法-2022.txt"),
    Pair(
      name: "attendance-2022-2025", old: "company/考勤与休假管理办法-2022.txt",
      new: "company/考勤与休假管理办法-2025.txt"),
    Pair(
      name: "expense-2018-2024", old: "company/expense-2018.txt", new: "company/expense-2024.txt"),
    Pair(
      name: "procurement-2020-2023", old: "company/procurement-2020.html",
      new: "company/procurement-2023.html"),
    Pair(
      name: "parking-2019-2023", old: "public-body/parking-2019.txt",
      new: "public-body/parking-2023.txt"),
    Pair(
      name: "public-data-2020-2025", old: "public-body/云渚市公共数据资源管理办法（2020）.txt",
      new: "public-body/云渚市公共数据资源管理办法（2025）.txt"),
  ]

  /// `TIAOWEN_RECORD=1 swift test` writes the comparisons anew.
  @Test(arguments: pairs) func comparesAsRecorded(_ pair: Pair) throws {
    let json = try output("json", of: pair)
    // A line a change, so that a difference shows where it is.
    try compare(json.replacing("{\"kind\":\"", with: "\n{\"kind\":\""), with: "changes.json", pair)
    try compare(try output("markdown", of: pair), with: "table.md", pair)
  }

  private func output(_ format: String, of pair: Pair) throws -> String {
    // No library beside it: what other regulations cite has tests of its own.
    let run = try ToolRun(
      [
        "diff", "--index", "/nonexistent", "--format", format, "Corpus/\(pair.old)",
        "Corpus/\(pair.new)",
      ], at: PackageRoot.url)
    #expect(run.code == 1, "\(run.errors)")
    return run.output
  }

  private func compare(_ output: String, with name: String, _ pair: Pair) throws {
    let golden = PackageRoot.url.appending(path: "Tests/Golden/comparisons/\(pair.name)/\(name)")
    if PackageRoot.isRecording {
      try FileManager.default.createDirectory(
        at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
      try output.write(to: golden, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: golden, encoding: .utf8)
    #expect(output == expected, "\(name) differs; see git diff after TIAOWEN_RECORD=1")
  }
}
