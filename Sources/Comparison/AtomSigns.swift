import ChineseText

/// The kinds of scalars that decide what an atom is.
enum AtomSigns {
  /// ZERO WIDTH JOINER, which makes one emoji of two.
  static let joiner: UInt32 = 0x200D

  /// Whether a scalar is a Chinese numeral, 万 and 亿 among them.
  static func isNumeral(_ scalar: UInt32) -> Bool {
    guard scalar >= 0x25CB, scalar < 0xA000 else { return false }
    guard let numeral = Unicode.Scalar(scalar) else { return false }
    return ChineseNumeral.isNumeral(numeral) || isMyriad(numeral)
  }

  /// Whether a scalar is a numeral that multiplies the digits before it.
  static func isUnit(_ scalar: UInt32) -> Bool {
    guard let numeral = Unicode.Scalar(scalar) else { return false }
    return ChineseNumeral.unit(numeral) != nil || isMyriad(numeral)
  }

  private static func isMyriad(_ numeral: Unicode.Scalar) -> Bool {
    numeral == "万" || numeral == "亿" || numeral == "萬" || numeral == "億"
  }

  /// Whether a scalar is a digit, of ASCII or of full width.
  static func isDigit(_ scalar: UInt32) -> Bool {
    0x30...0x39 ~= scalar || 0xFF10...0xFF19 ~= scalar
  }

  /// Whether a scalar is a letter of the Latin, Greek or Cyrillic script or a
  /// sign that stands for such letters: Ⅳ, ², ㎡.
  static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A: true
    case 0...0xA9: false
    case 0xAA, 0xB2, 0xB3, 0xB5, 0xB9, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF: true
    case 0x370...0x373, 0x376, 0x377, 0x37B...0x37D, 0x37F, 0x386, 0x388...0x481: true
    case 0x48A...0x52F, 0x1E00...0x1FBC, 0x2070...0x209C, 0x2160...0x2188, 0x3371...0x33DF: true
    case 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
    default: false
    }
  }

  /// Whether a scalar is a letter or a digit.
  static func isWordSign(_ scalar: UInt32) -> Bool {
    isDigit(scalar) || isLetter(scalar)
  }

  /// Whether a sign joins what stands on its two sides to one word.
  static func joins(_ sign: UInt32, _ left: UInt32, _ right: UInt32) -> Bool {
    guard isWordSign(right) else { return false }
    switch sign {
    case 0x2D, 0x2E, 0x5F, 0x40, 0x27, 0x2F, 0x2019, 0xFF0E: return true
    case 0x2C, 0x3A: return isDigit(left) && isDigit(right)
    default: return false
    }
  }

  /// Whether a scalar says that the number before it counts hundredths or the like.
  static func isPercent(_ scalar: UInt32) -> Bool {
    scalar == 0x25 || scalar == 0xFF05 || scalar == 0x2030
  }

  /// Whether a scalar belongs to the sign before it: an accent, a variation
  /// selector, a joiner, a skin tone.
  static func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x300, 0x3040...0x3098, 0x3400...0x9FFF, 0xFF00...0xFF9D: return false
    case joiner: return true
    default: break
    }
    guard let properties = Unicode.Scalar(scalar)?.properties else { return false }
    return properties.isGraphemeExtend || properties.isEmojiModifier
      || properties.generalCategory == .spacingMark
  }

  /// Whether a scalar is half of a flag.
  static func isRegion(_ scalar: UInt32) -> Bool {
    0x1F1E6...0x1F1FF ~= scalar
  }
}
