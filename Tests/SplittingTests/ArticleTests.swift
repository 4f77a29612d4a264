import Testing

@Suite struct ArticleTests {
  @Test func readsChaptersAndArticlesThatRunTogether() throws {
    #expect(
      try tree("车辆管理办法第一章总则第一条为规范用车，制定本办法。第二条本办法适用于各部门。第二章附则第三条本办法自印发之日起施行。")
        == [
          "《车辆管理办法》", "chp_1 第一章 [总则]", "art_1 第一条 为规范用车，制定本办法。", "art_2 第二条 本办法适用于各部门。",
          "chp_2 第二章 [附则]", "art_3 第三条 本办法自印发之日起施行。",
        ])
  }

  @Test func keepsReferencesInTheText() throws {
    #expect(
      try tree(
        """
        用印规定
        第一条　用印应当登记。
        第二条　未依照
        第一条登记的，不得用印。第一条第二款规定的除外。
        第三条　依照第四条处理的，由法务部记录。
        第四条　违反第二条的，通报批评。
        """)
        == [
          "《用印规定》", "art_1 第一条 用印应当登记。", "art_2 第二条 未依照",
          "art_2__para_2 第一条登记的，不得用印。第一条第二款规定的除外。", "art_3 第三条 依照第四条处理的，由法务部记录。",
          "art_4 第四条 违反第二条的，通报批评。",
        ])
  }

  @Test func readsInsertedArticles() throws {
    #expect(
      try tree("值班规定\n第八条　甲。\n第八条之一　乙。\n第八条之二　丙。\n第九条　丁。")
        == [
          "《值班规定》", "art_8 第八条 甲。", "art_8-1 第八条之一 乙。", "art_8-2 第八条之二 丙。", "art_9 第九条 丁。",
        ])
    #expect(
      try tree("停車場管理規則\n第 一 章 總則\n第 1 條\n甲。\n第 1-1 條\n乙。\n第 2 條\n丙。\n丁。")
        == [
          "《停車場管理規則》", "chp_1 第 一 章 [總則]", "art_1 第 1 條 甲。", "art_1-1 第 1-1 條 乙。", "art_2 第 2 條 丙。",
          "art_2__para_2 丁。",
        ])
  }

  @Test func startsAtAnyArticle() throws {
    #expect(
      try tree("第九百八十九条　甲。\n第九百九十条　乙。").dropFirst() == ["art_989 第九百八十九条 甲。", "art_990 第九百九十条 乙。"])
  }

  @Test func keepsPrintedLabelsThatSkipAndRepeat() throws {
    let text = "工具管理制度\n第一条　甲。\n第三条　乙。\n第三条　丙。\n第二条　丁。\n第四条　戊。"
    #expect(
      try tree(text).dropFirst() == [
        "art_1 第一条 甲。", "art_3 第三条 乙。", "art_3~2 第三条 丙。", "art_2 第二条 丁。", "art_4 第四条 戊。",
      ])
    #expect(
      try codes(text) == [
        "number-gap", "repeated-number", "number-out-of-order", "number-gap",
      ])
  }

  @Test func acceptsAMisprintedNumberWhereOneIsMissing() throws {
    #expect(
      try tree("库房制度第一条甲。第二条乙。第十三条丙。第四条丁。").dropFirst() == [
        "art_1 第一条 甲。", "art_2 第二条 乙。", "art_13 第十三条 丙。", "art_4 第四条 丁。",
      ])
  }

  @Test func countsArticlesAnewInEachChapter() throws {
    #expect(
      try tree("食堂规定第一章采购第一条甲。第二条乙。第二章卫生第一条丙。").dropFirst() == [
        "chp_1 第一章 [采购]", "art_1 第一条 甲。", "art_2 第二条 乙。", "chp_2 第二章 [卫生]", "art_1~2 第一条 丙。",
      ])
  }

  @Test func readsPartsWhoseChaptersRestart() throws {
    #expect(
      try tree("总规程\n第一编 一般规定\n第一章 总则\n第一条 甲。\n第二编 特别规定\n第一章 库存\n第一节 入库\n第二条 乙。").dropFirst()
        == [
          "part_1 第一编 [一般规定]", "part_1__chp_1 第一章 [总则]", "art_1 第一条 甲。", "part_2 第二编 [特别规定]",
          "part_2__chp_1 第一章 [库存]", "part_2__chp_1__sec_1 第一节 [入库]", "art_2 第二条 乙。",
        ])
  }

  @Test func readsDivisionsNumberedLikeClauses() throws {
    #expect(
      try tree("关于审查合同的规定\n一、一般规定\n第一条　甲。\n第二条　乙：\n一、丙；\n二、丁。\n二、审查程序\n第三条　戊。").dropFirst()
        == [
          "chp_1 一、 [一般规定]", "art_1 第一条 甲。", "art_2 第二条 乙：", "art_2__item_1 一、 丙；",
          "art_2__item_2 二、 丁。",
          "chp_2 二、 [审查程序]", "art_3 第三条 戊。",
        ])
  }

  @Test func readsParagraphsItemsAndSubitems() throws {
    #expect(
      try tree(
        """
        借款办法
        第一条　借款应当说明下列事项：
        （一）用途：
        1．差旅；
        2．采购；
        （二）项目编号。
        前款第（二）项由财务部核对。
        第二条　下列人员不得借款：（一）试用人员；（二）前款未结清的人员。
        """
      ).dropFirst() == [
        "art_1 第一条 借款应当说明下列事项：", "art_1__item_1 （一） [用途]：", "art_1__item_1__subitem_1 1． 差旅；",
        "art_1__item_1__subitem_2 2． 采购；", "art_1__item_2 （二） 项目编号。",
        "art_1__para_2 前款第（二）项由财务部核对。",
        "art_2 第二条 下列人员不得借款：", "art_2__item_1 （一） 试用人员；", "art_2__item_2 （二） 前款未结清的人员。",
      ])
  }

  @Test func doesNotSplitQuotedArticles() throws {
    #expect(
      try tree(
        """
        关于修改《用车办法》的决定
        一、将第三条修改为：“第三条　用车应当审批。
        “夜间用车另行审批。”
        二、增加一条，作为第四条：“第四条　驾驶员应当持证。”
        """
      ).dropFirst() == [
        "cl_1 一、 将第三条修改为：“第三条　用车应当审批。/“夜间用车另行审批。”",
        "cl_2 二、 增加一条，作为第四条：“第四条　驾驶员应当持证。”",
      ])
  }

  @Test func readsColonBetweenLabelAndHeading() throws {
    #expect(
      try tree("制度汇编\n第一章：总则\n第一条：甲。\n第二条：乙。").dropFirst() == [
        "chp_1 第一章 [总则]：", "art_1 第一条 甲。", "art_2 第二条 乙。",
      ])
  }

  @Test func readsHeadingsOfArticles() throws {
    #expect(
      try tree("考勤办法\n第一条 目的\n规范考勤。\n第二条 范围\n全体员工。\n第三条 时间\n每日八小时。").dropFirst() == [
        "art_1 第一条 [目的] 规范考勤。", "art_2 第二条 [范围] 全体员工。", "art_3 第三条 [时间] 每日八小时。",
      ])
  }

  // The name and date below it made a signature, and the chapter lost its label.
  @Test func readsNoSignatureInALastChapter() throws {
    #expect(
      try tree("考勤规定\n第一条　甲。\n第一章 总局\n2024年3月")
        == ["《考勤规定》", "art_1 第一条 甲。", "chp_1 第一章 [总局]", "closing 2024年3月"])
  }
}
