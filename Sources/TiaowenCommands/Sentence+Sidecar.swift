// What is said of sidecars.

extension Sentence {
  static let unreadableSidecar = Sentence("the sidecar is no text", "更正文件不是文本")
  static let unreadableSidecarHelp = Sentence("save it as UTF-8 text", "请保存为 UTF-8 文本")
  static let namedSidecar = Sentence(
    "is a sidecar, which corrects a file", "这是更正文件，不是法规")
  static let namedSidecarHelp = Sentence(
    "name the file beside it, without .tiaowen", "请指明它旁边的文件，不带 .tiaowen")
  static let lonelySidecar = Sentence(
    "the file that it corrects is missing", "它所更正的文件不在旁边")
}
