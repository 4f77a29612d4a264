import ChineseText

/// Recognises lines that pages add to a text: page numbers, buttons, notices
/// of download sites, and what templates leave to be filled in.
///
/// Only whole lines count, and only short ones or those that say several
/// things no regulation says together.
enum PageFurniture {
  /// Why a line is no text, judged by the line alone, or `nil`.
  static func reason(_ line: String) -> RejectedText.Reason? {
    let squeezed = squeeze(line)
    if placeholders.contains(squeezed) || isInvitationToFill(squeezed) { return .placeholder }
    if isPageNumber(line) || buttons.contains(squeezed) { return .pageFurniture }
    if isRule(squeezed) || isSourceLine(squeezed) { return .pageFurniture }
    if squeezed.utf8.count <= 240, openings.contains(where: squeezed.begins(with:)) {
      return .pageFurniture
    }
    return isCopyright(squeezed) ? .footer : nil
  }

  /// Whether a line of any length is a notice of the site that offers a text
  /// for download.
  ///
  /// Such notices stand below a document: what follows is another one.
  static func isDownloadNotice(_ line: String) -> Bool {
    guard line.utf8.count <= 600, line.holds("文档") || line.holds("本站") else { return false }
    let words = [
      "下载", "预览", "侵犯", "侵权", "客服", "平台", "退款", "反馈", "甄别", "上传", "网友", "版权",
    ]
    return words.lazy.filter { line.holds($0) }.count >= 2
  }

  /// Whether a line says nothing but a page number: — 3 —, 第 3 页 共 9 页, 3 / 9.
  ///
  /// A bare number is not enough: it may be a cell of a table.
  static func isPageNumber(_ line: String) -> Bool {
    guard line.utf8.count <= 48 else { return false }
    var digits = 0
    var signs = 0
    var words = String.UnicodeScalarView()
    for scalar in line.unicodeScalars where !Blank.isBlank(scalar) {
      switch scalar {
      case "0"..."9", "０"..."９": digits += 1
      case "-", "—", "–", "―", "─", "－", "·", "~", "～", "/", "／", "|", "[", "]", "［", "］":
        signs += 1
      default: words.append(scalar)
      }
    }
    guard digits <= 8 else { return false }
    switch String(words) {
    case "": return digits > 0 && signs > 0 && !isDate(line)
    case "第页", "第页共页", "第页,共页", "第页，共页", "共页", "Page", "page", "Pageof", "pageof", "P",
      "第页/共页", "(第页共页)", "（第页共页）", "（第页，共页）", "第页(共页)", "第页（共页）":
      return digits > 0
    default:
      let numerals = words.filter {
        ChineseNumeral.digit($0) != nil || ChineseNumeral.unit($0) != nil
      }
      return words.count == numerals.count + 2 && words.first == "第" && words.last == "页"
    }
  }

  /// Whether a line is a date of digits and hyphens, which is no page number.
  private static func isDate(_ line: String) -> Bool {
    line.utf8.count(where: { 48...57 ~= $0 }) >= 6
  }

  /// A line without blanks.
  static func squeeze(_ line: String) -> String {
    guard line.unicodeScalars.contains(where: { Blank.isBlank($0) }) else { return line }
    return String(upTo: line.utf8.count) { result in
      for scalar in line.unicodeScalars where !Blank.isBlank(scalar) { result.append(scalar) }
    }
  }

  private static func isInvitationToFill(_ line: String) -> Bool {
    guard line.utf8.count <= 90 else { return false }
    let openings = ["单击此处", "点击此处", "点击添加", "请在此处", "请在此输入", "在此输入", "您的内容打在这里", "此处添加"]
    return openings.contains(where: line.begins(with:))
  }

  /// Whether a line is a rule drawn with signs: -----, =====, ＊＊＊＊.
  private static func isRule(_ line: String) -> Bool {
    guard let first = line.unicodeScalars.first, line.unicodeScalars.count >= 4 else {
      return false
    }
    return "-=_—–─━*＊~～#·.…".unicodeScalars.contains(first)
      && line.unicodeScalars.allSatisfy { $0 == first }
  }

  /// Whether a line tells where a page took its text from and how often it was
  /// read: 来源：… 作者：… 阅读：120次.
  private static func isSourceLine(_ line: String) -> Bool {
    guard line.utf8.count <= 240,
      line.begins(with: "来源") || line.begins(with: "作者") || line.begins(with: "发布")
        || line.begins(with: "时间")
        || line.begins(with: "日期")
    else { return false }
    let words = [
      "来源：", "来源:", "作者：", "作者:", "阅读", "浏览", "点击", "编辑：", "编辑:", "发布者", "发布人", "发布时间", "字体", "字号",
    ]
    return words.lazy.filter { line.holds($0) }.count >= 2
  }

  private static func isCopyright(_ line: String) -> Bool {
    guard line.utf8.count <= 240 else { return false }
    let folded = line.lowercased()
    return line.begins(with: "©") || line.begins(with: "版权所有") || folded.begins(with: "copyright")
      || (line.holds("版权所有") && line.utf8.count <= 120) || line.holds("ICP备")
      || folded.holds("allrightsreserved") || folded == "reserved"
  }

  private static let placeholders: Set<String> = [
    "添加标题", "添加文本", "添加内容", "添加小标题", "添加副标题", "添加您的标题", "添加标题文字", "点击添加标题",
    "输入标题", "请输入标题", "请输入内容", "输入内容", "标题文字", "此处输入标题", "文本内容", "LOREM", "Loremipsum",
    "在此处添加标题", "添加正文", "添加文字",
  ]

  private static let buttons: Set<String> = [
    "合集下载", "相关文档", "最新文档", "相关推荐", "推荐阅读", "推荐文档", "热门文档", "猜你喜欢", "下载文档", "免费下载",
    "立即下载", "点击下载", "下载本文", "下载全文", "打印本页", "打印", "关闭窗口", "关闭", "返回顶部", "返回首页", "返回列表",
    "返回", "上一篇", "下一篇", "上一页", "下一页", "首页", "尾页", "加入收藏", "设为首页", "收藏", "分享", "分享到", "举报",
    "我要评论", "评论", "展开全文", "阅读全文", "查看更多", "更多", "更多>>", "【打印】", "[打印]", "【关闭】", "[关闭]",
    "【打印】【关闭】", "[打印][关闭]", "打印本页关闭窗口", "【打印本页】【关闭窗口】", "字体：大中小", "字号：大中小",
    "【字体：大中小】", "字体:大中小", "大中小", "目录下载", "文档加载中", "正在加载", "扫一扫", "无障碍浏览", "登录", "注册",
    "新手引导", "VIP专享", "版权申诉", "侵权投诉", "用户反馈", "帮助中心", "网站地图", "联系我们", "关于我们",
  ]

  private static let openings: [String] = [
    "您现在的位置", "您当前的位置", "当前位置", "您的位置：", "您的位置:", "浏览次数", "点击数", "点击次数", "阅读次数", "阅读量",
    "责任编辑：", "责任编辑:", "上一篇：", "上一篇:", "下一篇：", "下一篇:", "文档来源", "本文来源", "网址：http", "来源：http",
    "下载前请", "下载本文", "本文档下载", "以上就是小编", "以上是小编", "内容来自", "免责声明", "文档介绍", "文档为doc", "点击下载文档", "欢迎下载",
    "本文由网友", "转载请注明", "转载请标明", "本文章来源", "文章来源", "原文地址", "本文地址", "本资料来源", "更多相关", "更多精彩", "猜您喜欢",
    "关注公众号", "长按识别", "上传者", "页数：", "文件大小", "所需积分", "扫码关注", "微信扫一扫", "分享到：", "分享到:", "发布时间：",
    "发布时间:",
  ]

  /// Whether a line that begins with two scalars may be one of the above.
  ///
  /// Page numbers begin with signs, digits and 第 and are told by their length.
  static func mayBegin(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    beginnings.contains(UInt64(first.value) << 32 | UInt64(second.value))
  }

  private static let beginnings: Set<UInt64> = {
    let words = placeholders.union(buttons).union(openings).union([
      "单击", "点击", "请在", "在此", "您的", "此处", "版权", "共页", "©", "ICP", "==", "__", "##", "＊＊", "**",
      "——", "──",
      "━━", "来源", "作者", "发布", "时间", "日期", "……", "..",
    ])
    return Set(
      words.map { word in
        let scalars = Array(word.unicodeScalars)
        return UInt64(scalars[0].value) << 32 | UInt64(scalars.count > 1 ? scalars[1].value : 0)
      })
  }()
}
