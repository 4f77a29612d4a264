import Comparison
import Regulations
import Testing

@testable import Publishing

/// The table that is made of a comparison.
struct ComparisonTableTests {
  private func table(_ old: [String], _ new: [String]) -> ComparisonTable {
    ComparisonTable(SampleComparison.report(articles: old, new))
  }

  @Test func hasEmptyCellsForWhatIsNewAndWhatIsGone() throws {
    let table = table(
      ["茶水间供全体员工使用，保持整洁。", "使用微波炉后应当擦拭干净。"],
      ["茶水间供全体员工使用，保持整洁。", "冰箱内的食品应当写明姓名和日期。"])
    try #require(table.rows.count == 2)
    let added = try #require(table.rows.first { $0.change.kind == .added })
    let deleted = try #require(table.rows.first { $0.change.kind == .deleted })
    #expect(added.olds.isEmpty)
    #expect(added.news.first?.lines == [[Edit(.inserted, "冰箱内的食品应当写明姓名和日期。")]])
    #expect(added.note == "新增")
    #expect(deleted.news.isEmpty)
    #expect(deleted.note == "删除")
    #expect(table.title == "《茶水间使用规定》修订前后对照表")
  }

  @Test func marksEachSideAndSaysWhatToLookAt() throws {
    let table = table(["报修应当在5日内处理完毕，并答复报修人。"], ["报修应当在3个工作日内处理完毕，并答复报修人。"])
    let row = try #require(table.rows.first)
    #expect(row.olds.first?.lines.first?.map(\.kind) == [.kept, .deleted, .kept])
    #expect(row.news.first?.lines.first?.map(\.kind) == [.kept, .inserted, .kept])
    #expect(row.note == "修改；“5日”改为“3个工作日”")
  }

  @Test func foldsWhatOnlyFollowsFromOtherChanges() {
    let table = table(
      ["茶水间供全体员工使用，保持整洁。", "使用微波炉后应当擦拭干净。"],
      ["茶水间每日8时开放，20时关闭。", "茶水间供全体员工使用，保持整洁。", "使用微波炉后应当擦拭干净。"])
    #expect(table.rows.map(\.note) == ["新增"])
    #expect(table.foldedRows.map(\.note) == ["原第1条改为第2条", "原第2条改为第3条"])
    #expect(table.notes == ["以下改动未逐条列出：仅条号变动 2 处。"])
    #expect(table.counts == ["新增 1 条", "仅条号变动 2 条"])
  }

  @Test func marksHeadingsOfAMergerAndSaysAllThatHappened() throws {
    let keep = "article|第一条|【用途】|茶水间供全体员工使用，保持整洁。\n"
    let (first, second) = ("使用微波炉后应当擦拭干净，不得留有食物残渣。", "冰箱内的食品应当写明姓名和日期，每周五清理。")
    let table = ComparisonTable(
      SampleComparison.report(
        "\(keep)article|第二条|【微波炉】|\(first)\narticle|第三条|【冰箱】|\(second)",
        "\(keep)article|第二条|【电器】|\(first)\n  paragraph|-|-|\(second)"))
    let row = try #require(table.rows.first)
    #expect(row.name == "第二条、第三条 → 第二条")
    #expect(row.olds.map(\.heading) == [[Edit(.deleted, "【微波炉】")], [Edit(.deleted, "【冰箱】")]])
    #expect(row.news.map(\.heading) == [[Edit(.inserted, "【电器】")]])
    #expect(row.note == "由原第二条、第三条合并；标题改动")
  }

  @Test func foldsPunctuationAndNamesItsPlaces() {
    let table = table(["茶水间供员工使用并保持整洁。", "杯具每周消毒。"], ["茶水间供员工使用，并保持整洁。", "杯具每日消毒。"])
    #expect(table.rows.map(\.name) == ["第2条"])
    #expect(table.notes == ["以下改动未逐条列出：仅标点改动 1 处（第1条）。"])
  }
}
