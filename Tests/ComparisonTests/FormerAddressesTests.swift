import Comparison
import Regulations
import Testing
import TestingSupport

/// Where what stood at addresses of earlier revisions is now.
@Suite struct FormerAddressesTests {
  private static let first = """
    chapter|第一章|总则|-
      article|第一条|-|为了规范仓库管理，保障物资安全，制定本办法。
      article|第二条|-|保管员每月盘点一次，盘点结果报仓储部备案。
        paragraph|-|-|盘点应当由两人以上进行，并有下列记录：
          item|（一）|-|盘点日期和参加人员；
          item|（二）|-|账面数量和实际数量。
        paragraph|-|-|盘点期间暂停发货，紧急情况由仓储部经理批准。
      article|第三条|-|废旧包装由后勤部门统一回收，出售所得上缴财务。
    """

  /// An article is put in, another is gone, and the last 项 stands before the first.
  private static let second = """
    chapter|第一章|总则|-
      article|第一条|-|为了规范仓库管理，保障物资安全，制定本办法。
      article|第二条|-|叉车由持证人员驾驶，驾驶员每日检查车况。
      article|第三条|-|保管员每月盘点一次，盘点结果报仓储部备案。
        paragraph|-|-|盘点应当由两人以上进行，并有下列记录：
          item|（一）|-|账面数量和实际数量；
          item|（二）|-|盘点日期和参加人员。
        paragraph|-|-|盘点期间暂停发货，紧急情况由仓储部经理批准。
    """

  /// The last 款 is an article of its own, and words are others.
  private static let third = """
    chapter|第一章|总则|-
      article|第一条|-|为了规范仓库管理，保障物资安全，制定本办法。
      article|第二条|-|叉车由持证人员驾驶，驾驶员每周检查车况。
      article|第三条|-|保管员每月盘点一次，盘点结果报仓储部备案。
        paragraph|-|-|盘点应当由两人以上进行，并有下列记录：
          item|（一）|-|账面数量和实际数量；
          item|（二）|-|盘点日期和参加人员。
      article|第四条|-|盘点期间暂停发货，紧急情况由仓储部经理批准。
    """

  /// The addresses of a revision, each with what became of it.
  private func lines(_ revision: Int, of notations: String...) -> [String] {
    let sequence = RevisionSequence(
      notations.map { Revision(title: "仓库管理办法", notation: $0) })
    return FormerAddresses(sequence).addresses.filter { $0.revision == revision }.map { address in
      let now = zip(address.successors, address.successorNames).map { "\($0) \($1)" }
      let place = now.isEmpty ? "near \(address.nearest?.description ?? "-")" : ""
      return "\(address.id) \(address.name): \(now.joined(separator: "+"))\(place)"
        + (address.isModified ? " *" : "")
    }
  }

  @Test func followsEverythingToTheLastRevision() {
    #expect(
      lines(0, of: Self.first, Self.second, Self.third) == [
        "chp_1 第一章: chp_1 第一章 *",
        "art_1 第一条: art_1 第一条",
        "art_2 第二条: art_3 第三条+art_4 第四条 *",
        "art_2__para_1 第二条第一款: art_3__para_1 第三条第一款",
        "art_2__para_2 第二条第二款: art_3__para_2 第三条第二款 *",
        "art_2__para_2__item_1 第二条第二款第（一）项: art_3__para_2__item_2 第三条第二款第（二）项",
        "art_2__para_2__item_2 第二条第二款第（二）项: art_3__para_2__item_1 第三条第二款第（一）项",
        "art_2__para_3 第二条第三款: art_4 第四条",
        "art_3 第三条: near chp_1 *",
      ])
  }

  @Test func tellsWhichWordsAreOthers() {
    #expect(
      lines(1, of: Self.first, Self.second, Self.third) == [
        "chp_1 第一章: chp_1 第一章 *",
        "art_1 第一条: art_1 第一条",
        "art_2 第二条: art_2 第二条 *",
        "art_3 第三条: art_3 第三条+art_4 第四条 *",
        "art_3__para_1 第三条第一款: art_3__para_1 第三条第一款",
        "art_3__para_2 第三条第二款: art_3__para_2 第三条第二款",
        "art_3__para_2__item_1 第三条第二款第（一）项: art_3__para_2__item_1 第三条第二款第（一）项",
        "art_3__para_2__item_2 第三条第二款第（二）项: art_3__para_2__item_2 第三条第二款第（二）项",
        "art_3__para_3 第三条第三款: art_4 第四条",
      ])
  }

  @Test func everythingStaysInAnEqualRevision() {
    let sequence = RevisionSequence(
      [Self.first, Self.first].map { Revision(title: "仓库管理办法", notation: $0) })
    let addresses = FormerAddresses(sequence).addresses
    #expect(addresses.count == 9)
    for address in addresses {
      #expect(address.successors == [address.id])
      #expect(address.successorNames == [address.name])
      #expect(!address.isModified)
    }
  }

  @Test func tellsWhatStandsAboveADeletedPart() {
    let shorter = """
      chapter|第一章|总则|-
        article|第一条|-|为了规范仓库管理，保障物资安全，制定本办法。
        article|第二条|-|保管员每月盘点一次，盘点结果报仓储部备案。
          paragraph|-|-|盘点应当由两人以上进行，并有下列记录：
            item|（一）|-|盘点日期和参加人员；
      """
    #expect(
      lines(0, of: Self.first, shorter).suffix(3) == [
        "art_2__para_2__item_2 第二条第二款第（二）项: near art_2__para_2 *",
        "art_2__para_3 第二条第三款: near art_2 *", "art_3 第三条: near chp_1 *",
      ])
    #expect(lines(0, of: "article|第一条|-|办公用品由行政部采购。", shorter) == ["art_1 第一条: near - *"])
  }

  @Test func aSingleRevisionHasNoFormerAddresses() {
    #expect(lines(0, of: Self.first) == [])
  }
}
