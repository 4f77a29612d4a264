import Library

extension Failure {
  /// Why a file cannot be added to a library.
  init(_ error: LibraryError, at path: String) {
    var error = error
    error.path = path
    self.init(error)
  }

  /// Why a library cannot be read or written.
  init(_ error: LibraryError) {
    var message = error.description
    let place = error.path + ": "
    if message.hasPrefix(place) { message.removeFirst(place.count) }
    self.init(place: error.path, message: message, help: error.help)
    if Sentences.current.isChinese {
      self.message = error.reason.chineseSentence
      help = error.reason.chineseHelp
    }
    if case .system = error.reason { help = Sentences.current.text(.librarySystemHelp) }
  }
}

extension LibraryError.Reason {
  /// What is wrong, in Chinese.
  fileprivate var chineseSentence: String {
    switch self {
    case .missing: "这里没有法规库"
    case .tooNew(let format, let newest):
      "由更新的 tiaowen 写成（格式 \(format)，本工具读取格式 \(newest)）"
    case .tooOld(let format, let oldest):
      "由更旧的 tiaowen 写成（格式 \(format)，本工具读取格式 \(oldest)）"
    case .damaged(let damage): "已损坏：\(damage.chineseSentence)"
    case .foreign: "这不是法规库的文件"
    case .fileMissing: "已损坏：文件不见了"
    case .beyondRepair: "清单及其副本都已损坏，法规库无法修复"
    case .locked(let holder): "\(holder.map { "进程 \($0) " } ?? "另一个进程")正在写入"
    case .system(let fault): fault.sentence
    case .tooLarge: "法规库已满"
    case .noSuchRegulation(let id, _): "没有编号为 \(id) 的法规"
    case .noSuchRevision(let name, _): "没有名为 \(name) 的修订本"
    case .severalRegulations(let count): "文件中有 \(count) 部法规"
    }
  }

  /// What to do, in Chinese.
  fileprivate var chineseHelp: String? {
    switch self {
    case .missing: "请先运行 tiaowen ingest 路径"
    case .tooNew: "请安装更新的工具，或加 --index 把原文读入另一个文件夹"
    case .tooOld: "请移走这个文件夹，重新读入原文；手工移除、废止和补充的内容须重新指明"
    case .foreign: "请用 --index 指定另一个文件夹"
    case .beyondRepair: "请删除这个文件夹，重新读入原文"
    case .damaged, .fileMissing: "请运行 tiaowen ingest --repair 路径 重新读入原文；完好的内容会保留"
    case .locked: "请等它完成"
    case .system: nil
    case .tooLarge: "请把一部分原文读入另一个文件夹"
    case .noSuchRegulation(_, let near):
      near.isEmpty ? "tiaowen list 列出所有编号" : "是否指 \(near.joined(separator: "、"))？"
    case .noSuchRevision(_, let names): "有 \(names.joined(separator: "、"))"
    case .severalRegulations: "请把所指的一部存为单独的文件"
    }
  }
}

extension LibraryDamage {
  /// What is wrong, in Chinese.
  fileprivate var chineseSentence: String {
    switch self {
    case .notOurs: "这不是法规库的文件"
    case .notAFile: "这不是普通文件"
    case .cut: "文件比写入时短或长"
    case .formatNumber: "格式号与写入时不同"
    case .header: "文件头与写入时不同"
    case .pageSums: "各页的校验和与写入时不同"
    case .manifest: "清单与写入时不同"
    case .bytes(let bytes, _):
      "第 \(bytes.lowerBound) 至 \(bytes.upperBound - 1) 字节与写入时不同"
    case .otherFile: "这不是清单所指的文件"
    case .contradiction(let words): "内容自相矛盾（\(words)）"
    }
  }
}
