import BrowserTesting
import ChineseText
import DocumentReaders
import Library
import Publishing
import Regulations
import Splitting
import TestingSupport
import Testing

/// A site in a temporary folder, in which a browser searches.
final class SearchedFolder: Sendable {
  private let folder: TemporaryFolder
  private let root: String

  /// The folders of its regulations by their titles.
  let slugs: [String: String]

  /// A site whose search answers what a test wants: see `PlayedAnswers`.
  static let played = Result {
    try SearchedFolder(scripts: ["search-start.js": PlayedAnswers.script])
  }
  /// A site as it is published.
  static let real = Result { try SearchedFolder() }

  private static let regulations = [
    Revision(
      title: "员工考核办法",
      notation: """
        chapter|第一章|总则
          article|第一条|-|为规范员工考核工作，制定本办法。
          article|第二条|-|本办法所称评定小组，是指由人事部和工会派员组成的机构。
        chapter|第二章|考核与培训
          article|第三条|-|考核每年进行一次，由评定小组组织实施。\\n考核结果记入档案。
          article|第四条|-|违反第三条规定的程序的，评定小组应当重新考核：
            item|（一）|-|考核 评分计算有误的；
            item|（二）|-|ＡＢＣ级评分未经㎡复核的。
          article|第五条|-|考核不合格的员工，应当参加在岗培训。
        """),
    Revision(
      title: "考勤细则",
      notation: (1...35).map { number in
        "article|第\(ChineseNumeral.string(of: number))条|-|第\(number)类员工的考勤，按日登记。"
      }.joined(separator: "\n")),
    Revision(
      title: "旧<b>考勤</b>规定", notation: "article|第一条|-|考勤由门卫<img src=x onerror=alert(1)>登记。"),
  ]

  init(scripts: [String: String] = [:]) throws {
    folder = try TemporaryFolder()
    root = folder.path + "/site"
    let writer = try LibraryWriter(directory: folder.path + "/library")
    let day = try #require(CalendarDate("2020-01-01"))
    for (index, var revision) in Self.regulations.enumerated() {
      revision.metadata.effective = day
      let split = SplitDocument(
        regulations: [revision], rejected: [], diagnostics: [], ledger: Ledger())
      try writer.add(
        split, text: SourceText(""),
        source: SourceFile(path: "\(index).txt", bytes: [], format: .text))
    }
    try writer.commit()
    let today = try #require(CalendarDate("2026-01-01"))
    let reader = try LibraryReader(directory: folder.path + "/library")
    let slugs = Dictionary(
      uniqueKeysWithValues: (0..<reader.regulationCount).map { index in
        let regulation = reader.regulation(at: index, on: today)
        return (regulation.title, regulation.id)
      })
    self.slugs = slugs
    let old = try #require(slugs["旧<b>考勤</b>规定"])
    try writer.repeal(old, on: today)
    try writer.commit()
    let options = SiteOptions()
    let latest = try LibraryReader(directory: folder.path + "/library")
    let site = try Site(SitePlan(latest, options, on: today), latest, options)
    let root = root
    try TemporaryFolder.make(root)
    var made: Set<String> = []
    try site.forEachFile(original: { _ in nil }) { (path, bytes) throws in
      if let slash = path.firstIndex(of: "/"), made.insert(String(path[..<slash])).inserted {
        try TemporaryFolder.make(root + "/" + path[..<slash])
      }
      let further = scripts.first { path.hasSuffix($0.key) }.map { Array($0.value.utf8) } ?? []
      try TemporaryFolder.write(bytes + further, to: root + "/" + path)
    }
  }

  /// The address of a page in a browser.
  func address(_ name: String) -> String { "file://\(root)/\(name)" }

  /// A page of the site, opened.
  func page(
    _ name: String, width: Int = 1280, dark: Bool = false, scripts: Bool = true
  ) async throws -> Page {
    let page = try await Browser.shared.page()
    try await page.setViewport(width: width, height: 800, dark: dark)
    if !scripts { try await page.disableScripts() }
    try await page.open(address(name))
    return page
  }
}

extension String {
  /// The text as a part of an address.
  var encoded: String {
    utf8.map { byte in
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count < 2 ? "0" : "") + digits
    }.joined()
  }
}
