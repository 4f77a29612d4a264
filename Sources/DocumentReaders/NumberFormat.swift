/// A way in which automatic numbering prints numbers.
///
/// The raw values are the names in WordprocessingML (ECMA-376, 17.18.59).
enum NumberFormat: String, CaseIterable, Hashable {
  case decimal, decimalZero, upperRoman, lowerRoman, upperLetter, lowerLetter
  case ordinal, cardinalText, ordinalText, bullet, none
  case chineseCounting, chineseCountingThousand, chineseLegalSimplified
  case japaneseCounting, japaneseDigitalTenThousand
  case taiwaneseCounting, taiwaneseCountingThousand, taiwaneseDigital
  case ideographDigital, ideographTraditional, ideographZodiac, ideographLegalTraditional
  case ideographEnclosedCircle, ideographZodiacTraditional
  case decimalEnclosedCircle, decimalEnclosedCircleChinese
  case decimalFullWidth, decimalFullWidth2, decimalHalfWidth
  case decimalEnclosedFullstop, decimalEnclosedParen, numberInDash

  /// Whether the format is one of Chinese characters.
  var isChinese: Bool {
    switch self {
    case .chineseCounting, .chineseCountingThousand, .chineseLegalSimplified, .japaneseCounting,
      .japaneseDigitalTenThousand, .taiwaneseCounting, .taiwaneseCountingThousand,
      .taiwaneseDigital, .ideographDigital, .ideographTraditional, .ideographZodiac,
      .ideographLegalTraditional, .ideographEnclosedCircle, .ideographZodiacTraditional:
      true
    default: false
    }
  }

  /// What is printed for a number.
  func text(of value: Int) -> String {
    switch self {
    case .none, .bullet: ""
    case .decimal, .cardinalText, .ordinalText, .decimalHalfWidth: String(value)
    case .decimalZero: value < 10 && value >= 0 ? "0\(value)" : String(value)
    case .ordinal: Self.ordinal(value)
    case .upperRoman: Self.roman(value, upper: true)
    case .lowerRoman: Self.roman(value, upper: false)
    case .upperLetter: Self.letters(value, from: 0x41)
    case .lowerLetter: Self.letters(value, from: 0x61)
    case .numberInDash: "- \(value) -"
    case .decimalFullWidth, .decimalFullWidth2: Self.fullWidth(value)
    case .decimalEnclosedCircle, .decimalEnclosedCircleChinese: Self.circled(value)
    case .decimalEnclosedFullstop: Self.sign(value, in: 1...20, from: 0x2488) ?? "\(value)."
    case .decimalEnclosedParen: Self.sign(value, in: 1...20, from: 0x2474) ?? "(\(value))"
    case .ideographEnclosedCircle: Self.sign(value, in: 1...10, from: 0x3220) ?? String(value)
    case .ideographTraditional: Self.cycle(value, "甲乙丙丁戊己庚辛壬癸")
    case .ideographZodiac: Self.cycle(value, "子丑寅卯辰巳午未申酉戌亥")
    case .ideographZodiacTraditional: Self.sexagenary(value)
    default: chinese(value)
    }
  }

  private func chinese(_ value: Int) -> String {
    switch self {
    case .chineseLegalSimplified: ChineseCounting.legalSimplified.text(of: value)
    case .ideographLegalTraditional: ChineseCounting.legalTraditional.text(of: value)
    case .ideographDigital, .japaneseDigitalTenThousand:
      ChineseCounting.digits(of: value, zero: "〇")
    case .taiwaneseDigital: ChineseCounting.digits(of: value, zero: "○")
    case .chineseCounting, .taiwaneseCounting:
      value < 100
        ? ChineseCounting.plain.text(of: value) : ChineseCounting.digits(of: value, zero: "○")
    case .japaneseCounting: ChineseCounting.japanese.text(of: value)
    case .taiwaneseCountingThousand: ChineseCounting.taiwanese.text(of: value)
    default: ChineseCounting.plain.text(of: value)
    }
  }

  private static func sign(_ value: Int, in range: ClosedRange<Int>, from first: Int) -> String? {
    guard range.contains(value), let scalar = Unicode.Scalar(UInt32(first + value - 1)) else {
      return nil
    }
    return String(Character(scalar))
  }

  private static func circled(_ value: Int) -> String {
    sign(value, in: 1...20, from: 0x2460) ?? String(value)
  }

  private static func cycle(_ value: Int, _ signs: String) -> String {
    let signs = Array(signs)
    guard value > 0 else { return String(value) }
    return value <= signs.count ? String(signs[value - 1]) : String(value)
  }

  private static func sexagenary(_ value: Int) -> String {
    guard 1...60 ~= value else { return String(value) }
    let stems = Array("甲乙丙丁戊己庚辛壬癸")
    let branches = Array("子丑寅卯辰巳午未申酉戌亥")
    return String([stems[(value - 1) % 10], branches[(value - 1) % 12]])
  }

  private static func fullWidth(_ value: Int) -> String {
    String(
      String(value).unicodeScalars.map { scalar in
        Character(Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar)
      })
  }

  private static func ordinal(_ value: Int) -> String {
    let isTeen = 11...13 ~= value % 100
    let ending = isTeen ? "th" : [1: "st", 2: "nd", 3: "rd"][value % 10] ?? "th"
    return "\(value)\(ending)"
  }

  private static func letters(_ value: Int, from first: UInt8) -> String {
    guard 1...780 ~= value else { return String(value) }
    let letter = Character(Unicode.Scalar(first + UInt8((value - 1) % 26)))
    return String(repeating: letter, count: (value - 1) / 26 + 1)
  }

  private static func roman(_ value: Int, upper: Bool) -> String {
    guard 1...3999 ~= value else { return String(value) }
    let parts: [(Int, String)] = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = value
    var text = ""
    for (size, sign) in parts {
      while rest >= size {
        text += sign
        rest -= size
      }
    }
    return upper ? text : text.lowercased()
  }
}
