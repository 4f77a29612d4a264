/// Puts right the character references that libxml2 reads unlike browsers.
///
/// Browsers take `&nbsp` without its semicolon, read `&#147;` as Windows does,
/// and know names that are younger than the library's table.
enum HTMLReferences {
  private static let ampersand: UInt8 = 0x26
  private static let semicolon: UInt8 = 0x3B

  /// The page with every such reference in a form that libxml2 reads.
  static func repaired(_ page: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var copied = 0
    var index = 0
    while let found = page[index...].firstIndex(of: ampersand) {
      index = found + 1
      guard let (length, replacement) = repair(at: found, of: page) else { continue }
      if copied == 0 { result.reserveCapacity(page.count + 256) }
      result += page[copied..<found]
      result += replacement
      index = found + length
      copied = index
    }
    return copied == 0 ? page : result + page[copied...]
  }

  /// The number of bytes that a reference takes and what replaces them.
  private static func repair(at start: Int, of page: [UInt8]) -> (Int, [UInt8])? {
    let body = page[(start + 1)...].prefix(12)
    if body.first == 0x23 { return numeric(body) }
    let name = body.prefix { 0x61...0x7A ~= $0 | 0x20 || 0x30...0x39 ~= $0 }
    let isClosed = body.dropFirst(name.count).first == semicolon
    if isClosed {
      guard let text = young[String(decoding: name, as: UTF8.self)] else { return nil }
      return (name.count + 2, Array(text.utf8))
    }
    guard let known = old.first(where: { name.starts(with: $0) }) else { return nil }
    return (known.count + 1, [ampersand] + known + [semicolon])
  }

  /// A number from 128 to 159 means what Windows puts there.
  private static func numeric(_ body: ArraySlice<UInt8>) -> (Int, [UInt8])? {
    let isHex = body.dropFirst().first.map { $0 | 0x20 == 0x78 } ?? false
    let rest = body.dropFirst(isHex ? 2 : 1)
    let digits = rest.prefix {
      0x30...0x39 ~= $0 || isHex && 0x61...0x66 ~= $0 | 0x20
    }
    guard let value = Int(String(decoding: digits, as: UTF8.self), radix: isHex ? 16 : 10),
      128...159 ~= value
    else { return nil }
    let isClosed = rest.dropFirst(digits.count).first == semicolon
    let length = 1 + (isHex ? 2 : 1) + digits.count + (isClosed ? 1 : 0)
    return (length, Array(String(windows1252[value - 128]).utf8))
  }

  private static let windows1252: [Unicode.Scalar] = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

  /// Names that browsers read without a semicolon and that texts use.
  private static let old: [[UInt8]] = [
    "nbsp", "ldquo", "rdquo", "lsquo", "rsquo", "amp", "lt", "gt", "quot", "copy", "reg", "middot",
    "times", "divide", "plusmn", "deg", "sect", "para", "laquo", "raquo", "emsp", "ensp", "hellip",
    "mdash",
  ].map { Array($0.utf8) }

  /// Names that came with HTML 5.
  private static let young = [
    "lpar": "(", "rpar": ")", "comma": ",", "period": ".", "colon": ":", "semi": "&#59;",
    "excl": "!", "quest": "?", "num": "#", "percnt": "%", "ast": "*", "plus": "+", "equals": "=",
    "sol": "/", "bsol": "\\", "lsqb": "[", "lbrack": "[", "rsqb": "]", "rbrack": "]", "lcub": "{",
    "lbrace": "{", "rcub": "}", "rbrace": "}", "verbar": "|", "vert": "|", "lowbar": "_",
    "hyphen": "‐", "dash": "‐", "horbar": "―", "apos": "'", "grave": "`", "commat": "@",
    "dollar": "$", "Tab": "\t", "NewLine": "\n", "emsp13": "\u{2004}", "emsp14": "\u{2005}",
    "numsp": "\u{2007}", "puncsp": "\u{2008}", "hairsp": "\u{200A}", "NonBreakingSpace": "\u{A0}",
    "ZeroWidthSpace": "\u{200B}", "half": "½", "check": "✓", "star": "☆", "starf": "★",
    "squ": "□", "square": "□", "squf": "▪", "blacksquare": "▪", "xcirc": "◯", "cir": "○",
  ]
}
