import Testing

@Suite struct ClauseTests {
  @Test func nestsTheHierarchyOfOfficialDocuments() throws {
    #expect(
      try tree(
        """
        关于规范会议的意见
        一、总体要求
        （一）减少数量
        1.能合并的合并召开。
        2.能书面办理的不开会：
        （1）通报；
        （2）征求意见。
        （二）控制时间
        一般不超过两小时。
        二、附则
        """
      ).dropFirst() == [
        "cl_1 一、 [总体要求]", "cl_1__cl_1 （一） [减少数量]", "cl_1__cl_1__cl_1 1. 能合并的合并召开。",
        "cl_1__cl_1__cl_2 2. 能书面办理的不开会：", "cl_1__cl_1__cl_2__cl_1 （1） 通报；",
        "cl_1__cl_1__cl_2__cl_2 （2） 征求意见。", "cl_1__cl_2 （二） [控制时间] 一般不超过两小时。", "cl_2 二、 [附则]",
      ])
  }

  @Test func nestsDecimalNumbers() throws {
    #expect(
      try tree("洁净室规程\n1.范围\n1.1人员进入。\n1.1.1 更衣。\n1.2 物料进入。\n2.监测2.1每班1.5小时一次。\n2.2记录。").dropFirst()
        == [
          "cl_1 1. [范围]", "cl_1__cl_1 1.1 人员进入。", "cl_1__cl_1__cl_1 1.1.1 更衣。",
          "cl_1__cl_2 1.2 物料进入。",
          "cl_2 2. [监测]", "cl_2__cl_1 2.1 每班1.5小时一次。", "cl_2__cl_2 2.2 记录。",
        ])
  }

  @Test func findsHeadingsThatRunIntoTheirText() throws {
    #expect(
      try tree(
        "仓库管理制度\n\n一、引言为了规范仓库管理,制定本制度。\n\n二、出入库管理1. 入库登记仓管员应对入库物品进行登记。\n\n2. 盘点制度公司实行盘点制度,每季度盘点一次。\n\n三、附则本制度自发布之日起执行。"
      ).dropFirst() == [
        "cl_1 一、 [引言] 为了规范仓库管理,制定本制度。", "cl_2 二、 [出入库管理]", "cl_2__cl_1 1. 入库登记仓管员应对入库物品进行登记。",
        "cl_2__cl_2 2. [盘点制度] 公司实行盘点制度,每季度盘点一次。", "cl_3 三、 [附则] 本制度自发布之日起执行。",
      ])
  }

  @Test func leavesUnsureHeadingsInTheText() throws {
    #expect(
      try tree("窗口规定\n一、服务职责\n1.窗口人员负责接待办事群众。\n2.窗口主管负责处理投诉。").dropFirst() == [
        "cl_1 一、 [服务职责]", "cl_1__cl_1 1. 窗口人员负责接待办事群众。", "cl_1__cl_2 2. 窗口主管负责处理投诉。",
      ])
  }

  @Test func findsHeadingsBeforeColons() throws {
    #expect(
      try tree("服务规范\n1、仪表：着装整洁。\n2、时间：8:30至17:30。\n3、职责包括：接待、登记。").dropFirst() == [
        "cl_1 1、 [仪表]： 着装整洁。", "cl_2 2、 [时间]： 8:30至17:30。", "cl_3 3、 职责包括：接待、登记。",
      ])
  }

  @Test func doesNotTakeEnumerationsForClauses() throws {
    #expect(
      try tree("产业规定\n一、本办法适用于第一、二、三产业。\n二、一、二级企业分别管理，统一、规范申报。").dropFirst() == [
        "cl_1 一、 本办法适用于第一、二、三产业。", "cl_2 二、 一、二级企业分别管理，统一、规范申报。",
      ])
  }

  @Test func continuesAListThatChangesItsSign() throws {
    #expect(
      try tree("值班制度\n1、甲。\n2、乙。\n3．丙。\n4.丁。").dropFirst() == [
        "cl_1 1、 甲。", "cl_2 2、 乙。", "cl_3 3． 丙。", "cl_4 4. 丁。",
      ])
  }

  @Test func keepsBulletsBelowTheirClause() throws {
    #expect(
      try tree("岗位制度\n一、职责分工\n- 经理：审批。\n- 专员：登记。\n二、附则\n本制度自发布之日起执行。").dropFirst() == [
        "cl_1 一、 [职责分工]", "cl_1__item_1 - [经理]： 审批。", "cl_1__item_2 - [专员]： 登记。",
        "cl_2 二、 [附则] 本制度自发布之日起执行。",
      ])
  }
}
