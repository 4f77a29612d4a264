extension String {
  /// The text with � for each control character but tabs and the ends of lines, and
  /// for those that turn the direction of what follows.
  ///
  /// XML forbids most of them, terminals obey them, and no reader sees them.
  var withoutControls: String {
    guard mayHoldControls, unicodeScalars.contains(where: Self.isForbidden) else { return self }
    return String(
      UnicodeScalarView(unicodeScalars.map { Self.isForbidden($0) ? "\u{FFFD}" : $0 }))
  }

  /// Whether a byte stands in it with which one of them may begin: nearly no text
  /// holds one.
  private var mayHoldControls: Bool {
    var text = self
    return text.withUTF8 { utf8 in
      var found = false
      for byte in utf8 {
        found =
          found || byte < 0x20 && byte != 0x0A || byte == 0x7F || byte == 0xC2 || byte == 0xE2
          || byte == 0xEF
      }
      return found
    }
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
