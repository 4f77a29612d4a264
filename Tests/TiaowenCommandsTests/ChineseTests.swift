import Foundation
import Testing

/// What the tool says where the locale is Chinese.
@Suite struct ChineseTests {
  private static let chinese = ["LC_ALL": "zh_CN.UTF-8"]

  private func library() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(BadInputTests.good, to: "good.txt")
    #expect(try ToolRun(["ingest", "good.txt"], in: folder).code == 0)
    return folder
  }

  @Test(arguments: [
    ("《茶水间使用规定》第九条", "《茶水间使用规定》没有第九条，最后一条是第三条"),
    ("《茶水室使用规定》第九条", "没有名为《茶水室使用规定》的法规，相近的有《茶水间使用规定》"),
    ("（咖啡", "括号或引号不成对，已按普通词语查找"),
    ("咖啡 OR", "“OR”前后缺少词语，已按普通词语查找"),
  ]) func saysWhyAQueryFindsNothing(_ query: String, _ sentence: String) throws {
    let run = try ToolRun(["search", query], in: library(), environment: Self.chinese)
    #expect(run.errors.hasPrefix("tiaowen search: \(sentence)\n"), "\(run.errors)")
  }

  @Test func saysWhenTextsBegin() throws {
    let run = try ToolRun(
      ["search", "饮水机", "--on", "2020-01-01"], in: library(), environment: Self.chinese)
    #expect(
      run.errors == """
        tiaowen search: 2020-01-01 没有施行中的文本，最早的文本日期为 2024-03-01
        没有找到

        """)
    #expect(run.code == 1)
  }
}
