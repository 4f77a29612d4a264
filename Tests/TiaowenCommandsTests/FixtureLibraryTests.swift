import Foundation
import Testing

/// Libraries of every format that was released are read for good.
///
/// `Scripts/fixture-library` made them; what it does is what they hold.
@Suite struct FixtureLibraryTests {
  /// The libraries, by their places in `Tests/Fixtures/Indexes`.
  static let names: [String] = {
    let formats = try? FileManager.default.contentsOfDirectory(atPath: indexes.path)
    return (formats ?? []).flatMap { format in
      let folder = indexes.appending(path: format).path
      let libraries = try? FileManager.default.contentsOfDirectory(atPath: folder)
      return (libraries ?? []).map { "\(format)/\($0)" }
    }.sorted()
  }()

  private static let fixtures = PackageRoot.url.appending(path: "Tests/Fixtures")
  private static let indexes = fixtures.appending(path: "Indexes")

  private static let queries = """
    年休假
    休
    𠮷
    "按日工资的百分之三百"
    立即停机 七号设备
    应当按照规定受理
    应当 -登记
    标题:总则
    条:三百
    加班
    仓库 OR 门卫
    借阅单
    《员工休假管理办法》第四条第（二）项
    《三百零七号窗口服务规定》第二条
    怎样报销住宿费

    """

  private static let commands = [
    ["list", "--format", "json", "--all-revisions", "--in", "管理"],
    ["list", "--format", "json", "--all-revisions", "--in", "三十五号"],
    ["list", "--on", "2022-07-01", "--in", "办法"],
    ["list", "--on", "2022-07-01", "--in", "五十号"],
    ["search", "--queries", "queries"],
    ["search", "--queries", "queries", "--all-revisions"],
    ["search", "--queries", "queries", "--on", "2021-06-01"],
    ["show", "--format", "json", "--all-revisions", "员工休假管理办法"],
    ["show", "--format", "json", "食堂管理规定"],
    ["show", "--format", "json", "三十五号窗口服务规定@2023-12-01"],
  ]

  /// What the commands answer, without the time that they took.
  private func answers(of library: URL) throws -> String {
    let folder = try TemporaryFolder()
    try folder.write(Self.queries, to: "queries")
    return try Self.commands.map { command in
      let isSearch = command[0] == "search"
      let options = isSearch ? ["--format", "json", "--limit", "\(Self.mostHits)"] : []
      let run = try ToolRun(
        [command[0], "--index", library.path] + options + command.dropFirst(), in: folder)
      let output = isSearch ? try Self.lines(for: run.output) : run.output
      return "$ \(command.joined(separator: " "))\n\(output)exit \(run.code)\n"
    }.joined(separator: "\n")
  }

  private static let mostHits = 12

  /// A line for each query: how many units it finds, and which if they are few.
  ///
  /// How hits are ranked, and what the closest ones are, may change.
  private static func lines(for output: String) throws -> String {
    try output.split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      let total = object?["total"] as? Int ?? -1
      let isExact = object?["mode"] as? String != "closest"
      let places = try places(of: #require(object)).sorted().map { "  \($0)\n" }.joined()
      return "\(object?["query"] ?? ""): "
        + (isExact ? "\(total)\n" + (total <= mostHits ? places : "") : "not exact\n")
    }.joined()
  }

  /// Where the hits of an answer stand, a line each.
  private static func places(of answer: [String: Any]) -> [String] {
    let hits = answer["hits"] as? [[String: Any]] ?? []
    return hits.map { hit in
      ["regulation", "label", "revision", "status"].map { "\(hit[$0] ?? "")" }
        .joined(separator: " ")
    }
  }

  private func golden(_ name: String) -> URL {
    let file = name.replacing("/", with: "-") + ".txt"
    return PackageRoot.url.appending(path: "Tests/Golden/indexes/\(file)")
  }

  /// The names and bytes of all files of a folder.
  private func files(of folder: URL) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try Dictionary(
      uniqueKeysWithValues: names.map { name in
        (name, try Data(contentsOf: folder.appending(path: name)))
      })
  }

  /// A copy that may be changed, with the texts that it was made of.
  private func copy(_ name: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (file, bytes) in try files(of: Self.indexes.appending(path: name)) {
      try folder.write(bytes, to: "Index/\(file)")
    }
    for (file, bytes) in try files(of: Self.fixtures.appending(path: "Texts")) {
      try folder.write(bytes, to: "texts/\(file)")
    }
    return folder
  }

  @Test func thereAreSomeOfEveryFormat() {
    #expect(Set(Self.names).isSuperset(of: ["format-1/small", "format-1/many"]))
  }

  /// `TIAOWEN_RECORD=1 swift test` writes the answers anew.
  @Test(arguments: names) func answersAsRecorded(_ name: String) throws {
    let library = Self.indexes.appending(path: name)
    let before = try files(of: library)
    let found = try answers(of: library)
    if PackageRoot.isRecording {
      try FileManager.default.createDirectory(
        at: golden(name).deletingLastPathComponent(), withIntermediateDirectories: true)
      try found.write(to: golden(name), atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: golden(name), encoding: .utf8)
    #expect(found == expected, "see git diff after TIAOWEN_RECORD=1")
    #expect(try files(of: library) == before)
  }

  // What nobody should record away.
  @Test(
    arguments: [
      ("small", "休假 六天", "员工休假管理办法 第三条 2024-03-01 in-force"),
      ("small", "𠮷田商行", "食堂管理规定 第一条 r1 unknown"),
      ("small", "提前一日在系统中申请", "公务车辆使用规定 第一条 2023-09-01 in-force"),
      ("small", "查明原因", "管理制度 第二条 r1 unknown"),
      ("small", "填写借阅单", "档案借阅规定 第－条 2022-06-01 in-force"),
      ("small", "补休日加班得選擇補休", nil),
      ("small", "休息日加班得選擇補休", "工作規則 第 2-1 條 2023-03-01 in-force"),
      ("small", "双面使用", "办公用品管理规定 第二条 2023-07-01 in-force"),
      ("small", "逐项核对并签字", nil),
      ("small", "前台预订", nil),
      ("small", "每日四百元", nil),
      ("small", "空白文书", nil),
      ("small", "操作二百九十九号设备", "设备操作规程 第二百九十九条 2021-10-01 in-force"),
      ("many", "一百二十三号窗口应当按照规定受理", "一百二十三号窗口服务规定 第一条 2020-04-01 in-force"),
      ("many", "《四十号窗口服务规定》第一条", "四十号窗口服务规定 第一条 2023-05-01 in-force"),
      ("many", "不超过21件", nil),
      ("many", "剩饭剩菜", "食堂管理规定 第二条 r1 unknown"),
    ] as [(String, String, String?)])
  func findsWhatIsThere(_ name: String, _ query: String, _ expected: String?) throws {
    for format in Self.names where format.hasSuffix("/" + name) {
      let library = Self.indexes.appending(path: format).path
      let run = try ToolRun(
        ["search", "--index", library, "--format", "json", "--match", "exact", query],
        in: TemporaryFolder())
      let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
      let found = Self.places(of: try #require(object as? [String: Any]))
      #expect(found == (expected.map { [$0] } ?? []), "\(format) \(run.errors)")
    }
  }

  @Test(arguments: names) func verifies(_ name: String) throws {
    for options in [[], ["--search", "--samples", "50"]] {
      let library = Self.indexes.appending(path: name).path
      let run = try ToolRun(["verify", "--index", library] + options, in: TemporaryFolder())
      #expect(run.code == 0, "\(run.output)\(run.errors)")
    }
  }

  // A checkout has the modes and dates of the day, and may not be written to.
  @Test(arguments: names) func readsWhateverModesAndDatesAre(_ name: String) throws {
    let folder = try copy(name)
    let script = """
      touch -d 1999-01-01 Index Index/manifest; touch -d 2090-01-01 Index/*.segment
      chmod 555 Index; chmod 444 Index/*; chmod 400 Index/manifest
      """
    #expect(try ToolRun(script: script, in: folder).code == 0)
    defer { _ = try? ToolRun(script: "chmod -R u+w Index", in: folder) }
    let library = Self.indexes.appending(path: name)
    #expect(try answers(of: folder["Index"]) == answers(of: library))
  }

  @Test(arguments: names) func updatesACopy(_ name: String) throws {
    let folder = try copy(name)
    func run(_ arguments: String...) throws -> ToolRun {
      let run = try ToolRun(arguments, in: folder)
      #expect(run.code == 0, "\(arguments) \(run.errors)")
      return run
    }
    let again = try run("ingest", "texts/canteen.txt")
    #expect(again.output.hasPrefix("files: 0 read, 1 unchanged, 0 passed over, 0 failed\n"))
    try folder.write(
      "食堂管理规定\n第一条　食堂供应三餐，𠮷田商行和𠯢记粮油负责供货。\n第二条　剩饭剩菜倒入指定的桶内。\n",
      to: "texts/canteen.txt")
    let revised = try run("ingest", "texts/canteen.txt")
    #expect(revised.output.contains("filed: 1 new revision\n"), "\(revised.output)")
    #expect(try run("search", "--all-revisions", "食堂供应").output.contains("found: 2"))
    for options in [[], ["--search", "--samples", "50"]] {
      #expect(try ToolRun(["verify"] + options, in: folder).code == 0)
    }
  }

  @Test(arguments: names.filter { $0.hasSuffix("/small") })
  func remembersWhatWasDecided(_ name: String) throws {
    let folder = try copy(name)
    let script = """
      printf '\n会议纪要规定\n第一条　会后两日内整理纪要。\n第二条　纪要由主持人签发。\n' >> texts/meeting.txt
      printf '第四条　废旧墨盒统一回收。\n' >> texts/bare.txt
      printf '离职手续指引\n（自2025年1月1日起施行）\n一、线上办理\n在系统中提交。\n' > texts/handover-guide.txt
      tiaowen ingest texts/meeting.txt texts/bare.txt texts/handover-guide.txt
      """
    let run = try ToolRun(script: script, in: folder)
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("1 removed before"), "\(run.output)")
    #expect(run.output.contains("《办公用品管理规定》 2023-07-01"), "\(run.output)")
    #expect(run.output.contains("as told by --revision-of or --new"), "\(run.output)")
  }
}
