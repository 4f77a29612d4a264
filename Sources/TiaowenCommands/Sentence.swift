/// A sentence of the tool itself, in English and Chinese.
///
/// Values fill the places `{0}`, `{1}`…; `{0:line|lines}` is the first word
/// where the value is 1, and the second where it is not.
struct Sentence: Sendable {
  /// The English form.
  let english: String
  /// The Chinese form.
  let chinese: String

  /// A sentence of the given forms.
  init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }
}

// What several commands say.

extension Sentence {
  static let errorMark = Sentence("error", "错误")
  static let warningMark = Sentence("warning", "警告")
  static let noteMark = Sentence("note", "提示")
  static let helpMark = Sentence("help", "办法")
  static let notFound = Sentence("no such file or folder", "没有这个文件或文件夹")
  static let notFoundHelp = Sentence("check the spelling of the path", "请核对路径")
  static let noPermission = Sentence("no permission to read it", "没有读取权限")
  static let noPermissionHelp = Sentence(
    "ask the owner for permission to read, or copy the file", "请向所有者申请读取权限，或复制一份再读")
  static let tooLarge = Sentence("the file is larger than 1 GiB", "文件大于 1 GiB")
  static let tooLargeHelp = Sentence("split the file, or leave it out", "请拆分文件，或不要包括它")
  static let isFolder = Sentence("is a folder", "这是文件夹")
  static let isFolderHelp = Sentence(
    "name a file in it, or ingest the whole folder", "请指明其中的文件，或用 ingest 读入整个文件夹")
  static let noRegularFile = Sentence("is no regular file", "不是普通文件")
  static let noRegularFileHelp = Sentence(
    "name a file, or '-' for standard input", "请指明文件，或用 - 读标准输入")
  static let systemHelp = Sentence(
    "check the path and the permissions of its folders", "请核对路径和各级文件夹的权限")
  static let librarySystemHelp = Sentence(
    "check the path, its permissions and the space on the disk, or name another folder with --index",
    "请核对路径、权限和磁盘空间，或用 --index 指明别的文件夹")
  static let standardOutput = Sentence("standard output", "标准输出")
  static let noClock = Sentence(
    "the system's clock names no day; give one with --on", "系统时钟没有日期，请用 --on 指明")
  static let noSuchDay = Sentence(
    "there is no such day; write it as 2024-03-01", "没有这一天；日期写作 2024-03-01")
  static let noSuchSubcommand = Sentence("there is no subcommand '{0}'", "没有子命令“{0}”")
  static let nearSubcommand = Sentence("did you mean 'tiaowen {0}'?", "是否指 tiaowen {0}？")
  static let subcommands = Sentence("there are {0}", "子命令有 {0}")
  static let emptyIndex = Sentence("--index needs the name of a folder", "--index 后面要写文件夹")
  static let emptyLibrary = Sentence("the library holds no regulations", "库里没有法规")
}
