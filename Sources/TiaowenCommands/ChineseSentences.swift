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
    default: nil
    }
  }
}
