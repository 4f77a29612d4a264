import Foundation
import Testing

/// What programs get is what the published schema says.
@Suite struct SearchSchemaTests {
  private func schema() throws -> JSONSchema {
    let file = PackageRoot.url.appending(path: "Documentation/search.schema.json")
    return try JSONSchema(Data(contentsOf: file))
  }

  @Test(arguments: [
    ["--format", "json", "热水"], ["--format", "json", "--explain", "热水"],
    ["--format", "json", "--facets", "--context", "2", "规定"],
    ["--format", "json", "《茶水间使用规定》第二条"], ["--format", "json", "《茶水间使用规定》第九条"],
    ["--format", "json", "（热水 咖啡"], ["--format", "json", "--match", "exact", "热水 咖啡"],
    ["--format", "json", "--match", "exact", "热水开光"],
    ["--format", "json", "--on", "2020-01-01", "热水"],
    ["--format", "json", "茶水间使用规定"], ["--format", "json", "🍵"],
    ["--format", "json", "请问热水开关由谁负责关闭"], ["--format", "json", "--all-revisions", "\u{1}\"“"],
  ]) func fitsWhatTheToolPrints(_ arguments: [String]) throws {
    let folder = try SearchOutputTests.library()
    let run = try ToolRun(["search"] + arguments, in: folder)
    #expect(run.output.hasPrefix("{\"version\":1,\"query\":"))
    let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    #expect(try schema().problems(of: value) == [])
  }

  @Test func fitsEveryLineOfManyAnswers() throws {
    let folder = try SearchOutputTests.library()
    let queries = ["热水", "author:行政部", "", "热水 OR", "no:x", "-热水", "(((", "第二条"]
    let run = try ToolRun(
      ["search", "--facets", "--queries", "-"], in: folder,
      input: queries.joined(separator: "\n"))
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == queries.count)
    for line in lines {
      let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
      #expect(try schema().problems(of: value) == [], "\(line)")
    }
  }

  @Test(arguments: [
    ("{}", 2), ("[]", 2), ("{\"version\":2,\"query\":\"a\",\"error\":\"b\"}", 1),
    ("{\"version\":1,\"query\":\"a\",\"error\":\"\"}", 1),
    ("{\"version\":1,\"query\":\"a\",\"error\":\"b\",\"offset\":-1}", 1),
    ("{\"version\":1,\"query\":\"a\",\"error\":\"b\",\"more\":1}", 1),
  ]) func fitsNothingElse(_ json: String, _ fewest: Int) throws {
    let value = try JSONSerialization.jsonObject(with: Data(json.utf8))
    #expect(try schema().problems(of: value).count >= fewest)
  }
}
