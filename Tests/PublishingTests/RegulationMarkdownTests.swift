import ChineseText
import Regulations
import Testing
import TestingSupport

@testable import Publishing

/// The Markdown of a regulation, and what is read back from it.
struct RegulationMarkdownTests {
  private func readBack(_ revision: Revision) throws -> [Revision] {
    try CorpusFiles.regulations(in: Array(RegulationMarkdown(revision).text.utf8))
  }

  @Test func isATextThatReadsWell() {
    var revision = Revision(
      title: "茶水间管理办法",
      notation: """
        chapter|第一章|总则
          article|第一条|-|茶水间供*全体*员工使用。
            item|（一）|-|烧水；
            item|1.|-|泡茶。
            paragraph|-|-|# 用后应当擦拭。
        annex|附件1|登记表|序号\t姓名\\n1\ta<b
        """)
    revision.metadata.documentNumber = "后勤〔2024〕5号"
    revision.metadata.effective = CalendarDate("2024-03-01")
    let expected = ##"""
      # 茶水间管理办法

      文号：后勤〔2024〕5号

      （自2024年3月1日起施行）

      ## 第一章　总则

      **第一条**　茶水间供\*全体\*员工使用。

      （一）烧水；

      1\. 泡茶。

      \# 用后应当擦拭。

      ## 附件1：登记表

      | 序号 | 姓名 |
      | --- | --- |
      | 1 | a&lt;b |

      """##
    #expect(RegulationMarkdown(revision).text == expected)
  }

  /// In this file, every sentence ends a line, and none of them begins a 款.
  private static let sentenceByLine = "company/公司常用管理制度汇编.txt"

  @Test(arguments: CorpusFiles.paths)
  func corpusComesBack(_ path: String) throws {
    for revision in try CorpusFiles.regulations(in: path) {
      let read = try readBack(revision)
      try #require(read.count == 1, "\(read.map(\.title))")
      let folds = path == Self.sentenceByLine
      let difference = RevisionListing(revision, foldsParagraphs: folds)
        .difference(from: RevisionListing(read[0], foldsParagraphs: folds))
      #expect(difference == nil)
      #expect(read[0].metadata == revision.metadata)
    }
  }

  @Test(arguments: 0..<UInt64(200))
  func inventedRegulationsComeBack(seed: UInt64) throws {
    let revision = InventedRevision.revision(seed: seed)
    let read = try readBack(revision)
    try #require(read.count == 1, "\(RegulationMarkdown(revision).text)")
    let difference = RevisionListing(revision).difference(from: RevisionListing(read[0]))
    #expect(difference == nil)
  }

  @Test func metadataComeBack() throws {
    var revision = Revision(title: "茶水间管理办法", notation: "article|第一条|-|茶水间供员工使用。")
    revision.metadata.documentNumber = "后勤*甲*〔2024〕5号"
    revision.metadata.issuer = "云渚_市_后勤中心"
    revision.metadata.department = "行政部"
    revision.metadata.adopted = CalendarDate("2024-01-05")
    revision.metadata.promulgated = CalendarDate("2024-01-12")
    revision.metadata.amended = CalendarDate("2024-02-28")
    revision.metadata.effective = CalendarDate("2024-03-01")
    revision.metadata.dated = CalendarDate("2024-01-10")
    var read = try #require(readBack(revision).first).metadata
    read.isComplete = nil
    #expect(read == revision.metadata)
  }

  @Test func aTextWithoutTitleIsMarkdownToo() throws {
    let revision = Revision(
      title: "", notation: "article|第一条|-|茶水间供*全体*员工使用。\narticle|第二条|-|用后应当擦拭。")
    let read = try #require(readBack(revision).first)
    #expect(RevisionListing(revision).difference(from: RevisionListing(read)) == nil)
  }

  @Test func aNoteStaysANote() throws {
    let revision = Revision(
      title: "茶水间管理办法",
      notation: """
        article|第一条|-|茶水间供员工使用。\\n员工包括实习生。
          paragraph|-|-|用后应当擦拭。
        article|第二条|-|本办法由行政部解释。
        """)
    #expect(
      RegulationMarkdown(revision).text.contains("茶水间供员工使用。[^1]\n\n[^1]: 员工包括实习生。\n"))
  }

  @Test(arguments: [
    "# 茶水间使用说明\n\n## 开放时间*\n\n每日8时开放。\n\n### 周末\n\n周末不开放。\n\n## 报修\n\n向后勤部报修。\n",
    "# 茶水间管理办法\n\n**第一条**　茶水间供下列人员使用：\n\n- []()员工；\n\n- []()实习生\\*。\n\n**第二条**　用后应当擦拭。\n",
  ])
  func headingsAndItemsWithoutLabelsComeBack(_ text: String) throws {
    let revision = try #require(CorpusFiles.regulations(in: Array(text.utf8)).first)
    #expect(revision.provisions.filter { $0.label == nil }.count >= 2)
    let read = try #require(readBack(revision).first)
    #expect(RevisionListing(revision).difference(from: RevisionListing(read)) == nil)
    #expect(!RegulationMarkdown(revision).text.contains("- 员工"))
  }
}
