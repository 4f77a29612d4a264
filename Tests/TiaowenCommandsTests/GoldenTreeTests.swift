import Foundation
import Testing

/// The trees of the corpus, which someone has read.
@Suite struct GoldenTreeTests {
  static let files: [String] = {
    let corpus = PackageRoot.url.appending(path: "Corpus")
    let paths = FileManager.default.enumerator(atPath: corpus.path)?.allObjects ?? []
    return paths.compactMap { $0 as? String }.filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(
        atPath: corpus.appending(path: path).path, isDirectory: &isFolder)
        && !isFolder.boolValue && !path.hasPrefix(".") && path != "README.md"
        && !path.hasSuffix(".tiaowen")
    }.sorted()
  }()

  /// `TIAOWEN_RECORD=1 swift test` writes the trees anew.
  @Test(arguments: files) func splitsAsRecorded(_ file: String) throws {
    let run = try ToolRun(["parse", "Corpus/\(file)"], at: PackageRoot.url)
    #expect(run.code == 0, "\(run.errors)")
    let name = file.replacing("/", with: "-") + ".txt"
    let golden = PackageRoot.url.appending(path: "Tests/Golden/trees/\(name)")
    if PackageRoot.isRecording {
      try FileManager.default.createDirectory(
        at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
      try run.output.write(to: golden, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: golden, encoding: .utf8)
    #expect(run.output == expected, "the tree differs; see git diff after TIAOWEN_RECORD=1")
  }

  @Test(.disabled(if: PackageRoot.isRecording)) func everyTreeHasItsText() throws {
    let folder = PackageRoot.url.appending(path: "Tests/Golden/trees").path
    let trees = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let expected = Self.files.map { $0.replacing("/", with: "-") + ".txt" }
    #expect(trees.sorted() == expected.sorted())
  }
}
