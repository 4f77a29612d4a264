import Foundation
import Testing

/// Libraries that are missing, damaged or in use.
@Suite struct LibraryStateTests {
  @Test(arguments: [["search", "水"], ["list"], ["show", "规定"], ["verify"]])
  func saysHowToMakeALibrary(_ arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let run = try ToolRun(arguments, in: folder)
    #expect(
      run.errors == """
        Index: error: there is no library here
          help: run 'tiaowen ingest PATH' to make one

        """)
    #expect(run.code == 2)
  }

  @Test func namesTheDamagedFile() throws {
    let folder = try TemporaryFolder()
    try folder.write(BadInputTests.good, to: "good.txt")
    #expect(try ToolRun(["ingest", "good.txt"], in: folder).code == 0)
    #expect(try ToolRun(["verify"], in: folder).code == 0)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder["Index"].path)
    where name != "lock" && name != "manifest.copy" {
      let whole = try Data(contentsOf: folder["Index/\(name)"])
      for damaged in [whole.prefix(whole.count / 2), Data(whole.map { ~$0 }), Data()] {
        try damaged.write(to: folder["Index/\(name)"])
        let run = try ToolRun(["verify"], in: folder)
        #expect(run.errors.hasPrefix("Index/\(name): error: damaged"), "\(run.errors)")
        #expect(run.errors.contains("help: run 'tiaowen ingest --repair PATH' with the sources"))
        #expect(run.code == 2)
      }
      try whole.write(to: folder["Index/\(name)"])
    }
    #expect(try ToolRun(["verify"], in: folder).code == 0)
  }

  @Test func comparesTheIndexWithAPlainScan() throws {
    let folder = try TemporaryFolder()
    try folder.write(BadInputTests.good, to: "good.txt")
    #expect(try ToolRun(["ingest", "good.txt"], in: folder).code == 0)
    let run = try ToolRun(["verify", "--search", "--samples", "20", "--seed", "7"], in: folder)
    #expect(run.code == 0)
    #expect(run.output.hasPrefix("Index: 20 queries over "), "\(run.output)")
    #expect(
      run.output.hasSuffix(" of text (seed 7); the index finds what a plain scan finds\n"),
      "\(run.output)")
    #expect(try ToolRun(["verify", "--search", "--samples", "0"], in: folder).code == 64)
  }

  @Test func findsTheLibraryThroughTheEnvironment() throws {
    let folder = try TemporaryFolder()
    try folder.write(BadInputTests.good, to: "good.txt")
    let environment = ["TIAOWEN_INDEX": folder["elsewhere"].path]
    let ingest = try ToolRun(["ingest", "good.txt"], in: folder, environment: environment)
    #expect(ingest.code == 0, "\(ingest.errors)")
    #expect(FileManager.default.fileExists(atPath: folder["elsewhere/manifest"].path))
    #expect(try ToolRun(["list", "--index", "elsewhere"], in: folder).code == 0)
  }

  @Test func skipsWhatHasNotChanged() throws {
    let folder = try TemporaryFolder()
    try folder.write(BadInputTests.good, to: "good.txt")
    _ = try ToolRun(["ingest", "good.txt"], in: folder)
    let again = try ToolRun(["ingest", "."], in: folder)
    #expect(
      again.output == """
        files: 0 read, 1 unchanged, 0 passed over, 0 failed
        Index: 1 regulation, 1 revision

        """)
    #expect(again.code == 0)
    try folder.write(BadInputTests.good + "第四条　附则。\n", to: "good.txt")
    let changed = try ToolRun(["ingest", "."], in: folder)
    #expect(changed.output.hasPrefix("files: 1 read, 0 unchanged"))
    #expect(changed.output.hasSuffix("Index: 1 regulation, 1 revision\n"))
  }
}
