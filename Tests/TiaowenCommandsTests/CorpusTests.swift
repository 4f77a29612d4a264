import Foundation
import Testing

/// The corpus has the structure that its README tells.
@Suite struct CorpusTests {
  /// A row of the README's table: numbers that a person counted.
  struct Row: Sendable, CustomTestStringConvertible {
    var file: String
    var counts: [Int]
    var testDescription: String { file }
  }

  /// What the columns of the table count.
  private static let kinds = ["part", "chapter", "section", "article", "annex"]

  static let rows: [Row] = {
    let file = PackageRoot.url.appending(path: "Corpus/README.md")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let counts = cells.dropFirst().compactMap { Int($0) }
      guard cells.count == 7, counts.count == 6, let name = cells.first, name.hasPrefix("`") else {
        return nil
      }
      return Row(file: String(name.dropFirst().dropLast()), counts: counts)
    }
  }()

  @Test func readsTheTable() {
    #expect(Self.rows.count >= 16)
  }

  @Test(arguments: rows) func countsAsAPersonDoes(_ row: Row) throws {
    let run = try ToolRun(
      ["parse", "--format", "json", "Corpus/\(row.file)"], at: PackageRoot.url)
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let regulations = try #require(object?["regulations"] as? [[String: Any]])
    let provisions = regulations.flatMap { $0["provisions"] as? [[String: Any]] ?? [] }
    let counts = Self.kinds.map { kind in provisions.count { $0["kind"] as? String == kind } }
    #expect([regulations.count] + counts == row.counts)
  }
}
