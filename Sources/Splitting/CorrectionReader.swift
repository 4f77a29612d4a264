import ChineseText
import Regulations

/// Reads one line of a sidecar.
///
/// Signs count in both widths. Words in quotes stand in the source, all others
/// are the editor's own.
struct CorrectionReader {
  /// Why a line is not understood.
  enum Fault: Error, Hashable {
    case keyword(String)
    case quote(String)
    case value(String, of: String)
    case rest(String)
  }

  private let line: Int
  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ bytes: ArraySlice<UInt8>, line: Int) {
    self.line = line
    let all = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    let start = all.firstIndex { !Blank.isBlank($0) } ?? all.count
    let end = all.lastIndex { !Blank.isBlank($0) }.map { $0 + 1 } ?? start
    scalars = Array(all[start..<end])
  }

  /// Whether the line says nothing: it is blank or begins with #.
  var isBlankOrComment: Bool {
    scalars.first.map { $0 == "#" || $0 == "＃" } ?? true
  }

  private var text: String { Self.text(scalars[...]) }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  /// What the line says.
  mutating func correction() throws(Fault) -> Correction {
    guard let colon = scalars.firstIndex(where: { $0.structure == .colon }) else {
      throw .keyword(text)
    }
    let word = PageFurniture.squeeze(Self.text(scalars[..<colon])).lowercased()
    guard let keyword = Correction.Keyword(word) else { throw .keyword(word) }
    position = colon + 1
    skipBlanks()
    return Correction(
      line: line, text: text, keyword: keyword, value: try value(of: keyword, word))
  }

  private mutating func value(
    of keyword: Correction.Keyword, _ word: String
  ) throws(Fault) -> Correction.Value {
    switch keyword {
    case .title where beginsQuote: return .passage(try passage(keyword, word))
    case .title, .issuer, .department, .documentNumber: return .text(try ownText(word))
    case .adopted, .promulgated, .amended, .effective: return .day(try day(word))
    case .kind: return .kind(try kind(word))
    default: return .passage(try passage(keyword, word))
    }
  }

  // MARK: The editor's own words

  private mutating func ownText(_ word: String) throws(Fault) -> String? {
    var own = scalars[position...]
    for (open, close) in Self.ownQuotes where own.count > 2 && own.first == open {
      if own.last == close { own = own.dropFirst().dropLast() }
    }
    position = scalars.count
    let text = Self.text(own)
    guard !own.isEmpty else { throw .value("", of: word) }
    return text == "无" || text == "none" ? nil : text
  }

  private mutating func day(_ word: String) throws(Fault) -> CalendarDate? {
    guard let text = try ownText(word) else { return nil }
    let dates = MetadataReader.dates(in: PageFurniture.squeeze(text))
    guard let day = CalendarDate(text) ?? (dates.count == 1 ? dates[0].date : nil) else {
      throw .value(text, of: word)
    }
    return day
  }

  private mutating func kind(_ word: String) throws(Fault) -> Revision.Kind {
    let text = try ownText(word) ?? ""
    switch text {
    case "制度", "法规", "regulation": return .regulation
    case "评论", "文章", "commentary": return .commentary
    case "幻灯片", "slides": return .slides
    default: throw .value(text, of: word)
    }
  }

  // MARK: Words of the source

  private static let quotes: [(Unicode.Scalar, Unicode.Scalar)] = [
    ("「", "」"), ("『", "』"), ("“", "”"), ("\"", "\""),
  ]
  private static let ownQuotes = quotes + [("《", "》")]

  private var beginsQuote: Bool {
    position < scalars.count && Self.quotes.contains { $0.0 == scalars[position] }
  }

  private mutating func passage(
    _ keyword: Correction.Keyword, _ word: String
  ) throws(Fault) -> Correction.Passage {
    var passage = Correction.Passage(anchor: try anchor(word))
    if keyword == .reject || keyword == .keep, takeWord("至") || takeWord("to") {
      passage.end = try anchor(word)
    }
    if keyword == .label, takeWord("=") || takeWord("＝") {
      let reading = Array(scalars[position...])
      guard let read = LabelReading.beginning(reading + ["字"]), read.count == reading.count else {
        throw .value(Self.text(reading[...]), of: word)
      }
      passage.reading = read.reading
      position = scalars.count
    }
    guard position == scalars.count else { throw .rest(Self.text(scalars[position...])) }
    return passage
  }

  private mutating func takeWord(_ word: String) -> Bool {
    let wanted = Array(word.unicodeScalars)
    guard scalars[position...].starts(with: wanted) else { return false }
    position += wanted.count
    skipBlanks()
    return true
  }

  /// Words in quotes, of which bars enclose those that are meant, and which of
  /// their places: 「第三条|出差审批|」（2）.
  private mutating func anchor(_ word: String) throws(Fault) -> Anchor {
    guard position < scalars.count,
      let close = Self.quotes.first(where: { $0.0 == scalars[position] })?.1,
      let end = scalars[(position + 1)...].firstIndex(of: close)
    else { throw .quote(word) }
    var words: [Unicode.Scalar] = []
    var bars: [Int] = []
    for scalar in scalars[(position + 1)..<end] where !Blank.isBlank(scalar) {
      if scalar == "|" || scalar == "｜" { bars.append(words.count) } else { words.append(scalar) }
    }
    position = end + 1
    skipBlanks()
    guard bars.isEmpty || bars.count == 2 else { throw .quote(word) }
    let meant = bars.isEmpty ? 0..<words.count : bars[0]..<bars[1]
    guard !meant.isEmpty else { throw .quote(word) }
    return Anchor(words: words, meant: meant, choice: try choice(word))
  }

  /// Which place is meant: （2）, （全部）.
  private mutating func choice(_ word: String) throws(Fault) -> Anchor.Choice {
    guard position < scalars.count, scalars[position].structure == .openParenthesis else {
      return .only
    }
    let rest = scalars[(position + 1)...]
    guard let close = rest.firstIndex(where: { $0.structure == .closeParenthesis }) else {
      throw .rest(Self.text(scalars[position...]))
    }
    let inner = PageFurniture.squeeze(Self.text(rest[..<close]))
    position = close + 1
    skipBlanks()
    if inner == "全部" || inner == "all" { return .all }
    guard let number = ChineseNumeral.value(of: inner.unicodeScalars), number > 0 else {
      throw .value(inner, of: word)
    }
    return .number(number)
  }

  private mutating func skipBlanks() {
    while position < scalars.count, Blank.isBlank(scalars[position]) { position += 1 }
  }

  // MARK: Faults

  /// Words what is wrong with the line.
  func diagnostic(of fault: Fault) -> Diagnostic {
    switch fault {
    case .keyword(let word):
      Diagnostic(
        .correctionKeyword, .warning, line: line, values: [word],
        message: "「\(word)」 is no keyword of a sidecar",
        help: "a line is a keyword, a colon and what is meant, such as 编号: 「第三条」")
    case .quote(let word):
      Diagnostic(
        .correctionQuote, .warning, line: line, values: [word],
        message: "\(word) needs words of the text in quotes",
        help: "quote them as 「…」; no bars, or two around what is meant: 「第三条|审批|」")
    case .value(let value, let word):
      Diagnostic(
        .correctionValue, .warning, line: line, values: [word, value],
        message: "\(word) cannot be 「\(value)」",
        help: "write days as 2024-03-01, labels as 第三条 or （一）, and 无 for nothing")
    case .rest(let rest):
      Diagnostic(
        .correctionRest, .warning, line: line, values: [rest],
        message: "「\(rest)」 means nothing here", help: "a line says one thing; # begins a comment")
    }
  }
}
