import Regulations
import Testing

@Suite struct TitleDirectoryTests {
  private static let titles = [
    "中华人民共和国劳动合同法",
    "中华人民共和国劳动法",
    "中华人民共和国环境保护法",
    "中华人民共和国环境保护税法",
    "中华人民共和国刑事诉讼法",
    "中华人民共和国企业破产法",
    "中华人民共和国消防法",
    "中华人民共和国消费者权益保护法",
    "中华人民共和国安全生产法",
    "中华人民共和国公司法",
    "中华人民共和国公证法",
    "最高人民法院关于适用《中华人民共和国刑事诉讼法》的解释",
    "最高人民法院关于适用《中华人民共和国公司法》若干问题的规定（二）",
    "最高人民法院关于适用《中华人民共和国公司法》若干问题的规定（三）",
    "最高人民法院关于审理云岭争议案件适用法律若干问题的解释",
    "云岭市停车管理条例",
    "云岭市停车管理条例实施细则",
    "云岭公司费用报销管理制度（试行）",
  ]

  private func best(_ name: String, isExplicit: Bool = true) -> String? {
    TitleDirectory(Self.titles).matches(name, isExplicit: isExplicit).first.map {
      Self.titles[$0.index]
    }
  }

  @Test(arguments: [
    ("劳动合同法", "中华人民共和国劳动合同法"),
    ("劳合法", "中华人民共和国劳动合同法"),
    ("劳动法", "中华人民共和国劳动法"),
    ("环保法", "中华人民共和国环境保护法"),
    ("环保税法", "中华人民共和国环境保护税法"),
    ("破产法", "中华人民共和国企业破产法"),
    ("消法", "中华人民共和国消费者权益保护法"),
    ("安监法", "中华人民共和国安全生产法"),
    ("刑诉法", "中华人民共和国刑事诉讼法"),
    ("刑诉解释", "最高人民法院关于适用《中华人民共和国刑事诉讼法》的解释"),
    ("刑事诉讼法司法解释", "最高人民法院关于适用《中华人民共和国刑事诉讼法》的解释"),
    ("公司法解释三", "最高人民法院关于适用《中华人民共和国公司法》若干问题的规定（三）"),
    ("公司法解释", "最高人民法院关于适用《中华人民共和国公司法》若干问题的规定（二）"),
    ("云岭争议解释", "最高人民法院关于审理云岭争议案件适用法律若干问题的解释"),
    ("停车管理条例", "云岭市停车管理条例"),
    ("停车条例", "云岭市停车管理条例"),
    ("停车条例细则", "云岭市停车管理条例实施细则"),
    ("费用报销管理制度", "云岭公司费用报销管理制度（试行）"),
    ("报销制度", "云岭公司费用报销管理制度（试行）"),
    ("费用报销", "云岭公司费用报销管理制度（试行）"),
    ("新公司法", "中华人民共和国公司法"),
  ])
  func findsWhatANameMeans(_ name: String, _ title: String) {
    #expect(best(name) == title)
  }

  @Test(arguments: ["合劳法", "劳动合同条例", "法", "条例", "本法", "本条例", "宠物法", "", "公司法解释四", "合同法"])
  func findsNothingForOtherNames(_ name: String) {
    #expect(best(name) == nil)
  }

  @Test(arguments: ["报销", "费用报销", "报销制度"])
  func wantsKindAndBeginningOfWhatMayBeWords(_ name: String) {
    #expect(best(name, isExplicit: false) == nil)
  }

  @Test(arguments: ["公司法2018", "公司法（2018）", "公司法（2018年修正）", "2018年公司法", "2018年修订的公司法"])
  func partsYearFromName(_ name: String) {
    let match = TitleDirectory(Self.titles).matches(name, isExplicit: true).first
    #expect(match.map { Self.titles[$0.index] } == "中华人民共和国公司法")
    #expect(match?.year == 2018)
  }

  @Test func takesYearOfTitleForPartOfIt() {
    let directory = TitleDirectory(["考勤办法（2020年）", "考勤办法（2023年）"])
    #expect(directory.matches("考勤办法2023", isExplicit: true).map(\.index) == [1])
    #expect(directory.matches("考勤办法（2023年）", isExplicit: true).first?.year == nil)
  }

  @Test func offersAllThatAnAbbreviationMayMean() {
    let matches = TitleDirectory(Self.titles).matches("公法", isExplicit: true)
    #expect(
      matches.prefix(2).map { Self.titles[$0.index] } == ["中华人民共和国公司法", "中华人民共和国公证法"])
    #expect(matches.first?.cost == matches.dropFirst().first?.cost)
  }

  @Test func prefersTitlesWhoseWordsTheNameBegins() {
    let titles = ["甲乙丙丁法", "甲丁丙乙法", "丙丁条例", "丙丁办法"]
    let matches = TitleDirectory(titles).matches("甲丁法", isExplicit: true)
    #expect(matches.map { titles[$0.index] } == ["甲丁丙乙法", "甲乙丙丁法"])
  }

  // A title may have nothing but its kind and a number.
  @Test func comparesNamesWithTitlesThatSayNothing() {
    let directory = TitleDirectory(["解释（三）", "规定"])
    #expect(directory.matches("三解释", isExplicit: true).allSatisfy { $0.index < 2 })
    #expect(directory.matches("三规定", isExplicit: false).allSatisfy { $0.index < 2 })
  }
}
