import Foundation
import Library
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

  @Test func saysInChineseWhatIsDamaged() throws {
    let folder = try TemporaryFolder()
    try folder.write(BadInputTests.good, to: "good.txt")
    #expect(try ToolRun(["ingest", "good.txt"], in: folder).code == 0)
    var bytes = try Data(contentsOf: folder["Index/000001.segment"])
    bytes[300] ^= 1
    try bytes.write(to: folder["Index/000001.segment"])
    let run = try ToolRun(["verify"], in: folder, environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(
      run.errors.hasPrefix("Index/000001.segment: 错误: 已损坏：第 152 至 "), "\(run.errors)")
    #expect(run.errors.contains(" 字节与写入时不同\n  办法: "))
  }

  /// Makes a manifest one of another format.
  private func changeFormat(of manifest: URL, to format: UInt8) throws {
    var bytes = Array(try Data(contentsOf: manifest))
    bytes[8] = format
    let end = bytes.count - 24
    let digits = ContentHash(Array(bytes[..<end])).description
    let halves = [digits.prefix(16), digits.suffix(16)].compactMap { UInt64($0, radix: 16) }
    let fingerprint = halves.flatMap { half in
      (0..<8).map { UInt8(truncatingIfNeeded: half >> UInt64(8 * $0)) }
    }
    bytes.replaceSubrange(end..<(end + 16), with: fingerprint)
    try Data(bytes).write(to: manifest)
  }

  @Test(
    arguments: [
      (
        9, "C.UTF-8",
        """
        Index/manifest: error: written by a newer tiaowen (format 9, this one reads 1)
          help: install the newer tool, or ingest the sources into another directory with --index

        """
      ),
      (
        9, "zh_CN.UTF-8",
        """
        Index/manifest: 错误: 由更新的 tiaowen 写成（格式 9，本工具读取格式 1）
          办法: 请安装更新的工具，或加 --index 把原文读入另一个文件夹

        """
      ),
      (
        0, "C.UTF-8",
        """
        Index/manifest: error: written by an older tiaowen (format 0, this one reads 1)
          help: move the directory away and ingest the sources again; what was removed, repealed or \
        supplied by hand must be said again

        """
      ),
      (
        0, "zh_CN.UTF-8",
        """
        Index/manifest: 错误: 由更旧的 tiaowen 写成（格式 0，本工具读取格式 1）
          办法: 请移走这个文件夹，重新读入原文；手工移除、废止和补充的内容须重新指明

        """
      ),
    ] as [(UInt8, String, String)])
  func saysWhatToDoWithAnotherFormat(
    _ format: UInt8, _ locale: String, _ expected: String
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write(BadInputTests.good, to: "good.txt")
    #expect(try ToolRun(["ingest", "good.txt"], in: folder).code == 0)
    try changeFormat(of: folder["Index/manifest"], to: format)
    for command in [
      ["search", "水"], ["list"], ["show", "规定"], ["verify"], ["verify", "--search"],
      ["ingest", "good.txt"], ["ingest", "--repair", "good.txt"], ["remove", "r-9b55cf3c"],
      ["repeal", "r-9b55cf3c", "--on", "2025-01-01"],
    ] {
      let run = try ToolRun(command, in: folder, environment: ["LC_ALL": locale])
      #expect(run.errors == expected, "\(command)")
      #expect(run.output == "" && run.code == 2, "\(command)")
    }
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

  @Test func saysThatALibraryIsEmpty() throws {
    let folder = try TemporaryFolder()
    try folder.write(BadInputTests.good, to: "good.txt")
    #expect(try ToolRun(["ingest", "good.txt"], in: folder).code == 0)
    #expect(try ToolRun(["remove", "茶水间使用规定"], in: folder).code == 0)
    for command in [["search", "水"], ["show", "茶水间使用规定"], ["list"]] {
      let run = try ToolRun(command, in: folder)
      #expect(run.errors == "tiaowen \(command[0]): the library holds no regulations\n")
      #expect(run.code == 1)
    }
  }

  @Test func saysThatALibraryCannotStandInAFile() throws {
    let folder = try TemporaryFolder()
    try folder.write(BadInputTests.good, to: "good.txt")
    let run = try ToolRun(["ingest", "--index", "good.txt", "good.txt"], in: folder)
    #expect(
      run.errors.hasPrefix("good.txt: error: cannot make the directory: not a directory\n"))
    #expect(run.code == 2)
  }

  // Root may write everywhere, and may have a tool that nobody else can run.
  @Test func saysThatALibraryMayNotBeWrittenTo() throws {
    let folder = try TemporaryFolder()
    try folder.write(BadInputTests.good, to: "good.txt")
    let script = """
      tiaowen ingest good.txt > /dev/null; rm -f Index/lock; chmod 555 Index; chmod 755 .
      user=; test $(id -u) != 0 || user='setpriv --reuid=65534 --clear-groups'
      $user tiaowen --version > /dev/null 2>&1 || { echo nobody can run it; exit 2; }
      $user tiaowen remove 茶水间使用规定
      """
    let run = try ToolRun(script: script, in: folder)
    _ = try ToolRun(script: "chmod 755 Index", in: folder)
    let isRefused = run.errors.hasPrefix("Index/lock: error: cannot open: permission denied\n")
    #expect(isRefused || run.output == "nobody can run it\n", "\(run.errors)")
    #expect(run.code == 2)
  }
}
