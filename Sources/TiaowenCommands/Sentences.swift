import ChineseText

/// The tool's sentences in the language of the reader.
///
/// Libraries word their errors and diagnostics in English and give a code and
/// values with them; what the table knows in Chinese is found by that code.
struct Sentences: Sendable {
  /// The sentences for this process's locale.
  static let current = Sentences(isChinese: localeIsChinese)

  /// Whether the sentences are Chinese.
  let isChinese: Bool

  private static var localeIsChinese: Bool {
    let locale = environment("LC_ALL") ?? environment("LC_MESSAGES") ?? environment("LANG")
    return locale?.utf8.starts(with: "zh".utf8) ?? false
  }

  /// A sentence of the tool with its places filled in.
  func text(_ sentence: Sentence, _ values: any CustomStringConvertible...) -> String {
    Self.fill(isChinese ? sentence.chinese : sentence.english, values.map(\.description))
  }

  /// Several things in one sentence.
  func list(_ things: [String]) -> String { things.joined(separator: isChinese ? "、" : ", ") }

  /// The sentence of a diagnostic.
  func message(of diagnostic: Diagnostic) -> String {
    translated(diagnostic.code.rawValue, diagnostic.values)?.message ?? diagnostic.message
  }

  /// What to do about a diagnostic.
  func help(of diagnostic: Diagnostic) -> String? {
    translated(diagnostic.code.rawValue, diagnostic.values)?.help ?? diagnostic.help
  }

  /// What a library said, in Chinese, or `nil` when English is wanted or the
  /// table does not know the code.
  func translated(_ code: String, _ values: [String]) -> (message: String, help: String?)? {
    guard isChinese, let row = ChineseSentences.row(code) else { return nil }
    return (Self.fill(row.message, values), row.help.map { Self.fill($0, values) })
  }

  /// `template` with its places filled in; a place without a value stays.
  static func fill(_ template: String, _ values: [String]) -> String {
    guard template.utf8.contains(UInt8(ascii: "{")) else { return template }
    var filled = ""
    var rest = Substring(template)
    while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
      filled += rest[..<start]
      let place = rest[rest.index(after: start)..<end]
      filled += value(of: place, values) ?? String(rest[start...end])
      rest = rest[end...].dropFirst()
    }
    return filled + rest
  }

  /// The value that a place such as `0` or `0:line|lines` stands for.
  private static func value(of place: Substring, _ values: [String]) -> String? {
    let parts = place.split(separator: ":", maxSplits: 1)
    guard let index = parts.first.flatMap({ Int($0) }), values.indices.contains(index) else {
      return nil
    }
    guard parts.count == 2 else { return values[index] }
    let words = parts[1].split(separator: "|", maxSplits: 1)
    return (values[index] == "1" ? words.first : words.last).map { String($0) }
  }
}
