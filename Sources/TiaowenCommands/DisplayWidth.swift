/// Columns of text on a terminal, where a Han character takes two.
enum DisplayWidth {
  /// The columns that a scalar takes.
  ///
  /// Source: Unicode Standard Annex 11, with ambiguous characters narrow.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F, 0xFEFF: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }

  /// The columns that a text takes.
  static func columns(of text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// The beginning of `text` that fits, with … when something is left out.
  static func beginning(of text: String, columns limit: Int) -> String {
    var used = 0
    var cut = text.unicodeScalars.startIndex
    var index = cut
    while index < text.unicodeScalars.endIndex {
      let width = columns(of: text.unicodeScalars[index])
      if used + width <= limit - 1 { cut = text.unicodeScalars.index(after: index) }
      used += width
      if used > limit { return String(text.unicodeScalars[..<cut]) + "…" }
      index = text.unicodeScalars.index(after: index)
    }
    return text
  }

  /// `text` with spaces after it up to a number of columns.
  static func padded(_ text: String, to limit: Int) -> String {
    text + String(repeating: " ", count: max(0, limit - columns(of: text)))
  }
}

extension String {
  /// The text on one line and without control characters.
  ///
  /// Texts come from anywhere: an escape sequence in one must not reach the
  /// terminal of the person who looks at it.
  var shown: String {
    guard utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 }) else { return self }
    var shown = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: shown.append(" ")
      case 0..<0x20, 0x7F..<0xA0: shown.append("\u{FFFD}")
      default: shown.append(scalar)
      }
    }
    return String(shown)
  }
}

extension String {
  /// The text on one line, with signs for the ends of its lines and its tabs.
  var shownInTree: String {
    guard utf8.contains(where: { $0 == 0x09 || $0 == 0x0A }) else { return shown }
    var signs = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "\n": signs.append("⏎")
      case "\t": signs.append("│")
      default: signs.append(scalar)
      }
    }
    return String(signs).shown
  }

  /// The text as a title in 《》, or what stands for a missing one.
  var asTitle: String {
    isEmpty ? Sentences.current.text(.noTitle) : "《\(shown)》"
  }
}
