import ChineseText
import Regulations
import Testing
import TestingSupport

@testable import DocumentReaders
@testable import Publishing

/// Akoma Ntoso of a regulation, and what is read back from it.
struct AknDocumentTests {
  private func bytes(_ revision: Revision) throws -> [UInt8] {
    try AknDocument(revision: revision, regulationID: "茶-1", revisionName: "2024-03-01~2").bytes()
  }

  private func expectBack(_ revision: Revision) throws {
    let read = try #require(try AknReading(bytes(revision)))
    var expected = revision
    expected.provisions = Self.reordered(revision.provisions)
    var actual = Revision(title: read.title)
    actual.provisions = read.provisions
    #expect(
      RevisionListing(expected, printable: true).difference(from: RevisionListing(actual)) == nil)
  }

  /// Preamble, body, conclusions and attachments, without the numbers, which are
  /// those of the labels.
  private static func reordered(_ provisions: [Provision]) -> [Provision] {
    func place(_ index: Int) -> Int {
      if let parent = provisions[index].parent { return place(parent) }
      return switch provisions[index].kind {
      case .preamble: 0
      case .closing: 2
      case .annex: 3
      default: 1
      }
    }
    let order = provisions.indices.sorted { (place($0), $0) < (place($1), $1) }
    return order.map { index in
      var provision = provisions[index]
      provision.number = nil
      provision.parent = provision.parent.flatMap { order.firstIndex(of: $0) }
      return provision
    }
  }

  @Test(arguments: CorpusFiles.paths)
  func corpusComesBack(_ path: String) throws {
    for revision in try CorpusFiles.regulations(in: path) { try expectBack(revision) }
  }

  @Test(arguments: 0..<UInt64(100))
  func inventedRegulationsComeBack(seed: UInt64) throws {
    try expectBack(InventedRevision.revision(seed: seed))
  }

  @Test func hostileTextsComeBack() throws {
    let signs = "<p>&amp;]]>\"'\u{0}\u{1B}\u{B}\u{FFFE}\u{202E}\u{20000}<!-- -->&#65;\r  \u{2028}"
    var revision = Revision(
      title: "《\(signs)》", notation: "chapter|第一章|总则\n  article|第一条|-|茶水间。")
    for index in revision.provisions.indices {
      revision.provisions[index].label? += signs
      revision.provisions[index].heading = signs
      revision.provisions[index].separator = "<"
      revision.provisions[index].text = "\(signs)\n\n\(signs)\tb\n\t\n甲"
    }
    try expectBack(revision)
  }

  @Test func isADocumentOfTheStandard() throws {
    var revision = Revision(
      title: "茶水间管理办法",
      notation: """
        chapter|第一章|总则
          article|第一条|-|茶水间供下列人员使用：
            item|（一）|-|员工；
            paragraph|-|-|用后应当擦拭。
        """)
    revision.metadata.documentNumber = "后勤〔2024〕5号"
    revision.metadata.issuer = "后勤部"
    revision.metadata.promulgated = CalendarDate("2024-02-01")
    revision.metadata.effective = CalendarDate("2024-03-01")
    let document = AknDocument(
      revision: revision, regulationID: "cha-1", revisionName: "2024-03-01",
      repealed: CalendarDate("2025-01-01"), repealedBy: "cha-2")
    let text = try String(decoding: document.bytes(), as: UTF8.self)
    #expect(text == Self.expected)
  }

  @Test func aTextWithoutProvisionsIsADocument() throws {
    try expectBack(Revision(title: ""))
  }

  @Test func worksHaveTheDayOfTheirFirstRevision() throws {
    var revision = Revision(title: "茶水间管理办法")
    revision.metadata.effective = CalendarDate("2024-03-01")
    let document = AknDocument(
      revision: revision, regulationID: "茶 1", revisionName: "r1",
      enacted: CalendarDate("2019-01-01"))
    let text = try String(decoding: document.bytes(), as: UTF8.self)
    #expect(text.contains("FRBRthis value=\"/akn/cn/act/2019-01-01/%E8%8C%B6%201/zho@r1\"/>"))
  }

  private static let expected = """
    <?xml version="1.0" encoding="UTF-8"?>
    <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
      <act name="regulation" contains="singleVersion">
        <meta>
          <identification source="#tiaowen">
            <FRBRWork>
              <FRBRthis value="/akn/cn/act/2024-02-01/cha-1"/>
              <FRBRuri value="/akn/cn/act/2024-02-01/cha-1"/>
              <FRBRdate date="2024-02-01" name="Generation"/>
              <FRBRauthor href="#issuer"/>
              <FRBRcountry value="cn"/>
              <FRBRnumber value="后勤〔2024〕5号"/>
              <FRBRname value="茶水间管理办法"/>
            </FRBRWork>
            <FRBRExpression>
              <FRBRthis value="/akn/cn/act/2024-02-01/cha-1/zho@2024-03-01"/>
              <FRBRuri value="/akn/cn/act/2024-02-01/cha-1/zho@2024-03-01"/>
              <FRBRdate date="2024-03-01" name="Generation"/>
              <FRBRauthor href="#issuer"/>
              <FRBRlanguage language="zho"/>
            </FRBRExpression>
            <FRBRManifestation>
              <FRBRthis value="/akn/cn/act/2024-02-01/cha-1/zho@2024-03-01.xml"/>
              <FRBRuri value="/akn/cn/act/2024-02-01/cha-1/zho@2024-03-01.xml"/>
              <FRBRdate date="2024-03-01" name="Generation"/>
              <FRBRauthor href="#tiaowen"/>
              <FRBRformat value="application/akn+xml"/>
            </FRBRManifestation>
          </identification>
          <lifecycle source="#tiaowen">
            <eventRef eId="event_promulgation" date="2024-02-01" source="#original" refersTo="#promulgation" type="generation"/>
            <eventRef eId="event_effect" date="2024-03-01" source="#original" refersTo="#effect"/>
            <eventRef eId="event_repeal" date="2025-01-01" source="#repealing" refersTo="#repeal" type="repeal"/>
          </lifecycle>
          <references source="#tiaowen">
            <original eId="original" href="/akn/cn/act/2024-02-01/cha-1/zho@2024-03-01" showAs="茶水间管理办法"/>
            <passiveRef eId="repealing" href="/akn/cn/act/cha-2" showAs="cha-2"/>
            <TLCOrganization eId="tiaowen" href="/akn/ontology/organization/cn/tiaowen" showAs="Tiaowen"/>
            <TLCOrganization eId="issuer" href="/akn/ontology/organization/cn/%E5%90%8E%E5%8B%A4%E9%83%A8" showAs="后勤部"/>
            <TLCEvent eId="promulgation" href="/akn/ontology/event/promulgation" showAs="公布"/>
            <TLCEvent eId="effect" href="/akn/ontology/event/effect" showAs="施行"/>
            <TLCEvent eId="repeal" href="/akn/ontology/event/repeal" showAs="废止"/>
          </references>
        </meta>
        <preface>
          <p>
            <docTitle>茶水间管理办法</docTitle>
          </p>
          <p>
            <docNumber>后勤〔2024〕5号</docNumber>
          </p>
        </preface>
        <body>
          <chapter eId="chp_1">
            <num>第一章</num>
            <heading>总则</heading>
            <article eId="art_1">
              <num>第一条</num>
              <intro eId="art_1__intro">
                <p>茶水间供下列人员使用：</p>
              </intro>
              <point eId="art_1__item_1">
                <num>（一）</num>
                <content eId="art_1__item_1__content">
                  <p>员工；</p>
                </content>
              </point>
              <paragraph eId="art_1__para_2">
                <content eId="art_1__para_2__content">
                  <p>用后应当擦拭。</p>
                </content>
              </paragraph>
            </article>
          </chapter>
        </body>
      </act>
    </akomaNtoso>

    """
}
