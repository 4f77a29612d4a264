import Foundation
import Testing

@Suite struct DurabilityTests {
  private let commands = [
    ["search", "--format", "json", "请假"], ["search", "--format", "json", "考勤 -加班"],
    ["show", "考勤制度第二条"], ["show", "休假办法"], ["list"], ["list", "--format", "json"],
  ]

  private func library() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let articles = (1...60).map { "第\($0)条 职工请假\($0)天的，应当提前\($0 * 3)日提出，由主管批准。" }
    try folder.write(
      (["考勤制度", "（2024年3月1日起施行）"] + articles).joined(separator: "\n"), to: "texts/a.txt")
    try folder.write("休假办法\n第一条 职工请假五天。\n第二条 加班可以调休。\n", to: "texts/b.txt")
    #expect(try ToolRun(["ingest", "--index", "L", "texts"], in: folder).code == 0)
    return folder
  }

  /// What each command answers, without the time it took; `nil` where it says
  /// that the library is damaged and what to do.
  private func answers(_ folder: TemporaryFolder, _ place: Comment) throws -> [String?] {
    try commands.map { command in
      let run = try ToolRun([command[0], "--index", "L"] + command.dropFirst(), in: folder)
      guard run.code == 2 else {
        return run.output.replacing(/"microseconds":\d+/, with: "")
      }
      #expect(run.errors.hasPrefix("L/"), place)
      #expect(
        run.errors.contains(": damaged") || run.errors.contains("written by"), place)
      #expect(run.errors.contains("\n  help: "), place)
      return nil
    }
  }

  @Test(arguments: ["manifest", "manifest.copy", "000001.segment"])
  func answersRightOrSaysWhatIsDamaged(_ name: String) throws {
    let folder = try library()
    let whole = try answers(folder, "whole")
    #expect(!whole.contains(nil))
    let bytes = try Data(contentsOf: folder["L/" + name])
    var damaged: [Data] = []
    for index in stride(from: 0, to: bytes.count, by: bytes.count / 8) {
      var flipped = bytes
      flipped[index] ^= 0x10
      damaged += [flipped, bytes.prefix(index)]
    }
    for (number, data) in damaged.enumerated() {
      // A new file: the old one may still be mapped somewhere.
      try FileManager.default.removeItem(at: folder["L/" + name])
      try data.write(to: folder["L/" + name])
      let place: Comment = "case \(number) of \(name)"
      for (found, expected) in zip(try answers(folder, place), whole) {
        #expect(found == nil || found == expected, place)
      }
    }
  }

  @Test func repairsWhatIsDamaged() throws {
    let folder = try library()
    let whole = try answers(folder, "whole")
    let segment = folder["L/000001.segment"]
    var bytes = try Data(contentsOf: segment)
    bytes[300] ^= 1
    try bytes.write(to: segment)
    let verified = try ToolRun(["verify", "--index", "L"], in: folder)
    #expect(verified.code == 2)
    #expect(verified.errors.contains("'tiaowen ingest --repair PATH'"))
    let repaired = try ToolRun(["ingest", "--index", "L", "--repair", "texts"], in: folder)
    #expect(repaired.code == 0, "\(repaired.errors)")
    #expect(repaired.errors.contains("repaired: "))
    #expect(try ToolRun(["verify", "--index", "L"], in: folder).code == 0)
    #expect(try answers(folder, "repaired") == whole)
  }

  @Test func tellsProgramsWhatWasRepaired() throws {
    let folder = try library()
    let segment = folder["L/000001.segment"]
    var bytes = try Data(contentsOf: segment)
    bytes[300] ^= 1
    try bytes.write(to: segment)
    let repair = ["ingest", "--index", "L", "--repair", "--format", "json", "texts"]
    let damaged = try ToolRun(repair, in: folder)
    #expect(
      damaged.output.contains(
        #""repair":{"damage":[{"path":"L/000001.segment","reason":"damaged: "#))
    #expect(
      damaged.output.contains(
        #""lost":[{"regulation":"休假办法","revision":"r1","source":"texts/b.txt"},"#))
    let whole = try ToolRun(repair, in: folder)
    #expect(whole.output.contains(#""repair":{"damage":[],"kept":2,"lost":[]}"#))
  }

  // What was kept was counted only where a segment was damaged.
  @Test func countsWhatIsKeptWithoutAManifest() throws {
    let folder = try library()
    try FileManager.default.removeItem(at: folder["L/manifest"])
    let run = try ToolRun(["ingest", "--index", "L", "--repair", "texts"], in: folder)
    #expect(run.errors.contains("repaired: 2 revisions kept, 0 lost\n"), "\(run.errors)")
  }

  @Test func survivesBeingKilled() throws {
    let folder = try TemporaryFolder()
    let script = PackageRoot.url.appending(path: "Scripts/crash-test").path
    let run = try ToolRun(
      script: "TIAOWEN=$(command -v tiaowen) SEED=7 \(script) 12", in: folder)
    #expect(run.code == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("none lost anything"))
  }

  @Test func saysWhoHoldsTheLibrary() throws {
    let folder = try library()
    let script = """
      exec 9>>L/lock && flock 9 && echo -n 4711 > L/lock
      tiaowen ingest --index L --wait 0 texts/missing.txt texts/c.txt
      """
    try folder.write("加班办法\n第一条 加班应当经过批准。\n", to: "texts/c.txt")
    let run = try ToolRun(script: script, in: folder)
    #expect(run.code == 2)
    #expect(run.errors.contains("L: error: process 4711 is writing to the library"))
  }

  @Test func saysThatAFileWasCutWhileItWasRead() throws {
    let folder = try library()
    let script = """
      mkfifo queries
      tiaowen search --index L --queries queries 2> errors > answers &
      exec 9> queries
      sleep 0.3
      : > L/000001.segment
      echo 请假 >&9
      exec 9>&-
      wait $!
      """
    let run = try ToolRun(script: script, in: folder)
    #expect(run.code == 2)
    let errors = try String(contentsOf: folder["errors"], encoding: .utf8)
    #expect(errors.contains("was cut or cannot be read any more"))
  }
}
