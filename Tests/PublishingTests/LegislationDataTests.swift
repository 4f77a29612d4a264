import ChineseText
import Foundation
import Regulations
import Testing
import TestingSupport

@testable import Publishing

/// What search engines read about a regulation.
struct LegislationDataTests {
  private static func revision(title: String = "茶水间管理办法") -> Revision {
    var revision = Revision(title: title)
    revision.metadata.documentNumber = "后勤〔2024〕5号"
    revision.metadata.issuer = "云渚市后勤中心"
    revision.metadata.department = "行政部"
    revision.metadata.adopted = CalendarDate("2024-01-05")
    revision.metadata.promulgated = CalendarDate("2024-02-01")
    revision.metadata.effective = CalendarDate("2024-03-01")
    return revision
  }

  @Test func namesWhatIsKnown() {
    let data = LegislationData(
      Self.revision(), regulationID: "cha-1", revisionName: "2024-03-01", url: "cha-1.html",
      type: "办法", force: .inForce)
    #expect(
      data.json == """
        {"@context":"https://schema.org","@type":"Legislation","name":"茶水间管理办法",\
        "url":"cha-1.html","inLanguage":"zh","legislationIdentifier":"后勤〔2024〕5号",\
        "legislationType":"办法","version":"2024-03-01","legislationDate":"2024-02-01",\
        "legislationDateOfApplicability":"2024-03-01","legislationDateVersion":"2024-03-01",\
        "temporalCoverage":"2024-03-01/..","legislationLegalForce":"https://schema.org/InForce",\
        "legislationPassedBy":{"@type":"Organization","name":"云渚市后勤中心"},\
        "legislationResponsible":{"@type":"Organization","name":"行政部"}}
        """)
  }

  @Test func leavesOutWhatIsNotKnown() {
    let data = LegislationData(
      Revision(title: ""), regulationID: "cha-1", revisionName: "r1", url: "cha-1.html")
    #expect(
      data.json == """
        {"@context":"https://schema.org","@type":"Legislation","url":"cha-1.html",\
        "inLanguage":"zh","legislationIdentifier":"cha-1","version":"r1"}
        """)
  }

  @Test func endsWithTheRepeal() {
    let data = LegislationData(
      Self.revision(), regulationID: "cha-1", revisionName: "2024-03-01", url: "cha-1.html",
      force: .notInForce, repealed: CalendarDate("2025-01-01"))
    #expect(data.json.contains(#""temporalCoverage":"2024-03-01/2025-01-01""#))
    #expect(data.json.contains(#""legislationLegalForce":"https://schema.org/NotInForce""#))
  }

  @Test func aSecondRevisionOfADayIsOfThatDay() {
    let data = LegislationData(
      Self.revision(), regulationID: "cha-1", revisionName: "2024-05-06~2", url: "cha-1.html")
    #expect(data.json.contains(#""version":"2024-05-06~2""#))
    #expect(data.json.contains(#""legislationDateVersion":"2024-05-06""#))
  }

  private static let pieces = [
    "</script>", "<!--", "]]>", "&amp;", "\"", "\\", "\u{2028}", "\u{2029}", "\n", "\t", "\r",
    "\u{0}",
    "\u{1B}", "\u{20000}", "e\u{301}", "甲", "\\u003C",
  ]

  @Test(arguments: 0..<UInt64(100))
  func hostileTextsComeBackAndStayInTheirElement(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let title = (0..<8).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
    let json = LegislationData(
      Self.revision(title: title), regulationID: title, revisionName: title, url: title
    ).json
    let value = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    for name in ["name", "url", "version"] {
      let text = try #require(value?[name] as? String)
      #expect(Array(text.unicodeScalars) == Array(title.withoutControls.unicodeScalars))
    }
    let unsafe = json.unicodeScalars.filter { "<>&\u{2028}\u{2029}".unicodeScalars.contains($0) }
    #expect(unsafe.isEmpty && json.unicodeScalars.allSatisfy { $0.value >= 0x20 })
  }
}
