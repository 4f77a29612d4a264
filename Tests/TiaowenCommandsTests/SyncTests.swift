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
    #expect(run.output.contains("gone from disk: 3; what they gave is kept\n"))
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

  // A renamed file was one that is gone and a new one: its earlier texts went.
  @Test(arguments: [["--sync"], ["--sync", "--delete"]])
  func keepsTheHistoryOfARenamedFile(_ options: [String]) throws {
    let folder = try library()
    let text = BadInputTests.good.replacing("2024年3月1日", with: "2025年3月1日")
    try folder.write(text, to: "texts/a.txt")
    #expect(try ToolRun(["ingest", "texts"], in: folder).code == 0)
    try FileManager.default.moveItem(at: folder["texts/a.txt"], to: folder["texts/z.txt"])
    let run = try ToolRun(["ingest"] + options + ["texts"], in: folder)
    #expect(
      run.output == """
        files: 0 read, 3 unchanged, 0 passed over, 0 failed
        moved: 1 file
          texts/a.txt -> texts/z.txt
        gone from disk: 0
        Index: 4 regulations, 5 revisions

        """, "\(run.errors)")
    let all = try ToolRun(["list", "--in", "茶水间", "--all-revisions"], in: folder).output
    #expect(all.contains("2024-03-01") && all.contains("2025-03-01"))
    #expect(all.components(separatedBy: "texts/z.txt").count == 3, "\(all)")
    #expect(try ToolRun(["verify"], in: folder).code == 0)
  }

  @Test func findsAllFilesOfAFolderThatWasRenamed() throws {
    let folder = try library()
    try folder.write("第一条　甲。\n第二条　乙。\n第三条　丙。\n", to: "texts/bare.txt")
    let supplied = ["ingest", "texts/bare.txt", "--title", "无题规定"]
    #expect(try ToolRun(supplied, in: folder).code == 0)
    let script = "mkdir texts/2024; mv texts/*.txt texts/deep texts/2024; mv texts/2024 texts/old"
    _ = try ToolRun(script: script, in: folder)
    let run = try ToolRun(["ingest", "--sync", "--delete", "texts"], in: folder)
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("moved: 4 files\n"))
    #expect(run.output.contains("Index: 5 regulations, 5 revisions\n"))
    #expect(try list(folder).contains("texts/old/deep/c.txt\n"))
    try folder.write("第一条　甲。\n第二条　乙。\n第三条　丁。\n", to: "texts/old/bare.txt")
    #expect(try ToolRun(["ingest", "texts"], in: folder).code == 0)
    let list = try list(folder)
    #expect(list.contains("《无题规定》") && list.contains("5 regulations,"), "\(list)")
  }

  @Test func knowsARenamedFileWhoseTextWasCorrected() throws {
    let folder = try TemporaryFolder()
    let articles = (1...20).map { "第\($0)条　第\($0)号柜由第\($0)小组保管，每周检查一次。\n" }
    let text = "柜子管理规定\n（2024年3月1日公布）\n" + articles.joined()
    try folder.write(text, to: "texts/a.txt")
    try folder.write(BadInputTests.good, to: "texts/b.txt")
    #expect(try ToolRun(["ingest", "texts"], in: folder).code == 0)
    try FileManager.default.removeItem(at: folder["texts/a.txt"])
    try folder.write(text.replacing("第7号柜", with: "七号柜"), to: "texts/z.txt")
    try FileManager.default.copyItem(at: folder["texts/z.txt"], to: folder["texts/zz.txt"])
    let run = try ToolRun(["ingest", "--sync", "--delete", "texts"], in: folder)
    #expect(run.output.contains("filed: 1 corrected, 1 known\n"), "\(run.output)\(run.errors)")
    #expect(run.output.contains("moved: 1 file\n  texts/a.txt -> texts/z.txt\n"))
    #expect(run.output.hasSuffix("Index: 2 regulations, 2 revisions\n"))
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
        #""moved":[],"gone":["texts/a.txt"],"unreachable":[],"removed":[{"regulation":"茶水间使用规定","#))
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
