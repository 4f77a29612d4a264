import Testing

@testable import Publishing

/// Names of regulations that no 《》 marks.
@Suite struct BareNamesTests {
  private static let titles = [
    "中华人民共和国刑法", "刑法", "治安管理处罚法", "公司法", "公司法实施条例", "宪法", "考勤办法", "法规",
  ]

  private func names(in text: String) -> [String] {
    let names = BareNames(Self.titles.enumerated().map { (title: $1, regulation: $0) })
    let bytes = Array(text.utf8)
    return names.names(in: bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test(arguments: [
    ("构成犯罪的，依照刑法追究责任。", ["刑法"]), ("根据宪法，制定本法。", ["宪法"]),
    ("违反考勤办法的规定", ["考勤办法"]), ("适用公司法", ["公司法"]),
    ("依照中华人民共和国刑法第九条", ["中华人民共和国刑法"]), ("根据中华人民共和国刑法制定。", ["中华人民共和国刑法"]),
    ("依照公司法实施条例办理", ["公司法实施条例"]),
    ("依照刑法和治安管理处罚法处罚", ["刑法", "治安管理处罚法"]),
    ("根据宪法、公司法以及有关规定", ["宪法", "公司法"]),
  ])
  func areFoundWhereWordsLeadToThem(_ text: String, _ found: [String]) {
    #expect(names(in: text) == found)
  }

  @Test(arguments: [
    "刑法是基本法律。", "依照宪法宣誓制度", "违反法规的", "依照公司法人章程", "学习刑法和宪法", "依照", "根据",
    "依照公司", "不依照公司法解释执行",
  ])
  func areNoneElsewhere(_ text: String) {
    #expect(names(in: text) == [])
  }
}
