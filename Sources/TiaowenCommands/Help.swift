import ArgumentParser

extension ArgumentHelp {
  /// Help in the reader's language, with a name for the value of an option.
  init(_ sentence: Sentence, _ value: String? = nil) {
    self.init(.init(stringLiteral: Sentences.current.text(sentence)), valueName: value)
  }
}

extension CommandConfiguration {
  /// A subcommand that is described in the reader's language.
  init(_ name: String, _ abstract: Sentence, _ discussion: Sentence? = nil) {
    let sentences = Sentences.current
    self.init(
      commandName: name, abstract: sentences.text(abstract),
      discussion: discussion.map { sentences.text($0) } ?? "")
  }
}

/// What the argument parser says itself, in Chinese.
enum ChineseUsage {
  /// Its words, the longer ones first where one holds another.
  private static let words: [(english: String, chinese: String)] = [
    ("OVERVIEW: ", "概述："), ("USAGE: ", "用法："), ("Usage: ", "用法："), ("SUBCOMMANDS:", "子命令："),
    ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："), ("Help:  ", "说明："), ("<subcommand>", "<子命令>"),
    ("[<options>]", "[<选项>]"), ("Show the version.", "显示版本。"),
    ("Show help information.", "显示帮助。"), ("Show subcommand help information.", "显示子命令的帮助。"),
    ("(values: ", "(可取 "), ("default:", "默认"),
    ("Missing expected argument ", "缺少参数 "), ("Missing value for ", "缺少选项的值 "),
    ("Unknown option ", "没有选项 "), ("Unexpected argument ", "多余的参数 "),
    (". Did you mean ", "，是否指 "), (". Please provide one of ", "，可取 "),
    (" is invalid for ", " 不能用于 "), ("The value ", "值 "),
    (" for detailed help.", " 可查看详情。"), (" for more information.", " 可查看详情。"),
    ("  See ", "  运行 "),
  ]

  /// A message of the parser with what is known of it in Chinese.
  static func translating(_ message: String) -> String {
    words.reduce(message) { replacing($1.english, with: $1.chinese, in: $0) }
  }

  private static func replacing(_ old: String, with new: String, in text: String) -> String {
    let old = Array(old.utf8)
    var rest = Array(text.utf8)[...]
    var replaced: [UInt8] = []
    while let byte = rest.first {
      if byte == old.first, rest.starts(with: old) {
        replaced += Array(new.utf8)
        rest = rest.dropFirst(old.count)
      } else {
        replaced.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: replaced, as: UTF8.self)
  }
}
