import Comparison
import Foundation
import Regulations
import Testing

@testable import Publishing

/// The page that is made of a comparison.
struct ComparisonPageTests {
  private static let report = SampleComparison.report(
    articles: ["茶水间供全体员工使用，保持整洁。", "报修应当在5日内处理完毕，并答复报修人。"],
    ["茶水间每日8时开放，20时关闭。", "茶水间供全体员工使用，保持整洁。", "报修应当在3个工作日内处理完毕，并答复报修人。"])

  private let page = ComparisonPage(report).html

  @Test func marksWhatWasTakenOutAndPutInWithWords() {
    #expect(page.contains("<del><span class=\"word\">删去：</span>5日</del>"))
    #expect(page.contains("<ins><span class=\"word\">增加：</span>3个工作日</ins>"))
    #expect(page.contains("（新增）"))
  }

  @Test func tellsFirstWhatMattersMost() throws {
    let key = try #require(page.range(of: "“5日”改为“3个工作日”"))
    let table = try #require(page.range(of: "<table class=\"compare\">"))
    #expect(key.lowerBound < table.lowerBound)
    #expect(page.contains("<a href=\"#change-2\">第2条 → 第3条</a>"))
    #expect(page.contains("<tr id=\"change-2\""))
  }

  @Test func foldsWhatOnlyFollowsFromOtherChanges() throws {
    let details = try #require(page.range(of: "<details>"))
    let folded = try #require(page.range(of: "原第1条改为第2条"))
    #expect(details.lowerBound < folded.lowerBound)
  }

  @Test func loadsNothing() {
    for sign in ["http://", "https://", "src=", "@import", "url("] {
      #expect(!page.contains(sign), "\(sign)")
    }
    #expect(page.contains("default-src 'none'"))
  }

  @Test func showsBothTextsOfASplitInOneRow() {
    let duty = "保管人应当每月核对登记表，发现缺页、涂改的，应当立即向行政部报告。"
    let penalty = "造成损失的，应当依法赔偿，并由公司根据情节给予相应处分。"
    let first = "article|第一条|-|茶水间供全体员工使用，保持整洁。\n"
    let table = ComparisonTable(
      SampleComparison.report(
        "\(first)article|第二条|-|\(duty)\(penalty)",
        "\(first)article|第二条|-|\(duty)\narticle|第三条|-|\(penalty)"))
    #expect(table.rows.map(\.name) == ["第二条 → 第二条、第三条"])
    #expect(table.rows.first?.note == "原第二条拆分为第二条、第三条")
    #expect(table.rows.first?.olds.map(\.label) == ["第二条"])
    #expect(table.rows.first?.news.map(\.label) == ["第二条", "第三条"])
    #expect(
      table.rows.first?.news.map { $0.lines.flatMap { $0 }.map(\.text).joined() } == [
        duty, penalty,
      ])
  }

  @Test func isSafeWithHostileTexts() {
    let hostile = "</td><script>alert(1)</script>\u{0}\u{202E}"
    let page = ComparisonPage(
      SampleComparison.report(
        "article|第一条|\(hostile)|\(hostile)", "article|第一条|\(hostile)|\(hostile)甲",
        title: hostile)
    ).html
    #expect(page.components(separatedBy: "<script>").count == 2)
    #expect(!page.contains("\u{0}"))
    #expect(!page.contains("\u{202E}"))
  }

  // A page whose hash is not that of its script is a page without one.
  @Test(arguments: [
    PageResource.comparisonStyle, .comparisonScript, .siteStyle, .siteScript,
  ])
  func allowsItsOwnScriptAndStyle(_ resource: PageResource) throws {
    let digest = try Digest.sha256(of: Data(resource.text.utf8))
    #expect(resource.hash == "sha256-" + digest.base64EncodedString())
  }
}

/// A digest as the system's own tool computes it.
private enum Digest {
  static func sha256(of data: Data) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: data)
    try input.fileHandleForWriting.close()
    let line = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    var bytes = Data()
    var digits = line.prefix(64)[...]
    while let byte = UInt8(digits.prefix(2), radix: 16) {
      bytes.append(byte)
      digits = digits.dropFirst(2)
    }
    return bytes
  }
}
