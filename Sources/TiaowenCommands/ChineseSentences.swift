/// What libraries say, in Chinese, by the code of the diagnostic.
enum ChineseSentences {
  /// The sentence and what to do, with places for the values.
  static func row(_ code: String) -> (message: String, help: String?)? {
    switch code {
    case "number-gap": ("{1}之后是{0}，缺 {2} 个编号", "请核对原文，其间的文字可能丢失")
    case "repeated-number": ("{0}的编号前面已经出现过", "标签照原文保留，地址以 ~2 结尾")
    case "number-out-of-order": ("{1}之后是{0}", "标签照原文保留，请核对原文的编号")
    case "late-start": ("编号从{0}开始", "请核对原文，前面的内容可能丢失")
    case "level-skipped": ("{0}不在任何章里", "请核对原文，章的标签可能丢失")
    case "title-missing": ("这段文字上方没有标题", "可用 --title 给出标题")
    case "title-without-text": ("标题“{0}”下面没有正文", "请核对原文，正文可能丢失")
    case "empty-provision": ("{0}没有正文", "请核对原文，条文可能丢失")
    case "incomplete-text": ("文本可能不完整：在{0}之后中断", "请与原文的结尾核对")
    case "wrapped-lines": ("各行在同一宽度处折断，已重新连接", nil)
    case "replaced-bytes": ("有 {0} 处字节无法解码", "请与原件核对标有 \u{FFFD} 的地方")
    case "damaged-markup": ("网页标记有 {0} 处损坏，最先在第 {1} 行", "请将该行以后的文字与原件核对")
    case "corrected": ("已更正：{1}", nil)
    case "correction-unneeded": ("没有更正文件也是这样读的：{1}", nil)
    case "correction-keyword":
      ("没有“{1}”这样的更正", "每行写一个关键词、冒号和所指文字，例如 编号: 「第三条」")
    case "correction-quote":
      ("{1}后面要用引号引用原文", "写作「…」；不用竖线，或用两道竖线括出所指部分：「第三条|审批|」")
    case "correction-value":
      ("{1}不能是“{2}”", "日期写作 2024-03-01，编号写作 第三条 或 （一），没有则写 无")
    case "correction-rest": ("这里的“{1}”没有意义", "一行只说一件事；以 # 开头的行是注释")
    case "correction-not-found": ("原文里没有「{1}」", "请照原文引用；空白不计")
    case "correction-ambiguous":
      ("「{1}」在原文里有 {2} 处", "请多引几个字，或在后面写（1）至（{2}），或（全部）")
    case "correction-label": ("「{1}」不能读作编号", "请在后面写明读法：= 第三条")
    case "correction-limit": ("一个更正文件最多更正 {1} 处", "请直接更正原文件")
    case "correction-without-effect":
      ("没能照办：{1}", "请用 tiaowen parse 查看这些文字现在归在哪里")
    default: nil
    }
  }
}
