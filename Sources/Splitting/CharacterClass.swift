import ChineseText

/// What a scalar may mean for the structure of a text.
///
/// The splitter looks at every scalar once; a table of the Basic Multilingual
/// Plane answers in one step which of them deserve a second look.
enum CharacterClass: UInt8 {
  case ordinary
  /// White space and invisible marks; accounted for as blanks.
  case blank
  /// The line feed between two lines of a clean text.
  case lineFeed
  /// 第, with which the labels of articles and divisions begin.
  case ordinalSign
  /// 一二三… and 十百千.
  case numeral
  /// 0–9 and full-width digits.
  case digit
  /// 。！？ and their ASCII forms; the ASCII full stop is `dot`.
  case sentenceEnd
  /// ； and ;.
  case semicolon
  /// ： and :.
  case colon
  /// ， and ,.
  case comma
  /// 、, which also ends 一、.
  case enumerationComma
  /// . and ．, which also end 1. and stand in decimals.
  case dot
  /// ( and （.
  case openParenthesis
  /// ) and ）.
  case closeParenthesis
  /// “ 「 『.
  case openQuote
  /// ” 」 』.
  case closeQuote
  /// ①…⑳ ⑴…⑽ ⒈…⒑ ㈠…㈩, which are labels by themselves.
  case enclosedNumber
  /// - – • ● ◆ ■ and other signs that begin an unnumbered item.
  case bullet
  /// 《 〈.
  case openTitleMark
  /// 》 〉.
  case closeTitleMark
  /// A Latin letter.
  case latin

  /// The class of a scalar.
  static func of(_ scalar: Unicode.Scalar) -> CharacterClass {
    scalar.value < 0x10000 ? table[Int(scalar.value)] : .ordinary
  }

  /// The table as a pointer that stays valid, for loops over whole texts: each
  /// use of `table` asks whether it was made already.
  nonisolated(unsafe) static let pointer: UnsafePointer<CharacterClass> = {
    let copy = UnsafeMutablePointer<CharacterClass>.allocate(capacity: table.count)
    copy.initialize(from: table, count: table.count)
    return UnsafePointer(copy)
  }()

  /// The class of every scalar of the Basic Multilingual Plane.
  static let table: [CharacterClass] = {
    var table = [CharacterClass](repeating: .ordinary, count: 0x10000)
    func assign(_ scalars: String, _ kind: CharacterClass) {
      for scalar in scalars.unicodeScalars { table[Int(scalar.value)] = kind }
    }
    for value in 0..<0x10000 {
      if let scalar = Unicode.Scalar(UInt32(value)), Blank.isBlank(scalar) { table[value] = .blank }
    }
    assign("\n", .lineFeed)
    assign("第", .ordinalSign)
    assign("〇零○一二三四五六七八九十百千两兩廿卅壹贰叁肆伍陆柒捌玖拾佰仟貳參陸", .numeral)
    assign("0123456789０１２３４５６７８９", .digit)
    assign("。！？!?｡", .sentenceEnd)
    assign("；;", .semicolon)
    assign("：:﹕", .colon)
    assign("，,", .comma)
    assign("、﹑", .enumerationComma)
    assign(".．", .dot)
    assign("(（﹙", .openParenthesis)
    assign(")）﹚", .closeParenthesis)
    assign("“「『", .openQuote)
    assign("”」』", .closeQuote)
    assign("-–—•●◆◇■□▪▶►➢✓★☆·※*", .bullet)
    assign("《〈", .openTitleMark)
    assign("》〉", .closeTitleMark)
    for range in [
      0x2460...0x249B, 0x3220...0x3229, 0x2776...0x277F, 0x24F5...0x24FE, 0x2160...0x216B,
    ] {
      for value in range { table[value] = .enclosedNumber }
    }
    for value in Array(0x41...0x5A) + Array(0x61...0x7A) { table[value] = .latin }
    return table
  }()

  /// Whether a sentence or a member of a list ends with the sign.
  var endsStatement: Bool {
    self == .sentenceEnd || self == .semicolon
  }
}

extension Unicode.Scalar {
  /// What the scalar may mean for the structure of a text.
  var structure: CharacterClass { CharacterClass.of(self) }

  /// Whether the scalar is a Han character of the Basic Multilingual Plane
  /// or of a supplementary ideographic plane.
  var isHan: Bool {
    switch value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF, 0x3007: true
    default: false
    }
  }
}
