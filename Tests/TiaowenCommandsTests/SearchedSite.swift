import BrowserTesting
import Foundation
import Testing

/// A library with its site, in which a browser searches.
///
/// It is that of `Corpus`, or the library that `TIAOWEN_SEARCHED_LIBRARY` names.
final class SearchedSite: Sendable {
  let folder: TemporaryFolder
  private let library: String
  /// Pieces of its texts, from which queries are drawn.
  let texts: [[Character]]

  init() throws {
    folder = try TemporaryFolder()
    if let library = ProcessInfo.processInfo.environment["TIAOWEN_SEARCHED_LIBRARY"] {
      self.library = library
    } else {
      library = folder["library"].path
      let ingest = try ToolRun(["ingest", "--index", library, Self.corpus], in: folder)
      try #require(ingest.code == 0, "\(ingest.errors)")
    }
    let export = try ToolRun(["export", "--index", library, "-o", "site"], in: folder)
    try #require(export.code == 0, "\(export.errors)")
    let run = try ToolRun(
      ["export", "--index", library, "--format", "markdown", "-o", "texts"], in: folder)
    try #require(run.code == 0, "\(run.errors)")
    let files = FileManager.default.enumerator(at: folder["texts"], includingPropertiesForKeys: nil)
    let markdown = (files?.compactMap { $0 as? URL } ?? []).filter {
      $0.pathExtension == "markdown" || $0.pathExtension == "md"
    }
    texts = try markdown.sorted { $0.path < $1.path }.map {
      Array(
        try String(contentsOf: $0, encoding: .utf8).filter {
          !$0.isWhitespace && !"#*\\-|_`[]<>:：".contains($0)
        })
    }.filter { $0.count > 12 }
    let scripts = ["text", "query", "start"].map {
      "<script src=\"assets/search-\($0).js\"></script>"
    }
    try Data("<!DOCTYPE html><meta charset=\"utf-8\"><title>-</title>\(scripts.joined())".utf8)
      .write(to: folder["site/probe.html"])
  }

  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Corpus").path

  /// The address of a page.
  func address(_ name: String) -> String { "file://\(folder.url.path)/site/\(name)" }

  /// What the tool answers to queries.
  func answers(of queries: [String]) throws -> [FoundHits] {
    let run = try ToolRun(
      ["search", "--index", library, "--format", "json", "--queries", "-"], in: folder,
      input: queries.map { $0 + "\n" }.joined())
    return try run.output.split(separator: "\n").map { line in
      let found = try JSONDecoder().decode(ToolAnswer.self, from: Data(line.utf8))
      return FoundHits(
        mode: found.mode, total: found.total,
        hits: found.hits.map {
          [$0.regulationID, $0.id, $0.pinpoint ?? ""].joined(separator: " ")
        },
        titles: found.regulations.map(\.regulationID))
    }
  }

  /// What a page answers to a query, with how long it took.
  func answer(of query: String, on page: Page) async throws -> PageAnswer {
    let literal = String(decoding: try JSONEncoder().encode(query), as: UTF8.self)
    let json = try await page.string(
      """
      new Promise(function (give) {
        var start = performance.now();
        tiaowen.search(\(literal), { limit: 10 }, function (error, found) {
          var took = performance.now() - start;
          give(JSON.stringify(error ? { error: error.name } : {
            milliseconds: took, mode: found.mode, total: found.total,
            hits: found.hits.map(function (hit) {
              return [hit.regulation, hit.id, hit.pinpoint || ''].join(' ');
            }),
            titles: found.titles.map(function (title) { return title.regulation; })
          }));
        });
      })
      """)
    return try JSONDecoder().decode(PageAnswer.self, from: Data(json.utf8))
  }

  /// The bytes of the files of the index among what a page asked for.
  func byteCount(of requests: [String]) -> Int {
    requests.reduce(0) { sum, request in
      guard let range = request.range(of: "site/search/") else { return sum }
      let path = folder["site/search/" + request[range.upperBound...]].path
      let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
      return sum + (size ?? 0)
    }
  }
}

/// What was found, as far as the tool and a page must say the same.
struct FoundHits: Equatable {
  var mode: String
  var total: Int
  var hits: [String]
  var titles: [String]
}

/// An answer of the tool.
private struct ToolAnswer: Decodable {
  struct Hit: Decodable {
    var regulationID: String
    var id: String
    var pinpoint: String?
  }
  struct Title: Decodable { var regulationID: String }

  var mode: String
  var total: Int
  var hits: [Hit]
  var regulations: [Title]
}

/// An answer of a page.
struct PageAnswer: Decodable {
  var error: String?
  var milliseconds: Double?
  var mode: String?
  var total: Int?
  var hits: [String]?
  var titles: [String]?

  /// What was found, or nothing where files did not come.
  var found: FoundHits? {
    guard error == nil, let mode, let total, let hits, let titles else {
      return nil
    }
    return FoundHits(mode: mode, total: total, hits: hits, titles: titles)
  }
}
