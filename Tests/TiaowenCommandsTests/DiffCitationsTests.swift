import Foundation
import Testing

/// What `diff` says of references in the other regulations of the library.
@Suite struct DiffCitationsTests {
  private static let before = """
    印章管理办法
    （2021年3月1日起施行）
    第一条　印章由办公室指定专人保管，保管人不得擅自将印章带出办公场所。
    第二条　借用印章的，应当填写登记表，写明用途和归还时间。

    """
  private static let after = """
    印章管理办法
    （2024年3月1日起施行）
    第一条　印章由办公室指定专人保管，保管人不得擅自将印章带出办公场所。
    第二条　印章的刻制须经总经理批准，并在公安机关备案。
    第三条　借用印章的，应当填写登记表，写明用途和归还时间。

    """
  private static let citing = """
    合同管理办法
    （2022年5月1日起施行）
    第一条　合同文本由法务部统一编号，并在签订后五日内归档。
    第二条　合同用印依照《印章管理办法》第二条办理。

    """

  private static let stale =
    "《合同管理办法》第二条: “《印章管理办法》第二条” is another one now; what it meant is now 第三条\n"

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.before, to: "old.txt")
    try folder.write(Self.after, to: "new.txt")
    try folder.write(Self.citing, to: "citing.txt")
    return folder
  }

  @Test func checksOtherRegulationsForRevisionsOfTheLibrary() throws {
    let folder = try folder()
    let ingest = try ToolRun(["ingest", "old.txt", "new.txt", "citing.txt"], in: folder)
    #expect(ingest.code == 0, "\(ingest.errors)")
    let sides = ["《印章管理办法》@2021-03-01", "《印章管理办法》@2024-03-01"]
    let references = try ToolRun(["diff", "--references"] + sides, in: folder)
    #expect(references.code == 1)
    #expect(references.output.hasSuffix("2024-03-01\n" + Self.stale))
    let summary = try ToolRun(["diff"] + sides, in: folder)
    #expect(summary.output.contains("\n" + Self.stale))
    let page = try ToolRun(["diff", "--format", "html"] + sides, in: folder)
    #expect(page.output.contains("<li>《合同管理办法》第二条中的“《印章管理办法》第二条”现指第二条，原来所指的现为第三条。</li>"))
    let json = try ToolRun(["diff", "--format", "json"] + sides, in: folder)
    let output = try JSONDecoder().decode(Output.self, from: Data(json.output.utf8))
    #expect(output.staleCitations.map(\.regulation) == ["合同管理办法"])
    #expect(output.staleCitations.map(\.inID) == ["art_2"])
    #expect(output.staleCitations.map(\.meant) == ["第三条"])
  }

  @Test func checksThemForFilesToo() throws {
    let folder = try folder()
    let none = try ToolRun(["diff", "--references", "old.txt", "new.txt"], in: folder)
    #expect(none.code == 0)
    #expect(none.errors == "")
    _ = try ToolRun(["ingest", "old.txt", "citing.txt"], in: folder)
    let some = try ToolRun(["diff", "--references", "old.txt", "new.txt"], in: folder)
    #expect(some.code == 1)
    #expect(some.output.hasSuffix("new.txt\n" + Self.stale))
  }

  @Test func leavesTextsAloneThatAreAsNew() throws {
    let folder = try folder()
    try folder.write(Self.citing.replacing("2022年5月", with: "2024年3月"), to: "citing.txt")
    _ = try ToolRun(["ingest", "old.txt", "citing.txt"], in: folder)
    let run = try ToolRun(["diff", "--references", "old.txt", "new.txt"], in: folder)
    #expect(run.code == 0, "\(run.output)")
  }

  @Test func comparesFilesBesideADamagedLibrary() throws {
    let folder = try folder()
    _ = try ToolRun(["ingest", "old.txt", "citing.txt"], in: folder)
    try folder.write("no manifest", to: "Index/manifest")
    let run = try ToolRun(["diff", "old.txt", "new.txt"], in: folder)
    #expect(run.code == 1)
    #expect(run.output.contains("1 added"))
    #expect(run.errors.contains("references in the library were not checked: "))
  }

  private struct Output: Decodable {
    struct Citation: Decodable {
      var regulation: String
      var inID: String
      var meant: String?
    }
    var staleCitations: [Citation]
  }
}
