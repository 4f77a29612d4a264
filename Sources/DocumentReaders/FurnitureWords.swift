/// Recognises lines that stand around documents, by their words.
enum FurnitureWords {
  /// What a line is besides a document's own text, or `nil`.
  ///
  /// Long lines are never judged: they are sentences.
  ///
  /// - Parameter isAmongProse: whether sentences stand before and after the
  ///   line; 时间： and 来源： are then items of the text itself.
  static func kind(
    of line: ArraySlice<UInt8>, isAmongProse: Bool = false
  ) -> SourceBlock.Furniture? {
    if line.count <= 360, machinery.contains(where: { holds(line, $0) }) { return .interface }
    guard line.count <= 360, !holds(line, fullStop), !clauseEnds.contains(where: line.ends) else {
      return nil
    }
    if footers.contains(where: { holds(line, $0) }) { return .footer }
    if isAmongProse, holds(line, comma) { return nil }
    if line.count <= 240, navigation.contains(where: { holds(line, $0) }) { return .navigation }
    if line.count <= 60, buttons.contains(where: { line.elementsEqual($0) }) { return .navigation }
    if line.count <= 60, sidebars.contains(where: { line.elementsEqual($0) }) { return .sidebar }
    return !isAmongProse && isPublicationLine(line) ? .navigation : nil
  }

  /// What a heading is besides one of the document's own, or `nil`.
  static func kind(ofHeading line: ArraySlice<UInt8>) -> SourceBlock.Furniture? {
    sidebars.contains { line.elementsEqual($0) } ? .sidebar : nil
  }

  /// Whether a link in a heading works on the page: 编辑 or a sign to link to.
  static func isHeadingTool(_ link: ArraySlice<UInt8>) -> Bool {
    headingTools.contains { link.elementsEqual($0) }
  }

  /// Whether a line says when and by whom the page was put up:
  /// 来源：办公室 发布时间：2023-05-06 浏览次数：128.
  private static func isPublicationLine(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 240, !holdsDocumentData(line) else {
      return false
    }
    let body = line.drop { openings.contains($0) }
    return publicationKeys.contains { key in
      body.starts(with: key) && startsWithColon(body.dropFirst(key.count))
    }
  }

  /// Whether a line gives data of the document itself, such as its number.
  static func holdsDocumentData(_ line: ArraySlice<UInt8>) -> Bool {
    documentKeys.contains { holds(line, $0) }
  }

  private static func startsWithColon(_ rest: ArraySlice<UInt8>) -> Bool {
    let value = rest.drop { $0 == 0x20 }
    return value.first == 0x3A || value.starts(with: Array("：".utf8))
  }

  private static func holds(_ line: ArraySlice<UInt8>, _ phrase: [UInt8]) -> Bool {
    line.firstRange(of: phrase) != nil
  }

  private static func bytes(_ words: String...) -> [[UInt8]] { words.map { Array($0.utf8) } }

  private static let fullStop = Array("。".utf8)
  private static let comma = Array("，".utf8)
  private static let clauseEnds = bytes("；", ";", "，")
  private static let openings = Array("[(|【〔（ ".utf8)

  private static let footers = bytes(
    "ICP备", "ICP证", "公网安备", "网安备", "版权所有：", "版权所有:", "版权所有 ", "版权所有©", "版权所有(C)",
    "版权所有（C）", "Copyright", "copyright", "COPYRIGHT", "©", "All Rights Reserved",
    "All rights reserved", "网站标识码", "技术支持：", "技术支持:", "网站地图", "友情链接", "建议使用IE",
    "最佳浏览", "总访问量")

  private static let navigation = bytes(
    "您现在的位置", "您当前的位置", "您的位置：", "您的位置:", "当前位置：", "当前位置:", "所在位置：", "所在位置:", "你的位置",
    "您所在的位置", "您当前位置", "浏览次数", "点击次数", "阅读次数", "访问次数", "浏览量：", "浏览量:", "点击量：", "点击率：",
    "打印本页", "关闭窗口", "关闭本页", "打印此页", "关闭此页", "返回顶部", "返回首页", "返回列表", "上一篇：", "上一篇:",
    "下一篇：", "下一篇:", "上一条：", "下一条：", "上一页", "下一页", "设为首页", "加入收藏", "分享到：", "分享到:", "扫一扫在手机",
    "字体：", "字号：", "字体:", "字号:", "【大 中 小】", "[大 中 小]", "【打印", "[打印", "【关闭", "[关闭", "[字体",
    "【字体", "无障碍阅读", "用户登录")

  private static let buttons = bytes(
    "首页", "登录", "注册", "退出", "搜索", "打印", "关闭", "收藏", "分享", "返回", "更多", "更多>>", "更多 >", "more",
    "分享到", "纠错", "大 中 小", "上一篇", "下一篇", "下载", "下载本文", "打印本文", "TOP", "回到顶部", "站内搜索",
    "无障碍", "手机版", "客户端", "移动端", "微信", "微博", "繁体", "简体", "English", "EN")

  private static let sidebars = bytes(
    "相关文章", "相关阅读", "相关链接", "相关新闻", "相关推荐", "相关文档", "相关下载", "相关资讯", "相关信息", "相关内容",
    "相关报道", "相关制度", "相关稿件", "热门文章", "热门推荐", "热门文档", "最新文章", "最新文档", "推荐阅读", "推荐文章",
    "猜你喜欢", "延伸阅读", "点击排行", "热点新闻", "扫码关注", "关注我们", "发表评论", "发表回复", "我要评论", "网友评论",
    "评论列表", "最新评论", "近期评论", "近期文章", "取消回复", "文章导航", "文章归档", "分类目录")

  private static let headingTools = bytes(
    "编辑", "编辑源代码", "編輯", "edit", "Edit", "[编辑]", "¶", "#", "§", "🔗", "链接", "永久链接", "复制链接",
    "返回目录", "回到目录", "返回顶部", "回到顶部", "TOP", "Top", "top")

  /// What programs of pages say about themselves, in whole sentences.
  private static let machinery = bytes(
    "邮箱地址不会被公开", "必填项已用", "必须登录才能发表评论", "要发表评论，您必须", "自豪地采用 WordPress", "自豪地采用WordPress",
    "Proudly powered by", "Powered by ", "浏览器中保存我的")

  private static let publicationKeys = bytes(
    "来源", "信息来源", "文章来源", "稿件来源", "发布时间", "发布日期", "发表时间", "发表日期", "更新时间", "更新日期", "录入时间",
    "添加时间", "上传时间", "时间", "日期", "作者", "编辑", "责任编辑", "责编", "发布人", "发布者", "录入", "录入者", "发布部门",
    "发布单位", "供稿", "点击", "点击数", "阅读", "阅读数", "阅读量", "浏览", "浏览数", "访问量", "人气", "热度", "审核人",
    "分类", "标签", "栏目", "所属栏目", "文章分类", "文章标签", "关键词标签", "审核", "撰稿", "校对", "初审", "复审", "终审", "文章作者",
    "信息提供")

  /// Keys of a document's own data, which the line must then keep.
  private static let documentKeys = bytes(
    "文号", "发文", "成文", "索引号", "有效性", "时效", "施行", "生效", "公布日期", "颁布", "印发", "实施日期", "效力", "主题词",
    "版本", "编号")
}
