import Comparison
import Regulations
import Testing
import TestingSupport

/// The references in a revision's texts, and at what they point.
@Suite struct RevisionReferencesTests {
  /// An article of three 款 of which the second has 项, and one without 款.
  private static let articles = """
    article|第一条|-|印章由办公室保管。
    article|第二条|-|借用印章应当登记。
      paragraph|-|-|登记下列事项：
        item|（一）|-|用途；
        item|（二）|-|归还时间。
      paragraph|-|-|印章不得过夜。
    article|第三条|-|遗失印章的，应当报告：
      item|（一）|-|办公室；
      item|（二）|-|公安机关。
    """

  /// The references of all texts, each with its words and its target.
  private func references(
    _ notation: String, title: String = "印章管理办法"
  ) -> [String] {
    let revision = Revision(title: title, notation: notation)
    return RevisionReferences(of: revision).references.map { reference in
      let text = Array(revision.provisions[reference.provision].text.utf8)
      let words = String(decoding: text[reference.range], as: UTF8.self)
      switch reference.target {
      case .own(let id): return "\(words): \(id)"
      case .foreign(let name, nil): return "\(words): \(name)"
      case .foreign(let name, let part?):
        let numbers = [
          part.article.description, part.paragraph.map { "款\($0)" },
          part.item.map { "项\($0)" },
        ]
        return "\(words): \(name) " + numbers.compactMap { $0 }.joined(separator: " ")
      }
    }
  }

  /// The references of a text in an article behind the others.
  private func references(in text: String, title: String = "印章管理办法") -> [String] {
    references(Self.articles + "\narticle|第四条|-|\(text)", title: title)
  }

  @Test(arguments: [
    ("第二条", "art_2"), ("第2条", "art_2"), ("本办法第三条", "art_3"),
    ("第二条第一款", "art_2__para_1"), ("第二条第二款", "art_2__para_2"),
    ("第二条第二款第（二）项", "art_2__para_2__item_2"), ("第二条第二款第二项", "art_2__para_2__item_2"),
    ("第三条第（一）项", "art_3__item_1"), ("第三条第一款", "art_3"),
    ("第三条第一款第（二）项", "art_3__item_2"), ("第二条第（二）项", "art_2__para_2__item_2"),
  ])
  func findsThePartThatIsNamed(_ words: String, _ id: String) {
    let reference = words.replacing("本办法", with: "")
    #expect(references(in: "违反\(words)规定的，处罚。") == ["\(reference): \(id)"])
  }

  @Test(arguments: ["第二条第五款", "第二条第二款第（九）项", "第三条第二款第（一）项"])
  func pointsAtTheArticleThatHasNoSuchPart(_ words: String) {
    #expect(
      references(in: "违反\(words)规定的，处罚。") == ["\(words): art_\(words.hasPrefix("第二") ? 2 : 3)"])
  }

  @Test(arguments: [
    "第九条", "本法第二条", "公约第二条", "附件一第二条", "第四条", "本条", "同条第二款", "目前条件",
    "附录第三条", "所列第一项", "公约第二条和第三条", "合同第二条第一款、第二款",
  ])
  func findsNothingInTheRegulationWhereAnotherIsMeant(_ words: String) {
    #expect(references(in: "违反\(words)规定的，处罚。") == [])
  }

  @Test func findsTheItemsOfTheOnlyParagraphThatHasThem() {
    let tail = "\n  paragraph|-|-|达到第一项规定的。"
    #expect(references(Self.articles + tail) == ["第一项: art_3__item_1"])
  }

  @Test func findsEachOfAList() {
    #expect(
      references(in: "第一条、第三条和第二条第一款、第三款，第二条第二款第（一）项、第（二）项。") == [
        "第一条: art_1", "第三条: art_3", "第二条第一款: art_2__para_1", "第三款: art_2__para_3",
        "第二条第二款第（一）项: art_2__para_2__item_1", "第（二）项: art_2__para_2__item_2",
      ])
  }

  @Test func findsBothEndsOfARange() {
    #expect(references(in: "第一条至第三条。") == ["第一条: art_1", "第三条: art_3"])
  }

  @Test func findsWhatStandsBefore() {
    let tail = """

      article|第四条|-|本条第三款、第二款适用前条，前两条除外，前三条第二款。
        paragraph|-|-|前款和第一款，本款第（一）项：
          item|（一）|-|前款；
          item|（二）|-|前项，第（一）项，前条第（二）项。
        paragraph|-|-|前两款，前款第（二）项。
      """
    #expect(
      references(Self.articles + tail) == [
        "本条第三款: art_4__para_3", "第二款: art_4__para_2", "前条: art_3", "前两条: art_2",
        "前三条第二款: art_1",
        "前款: art_4__para_1", "第一款: art_4__para_1", "本款第（一）项: art_4__para_2__item_1",
        "前款: art_4__para_1", "前项: art_4__para_2__item_1", "第（一）项: art_4__para_2__item_1",
        "前条第（二）项: art_3__item_2",
        "前两款: art_4__para_1", "前款第（二）项: art_4__para_2__item_2",
      ])
  }

  @Test func knowsOtherRegulationsByName() {
    #expect(
      references(
        in: "依照《劳动合同法》第三十九条第二项、第四十条，违反劳动合同法第三十九条第一款和中华人民共和国刑法第五条，《关于〈印章〉的规定》除外。")
        == [
          "《劳动合同法》: 劳动合同法", "第三十九条第二项: 劳动合同法 39 项2", "第四十条: 劳动合同法 40",
          "第三十九条第一款: 劳动合同法 39 款1", "第五条: 中华人民共和国刑法 5",
          "《关于〈印章〉的规定》: 关于〈印章〉的规定",
        ])
  }

  @Test(arguments: ["本法第二条", "该条例第二条", "有关规定第二条", "依照规定第二条"])
  func wordsThatNameNothingAreNoNames(_ words: String) {
    #expect(references(in: "按照\(words)处理。", title: "印章管理办法实施细则") == [])
  }

  @Test func ownArticlesMayFollowThoseOfOthers() {
    #expect(references(in: "公约第二条和本法第三条。", title: "印章法") == ["第三条: art_3"])
  }

  // 本法第二条 was read in 基本法第二条.
  @Test(arguments: [
    ("第三条第（一）、（二）项", ["第三条第（一）: art_3__item_1", "（二）项: art_3__item_2"]),
    ("第二、三条", ["第二: art_2", "三条: art_3"]),
    ("第二条第一、二款", ["第二条第一: art_2__para_1", "二款: art_2__para_2"]),
    ("第二和第三条", ["第三条: art_3"]),
  ])
  func numbersMayShareTheirWord(_ words: String, _ found: [String]) {
    #expect(references(in: "违反\(words)规定的，处罚。") == found)
  }

  @Test func aListOfOthersGoesOnInItsSentence() {
    let text = "符合民事诉讼法第二条的规定，且不属于第三条规定的，受理。违反第三条的，处罚。"
    #expect(
      references(in: text) == ["第二条: 民事诉讼法 2", "第三条: 民事诉讼法 3", "第三条: art_3"])
  }

  @Test func namesMayHoldWordsThatLeadToNames() {
    #expect(references(in: "依照涉外关系法律适用法第十条处理。") == ["第十条: 涉外关系法律适用法 10"])
  }

  @Test func basicLawIsAnotherLaw() {
    #expect(
      references(in: "依照澳门基本法第二条和第三条办理。", title: "印章法") == [
        "第二条: 澳门基本法 2", "第三条: 澳门基本法 3",
      ])
  }

  @Test func whatStandsInANameIsNoReference() {
    #expect(
      references(in: "《关于第二条的《解释》》和《未完，第二条。") == [
        "《关于第二条的《解释》》: 关于第二条的《解释》", "第二条: art_2",
      ])
  }

  @Test func givesBytesOfTheTextAsItStands() {
    #expect(
      references(in: "依照第 ２ 条 第２款第㈡项 办理，第\\n一条。") == [
        "第 ２ 条 第２款第㈡项: art_2__para_2__item_2", "第\n一条: art_1",
      ])
  }

  @Test func keepsTaiwansOrder() {
    let notation = """
      article|第 1 條|-|印信由秘書處保管。
        paragraph|-|-|借用印信，應登記：
          item|一、|-|用途。
          item|二、|-|時間。
      article|第 2 條|-|依第一條第二項第二款及前條第一項辦理。
        paragraph|-|-|前項規定，準用之。
      """
    #expect(
      references(notation, title: "印信管理辦法") == [
        "第一條第二項第二款: art_1__para_2__item_2", "前條第一項: art_1__para_1", "前項: art_2__para_1",
      ])
  }

  @Test func anAnnexHasNumbersOfItsOwn() {
    var revision = Revision(
      title: "印章管理办法",
      notation: """
        article|第一条|-|印章由办公室保管，见第二条。
        article|第二条|-|借用应当登记。
        annex|附件|-|-
          article|第一条|-|依照前条和第二条。
          article|第二条|-|依照第三条和前条。
        """)
    revision.provisions[3].id = ProvisionID("art_1~2")
    revision.provisions[4].id = ProvisionID("art_2~2")
    let targets = RevisionReferences(of: revision).references.map(\.target)
    let expected = ["art_2", "art_2~2", "art_1~2"].map {
      RevisionReferences.Target.own(ProvisionID($0))
    }
    #expect(targets == expected)
  }

  @Test func findsPlacesByNumber() {
    let places = CitedPlaces(Revision(title: "印章管理办法", notation: Self.articles).provisions)
    func id(_ article: Int, _ paragraph: Int? = nil, _ item: Int? = nil) -> String? {
      let part = CitedPart(
        article: ProvisionNumber(article), paragraph: paragraph,
        item: item.map { ProvisionNumber($0) })
      return places.id(of: part)?.description
    }
    #expect(id(2) == "art_2")
    #expect(id(2, 1) == "art_2__para_1")
    #expect(id(2, 2, 2) == "art_2__para_2__item_2")
    #expect(id(2, 1, 1) == "art_2")
    #expect(id(9) == nil)
  }
}
