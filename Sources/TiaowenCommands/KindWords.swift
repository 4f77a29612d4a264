import DocumentReaders
import Regulations
import Splitting

// In English the words are those of JSON output.

extension Revision.Kind {
  /// What a text is, in the reader's language.
  var words: String { Sentences.current.isChinese ? chineseWords : rawValue }

  private var chineseWords: String {
    switch self {
    case .regulation: "法规"
    case .commentary: "评介文章"
    case .slides: "幻灯片"
    }
  }
}

extension ProvisionKind {
  /// What a provision is, in the reader's language.
  var words: String { Sentences.current.isChinese ? chineseWords : rawValue }

  private var chineseWords: String {
    switch self {
    case .part: "编"
    case .subpart: "分编"
    case .chapter: "章"
    case .section: "节"
    case .article: "条"
    case .paragraph: "款"
    case .item: "项"
    case .subitem: "目"
    case .clause: "层次"
    case .preamble: "序言"
    case .closing: "结尾"
    case .annex: "附件"
    }
  }
}

extension RejectedText.Reason {
  /// Why a text was rejected, in the reader's language.
  var words: String { Sentences.current.isChinese ? chineseWords : rawValue }

  private var chineseWords: String {
    switch self {
    case .pageFurniture: "页眉页脚按钮"
    case .navigation: "导航"
    case .sidebar: "侧栏"
    case .footer: "网页底部"
    case .interface: "表单控件"
    case .comment: "源码注释"
    case .frontMatter: "文件头信息"
    case .contents: "目录"
    case .spam: "重复堆砌"
    case .placeholder: "模板占位文字"
    case .discarded: "校对者舍弃"
    }
  }
}

extension SourceFormat {
  /// The form of a document, in the reader's language.
  var words: String { Sentences.current.isChinese && self == .text ? "纯文本" : rawValue }
}
