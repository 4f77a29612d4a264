import Comparison
import Regulations
import Testing
import TestingSupport

/// What counts as a reference to the regulation itself: others do not follow it.
@Suite struct CrossReferenceTests {
  /// Whether only the reference follows when the articles move by one.
  private func follows(_ before: String, _ after: String) -> Bool {
    let old = """
      article|第一条|-|为了规范印章的使用，制定本办法。
      article|第二条|-|印章由办公室指定专人保管。
      article|第三条|-|\(before)
      """
    let new = """
      article|第一条|-|为了规范印章的使用，制定本办法。
      article|第二条|-|印章的刻制须经总经理批准，并在公安机关备案。
      article|第三条|-|印章由办公室指定专人保管。
      article|第四条|-|\(after)
      """
    let comparison = RevisionComparison(
      Revision(title: "印章管理办法", notation: old), Revision(title: "印章管理办法", notation: new))
    return comparison.changes.last?.crossReferencesOnly == true
  }

  @Test(arguments: [
    ("违反第二条规定的，给予警告。", "违反第三条规定的，给予警告。"),
    ("违反本办法第二条规定的，给予警告。", "违反本办法第三条规定的，给予警告。"),
    ("违反第一条、第二条规定的，给予警告。", "违反第一条、第三条规定的，给予警告。"),
    ("违反第一条至第二条规定的，给予警告。", "违反第一条至第三条规定的，给予警告。"),
    ("违反第二条第一款第（二）项规定的，给予警告。", "违反第三条第一款第（二）项规定的，给予警告。"),
  ])
  func followWhenTheyAreItsOwn(_ texts: (String, String)) {
    #expect(follows(texts.0, texts.1))
  }

  @Test(arguments: [
    ("违反《公司法》第二条规定的，给予警告。", "违反《公司法》第三条规定的，给予警告。"),
    ("依照刑法第二条规定处理的，给予警告。", "依照刑法第三条规定处理的，给予警告。"),
    ("依照刑法第一条规定之罪、第二条处理的，给予警告。", "依照刑法第一条规定之罪、第三条处理的，给予警告。"),
    ("依照《刑法》（以下简称本法）第二条处理的，给予警告。", "依照《刑法》（以下简称本法）第三条处理的，给予警告。"),
    ("依照本法第二条处理的，给予警告。", "依照本法第三条处理的，给予警告。"),
    ("依照刑法第一条、第二条处理的，给予警告。", "依照刑法第一条、第三条处理的，给予警告。"),
    ("违反第二条第一款规定的，给予警告。", "违反第三条第二款规定的，给予警告。"),
    ("违反第一条规定的，给予警告。", "违反第二条规定的，给予警告。"),
  ])
  func areWordsWhenTheyAreAnothers(_ texts: (String, String)) {
    #expect(!follows(texts.0, texts.1))
  }

  @Test func areStaleWhenTheirTargetMovedWithoutThem() {
    let old = """
      article|第一条|-|为了规范印章的使用，制定本办法。
      article|第二条|-|印章由办公室指定专人保管。
      article|第三条|-|借用印章的，应当填写登记表并当日归还。
      article|第四条|-|违反第二条、第三条规定的，给予警告；依照《公司法》第二条处理。
      """
    let new = """
      article|第一条|-|为了规范印章的使用，制定本办法。
      article|第二条|-|印章的刻制须经总经理批准，并在公安机关备案。
      article|第三条|-|印章由办公室指定专人保管。
      article|第四条|-|违反第二条、第三条、第九条规定的，给予警告；依照《公司法》第二条处理。
      """
    let comparison = RevisionComparison(
      Revision(title: "印章管理办法", notation: old), Revision(title: "印章管理办法", notation: new))
    #expect(
      comparison.staleReferences.map { "\($0.reference) \($0.now ?? "-") \($0.meant ?? "-")" } == [
        "第二条 第二条 第三条", "第三条 第三条 -", "第九条 - -",
      ])
  }
}
