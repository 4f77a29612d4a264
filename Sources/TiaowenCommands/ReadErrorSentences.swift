import DocumentReaders

extension Failure {
  /// Why a file gives no document.
  init(_ error: ReadError) {
    let reason = error.reason
    let isChinese = Sentences.current.isChinese
    self.init(
      place: error.path, message: isChinese ? reason.chineseSentence : reason.sentence,
      help: isChinese ? reason.chineseHelp : reason.help)
  }
}

extension ReadError.Reason {
  /// What is wrong, in Chinese.
  fileprivate var chineseSentence: String {
    switch self {
    case .empty: "文件是空的"
    case .notFound: "没有这个文件"
    case .unreadable(let words): "读不出来：\(words)"
    case .isDirectory: "这是文件夹"
    case .tooLarge(let limit): "超过 \(limit) 字节"
    case .binary: "不是文本"
    case .otherFormat(let name): "格式是 \(name)，不读取"
    case .undecodable: "用各种编码读都是乱码"
    case .legacyWord(let name): "格式是 \(name)，不读取"
    case .encryptedWord: "Word 文档有密码"
    case .damagedWord(let detail): "Word 文档已损坏：\(detail)"
    case .zipBomb(let part): "“\(part)”解压后超过限度"
    case .entities(let part): "“\(part)”声明了文档类型，Word 从不这样做"
    case .nestingTooDeep: "元素嵌套太深"
    case .noText: "文档里没有文字"
    case .pdfToolMissing: "读取 PDF 需要 pdftotext，尚未安装"
    case .damagedPDF(let detail): "PDF 读不出来：\(detail)"
    case .missingLibrary(let name, _): "读取这种格式需要 \(name)，尚未安装"
    }
  }

  /// What to do, in Chinese.
  fileprivate var chineseHelp: String? {
    switch self {
    case .empty, .notFound: "请核对路径，或重新保存文档"
    case .unreadable: "请检查文件权限"
    case .isDirectory: "请指明其中的文件，或用 ingest 读入整个文件夹"
    case .tooLarge: "请把文档拆成几份"
    case .binary, .otherFormat: "请提供文本、HTML、DOCX、Markdown 或 PDF"
    case .undecodable: "请重新取得原文，并以 UTF-8 保存"
    case .legacyWord: "请用 Word、WPS 或 LibreOffice 打开，另存为 .docx"
    case .encryptedWord: "请用密码打开，另存为没有密码的文档"
    case .damagedWord: "请用 Word、WPS 或 LibreOffice 打开修复后再保存"
    case .zipBomb, .entities: "除非知道是谁制作的，请不要打开这个文件"
    case .nestingTooDeep: "请把文档另存为纯文本"
    case .noText: "扫描件须先识别文字（OCR）"
    case .pdfToolMissing: "请运行 apt-get install poppler-utils"
    case .damagedPDF: "请用 PDF 阅读器打开，另存或打印成新的 PDF"
    case .missingLibrary(_, let package): "请运行 apt-get install \(package)"
    }
  }
}
