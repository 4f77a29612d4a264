import Regulations
import Splitting
import Testing

@Suite struct PageTests {
  private func reasons(_ text: String) throws -> [String] {
    try split(text).rejected.map(\.reason.rawValue)
  }

  @Test func cutsPagesWhereTitlesStandTwice() throws {
    let text = """
      【管理制度】资料汇编
      合集下载
      用印制度

      用印制度

      用印制度一、登记用印应当登记。

      用车制度

      用车制度

      用车制度是规范用车的制度。

      一、审批用车应当审批。

      相关文档
      """
    #expect(
      try tree(text) == [
        "《用印制度》", "cl_1 一、 登记用印应当登记。", "《用车制度》", "preamble 用车制度是规范用车的制度。",
        "cl_1 一、 审批用车应当审批。",
      ])
    #expect(try reasons(text) == ["page-furniture", "page-furniture"])
  }

  @Test func cutsPagesWhereTitlesStandOnce() throws {
    #expect(
      try tree("考勤制度\n一、时间\n上班八小时。\n二、请假\n事先请假。\n车辆制度\n一、用车\n事先审批。\n档案办法\n第一条 甲。\n第二条 乙。") == [
        "《考勤制度》", "cl_1 一、 [时间] 上班八小时。", "cl_2 二、 [请假] 事先请假。", "《车辆制度》", "cl_1 一、 [用车] 事先审批。",
        "《档案办法》", "art_1 第一条 甲。", "art_2 第二条 乙。",
      ])
  }

  @Test func partsALetterFromTheRegulationItSendsOut() throws {
    #expect(
      try tree("关于印发《考勤办法》的通知\n各部门：\n现将《考勤办法》印发给你们。\n某某公司\n2024年1月5日\n考勤办法\n第一条 甲。\n第二条 乙。") == [
        "《关于印发《考勤办法》的通知》", "preamble 各部门：/现将《考勤办法》印发给你们。", "closing 某某公司/2024年1月5日", "《考勤办法》",
        "art_1 第一条 甲。", "art_2 第二条 乙。",
      ])
  }

  @Test func takesPageNumbersOutOfSentences() throws {
    let text =
      "巡查规定\n第一条　巡查人员应当每日对所辖道路进行巡查并且将发现的问题及时记入巡\n- 1 -\n查日志同时报告班组长并且在二十四小时之内将处理情况录入系统以备以后查\n考。\n第二条　巡查日志保存三年期满以后由档案室统一销毁销毁应当有两人以上在\n场。\n第三条　本规定自印发之日起施行。"
    let split = try split(text)
    let article = try #require(split.regulations.first?.provisions.first)
    #expect(article.text.contains("记入巡查日志"))
    #expect(article.spans.count == 2)
    #expect(split.rejected.map(\.reason) == [.pageFurniture])
  }

  @Test func joinsLinesBrokenAtOneWidth() throws {
    let text =
      "归档规定\n第一条　各部门应当在每年第一季度将上一年度形成的文件材料整理归档交由综\n合办公室统一保管并且办理移交手续。\n第二条　未依照本规定\n第一条办理移交的责令限期办理逾期仍不办理的给予通报批评并且扣发当月绩\n效奖金。归档文件应当齐全完整并且按照类别年度保管期限进行排列编号装订\n成册。"
    #expect(
      try tree(text).dropFirst().first
        == "art_1 第一条 各部门应当在每年第一季度将上一年度形成的文件材料整理归档交由综合办公室统一保管并且办理移交手续。")
  }

  @Test func rejectsContentsLists() throws {
    for contents in [
      "目  录\n第一章 总则………1\n第二章 附则………3\n", "目录\n第一章 总则\n第二章 附则\n", "第一章 总则\t1\n第二章 附则\t3\n附件\t4\n",
      "目录第一章总则第二章附则",
    ] {
      let text = "会议制度\n" + contents + "第一章 总则\n第一条 甲。\n第二章 附则\n第二条 乙。"
      #expect(
        try tree(text) == [
          "《会议制度》", "chp_1 第一章 [总则]", "art_1 第一条 甲。", "chp_2 第二章 [附则]", "art_2 第二条 乙。",
        ], "\(contents)")
      #expect(try reasons(text) == ["contents"], "\(contents)")
    }
  }

  @Test func keepsAContentsListThatIsAllThereIs() throws {
    #expect(
      try tree("员工手册\n目录\n第一章 总则\n第二章 考勤\n第三章 附则").suffix(3) == [
        "chp_1 第一章 [总则]", "chp_2 第二章 [考勤]", "chp_3 第三章 [附则]",
      ])
  }

  @Test func rejectsSpamButNotNamesThatRecur() throws {
    let spam = String(repeating: "区块链,云计算,大数据,平台方案", count: 12)
    #expect(try reasons("用车规定\n第一条 甲。\n第二条 乙。\n下载前请甄别文档内容\n" + spam).contains("spam"))
    let real = String(repeating: "市公共服务管理局应当会同有关部门办理。", count: 12)
    #expect(try reasons("用车规定\n第一条 甲。\n第二条 \(real)\n\(real)\n第三条 丙。") == [])
  }

  @Test func keepsSlidesAndRejectsTheirPlaceholders() throws {
    let text = "服务培训制度\n\n服务培训制度\n\n培训目标\n态度: 主动热情\n添加标题\n技能: 熟练办理\n考核方式\n笔试: 每季度一次"
    let split = try split(text)
    #expect(split.regulations.map(\.kind) == [.slides])
    #expect(split.rejected.map(\.reason) == [.placeholder])
    #expect(
      try tree(text).dropFirst() == [
        "cl_1 [培训目标]", "cl_1__item_1 [态度]: 主动热情", "cl_1__item_2 [技能]: 熟练办理", "cl_2 [考核方式]",
        "cl_2__item_1 [笔试]: 每季度一次",
      ])
  }

  @Test func partsAnnexesAndClosingFromTheLastArticle() throws {
    #expect(
      try tree(
        "出差办法\n第一条 标准见附件1。\n第二条 本办法自印发之日起施行。\n某某公司财务部\n2024年3月1日\n附件1：住宿标准表\n经理\t500元\n职员\t300元"
      ).dropFirst()
        == [
          "art_1 第一条 标准见附件1。", "art_2 第二条 本办法自印发之日起施行。", "closing 某某公司财务部/2024年3月1日",
          "annex_1 附件1： [住宿标准表] 经理\t500元/职员\t300元",
        ])
  }

  @Test func readsItemsOfListsThatPrintNoSign() throws {
    let html =
      "<html><body><h1>领用办法</h1><p>第一条 领用包括：</p><ul><li>办公用品；</li><li>劳保用品。</li></ul><p>第二条 领用应当登记。</p></body></html>"
    #expect(
      try tree(html) == [
        "《领用办法》", "art_1 第一条 领用包括：", "art_1__item_1 办公用品；", "art_1__item_2 劳保用品。",
        "art_2 第二条 领用应当登记。",
      ])
  }

  @Test func closesALetterBelowItsLastClause() throws {
    #expect(
      try tree("关于值班的通知\n各科室：\n一、值班人员应当到岗。\n二、交接应当登记。\n特此通知。\n某某局\n2024年5月1日\n（联系人：某某）").suffix(2)
        == [
          "cl_2 二、 交接应当登记。", "closing 特此通知。/某某局/2024年5月1日/（联系人：某某）",
        ])
  }

  @Test func warnsOfTextThatBreaksOff() throws {
    #expect(
      try codes("用车办法\n第一章 总则\n第一条 为规范用车，制定本办法。\n第二章 审批") == ["empty-provision", "incomplete-text"])
    #expect(try codes("第一条 甲。\n第二条 乙。") == ["title-missing"])
  }
}
