/// Finds headings that run into their text without a sign between:
/// 安全生产公司加强安全生产管理.
///
/// A cut is scored by what stands on both sides: the heading is short, ends
/// like a name, is a heading everyone uses (总则), or comes again in the text
/// (岗位职责各部门应明确岗位职责); the text begins as sentences begin (为了, 公司, 各).
/// The members of one list decide together: where some have headings, the
/// others probably have one too.
struct RunningHeadings {
  /// A clause of one list.
  struct Member {
    /// Its own text, with the heading it may begin with.
    var text: Range<Int>
    /// Whether its heading was found already.
    var hasHeading: Bool
  }

  private let page: PageText
  private let scalars: UnsafeBufferPointer<Unicode.Scalar>
  private let title: String
  private static let longestHeading = 16
  private static let enough = 5

  init(_ page: PageText, title: String, _ scalars: UnsafeBufferPointer<Unicode.Scalar>) {
    self.page = page
    self.title = title
    self.scalars = scalars
  }

  /// The heading of each member, `nil` where none is sure.
  func headings(of members: [Member]) -> [Range<Int>?] {
    let cuts = members.map { $0.hasHeading ? nil : bestCut($0.text) }
    let headed = members.count { $0.hasHeading }
    let sure = cuts.count { $0?.score ?? 0 >= Self.enough }
    // Either most members have headings, or none gets one.
    let support = (headed + sure) * 3 >= members.count * 2
    let bonus = support ? (headed > 0 ? 2 : 1) : -2
    return zip(members, cuts).map { member, cut in
      guard let cut, cut.score + bonus > Self.enough else { return nil }
      return member.text.lowerBound..<cut.position
    }
  }

  /// The best place to part a heading from its text.
  private func bestCut(_ text: Range<Int>) -> (position: Int, score: Int)? {
    guard text.count >= 6 else { return nil }
    let near = text.prefix(40)
    let clauseEnd =
      near.first { position in
        let kind = scalars[position].structure
        return kind == .comma || kind == .colon || kind.endsStatement || kind == .lineFeed
      } ?? near.endIndex
    guard clauseEnd < text.upperBound else { return nil }
    let last = min(text.lowerBound + Self.longestHeading, clauseEnd - 1)
    guard text.lowerBound + 2 <= last else { return nil }
    var best: (position: Int, score: Int)?
    for position in (text.lowerBound + 2)...last {
      let score = score(text, cut: position)
      if score > best?.score ?? 0 { best = (position, score) }
    }
    return best
  }

  private func score(_ text: Range<Int>, cut: Int) -> Int {
    let heading = page.string(text.lowerBound..<cut)
    let following = page.string(cut..<min(cut + 12, text.upperBound))
    let body = page.string(cut..<min(cut + 90, text.upperBound))
    guard !Self.cannotEnd.contains(where: heading.ends(with:)),
      !Self.cannotBegin.contains(where: following.begins(with:)),
      !Self.verbs.contains(where: { heading.holds($0) })
    else { return 0 }
    let opening = openingScore(following)
    let shared = sharedBegin(heading, following)
    let isCommon = Self.common.contains(heading)
    // Something must show that the text begins here.
    guard opening > 0 || shared > 0 || isCommon else { return 0 }
    var score = opening + shared
    if isCommon { score += 5 }
    if Self.endings.contains(where: heading.ends(with:)) { score += 2 }
    guard shared == 0 else { return score }
    return score + (body.holds(heading) ? 4 : (overlap(heading, body) ? 2 : 0))
  }

  /// Whether most pairs of adjacent characters of a heading come again.
  private func overlap(_ heading: String, _ body: String) -> Bool {
    let scalars = Array(heading.unicodeScalars)
    guard scalars.count >= 3 else { return false }
    let again = scalars.indices.dropLast().count { index in
      body.holds(String(String.UnicodeScalarView(scalars[index...(index + 1)])))
    }
    return again * 5 >= (scalars.count - 1) * 3
  }

  private func openingScore(_ following: String) -> Int {
    if Self.strongOpenings.contains(where: following.begins(with:)) { return 3 }
    if commonPrefixCount(title, following) >= 3 { return 3 }
    return Self.openings.contains(where: following.begins(with:)) ? 2 : 0
  }

  /// The text takes up the beginning of its heading:
  /// 人力资源管理制度|人力资源是企业最宝贵的资产.
  private func sharedBegin(_ heading: String, _ following: String) -> Int {
    if following.begins(with: heading) { return 6 }
    let count = commonPrefixCount(heading, following)
    return count >= 4 ? 5 : (count == 3 ? 3 : 0)
  }

  private func commonPrefixCount(_ left: String, _ right: String) -> Int {
    zip(left.unicodeScalars, right.unicodeScalars).prefix { $0 == $1 }.count
  }

  private static let common: Set<String> = [
    "总则", "附则", "引言", "前言", "概述", "目的", "目标", "原则", "范围", "适用范围", "定义", "职责", "总体要求", "背景", "依据",
    "宗旨", "基本原则", "指导思想", "组织领导", "组织机构", "工作目标", "工作要求", "保障措施", "编制目的", "编制依据", "术语和定义",
    "罚则", "结语", "总结", "其他", "其它", "奖惩", "监督检查", "附录", "说明", "权利", "义务", "解释", "责任",
  ]
  private static let endings = [
    "管理", "职责", "流程", "制度", "原则", "要求", "标准", "机制", "考核", "方法", "重要性", "培训", "目标", "内容", "措施", "程序",
    "规定", "组织", "结构", "架构", "安全", "生产", "服务", "分工", "范围", "责任", "监督", "处理", "宣传", "改进", "奖惩", "纪律",
    "办法", "权限", "义务", "权利", "规范", "体系", "方案", "计划", "保障", "评估", "反馈", "建设", "意义", "要点", "宣贯", "控制",
    "安排", "时间", "条件", "待遇", "福利", "薪酬", "档案", "保密", "检查", "审批", "申请", "报销", "采购", "使用", "维护", "作用",
  ]
  private static let strongOpenings = [
    "为了", "为规范", "为加强", "为提高", "为进一步", "为确保", "为保障", "为提升", "为贯彻", "为保证", "为切实", "为促进", "为维护",
    "为明确",
    "为使", "根据", "依据", "按照", "本制度", "本办法", "本规定", "本公司", "本单位", "本标准", "本章", "凡", "我们", "各部门", "各单位",
    "全体",
    "所有", "公司应", "公司将", "公司设", "公司实行", "公司加强", "公司建立", "公司内部", "公司实施", "公司要", "公司对", "企业应", "单位应",
    "员工应", "员工必须",
    "员工须", "任何", "通过", "由于", "随着", "如果", "当发生", "在本", "建立健全", "定期",
  ]
  private static let openings = [
    "公司", "企业", "各", "员工", "单位", "部门", "在", "对", "由", "建立", "加强", "制定", "严格", "良好", "学校", "医院",
    "全", "每", "从", "为", "工作人员", "管理人员", "实行", "坚持", "本",
  ]
  private static let verbs = [
    "负责", "应当", "必须", "不得", "应该", "可以", "按照", "根据", "严格", "认真", "积极", "确保", "不断", "主要是", "进行", "须",
    "均",
  ]
  private static let cannotEnd = [
    "的", "和", "与", "及", "或", "对", "在", "为", "由", "应", "以", "是", "将", "不", "各", "本", "该", "其", "按",
    "从", "所",
    "有", "被", "把", "向", "并", "可", "须", "要", "能", "公", "提", "加", "设", "负责", "遵守", "应当", "必须", "进行",
    "实行", "建立",
    "（", "(", "《", "“",
  ]
  private static let cannotBegin = [
    "的", "和", "与", "及", "或", "、", "，", ",", "。", "；", "：", ":", "）", ")", "》", "”", "司", "业", "则",
    "理", "部门负责人",
    "负责", "应当", "必须", "是", "应", "须", "了", "等", "之", "者", "包括",
  ]
}
