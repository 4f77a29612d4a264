internal import ChineseText

/// A piece of a query's text.
enum QueryToken: Hashable {
  case word(String)
  case phrase(String)
  /// A name before a colon, and the field if there is one of that name.
  case field(String, QueryField?)
  case or
  case not
  case open
  case close
}

/// Cuts a query's text into tokens; every text can be cut.
struct QueryLexer {
  /// The text in UTF-8, in which blanks stand for control characters.
  private var utf8: [UInt8]
  private var scalars: [Unicode.Scalar] = []
  /// Where each scalar begins in UTF-8, and where the last ends.
  private var offsets: [Int] = []
  private var index = 0
  private var tokens: [QueryToken] = []
  /// The scalar at which each token begins.
  private var starts: [Int] = []
  /// Whether each open parenthesis groups; one inside a word is part of it.
  private var depth = 0

  /// The first quotation mark without a partner; it is passed over.
  private var unpaired: Int?

  static func tokens(of text: String) -> [QueryToken] { reading(of: text).tokens }

  /// The tokens with the scalars at which they begin, and the first quotation mark
  /// without a partner.
  static func reading(
    of text: String
  ) -> (tokens: [QueryToken], starts: [Int], unpaired: Int?) {
    var lexer = QueryLexer(text)
    lexer.run()
    return (lexer.tokens, lexer.starts, lexer.unpaired)
  }

  private init(_ text: String) {
    utf8 = Array(text.utf8)
    scalars.reserveCapacity(utf8.count)
    offsets.reserveCapacity(utf8.count + 1)
    var offset = 0
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20
      if isControl { utf8[offset] = 0x20 }
      scalars.append(isControl ? " " : scalar)
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
  }

  private mutating func run() {
    while index < scalars.count {
      let scalar = scalars[index]
      if Blank.isBlank(scalar) {
        index += 1
      } else if Self.isQuotation(scalar) {
        readPhrase()
      } else if Self.isOpen(scalar), isGroup(at: index) {
        add(.open, at: index)
        depth += 1
        index += 1
      } else if Self.isClose(scalar), depth > 0 {
        add(.close, at: index)
        depth -= 1
        index += 1
      } else if Self.isMinus(scalar), index + 1 < scalars.count,
        !Blank.isBlank(scalars[index + 1])
      {
        add(.not, at: index)
        index += 1
      } else {
        readWord()
      }
    }
  }

  private mutating func add(_ token: QueryToken, at start: Int) {
    tokens.append(token)
    starts.append(start)
  }

  private mutating func readPhrase() {
    let opener = scalars[index]
    let start = index + 1
    var end = start
    while end < scalars.count, !Self.closes(scalars[end], opener) { end += 1 }
    guard end < scalars.count else {
      if unpaired == nil { unpaired = index }
      index = start
      return
    }
    add(.phrase(text(start..<end)), at: index)
    index = end + 1
  }

  private mutating func readWord() {
    let start = index
    var inner = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if Blank.isBlank(scalar) || Self.isQuotation(scalar) { break }
      if Self.isOpen(scalar) { inner += 1 }
      if Self.isClose(scalar) {
        if inner == 0, depth > 0 { break }
        inner -= 1
      }
      index += 1
      if Self.isColon(scalar), let field = field(start..<(index - 1)) {
        add(field, at: start)
        return
      }
    }
    // A quotation mark that opens nothing stands alone.
    if index == start { index += 1 }
    add(Self.keyword(scalars[start..<index]) ?? .word(text(start..<index)), at: start)
  }

  /// A word before a colon, if it names a field: a name of one, or any Latin word
  /// that is not the start of an address and has something after it.
  private func field(_ range: Range<Int>) -> QueryToken? {
    let name = text(range)
    if let field = QueryField(name) { return .field(name, field) }
    let next = index < scalars.count ? scalars[index] : " "
    let isName =
      !name.isEmpty && name.unicodeScalars.allSatisfy { $0.isASCII && $0.properties.isAlphabetic }
      && next != "/" && !Blank.isBlank(next)
    return isName ? .field(name, nil) : nil
  }

  /// Whether a parenthesis groups: what it encloses has a blank or a quotation
  /// in it, and nothing is glued to its end.
  private func isGroup(at start: Int) -> Bool {
    var level = 0
    var hasParts = false
    for (offset, scalar) in scalars[start...].enumerated() {
      if Self.isOpen(scalar) { level += 1 }
      if Self.isClose(scalar) { level -= 1 }
      if Blank.isBlank(scalar) || Self.isQuotation(scalar) { hasParts = true }
      guard level == 0 else { continue }
      let next = start + offset + 1
      let isLast =
        next >= scalars.count || Blank.isBlank(scalars[next]) || Self.isClose(scalars[next])
      return hasParts && isLast
    }
    return true
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: utf8[offsets[range.lowerBound]..<offsets[range.upperBound]], as: UTF8.self)
  }

  private static func keyword(_ word: ArraySlice<Unicode.Scalar>) -> QueryToken? {
    guard word.count == 2 || word.count == 3 else { return nil }
    let plain = word.map { $0.value >= 0xFF21 && $0.value <= 0xFF3A ? $0.value - 0xFEE0 : $0.value }
    if plain == [0x4F, 0x52] { return .or }
    return plain == [0x4E, 0x4F, 0x54] ? .not : nil
  }

  /// Whether a quotation mark ends what another began.
  private static func closes(_ scalar: Unicode.Scalar, _ opener: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "＂": opener != "「" && opener != "『"
    case "“", "”": "“”„‟".unicodeScalars.contains(opener)
    case "」": opener == "「"
    case "』": opener == "『"
    default: false
    }
  }

  private static func isQuotation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "＂", "“", "”", "„", "‟", "「", "『": true
    default: false
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

  private static func field(_ name: String) -> QueryField? {
    switch name {
    case "text", "正文": .scope(.text)
    case "heading", "标题": .scope(.heading)
    case "title", "名称": .scope(.title)
    case "no", "条": .number
    default: nil
    }
  }

  /// The field of a name in English or Chinese, or `nil`.
  init?(_ name: String) {
    let field =
      Self.field(name)
      ?? Self.field(String(decoding: FoldedText(name).units, as: UTF16.self))
    guard let field else { return nil }
    self = field
  }
}
