import Foundation
import Testing

/// `ingest --sync` says what is gone from disk, and removes it only when asked
/// and when it is sure.
@Suite struct SyncTests {
  private func library() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, path) in [("茶水间", "a.txt"), ("会议室", "b.txt"), ("车库", "deep/c.txt")] {
      try folder.write(
        BadInputTests.good.replacing("茶水间", with: name), to: "texts/\(path)")
    }
    try folder.write(BadInputTests.good.replacing("茶水间", with: "食堂"), to: "other.txt")
    #expect(try ToolRun(["ingest", "texts", "other.txt"], in: folder).code == 0)
    return folder
  }

  private func list(_ folder: TemporaryFolder) throws -> String {
    try ToolRun(["list"], in: folder).output
  }

  @Test func saysWhatIsGoneAndRemovesIt() throws {
    let folder = try library()
    for name in ["texts/a.txt", "other.txt"] {
      try FileManager.default.removeItem(at: folder[name])
    }
    let told = try ToolRun(["ingest", "--sync", "texts", "texts"], in: folder)
    #expect(
      told.output == """
        files: 0 read, 2 unchanged, 0 passed over, 0 failed
        gone from disk: 1; --delete removes what they gave
          texts/a.txt
        Index: 4 regulations, 4 revisions

        """)
    #expect(told.code == 0)
    let removed = try ToolRun(["ingest", "--sync", "--delete", "./texts/"], in: folder)
    #expect(
      removed.output.contains(
        """
        gone from disk: 1; removed: 1 file, 1 revision
          《茶水间使用规定》 2024-03-01 (r-9b55cf3c), from texts/a.txt
        Index: 3 regulations, 3 revisions

        """), "\(removed.output)\(removed.errors)")
    #expect(try list(folder).contains("食堂"))
    let whole = try ToolRun(["ingest", "--sync", "--delete", "."], in: folder)
    #expect(whole.output.contains("other.txt\n"))
    #expect(!(try list(folder).contains("食堂")))
  }

  @Test func removesNothingFromAnEmptyFolder() throws {
    let folder = try library()
    try FileManager.default.removeItem(at: folder["texts"])
    try FileManager.default.createDirectory(
      at: folder["texts"], withIntermediateDirectories: false)
    let run = try ToolRun(["ingest", "--sync", "--delete", "texts"], in: folder)
    #expect(
      run.errors == """
        texts: error: every file that was read from here is gone (3); nothing was removed
          help: check that the disk is mounted; --force removes them all the same

        """)
    #expect(run.code == 2)
    #expect(try list(folder).contains("4 regulations"))
    let forced = try ToolRun(["ingest", "--sync", "--delete", "--force", "texts"], in: folder)
    #expect(forced.code == 0, "\(forced.errors)")
    #expect(try list(folder).contains("1 regulation,"))
  }

  @Test func removesNothingWhenAFolderBelowIsEmpty() throws {
    let folder = try library()
    try FileManager.default.removeItem(at: folder["texts/deep/c.txt"])
    let run = try ToolRun(["ingest", "--sync", "--delete", "texts"], in: folder)
    #expect(
      run.errors.hasPrefix(
        "texts: error: nothing was removed: these folders are empty now: texts/deep\n"))
    #expect(run.code == 2)
    try FileManager.default.removeItem(at: folder["texts/deep"])
    #expect(try ToolRun(["ingest", "--sync", "--delete", "texts"], in: folder).code == 0)
    #expect(!(try list(folder).contains("车库")))
  }

  @Test func keepsWhatALinkThatLeadsNowhereHeld() throws {
    let folder = try library()
    try FileManager.default.moveItem(at: folder["texts/deep"], to: folder["away"])
    try FileManager.default.createSymbolicLink(
      atPath: folder["texts/deep"].path, withDestinationPath: "../unmounted")
    let run = try ToolRun(["ingest", "--sync", "--delete", "texts"], in: folder)
    #expect(run.output.contains("out of reach, kept: 1\n  texts/deep/c.txt\n"))
    #expect(run.code == 0, "\(run.errors)")
    #expect(try list(folder).contains("车库"))
  }

  @Test func saysThatTheFolderIsMissing() throws {
    let folder = try library()
    let run = try ToolRun(["ingest", "--sync", "--delete", "gone"], in: folder)
    #expect(run.errors.hasPrefix("gone: error: no such file or folder\n"))
    #expect(run.code == 2)
    #expect(try list(folder).contains("4 regulations"))
  }

  // The text of both stood once, as that of the file that was read first.
  @Test func keepsATextWhoseFileWasRenamedOrCopied() throws {
    let folder = try library()
    try FileManager.default.copyItem(at: folder["texts/b.txt"], to: folder["copy.txt"])
    #expect(try ToolRun(["ingest", "copy.txt"], in: folder).code == 0)
    try FileManager.default.moveItem(at: folder["texts/a.txt"], to: folder["texts/z.txt"])
    try FileManager.default.removeItem(at: folder["texts/b.txt"])
    let run = try ToolRun(["ingest", "--sync", "--delete", "texts"], in: folder)
    #expect(run.code == 0, "\(run.errors)")
    let list = try list(folder)
    #expect(list.contains("《茶水间使用规定》  r-9b55cf3c\n"))
    #expect(list.contains("texts/z.txt\n"))
    #expect(list.contains("copy.txt\n"))
    #expect(list.contains("4 regulations, 4 revisions"))
  }

  @Test func asksForSyncBeforeDelete() throws {
    for options in [["--delete"], ["--sync", "--force"]] {
      let run = try ToolRun(["ingest", "texts"] + options, in: TemporaryFolder())
      #expect(run.code == 64)
      #expect(run.errors.contains("--delete goes with --sync, and --force with --delete"))
    }
  }

  @Test func tellsProgramsWhatIsGone() throws {
    let folder = try library()
    try FileManager.default.removeItem(at: folder["texts/a.txt"])
    let run = try ToolRun(
      ["ingest", "--sync", "--delete", "--format", "json", "texts"], in: folder)
    #expect(
      run.output.contains(
        #""gone":["texts/a.txt"],"unreachable":[],"removed":[{"regulation":"茶水间使用规定","#))
  }

  @Test func findsThatAPathThatIsNoUnicodeTextIsGone() throws {
    let folder = try library()
    let script = """
      cp texts/a.txt $'texts/\\xE9.txt'; cp texts/b.txt $'texts/\\xE8.txt'
      sed -i s/茶水间/一号楼/ $'texts/\\xE9.txt'; sed -i s/会议室/二号楼/ $'texts/\\xE8.txt'
      tiaowen ingest texts >/dev/null; rm $'texts/\\xE9.txt'
      tiaowen ingest --sync --delete texts
      """
    let run = try ToolRun(script: script, in: folder)
    #expect(run.errors == "")
    #expect(run.output.contains("gone from disk: 1; removed: 1 file, 1 revision\n"))
    let list = try list(folder)
    #expect(!list.contains("一号楼") && list.contains("二号楼"))
  }
}
