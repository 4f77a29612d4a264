import Foundation
import Testing

/// The session in the README is real.
@Suite struct ReadmeTests {
  /// `TIAOWEN_RECORD=1 swift test` writes what the commands print now.
  @Test func showsWhatTheToolPrints() throws {
    let file = PackageRoot.url.appending(path: "README.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(text.range(of: "```console\n")).upperBound
    let end = try #require(text[start...].range(of: "```\n")).lowerBound
    let session = try played(String(text[start..<end]))
    if PackageRoot.isRecording {
      try (text[..<start] + session + text[end...])
        .write(to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(text[start..<end] == session)
    }
  }

  /// The commands of a session, each with what it prints.
  private func played(_ session: String) throws -> String {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      at: folder["Corpus"], withDestinationURL: PackageRoot.url.appending(path: "Corpus"))
    var played = ""
    for line in session.split(separator: "\n") where line.hasPrefix("$ ") {
      let run = try ToolRun(script: String(line.dropFirst(2)), in: folder)
      #expect(run.errors == "")
      played += (played.isEmpty ? "" : "\n") + "\(line)\n\(run.output)"
    }
    return played
  }
}
