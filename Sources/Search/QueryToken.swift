internal import ChineseText

/// A piece of a query's text.
enum QueryToken: Hashable {
  case word(String)
  case phrase(String)
  case field(String)
  case or
  case not
  case open
  case close
}

/// Cuts a query's text into tokens; every text can be cut.
struct QueryLexer {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var tokens: [QueryToken] = []
  /// Whether each open parenthesis groups; one inside a word is part of it.
  private var depth = 0

  /// Whether a quotation mark has no partner; it is passed over.
  private var isUnbalanced = false

  static func tokens(of text: String) -> [QueryToken] { reading(of: text).tokens }

  /// The tokens, and whether all quotation marks have a partner.
  static func reading(of text: String) -> (tokens: [QueryToken], isBalanced: Bool) {
    var lexer = QueryLexer(scalars: text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 })
    lexer.run()
    return (lexer.tokens, !lexer.isUnbalanced)
  }

  private init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  private mutating func run() {
    while index < scalars.count {
      let scalar = scalars[index]
      if Blank.isBlank(scalar) {
        index += 1
      } else if Self.closer(of: scalar) != nil {
        readPhrase()
      } else if Self.isOpen(scalar), isGroup(at: index) {
        tokens.append(.open)
        depth += 1
        index += 1
      } else if Self.isClose(scalar), depth > 0 {
        tokens.append(.close)
        depth -= 1
        index += 1
      } else if Self.isMinus(scalar), index + 1 < scalars.count,
        !Blank.isBlank(scalars[index + 1])
      {
        tokens.append(.not)
        index += 1
      } else {
        readWord()
      }
    }
  }

  private mutating func readPhrase() {
    let closers = Self.closer(of: scalars[index]) ?? []
    let start = index + 1
    guard let end = scalars[start...].firstIndex(where: { closers.contains($0) }) else {
      isUnbalanced = true
      index = start
      return
    }
    tokens.append(.phrase(text(start..<end)))
    index = end + 1
  }

  private mutating func readWord() {
    let start = index
    var inner = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if Blank.isBlank(scalar) || Self.closer(of: scalar) != nil { break }
      if Self.isOpen(scalar) { inner += 1 }
      if Self.isClose(scalar) {
        if inner == 0, depth > 0 { break }
        inner -= 1
      }
      index += 1
      if Self.isColon(scalar), isField(start..<(index - 1)) {
        tokens.append(.field(text(start..<(index - 1))))
        return
      }
    }
    // A quotation mark that opens nothing stands alone.
    if index == start { index += 1 }
    tokens.append(Self.keyword(scalars[start..<index]) ?? .word(text(start..<index)))
  }

  /// Whether a word before a colon names a field: a Chinese name of one, or any
  /// Latin word that is not the start of an address and has something after it.
  private func isField(_ range: Range<Int>) -> Bool {
    let name = text(range)
    if QueryField(name) != nil { return true }
    let next = index < scalars.count ? scalars[index] : " "
    return !name.isEmpty
      && name.unicodeScalars.allSatisfy { $0.isASCII && $0.properties.isAlphabetic }
      && next != "/" && !Blank.isBlank(next)
  }

  /// Whether a parenthesis groups: what it encloses has a blank or a quotation
  /// in it, and nothing is glued to its end.
  private func isGroup(at start: Int) -> Bool {
    var level = 0
    var hasParts = false
    for (offset, scalar) in scalars[start...].enumerated() {
      if Self.isOpen(scalar) { level += 1 }
      if Self.isClose(scalar) { level -= 1 }
      if Blank.isBlank(scalar) || Self.closer(of: scalar) != nil { hasParts = true }
      guard level == 0 else { continue }
      let next = start + offset + 1
      let isLast =
        next >= scalars.count || Blank.isBlank(scalars[next]) || Self.isClose(scalars[next])
      return hasParts && isLast
    }
    return true
  }

  private func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  private static func keyword(_ word: ArraySlice<Unicode.Scalar>) -> QueryToken? {
    let plain = word.map { $0.value >= 0xFF21 && $0.value <= 0xFF3A ? $0.value - 0xFEE0 : $0.value }
    if plain == [0x4F, 0x52] { return .or }
    return plain == [0x4E, 0x4F, 0x54] ? .not : nil
  }

  private static func closer(of scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    switch scalar {
    case "\"", "＂": ["\"", "＂"]
    case "“", "”", "„", "‟": ["“", "”", "„", "‟", "\"", "＂"]
    case "「": ["」"]
    case "『": ["』"]
    default: nil
    }
  }

  private static func isOpen(_ scalar: Unicode.Scalar) -> Bool { scalar == "(" || scalar == "（" }
  private static func isClose(_ scalar: Unicode.Scalar) -> Bool { scalar == ")" || scalar == "）" }
  private static func isColon(_ scalar: Unicode.Scalar) -> Bool { scalar == ":" || scalar == "：" }
  private static func isMinus(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "－" || scalar == "−"
  }
}

/// The fields a query can name.
enum QueryField: Hashable {
  case scope(Term.Scope)
  case number

  /// The field of a name in English or Chinese, or `nil`.
  init?(_ name: String) {
    switch String(decoding: FoldedText(name).units, as: UTF16.self) {
    case "text", "正文": self = .scope(.text)
    case "heading", "标题": self = .scope(.heading)
    case "title", "名称": self = .scope(.title)
    case "no", "条": self = .number
    default: return nil
    }
  }
}
