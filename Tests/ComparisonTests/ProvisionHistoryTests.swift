import Comparison
import Regulations
import Testing
import TestingSupport

/// What became of one provision over several revisions.
@Suite struct ProvisionHistoryTests {
  private static let first = """
    chapter|第一章|总则
      article|第一条|-|为了规范仓库管理，保障物资安全，制定本办法。
      article|第二条|-|仓库的收货、保管、发货和盘点适用本办法。
    chapter|第二章|收货
      article|第三条|-|收货人应当在货到当日核对数量和外观，并在五日内办理入库。
      article|第四条|-|数量不符的，收货人应当通知采购部门，由其与供应商联系。
      article|第五条|-|保管员每月盘点一次，盘点结果报仓储部备案。
    """

  /// An article is put in before the others: 第三条 becomes 第四条.
  private static let second = """
    chapter|第一章|总则
      article|第一条|-|为了规范仓库管理，保障物资安全，制定本办法。
      article|第二条|-|仓储部负责仓库的日常管理。
      article|第三条|-|仓库的收货、保管、发货和盘点适用本办法。
    chapter|第二章|收货
      article|第四条|-|收货人应当在货到当日核对数量和外观，并在五日内办理入库。
      article|第五条|-|数量不符的，收货人应当通知采购部门，由其与供应商联系。
      article|第六条|-|保管员每月盘点一次，盘点结果报仓储部备案。
    """

  private func sequence(_ notations: String...) -> RevisionSequence {
    RevisionSequence(notations.map { Revision(title: "仓库管理办法", notation: $0) })
  }

  /// The steps as lines: the labels in each revision, and what became of them.
  private func steps(
    _ id: String, in index: Int, of sequence: RevisionSequence
  ) throws -> [String] {
    let provisions = sequence.revisions[index].provisions
    let start = try #require(provisions.firstIndex { $0.id == ProvisionID(id) })
    var end = start + 1
    while end < provisions.count, let parent = provisions[end].parent, parent >= start { end += 1 }
    return lines(ProvisionHistory(of: start..<end, in: index, of: sequence))
  }

  private func lines(_ history: ProvisionHistory) -> [String] {
    history.steps.map { step in
      let labels = step.places.map { $0.side.label ?? "-" }.joined(separator: "+")
      let changes = step.changes.map { change in
        let relation = change.relation.map { " " + $0.rawValue } ?? ""
        return " \(change.old?.label ?? "-")→\(change.new?.label ?? "-") \(change.kind.rawValue)"
          + relation
      }
      return (labels.isEmpty ? "absent" : labels) + ":" + changes.joined(separator: ",")
    }
  }

  // MARK: Articles

  @Test func followsNewNumbersOverThreeRevisions() throws {
    let third = Self.second.replacing("五日内", with: "三日内").replacing("第五条|-|数量", with: "第五条之一|-|数量")
    let sequence = sequence(Self.first, Self.second, third)
    let expected = [
      "第三条:", "第四条: 第三条→第四条 renumbered", "第四条: 第四条→第四条 modified",
    ]
    #expect(try steps("art_4", in: 2, of: sequence) == expected)
    #expect(try steps("art_4", in: 1, of: sequence) == expected)
    #expect(try steps("art_3", in: 0, of: sequence) == expected)
  }

  @Test func showsTheEditsOfEachRevision() throws {
    let third = Self.second.replacing("五日内", with: "三日内")
    let history = ProvisionHistory(
      of: 5..<6, in: 1, of: sequence(Self.first, Self.second, third))
    #expect(history.steps[1].changes.map { marked($0.edits) } == [""])
    #expect(
      history.steps[2].changes.map { marked($0.edits) }
        == ["收货人应当在货到当日核对数量和外观，并在[五→三]日内办理入库。"])
    #expect(history.steps[2].places.map(\.side.text).first?.contains("三日内") == true)
  }

  @Test func tellsWhereAProvisionBeginsAndEnds() throws {
    let third = Self.second.replacing("  article|第二条|-|仓储部负责仓库的日常管理。\n", with: "")
    let sequence = sequence(Self.first, Self.second, third, third)
    let provisions = sequence.revisions[1].provisions
    let start = try #require(provisions.firstIndex { $0.label == "第二条" })
    let history = ProvisionHistory(of: start..<start + 1, in: 1, of: sequence)
    #expect(
      lines(history) == [
        "absent:", "第二条: -→第二条 added", "absent: 第二条→- deleted", "absent:",
      ])
    #expect(history.first == 1)
    #expect(history.last == 1)
  }

  @Test func givesTheOneTextOfOneRevision() throws {
    #expect(try steps("art_3", in: 0, of: sequence(Self.first)) == ["第三条:"])
  }

  // MARK: Splits and merges

  private static let whole = """
    article|第一条|-|为了规范仓库管理，保障物资安全，制定本办法。
    article|第二条|-|收货人应当在货到当日核对数量和外观，并在五日内办理入库。数量不符的，收货人应当通知采购部门，由其与供应商联系并做好记录。
    article|第三条|-|保管员每月盘点一次，盘点结果报仓储部备案。
    """
  private static let parted = """
    article|第一条|-|为了规范仓库管理，保障物资安全，制定本办法。
    article|第二条|-|收货人应当在货到当日核对数量和外观，并在五日内办理入库。
    article|第三条|-|数量不符的，收货人应当通知采购部门，由其与供应商联系并做好记录。
    article|第四条|-|保管员每月盘点一次，盘点结果报仓储部备案。
    """

  @Test func followsEveryPartOfASplit() throws {
    let shifted = Self.parted.replacing("第四条", with: "第五条").replacing("第三条", with: "第四条")
      .replacing("article|第四条|", with: "article|第三条|-|叉车由持证人员驾驶。\narticle|第四条|")
    let sequence = sequence(Self.whole, Self.parted, shifted)
    #expect(
      try steps("art_2", in: 0, of: sequence) == [
        "第二条:",
        "第二条+第三条: 第二条→第二条 modified split,"
          + " 第二条→第三条 modified+renumbered split",
        "第二条+第四条: 第二条→第二条 unchanged, 第三条→第四条 renumbered",
      ])
    // Backwards from one part the whole split is told, and the one part is followed.
    #expect(
      try steps("art_4", in: 2, of: sequence) == [
        "第二条:", "第三条: 第二条→第二条 modified split, 第二条→第三条 modified+renumbered split",
        "第四条: 第三条→第四条 renumbered",
      ])
  }

  @Test func followsAllThatWasMerged() throws {
    let sequence = sequence(Self.parted, Self.whole)
    let changes =
      "第二条: 第二条→第二条 modified merged, 第三条→第二条 modified+renumbered merged"
    #expect(try steps("art_2", in: 1, of: sequence) == ["第二条+第三条:", changes])
    #expect(try steps("art_3", in: 0, of: sequence) == ["第三条:", changes])
  }

  // MARK: Chapters and clauses

  @Test func tellsWhatChangedBelowAChapter() throws {
    let sequence = sequence(Self.first, Self.second)
    let history = ProvisionHistory(of: 0..<3, in: 0, of: sequence)
    #expect(lines(history) == ["第一章:", "第一章: 第一章→第一章 unchanged"])
    #expect(history.steps[0].contents.map(\.side.label) == ["第一条", "第二条"])
    #expect(
      history.steps[1].changesBelow.map { "\($0.news.first?.label ?? "-") \($0.kind.rawValue)" }
        == ["第一条 unchanged", "第二条 added", "第三条 renumbered"])
  }
}
