import Foundation
import Testing

/// What is wrongly written on the command line is said, not searched.
@Suite struct UsageTests {
  /// Arguments that are wrong usage, and what the tool says about them.
  static let cases: [([String], String)] = [
    (["search", "年休假", "--limt", "1"], "unknown option '--limt'"),
    (["search", "年休假", "--limit", "-1"], "--limit and --context take numbers from 0 on"),
    (["search", "年休假", "--on", "2024-02-30"], "there is no such day"),
    (["list", "--index", ""], "--index needs the name of a folder"),
    (["ingest", "good.txt", "--index", ""], "--index needs the name of a folder"),
  ]

  @Test(arguments: cases) func namesWhatIsWrong(_ arguments: [String], _ words: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(BadInputTests.good, to: "good.txt")
    let run = try ToolRun(arguments, in: folder)
    #expect(run.errors.hasPrefix("tiaowen: error: "))
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(run.code == 64)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["good.txt"])
  }

  @Test func searchesForWhatStandsAfterTwoDashes() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      BadInputTests.good.replacing("热水开关", with: "热水--开关"), to: "good.txt")
    _ = try ToolRun(["ingest", "good.txt"], in: folder)
    let run = try ToolRun(["search", "--", "\"热水--开关\""], in: folder)
    #expect(run.code == 0, "\(run.errors)")
    let exclusion = try ToolRun(["search", "--match", "exact", "饮水机", "-热水"], in: folder)
    #expect(exclusion.code == 1)
  }

  @Test func saysThatQueriesIsAFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write(BadInputTests.good, to: "texts/good.txt")
    _ = try ToolRun(["ingest", "texts"], in: folder)
    let run = try ToolRun(["search", "--queries", "texts"], in: folder)
    #expect(run.errors.hasPrefix("texts: error: is a folder\n"))
    #expect(run.code == 2)
  }

  @Test func leavesNothingBehindWhenInterrupted() throws {
    let folder = try TemporaryFolder()
    for number in 1...3000 { try folder.write(BadInputTests.good, to: "texts/\(number).txt") }
    let script = """
      set -m
      tiaowen ingest texts & tool=$!
      until [ -e Index/lock ]; do sleep 0.001; done
      kill -INT $tool; wait $tool
      """
    let run = try ToolRun(script: script, in: folder)
    #expect(run.errors.hasPrefix("tiaowen ingest: interrupted; the library was not changed\n"))
    #expect(run.code == 130)
    #expect(!FileManager.default.fileExists(atPath: folder["Index"].path))
  }

  @Test(arguments: [
    ("serach", "did you mean 'tiaowen search'?"), ("lst", "did you mean 'tiaowen list'?"),
    (
      "find",
      "there are ingest, search, show, list, history, diff, repeal, remove, export, parse, verify"
    ),
  ])
  func namesTheSubcommandThatWasMeant(_ word: String, _ help: String) throws {
    let run = try ToolRun([word, "x"], in: TemporaryFolder())
    #expect(
      run.errors == "tiaowen: error: there is no subcommand '\(word)'\n  help: \(help)\n")
    #expect(run.code == 64)
  }

  @Test func saysThatAWaitIsNegative() throws {
    let run = try ToolRun(["ingest", "--wait", "-3", "x"], in: TemporaryFolder())
    #expect(run.errors.hasPrefix("tiaowen: error: --wait must not be negative\n"))
    #expect(run.code == 64)
  }

  @Test func takesNoStandardInputIntoALibrary() throws {
    let run = try ToolRun(["ingest", "-"], in: TemporaryFolder(), input: BadInputTests.good)
    #expect(
      run.errors == """
        -: error: the library keeps where a text stands, and standard input has no place
          help: write it to a file first

        """)
    #expect(run.code == 2)
  }
}
