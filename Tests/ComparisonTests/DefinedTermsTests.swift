import Comparison
import Regulations
import Testing
import TestingSupport

/// The terms that a revision defines, and where texts use them.
@Suite struct DefinedTermsTests {
  private func names(_ notation: String) -> [String] {
    DefinedTerms(of: Revision(title: "印章管理办法", notation: notation)).terms.map(\.name)
  }

  @Test(arguments: [
    ("本办法所称印章，是指公司的公章。", "印章"), ("本办法所称的印章是指公司的公章。", "印章"),
    ("本办法所称“专用章”，是指合同章。", "专用章"), ("前款所称保管人，包括代管人。", "保管人"),
    ("“用印”是指加盖印章。", "用印"), ("电子印章，是指数据形式的印章。", "电子印章"), ("外借：指带出办公场所。", "外借"),
    ("用印应当登记。废印，是指停用的印章。", "废印"),
    ("总经理办公室（以下简称“总办”）保管印章。", "总办"), ("公章和合同章（以下统称印章）由专人保管。", "印章"),
    ("本辦法所稱印信，係指公章。", "印信"),
  ])
  func findsATerm(_ text: String, _ name: String) {
    #expect(names("article|第一条|-|\(text)") == [name])
  }

  @Test(arguments: [
    "本办法所称以上、以下，包括本数。", "本办法所称以上，包括本数。", "依照《办法》（以下简称本办法）办理。",
    "依照《印章管理条例》（以下简称条例）办理。", "应当登记的事项，是指用途。", "保管人，指定专人登记。",
    "前款所称登记表应当包括用途。", "其目的是指明用途。", "部门负责人由公司指派。", "违反规定使用印章的行为是指擅自用印。",
    "所称章，是指印章。", "保管、使用，是指下列情形。", "本办法所称十日，是指工作日。",
  ])
  func takesNothingElseForATerm(_ text: String) {
    #expect(names("article|第一条|-|\(text)") == [])
  }

  @Test func findsTheTermsOfAList() {
    #expect(
      names(
        """
        article|第一条|-|本办法下列用语的含义：
          item|（一）|-|印章，是指公章；
          item|（二）|-|用印，是指加盖印章；
          item|（三）|-|“印章”，是指合同章。
        """) == ["印章", "用印"])
  }

  @Test func keepsTheSentence() {
    let notation = "article|第一条|-|印章应当保管。本办法所称用印，是指加盖印章；代签视为用印。其他从略。"
    let terms = DefinedTerms(of: Revision(title: "印章管理办法", notation: notation)).terms
    #expect(terms.map(\.definition) == ["本办法所称用印，是指加盖印章；代签视为用印。"])
    #expect(terms.map(\.provision) == [0])
  }

  @Test func cutsALongSentenceAroundTheTerm() throws {
    let long = String(repeating: "公司各部门", count: 40)
    for text in ["所称用印，是指\(long)。", "\(long)盖章（以下简称用印）\(long)。"] {
      let notation = "article|第一条|-|\(text)"
      let terms = DefinedTerms(of: Revision(title: "印章管理办法", notation: notation)).terms
      let definition = try #require(terms.first?.definition)
      #expect(definition.unicodeScalars.count == 160)
      #expect(definition.contains("用印"))
      #expect(definition.hasSuffix("…"))
    }
  }

  private func uses(in text: String) -> [String] {
    let terms = DefinedTerms(
      of: Revision(
        title: "印章管理办法",
        notation: """
          article|第一条|-|本办法所称印章，是指公章。
          article|第二条|-|本办法所称印章保管人，是指专人。
          article|第三条|-|本办法所称OA系统，是指办公系统。
          """))
    return terms.uses(in: text).map { use in
      "\(String(decoding: Array(text.utf8)[use.range], as: UTF8.self)) \(use.term)"
    }
  }

  @Test func findsTheLongestTerm() {
    #expect(uses(in: "印章保管人的印章，印章保管室。") == ["印章保管人 1", "印章 0", "印章 0"])
  }

  @Test func findsNoTermWithinAnotherWord() {
    #expect(uses(in: "非印章，SOA系统，OA系统") == ["OA系统 2"])
    #expect(uses(in: "印") == [])
  }
}
