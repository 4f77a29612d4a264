import Foundation
import Testing

/// A library of one regulation in three revisions and one that cites it, and its site.
struct SampleSite: Sendable {
  static let title = "员工考核办法"
  let folder: TemporaryFolder
  /// The folder of the regulation with three revisions.
  let slug: String
  /// The folder of the one that cites it.
  let citingSlug: String

  private static func text(_ day: String, _ articles: [String]) -> String {
    let numbers = ["一", "二", "三", "四", "五", "六"]
    let lines = zip(numbers, articles).map { "第\($0)条　\($1)" }
    return "\(title)\n（行政部\(day)公布　自\(day)起施行）\n\(lines.joined(separator: "\n"))\n"
  }

  private static let purpose = "为规范员工考核工作，制定本办法。"
  private static let meaning = "本办法所称评定小组，是指由人事部和工会派员组成的机构。"
  private static let yearly = "考核每年进行一次，由人事部会同各部门组织实施，结果记入档案。"
  private static let training = "考核不合格的员工，应当参加由人事部安排的脱产培训，费用由公司承担。"
  private static let appeal = "员工对考核结果不服的，可以在收到通知之日起十日内书面提出复核申请。"
  private static let review =
    "有下列情形之一的，评定小组应当重新评定：\n（一）评分计算有误的；\n（二）违反第三条规定的程序的。"

  static let texts = [
    "考核-2019.txt": text("2019年1月1日", [purpose, yearly, training, appeal]),
    "考核-2022.txt": text("2022年1月1日", [purpose, meaning, yearly, training, appeal, review]),
    "考核-2025.txt": text(
      "2025年1月1日",
      [purpose, meaning, yearly, review, training.replacing("脱产", with: "在岗")]),
    "奖金.txt": """
    年终奖金发放规定
    （财务部2023年5月1日公布　自2023年5月1日起施行）
    第一条　年终奖金按照《员工考核办法》第三条规定的考核结果发放。
    第二条　不服的，依照《员工考核办法》申请复核；具体标准见第一条。
    """,
  ]

  /// The site of the sample, exported with further arguments.
  init(_ arguments: [String] = []) throws {
    folder = try TemporaryFolder()
    for (name, text) in Self.texts { try folder.write(text, to: "texts/\(name)") }
    let ingest = try ToolRun(["ingest", "texts"], in: folder)
    #expect(ingest.code == 0, "\(ingest.errors)")
    let list = try ToolRun(["list"], in: folder).output
    slug = try #require(Self.id(of: Self.title, in: list), "\(list)")
    citingSlug = try #require(Self.id(of: "年终奖金发放规定", in: list), "\(list)")
    let export = try export(arguments)
    #expect(export.code == 0, "\(export.errors)")
  }

  private static func id(of title: String, in list: String) -> String? {
    let line = list.split(separator: "\n").first { $0.hasPrefix("《\(title)》") }
    return line?.split(separator: " ").first { $0.hasPrefix("r-") }.map(String.init)
  }

  /// Exports again.
  func export(_ arguments: [String] = []) throws -> ToolRun {
    try ToolRun(["export", "-o", "site", "--on", "2026-01-01"] + arguments, in: folder)
  }

  /// A page of the site.
  func page(_ name: String) throws -> String {
    try String(contentsOf: folder["site/" + name], encoding: .utf8)
  }

  /// The address of a page in a browser.
  func address(_ name: String) -> String { "file://\(folder.url.path)/site/\(name)" }

  /// The paths of all files of the site, sorted.
  var files: [String] {
    let all = FileManager.default.enumerator(atPath: folder["site"].path)
    var files: [String] = []
    while let name = all?.nextObject() as? String {
      if all?.fileAttributes?[.type] as? FileAttributeType == .typeRegular { files.append(name) }
    }
    return files.sorted()
  }
}
