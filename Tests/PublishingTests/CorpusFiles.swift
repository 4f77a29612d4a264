import DocumentReaders
import Foundation
import Regulations
import Splitting

/// The regulations of the files in Corpus, as the tool reads them.
enum CorpusFiles {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The files, as paths in Corpus.
  static let paths: [String] = ["company", "public-body"].flatMap { folder in
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: "Corpus/\(folder)").path)
    return (names ?? []).filter { !$0.hasSuffix(".tiaowen") }.sorted().map { "\(folder)/\($0)" }
  }

  /// The regulations in a file.
  static func regulations(in path: String) throws -> [Revision] {
    let bytes = try Data(contentsOf: root.appending(path: "Corpus/\(path)"))
    return try regulations(in: Array(bytes))
  }

  /// The regulations in a text.
  static func regulations(in bytes: [UInt8]) throws -> [Revision] {
    let document = try SourceReader().read(bytes, path: "text.md")
    return Splitter().split(document).regulations
  }
}
