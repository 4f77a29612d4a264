import Comparison
import Regulations
import Testing
import TestingSupport

/// What became of a 款, 项 or 目 over several revisions.
@Suite struct PartHistoryTests {
  private static let first = """
    article|第一条|-|为了规范仓库管理，保障物资安全，制定本办法。
    article|第二条|-|保管员每月盘点一次，盘点结果报仓储部备案。
      paragraph|-|-|盘点应当由两人以上进行，并有下列记录：
        item|（一）|-|盘点日期和参加人员；
        item|（二）|-|账面数量和实际数量。
      paragraph|-|-|盘点期间暂停发货，紧急情况由仓储部经理批准。
    """

  /// A 款 is put in before the others, and an article before theirs.
  private static let second = """
    article|第一条|-|为了规范仓库管理，保障物资安全，制定本办法。
    article|第二条|-|叉车由持证人员驾驶，驾驶员每日检查车况。
    article|第三条|-|仓储部每年编制盘点计划。
      paragraph|-|-|保管员每月盘点一次，盘点结果报仓储部备案。
      paragraph|-|-|盘点应当由两人以上进行，并有下列记录：
        item|（一）|-|盘点日期和参加人员；
        item|（二）|-|盘点方法；
        item|（三）|-|账面数量和实际数量。
      paragraph|-|-|盘点期间暂停发货，紧急情况由仓储部经理批准。
    """

  private func lines(
    _ range: Range<Int>, in index: Int, _ notations: String...
  ) -> [String] {
    let sequence = RevisionSequence(
      notations.map { Revision(title: "仓库管理办法", notation: $0) })
    return ProvisionHistory(of: range, in: index, of: sequence).steps.map { step in
      let labels = step.places.map { $0.side.label ?? "-" }.joined(separator: "+")
      let kinds = step.changes.map { " " + $0.kind.rawValue }.joined()
      return (labels.isEmpty ? "absent" : labels) + ":" + kinds
    }
  }

  @Test func followsTheFirstParagraph() {
    let expected = ["第二条第一款:", "第三条第二款: renumbered"]
    #expect(lines(1..<2, in: 0, Self.first, Self.second) == expected)
    #expect(lines(3..<4, in: 1, Self.first, Self.second) == expected)
  }

  @Test func followsAParagraphWithItsItems() {
    let expected = ["第二条第二款:", "第三条第三款: modified+renumbered"]
    #expect(lines(2..<5, in: 0, Self.first, Self.second) == expected)
    #expect(lines(4..<8, in: 1, Self.first, Self.second) == expected)
  }

  @Test func followsAnItem() {
    let expected = ["第二条第二款第（二）项:", "第三条第三款第（三）项: renumbered"]
    #expect(lines(4..<5, in: 0, Self.first, Self.second) == expected)
    #expect(lines(7..<8, in: 1, Self.first, Self.second) == expected)
  }

  @Test func tellsWhereAPartBeginsAndEnds() {
    #expect(
      lines(6..<7, in: 1, Self.first, Self.second) == ["absent:", "第三条第三款第（二）项: added"])
    #expect(
      lines(6..<7, in: 0, Self.second, Self.first) == ["第三条第三款第（二）项:", "absent: deleted"])
  }

  @Test func seesWordsThatChange() {
    let third = Self.second.replacing("两人以上", with: "三人以上")
    #expect(
      lines(2..<5, in: 0, Self.first, Self.second, third) == [
        "第二条第二款:", "第三条第三款: modified+renumbered", "第三条第三款: modified",
      ])
    // The 款 beside it stays as it was.
    #expect(
      lines(8..<9, in: 2, Self.first, Self.second, third) == [
        "第二条第三款:", "第三条第四款: renumbered", "第三条第四款: unchanged",
      ])
  }

  @Test func followsAParagraphIntoAnArticleOfItsOwn() {
    let parted = """
      article|第一条|-|为了规范仓库管理，保障物资安全，制定本办法。
      article|第二条|-|保管员每月盘点一次，盘点结果报仓储部备案。
        paragraph|-|-|盘点应当由两人以上进行，并有下列记录：
          item|（一）|-|盘点日期和参加人员；
          item|（二）|-|账面数量和实际数量。
      article|第三条|-|盘点期间暂停发货，紧急情况由仓储部经理批准。
      """
    let expected = ["第二条第三款:", "第三条: renumbered"]
    #expect(lines(5..<6, in: 0, Self.first, parted) == expected)
  }
}
