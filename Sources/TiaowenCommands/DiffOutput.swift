import Comparison
import Publishing

/// A comparison in the form asked for.
struct DiffOutput {
  let report: ComparisonReport
  let format: DiffFormat
  /// Whether what is folded is listed, too.
  let showsAll: Bool
  /// Whether only the references are shown that point at nothing or elsewhere.
  let showsReferences: Bool
  let terminal: Terminal

  /// The bytes of the form.
  func bytes() throws -> [UInt8] {
    switch format {
    case .text:
      let text = DiffText(
        report, showsAll: showsAll, showsReferences: showsReferences, terminal: terminal)
      return Array(text.lines.utf8)
    case .json:
      var json = JSONWriter()
      DiffJSON(report).write(to: &json)
      return json.bytes
    case .html: return Array(ComparisonPage(report).html.utf8)
    case .docx: return try document()
    case .markdown: return Array(ComparisonMarkdown(report, listsFolded: showsAll).text.utf8)
    }
  }

  private func document() throws -> [UInt8] {
    do {
      return try ComparisonDocument(report, listsFolded: showsAll).bytes()
    } catch {
      throw Failure(error)
    }
  }
}

extension Failure {
  /// Why a text cannot be given in a form.
  init(_ error: PublishingError, of command: StaticString = "diff") {
    self.init(place: "tiaowen \(command)", message: error.description, help: error.help)
    guard Sentences.current.isChinese else { return }
    switch error.reason {
    case .missingLibrary(let name, let package):
      message = "写出这种格式需要 \(name)，尚未安装"
      help = "请运行 apt-get install \(package)"
    case .notPacked:
      message = "文件各部分无法打包"
      help = "请腾出内存，或换一种格式"
    }
  }
}
