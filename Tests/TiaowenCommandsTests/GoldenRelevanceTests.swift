import Foundation
import Testing

/// The rank that the wanted clause has for each of some queries over the corpus.
///
/// A change that moves a rank shows in review: a file a query, and a summary.
@Suite struct GoldenRelevanceTests {
  /// A query, and the clause that it should have first.
  private struct Judged {
    let file: String
    let query: String
    /// The end of the title, and the label.
    let wanted: String

    init?(_ file: String, _ text: String) {
      let lines = text.split(separator: "\n").map { $0.split(separator: ": ", maxSplits: 1) }
      guard lines.count >= 2, lines[0].first == "query", lines[1].first == "wanted",
        lines.prefix(2).allSatisfy({ $0.count == 2 })
      else { return nil }
      self.file = file
      query = String(lines[0][1])
      wanted = String(lines[1][1])
    }

    /// The file with a rank; `nil` when the clause is not among the first fifty.
    func text(rank: Int?) -> String {
      "query: \(query)\nwanted: \(wanted)\nrank: \(rank.map(String.init) ?? "-")\n"
    }
  }

  private struct Answer: Decodable {
    struct Hit: Decodable {
      var regulation: String
      var label: String?
    }
    var hits: [Hit]
  }

  private static let folder = PackageRoot.url.appending(path: "Tests/Golden/relevance")

  /// `TIAOWEN_RECORD=1 swift test` writes the ranks anew.
  @Test func wantedClausesHaveTheirRanks() throws {
    let judged = try Self.judged()
    let ranks = try Self.ranks(of: judged)
    for (judged, rank) in zip(judged, ranks) {
      try compare(judged.text(rank: rank), judged.file)
    }
    try compare(Self.summary(ranks), "summary.md")
  }

  private static func judged() throws -> [Judged] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.filter { $0.hasSuffix(".txt") }.map { name in
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      return try #require(Judged(name, text), "\(name) is no query with a wanted clause")
    }
  }

  private static func ranks(of judged: [Judged]) throws -> [Int?] {
    let library = try TemporaryFolder()
    let index = library.url.appending(path: "Index").path
    let ingest = try ToolRun(
      ["ingest", "--index", index, "Corpus/company", "Corpus/public-body"], at: PackageRoot.url)
    #expect(ingest.code == 0, "\(ingest.errors)")
    try library.write(judged.map(\.query).joined(separator: "\n") + "\n", to: "queries.txt")
    let run = try ToolRun(
      [
        "search", "--index", index, "--on", "2026-01-01", "--format", "json", "--limit", "50",
        "--queries", "queries.txt",
      ], in: library)
    let answers = try run.output.split(separator: "\n").map {
      try JSONDecoder().decode(Answer.self, from: Data($0.utf8))
    }
    try #require(answers.count == judged.count)
    return zip(judged, answers).map { judged, answer in
      let names = answer.hits.map { "\($0.regulation)\($0.label ?? "")" }
      return names.firstIndex { $0.hasSuffix(judged.wanted) }.map { $0 + 1 }
    }
  }

  private static func summary(_ ranks: [Int?]) -> String {
    let share = { (most: Int) in
      let count = ranks.count { $0.map { $0 <= most } ?? false }
      return "\(count) of \(ranks.count)"
    }
    let reciprocal = ranks.reduce(0.0) { $0 + ($1.map { 1 / Double($0) } ?? 0) }
    let mean = (1000 * reciprocal / Double(max(1, ranks.count))).rounded() / 1000
    return """
      # Relevance on the corpus

      | | |
      |---|---|
      | wanted clause first | \(share(1)) |
      | among the first five | \(share(5)) |
      | mean reciprocal rank | \(mean) |

      """
  }

  private func compare(_ text: String, _ name: String) throws {
    let golden = Self.folder.appending(path: name)
    if PackageRoot.isRecording { try text.write(to: golden, atomically: true, encoding: .utf8) }
    let expected = try String(contentsOf: golden, encoding: .utf8)
    #expect(text == expected, "\(name) differs; see git diff after TIAOWEN_RECORD=1")
  }
}
