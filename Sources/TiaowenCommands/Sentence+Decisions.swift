// What `remove` and `repeal` say.

extension Sentence {
  static let removed = Sentence(
    "removed: {0} {1} ({2}), from {3}", "已移除：{0} {1}（{2}），来自 {3}")
  static let left = Sentence("left of it: {0}", "还留有：{0}")
  static let nothingLeft = Sentence("nothing of it is left", "该法规已全部移除")
  static let wayBack = Sentence("to bring back {0}: {1}", "如要恢复 {0}：{1}")
  static let noWayBack = Sentence(
    "{0} cannot be brought back from {1}: the file holds another text now",
    "{0} 无法从 {1} 恢复：文件里已是另一文本")
  static let onOrUndo = Sentence(
    "give the day with --on, or --undo alone", "请用 --on 指明日期，或只写 --undo")
  static let repealedFrom = Sentence("{0} is repealed from {1} on", "{0}自 {1} 起废止")
  static let repealedSince = Sentence("repealed from {0} on", "自 {0} 起废止")
  static let repealedBy = Sentence(", by {0}", "，依据{0}")
  static let beginsAfterRepeal = Sentence(
    "its revision {0} begins on that day or later and holds nevertheless",
    "修订本 {0} 不早于这一天，不受影响")
  static let textsStay = Sentence("its texts stay: {0}", "文本仍保留：{0}")
  static let toUndo = Sentence("to undo it: {0}", "如要撤销：{0}")
  static let repealUndone = Sentence("{0} is no longer repealed", "{0}不再标为废止")
  static let isInForce = Sentence("; in force is {0}", "，现行有效的是 {0}")
  static let notRepealed = Sentence("{0} was not repealed", "{0}没有被标为废止")
  static let repealedByItself = Sentence(
    "--by names the regulation itself; a new text of it needs no repeal",
    "--by 所指就是这部法规；它有了新的文本，不必标明废止")
}
