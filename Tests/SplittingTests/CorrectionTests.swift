import ChineseText
import DocumentReaders
import Regulations
import Splitting
import Testing

@Suite struct CorrectionTests {
  private static let travel = """
    差旅办法
    第一条　为规范出差，制定本办法。
    第－条　出差审批员工出差应当事先审批，依照
    第九条规定的除外。
    第三条　报销应当附票据。
    """

  @Test func readsALabelThatIsMangled() throws {
    #expect(
      try tree(Self.travel, "编号: 「第－条」 = 第二条\n连行: 「第九条规定」").dropFirst() == [
        "art_1 第一条 为规范出差，制定本办法。", "art_2 第－条 出差审批员工出差应当事先审批，依照第九条规定的除外。",
        "art_3 第三条 报销应当附票据。",
      ])
  }

  @Test func takesNoLabelWhereTheEditorSeesNone() throws {
    let text = "用车办法\n第一条　甲。\n第二条　乙。\n第三条　丙。"
    #expect(
      try tree(text, "不是编号: 「第二条　乙」").dropFirst() == [
        "art_1 第一条 甲。", "art_1__para_2 第二条　乙。", "art_3 第三条 丙。",
      ])
    let items = "用车制度\n一、甲。\n二、乙。\n三、丙。"
    #expect(
      try tree(items, "no-label: \"三、丙\"").dropFirst() == ["cl_1 一、 甲。", "cl_2 二、 乙。/三、丙。"])
  }

  @Test func findsLabelsInRunningText() throws {
    #expect(
      try tree("用车办法\n第一条　甲，第七条乙，（三）丙，第二章 审批丁。", "编号: 「第七条」\n编号: 「（三）丙」\n编号: 「第二章」").dropFirst()
        == ["art_1 第一条 甲，", "art_7 第七条 乙，", "art_7__item_3 （三） 丙，", "chp_2 第二章 审批丁。"])
  }

  @Test func readsALabelThatBlanksPart() throws {
    #expect(
      try tree("用车办法\n第一条　甲。第 二\n条　乙。", "编号: 「第二条」 = 第二条").dropFirst() == [
        "art_1 第一条 甲。", "art_2 第 二条 乙。",
      ])
  }

  @Test func takesAHeadingThatTheEditorSees() throws {
    let text = "差旅办法\n第一条　适用范围本办法适用于员工。\n第二条　审批：先批后走。\n第三条　票据齐全。"
    #expect(
      try tree(text, "条标: 「第一条 适用范围」\n条标: 「第二条|审批|」").dropFirst() == [
        "art_1 第一条 [适用范围] 本办法适用于员工。", "art_2 第二条 [审批]： 先批后走。", "art_3 第三条 票据齐全。",
      ])
  }

  @Test func takesNoHeadingWhereTheEditorSeesNone() throws {
    let text = "服务规范\n1、仪表：着装整洁。\n2、时间：八点。"
    #expect(
      try tree(text, "无条标: 「2、」").dropFirst() == ["cl_1 1、 [仪表]： 着装整洁。", "cl_2 2、 时间：八点。"])
    #expect(try tree(text, "无条标: 「时间」").last == "cl_2 2、 时间：八点。")
  }

  @Test func partsAndJoinsRegulations() throws {
    let text = "考勤制度\n一、上班八小时。\n采购要点\n甲。\n一、事先申请。"
    #expect(
      try tree(text, "分开: 「采购要点」\n标题: 「采购要点」") == [
        "《考勤制度》", "cl_1 一、 上班八小时。", "《采购要点》", "preamble 甲。", "cl_1 一、 事先申请。",
      ])
    let two = "考勤制度\n一、上班八小时。\n车辆制度\n一、事先审批。"
    #expect(try tree(two).count { $0.hasPrefix("《") } == 2)
    #expect(try tree(two, "不分开: 「车辆制度」").count { $0.hasPrefix("《") } == 1)
  }

  @Test func rejectsAndKeepsWhatTheEditorSays() throws {
    let text = "用车办法\n第一条　甲。扫码有礼乙。\n第二条　丙。\n阅读次数：30\n第三条　丁。"
    let result = try split(text, "舍弃: 「扫码」 至 「有礼」\n保留: 「阅读次数：30」")
    #expect(result.rejected.map(\.reason) == [.discarded])
    #expect(
      result.regulations.first?.provisions.map(\.text) == ["甲。乙。", "丙。", "阅读次数：30", "丁。"])
  }

  @Test func keepsAContentsListThatIsNone() throws {
    let text = "会议制度\n目录\n第一章 总则\n第二章 附则\n第一章 总则\n第一条 甲。\n第二章 附则\n第二条 乙。"
    #expect(try split(text).rejected.count == 1)
    #expect(try split(text, "保留: 「目录」").rejected.isEmpty)
  }

  @Test func partsLinesOfAPageThatLostThem() throws {
    #expect(
      try tree("用车办法 第一条 甲。 夜间用车另行审批。 第二条 乙。", "分行: 「夜间用车」").dropFirst() == [
        "art_1 第一条 甲。", "art_1__para_2 夜间用车另行审批。", "art_2 第二条 乙。",
      ])
  }

  @Test func findsAnnexesAndClosings() throws {
    let text = "出差办法\n第一条 甲。\n第二条 乙。\n住宿标准\n经理五百元\n行政部\n某某人"
    #expect(
      try tree(text, "附件: 「住宿标准」\n落款: 「行政部」").suffix(2) == [
        "annex 住宿标准/经理五百元", "closing 行政部/某某人",
      ])
    let signed = "出差办法\n第一条 甲。\n第二条 乙。\n某某公司\n2024年3月1日"
    #expect(try tree(signed).last == "closing 某某公司/2024年3月1日")
    #expect(try tree(signed, "不是编号: 「某某公司」").last?.hasPrefix("art_2__para") == true)
  }

  @Test func givesMetadataInPlaceOfWhatTheTextSays() throws {
    let text = "停车办法\n（2023年1月5日公布）\n第一条　甲。\n第二条　本办法自公布之日起施行。"
    let result = try split(
      text, "标题: 《停车管理办法》\n公布: 2024年1月5日\n文号: 云发〔2024〕1号\nissuer: 公共服务局\n类型: 评论")
    let revision = try #require(result.regulations.first)
    #expect(revision.title == "停车管理办法")
    #expect(revision.kind == .commentary)
    #expect(revision.metadata.promulgated == CalendarDate("2024-01-05"))
    #expect(revision.metadata.effective == CalendarDate("2024-01-05"))
    #expect(revision.metadata.documentNumber == "云发〔2024〕1号")
    #expect(revision.metadata.supplied == [.title, .promulgated, .documentNumber, .issuer])
    #expect(Set(result.diagnostics.map(\.code)) == [.corrected])
    let none = try split(text, "公布：无")
    #expect(none.regulations.first?.metadata.effective == nil)
  }

  @Test func givesMetadataToTheRegulationThatIsNamed() throws {
    let text = "考勤制度\n一、上班八小时。\n车辆制度\n一、事先审批。"
    let result = try split(text, "发布机关: 甲公司\n制度: 「车辆制度」\n施行: 2024-03-01\n标题: 用车制度")
    #expect(result.regulations.map(\.title) == ["考勤制度", "用车制度"])
    #expect(result.regulations.map(\.metadata.issuer) == ["甲公司", "甲公司"])
    #expect(result.regulations.map(\.metadata.effective) == [nil, CalendarDate("2024-03-01")])
    #expect(try codes(text, "标题: 用车制度") == ["correction-without-effect"])
  }

  @Test func findsTheTitleWhereTheEditorSeesIt() throws {
    let text = "某某公司文件\n综合管理\n关于差旅的若干事项\n第一条　甲。\n第二条　乙。"
    #expect(try tree(text, "标题: 「关于差旅的若干事项」").first == "《关于差旅的若干事项》")
    #expect(try tree(text, "标题: 「综合管理」").first == "《综合管理》")
  }

  @Test(
    arguments: [
      ("第三条", "correction-keyword"), ("章节: 「第三条」", "correction-keyword"),
      ("编号: 第三条", "correction-quote"),
      ("编号: 「第三条", "correction-quote"), ("条标: 「第一条|甲」", "correction-quote"),
      ("施行: 明天", "correction-value"), ("编号: 「第一条」 = 其一", "correction-value"),
      ("类型: 小说", "correction-value"), ("标题:", "correction-value"), ("分行: 「乙」 又", "correction-rest"),
      ("编号: 「第九条」", "correction-not-found"), ("编号: 「条」", "correction-ambiguous"),
      ("分行: 「条」（9）", "correction-not-found"), ("编号: 「甲」", "correction-label"),
      ("条标: 「规定」", "correction-without-effect"), ("编号: 「第一条」", "correction-unneeded"),
      ("# 编号: 「第九条」", nil), ("", nil),
    ] as [(String, String?)])
  func saysWhatBecameOfEveryLine(_ line: String, _ code: String?) throws {
    let result = try split("用车规定\n第一条　甲。\n第二条　乙。", "# 校对\n\(line)")
    #expect(result.diagnostics.map(\.code.rawValue) == (code.map { [$0] } ?? []))
    #expect(result.diagnostics.allSatisfy { $0.sidecarLine == 2 })
  }

  @Test func correctsNoMorePlacesThanItCanLookAt() throws {
    let text = "用车规定\n第一条　" + String(repeating: "甲，", count: 5000) + "。\n第二条　乙。"
    let found = try codes(text, "舍弃: 「，」（全部）\n分行: 「第二条」")
    #expect(found == ["correction-limit", "correction-unneeded"])
    #expect(try codes(text, "舍弃: 「，」（9）") == ["corrected"])
  }

  @Test func readsASidecarFromAnyEditor() throws {
    #expect(
      try tree(
        "用车办法\n第一条　甲。 乙。\n第二条　丙。", " 分行 ：“乙”\r\n\r\n＃ 完\r\nTitle: 车辆办法\r\n")
        == ["《车辆办法》", "art_1 第一条 甲。", "art_1__para_2 乙。", "art_2 第二条 丙。"])
  }

  @Test func keepsTextThatAPageCallsNavigation() throws {
    let html =
      "<html><body><h1>用车办法</h1><p>第一条 甲。</p><nav><p>第二条 乙。</p><p>首页</p></nav></body></html>"
    let document = try SourceReader().read(Array(html.utf8), path: "a.html")
    let result = Splitter().split(document, Corrections(SourceText("保留: 「第二条 乙。」")))
    #expect(result.regulations.first?.provisions.map(\.text) == ["甲。", "乙。"])
    #expect(result.rejected.map(\.reason) == [.navigation])
  }

  @Test func followsEveryPlaceWhenAskedTo() throws {
    let text = "用车规定\n第一条　甲。内部资料\n第二条　乙。内部资料\n第三条　丙。"
    #expect(
      try tree(text, "舍弃: 「内部资料」（全部）").dropFirst() == [
        "art_1 第一条 甲。", "art_2 第二条 乙。", "art_3 第三条 丙。",
      ])
    #expect(try tree(text, "舍弃: 「内部资料」（2）").dropFirst(2).first == "art_2 第二条 乙。")
  }
}
