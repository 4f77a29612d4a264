/// Names of statutes that are no characters of their titles in order, or that would
/// seem to mean another one.
///
/// They count only where the library has the statute.
package enum StatuteNicknames {
  /// The title, without the name of the state, that a nickname means.
  static func title(of nickname: String) -> String? { titles[nickname] }

  /// Whether a name is the title of a statute that the Civil Code replaced, and so
  /// is short for no other: 合同法 does not mean 劳动合同法.
  static func isReplaced(_ name: String) -> Bool { replaced.contains(name) }

  /// The statutes that the Civil Code replaced.
  package static let replaced: Set = [
    "合同法", "物权法", "婚姻法", "继承法", "收养法", "担保法", "侵权责任法", "民法通则", "民法总则",
  ]

  /// The titles by the nicknames.
  package static let titles = [
    "安法": "安全生产法", "安监法": "安全生产法",
    "残疾人保护法": "残疾人保障法",
    "产假规定": "女职工劳动保护特别规定",
    "反法": "反不正当竞争法",
    "妇女儿童法": "妇女权益保障法", "妇女保护法": "妇女权益保障法", "妇女权益保护法": "妇女权益保障法",
    "国资法": "企业国有资产法", "行诉法": "行政诉讼法", "家暴法": "反家庭暴力法",
    "交法": "道路交通安全法", "交规": "道路交通安全法", "交通法": "道路交通安全法", "交通安全法": "道路交通安全法",
    "劳仲法": "劳动争议调解仲裁法", "劳动仲裁法": "劳动争议调解仲裁法",
    "老年法": "老年人权益保障法", "老年人保护法": "老年人权益保障法",
    "民法": "民法典", "民诉法": "民事诉讼法", "刑诉法": "刑事诉讼法",
    "食监法": "食品安全法", "未法": "未成年人保护法",
    "消法": "消费者权益保护法", "消保法": "消费者权益保护法",
    "药监法": "药品管理法", "噪音法": "噪声污染防治法", "征管法": "税收征收管理法",
    "治安法": "治安管理处罚法", "治安处罚法": "治安管理处罚法",
    "数安法": "数据安全法", "网安法": "网络安全法", "个保法": "个人信息保护法",
  ]
}
