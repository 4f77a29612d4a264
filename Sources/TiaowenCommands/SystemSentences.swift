import Glibc
import Library

/// What the system says, in the reader's language.
enum SystemSentences {
  /// The reason that an error number stands for.
  static func reason(_ code: Int32) -> String {
    guard Sentences.current.isChinese else { return english(code) }
    return chinese[code] ?? "系统错误 \(code)（\(english(code))）"
  }

  private static func english(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0).lowercased() } ?? "error \(code)"
  }

  private static let chinese: [Int32: String] = [
    EPERM: "系统不允许", ENOENT: "没有这个文件或文件夹", EIO: "磁盘读写出错", ENXIO: "设备不存在", EBADF: "文件没有打开",
    ENOMEM: "内存不足", EACCES: "没有权限", EBUSY: "正在被占用", EEXIST: "已经存在", ENODEV: "设备不存在",
    ENOTDIR: "路径中有一级不是文件夹",
    EISDIR: "这是文件夹", EINVAL: "文件系统不支持", ENFILE: "系统打开的文件太多", EMFILE: "打开的文件太多", ETXTBSY: "文件正在运行",
    EFBIG: "文件太大", ENOSPC: "磁盘已满", EROFS: "文件系统是只读的", EMLINK: "链接太多", EPIPE: "管道已关闭",
    EDEADLK: "会造成死锁",
    ENAMETOOLONG: "名称太长", ENOLCK: "无法加锁", ELOOP: "链接循环", EOVERFLOW: "文件太大", ENOTSUP: "文件系统不支持",
    ESTALE: "网络文件夹已失效", EDQUOT: "磁盘配额已用完", ETIMEDOUT: "超时没有回应",
  ]
}

extension SystemFault {
  /// The action and the reason, in Chinese.
  var sentence: String { "\(words)：\(SystemSentences.reason(code))" }

  private var words: String {
    switch action {
    case .open: "打不开"
    case .read: "读不出来"
    case .write: "写不进去"
    case .replace: "无法替换"
    case .lock: "无法加锁"
    case .makeDirectory: "无法创建文件夹"
    }
  }
}
