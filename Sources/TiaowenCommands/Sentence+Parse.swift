// What `parse` and `show` say of a text.

extension Sentence {
  static let characters = Sentence("{0} {0:character|characters}", "{0} 字")
  static let noRegulation = Sentence("no regulation was found", "没有找到法规或制度")
  static let noTitle = Sentence("(no title)", "（无标题）")
  static let rejected = Sentence("rejected:", "未收录：")
  static let ledger = Sentence(
    "ledger: provisions {0} + titles {1} + metadata {2} + rejected {3} + blanks {4}",
    "对账：条文 {0} + 标题 {1} + 元数据 {2} + 未收录 {3} + 空白 {4}")
  static let documentNumber = Sentence("document number", "文号")
  static let issuer = Sentence("issuer", "发布机关")
  static let department = Sentence("department", "归口部门")
  static let adopted = Sentence("adopted", "通过日期")
  static let amendedOn = Sentence("amended", "修订日期")
  static let promulgated = Sentence("promulgated", "公布日期")
  static let effective = Sentence("effective", "施行日期")
  static let dated = Sentence("dated", "日期")
  static let interpreter = Sentence("interpreter", "解释权")
  static let scope = Sentence("scope", "适用范围")
  static let repeals = Sentence("repeals", "同时废止")
  static let suppliedMark = Sentence(" (supplied)", "（补充）")
}
