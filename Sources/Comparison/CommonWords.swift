/// Common words of regulations, by which the edges of words are told.
///
/// Words of two and three characters, in simplified and traditional script; longer
/// ones are made of them.
enum CommonWords {
  /// What words say of a place between two scalars.
  struct Edge {
    /// A word ends here.
    var isEnd = false
    /// A word begins here.
    var isStart = false
    /// A word goes over the place.
    var isWithin = false
  }

  /// What words say of each place in a text, its end included.
  static func edges(in scalars: [UInt32]) -> [Edge] {
    var edges = [Edge](repeating: Edge(), count: scalars.count + 1)
    for start in scalars.indices {
      for size in [2, 3] where start + size <= scalars.count {
        guard words.contains(code(scalars[start..<start + size])) else { continue }
        edges[start].isStart = true
        edges[start + size].isEnd = true
        for place in start + 1..<start + size { edges[place].isWithin = true }
      }
    }
    return edges
  }

  private static func code(_ word: some Sequence<UInt32>) -> UInt64 {
    word.reduce(0) { $0 << 21 | UInt64($1) }
  }

  private static let words: Set<UInt64> = {
    let list = (simplified + " " + traditional).split(separator: " ")
    return Set(list.map { code($0.unicodeScalars.map(\.value)) })
  }()

  private static let simplified = """
    应当 可以 不得 必须 或者 以及 并且 但是 如果 因为 按照 依照 根据 依据 经过 通过 关于 对于 属于 由于 为了 以上 以下 \
    以内 以外 之日 之内 期间 其他 其中 本人 他人 个人 自己 有关 相关 任何 所有 全部 部分 同时 另有 除外 即可 按时 及时 \
    立即 不再 不能 未经 不予 予以 给予 进行 实行 实施 执行 施行 生效 废止 公布 发布 颁布 制定 修改 修订 解释 规定 规范 \
    条例 办法 细则 规则 制度 规章 法律 法规 行政 国务院 国家 中央 地方 人民 政府 法院 检察院 检察 公安 司法 机关 机构 \
    部门 单位 组织 团体 企业 公司 事业 社会 集体 个体 公民 法人 自然人 当事人 负责人 责任人 主管 监管 监督 管理 检查 \
    检验 检测 监测 审查 审核 审批 批准 核准 许可 备案 登记 注册 申请 申报 报告 报送 提交 提供 提出 受理 办理 处理 决定 \
    通知 告知 公告 公示 公开 送达 签发 颁发 发给 证书 证明 证件 执照 许可证 材料 文件 资料 档案 信息 数据 记录 情况 \
    条件 标准 要求 程序 期限 时间 日期 工作日 工作 人员 职工 员工 职责 责任 义务 权利 权力 权益 利益 权限 职务 岗位 \
    安全 生产 经营 质量 卫生 健康 环境 保护 资源 生态 消费者 消费 市场 产品 商品 服务 设施 设备 场所 建设 工程 项目 \
    投资 资金 费用 经费 收费 价格 财政 税务 税收 金融 银行 保险 合同 协议 财产 所得 违法 违反 犯罪 处罚 处分 罚款 \
    警告 没收 吊销 责令 改正 停业 停产 整顿 追究 构成 刑事 民事 赔偿 补偿 损失 损害 争议 诉讼 仲裁 复议 行政复议 调解 \
    教育 培训 学校 学生 教师 科学 技术 研究 文化 体育 医疗 药品 疾病 食品 农业 农村 城市 交通 运输 道路 车辆 网络 \
    公共 公众 重大 主要 重要 特殊 一般 统一 一定 一致 万一 唯一 共同 合法 有效 必要 严重 情节 轻微 直接 间接 正常 \
    发展 促进 保障 维护 加强 建立 健全 完善 支持 鼓励 采取 措施 使用 利用 使得 开展 组成 负责 承担 履行 遵守 符合 \
    具有 具备 享有 取得 获得 变更 延长 撤销 注销 终止 中止 停止 解除 恢复 设立 成立 设置 确定 确认 认定 选举 任命 \
    任免 代表 委员会 委员 会议 主任 常务 全国 大会 县级 省级 市级 乡镇 街道 自治区 自治州 直辖市 所在地 境内 境外 \
    国际 外国 中国 共和国 中华 香港 澳门 台湾 军队 军人 战争 事故 事件 突发 应急 危险 风险 防止 预防 控制 治理 污染 \
    排放 名称 地址 姓名 身份 性别 年龄 住所 家庭 父母 子女 未成年 成年人 妇女 儿童 老年 残疾 劳动 用人 工资 工时 \
    加班 休假 年假 考勤 报销 审计 会计 账户 账簿 发票 凭证 印章 股东 董事 监事 经理 股份 股东会 董事会 监事会 债权 \
    债务 担保 抵押 内容 方式 方法 形式 范围 对象 目的 原则 目标 计划 规划 方案 意见 建议 结果 原因 行为 活动 业务 \
    事项 事务 事由 问题 能力 水平 作用 影响 关系 基础 基本 特别 专门 专业 专家 自愿 平等 公平 公正 诚信 秘密 隐私 \
    参加 参与 涉及 包括 列入 纳入 适用 参照 达到 超过 不足 少于 低于 高于 逾期 届满 每年 年度 季度 月份 上级 下级 \
    本级 同级 所属 授权 委托 代理 中介 第三人 第三方 需要 说明 理由 书面 口头 电子 方便 便于 有权 无权 自行 统计 \
    隐瞒 虚假 伪造 转让 出租 出售 购买 采购 招标 投标 进口 出口 海关 货物 运营 养老 救助 救济 扶持 奖励 表彰 荣誉
    """
  private static let traditional = """
    應當 應於 不得 必須 並且 依據 經過 關於 對於 期間 個人 有關 相關 及時 予以 進行 實施 執行 發布 訂定 修正 解釋 規定 \
    規範 條例 辦法 細則 規則 規章 法規 法律 主管 機關 機構 部門 單位 組織 團體 企業 事業 社會 當事人 負責人 監督 檢查 \
    檢驗 檢測 審查 審核 許可 備查 登記 註冊 申請 申報 報告 提供 提出 受理 辦理 處理 決定 通知 公告 公開 送達 證書 證明 \
    證件 許可證 文件 資料 檔案 紀錄 情形 條件 標準 程序 期限 期間 日期 工作 人員 職員 勞工 職責 責任 義務 權利 權益 \
    安全 經營 衛生 健康 環境 保護 設施 設備 場所 工程 計畫 費用 經費 價格 財政 稅捐 金融 銀行 保險 契約 財產 違反 處罰 \
    罰鍰 罰金 改正 停業 追訴 刑事 民事 賠償 補償 損失 損害 訴訟 仲裁 調解 教育 訓練 學校 學生 教師 研究 醫療 藥品 藥物 \
    食品 農業 交通 運輸 道路 車輛 船舶 公共 重大 主要 重要 特殊 一般 統一 必要 嚴重 情節 直接 發展 維護 建立 採取 措施 \
    使用 利用 負責 履行 遵守 符合 具有 取得 變更 延長 撤銷 註銷 廢止 終止 停止 解除 設立 成立 設置 確定 認定 委員會 \
    委員 會議 主任 直轄市 政府 縣市 中央 地方 國民 國家 外國 中華 民國 事故 危險 風險 預防 控制 污染 排放 名稱 地址 \
    姓名 身分 住所 家庭 子女 未成年 成年人 兒童 老人 障礙 勞動 工資 審計 會計 帳戶 股東 董事 監察 公司 股份 債權 債務 \
    擔保 抵押 內容 方式 方法 範圍 對象 目的 原則 意見 結果 行為 活動 業務 事項 專業 專家 參加 參與 包括 適用 準用 達到 \
    超過 不足 逾期 屆滿 每年 年度 所屬 授權 委託 代理 書面 電子 指定 其他 前項 下列 左列 同意 核准 核定 核發 規費 罰則
    """
}
