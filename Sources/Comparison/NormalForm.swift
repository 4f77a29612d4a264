import ChineseText

/// A text as it is compared for what it says: typography does not count.
///
/// It is the folded text (see `FoldedText`) without line feeds, with straight
/// quotation marks, and with numbers in digits, so that 三十日 and 30日 are one, and
/// 百分之五 and 5%.
enum NormalForm {
  /// The UTF-16 units of the form.
  static func units(of text: String) -> [UInt16] { units(of: FoldedText(text).units) }

  /// The form of a folded text.
  static func units(of folded: [UInt16]) -> [UInt16] { form(of: folded).units }

  /// The form of a folded text and, if asked for, of each of its units the place of
  /// the folded one from which it came.
  static func form(
    of folded: [UInt16], keepingOrigins: Bool = false
  ) -> (units: [UInt16], origins: [Int]) {
    var units: [UInt16] = []
    var origins: [Int] = []
    units.reserveCapacity(folded.count)
    if keepingOrigins { origins.reserveCapacity(folded.count) }
    var index = 0
    while index < folded.count {
      let unit = folded[index]
      let start = index
      defer {
        if keepingOrigins { while origins.count < units.count { origins.append(start) } }
      }
      if let end = endOfPercentage(in: folded, from: index) {
        append(numeral: folded[(index + percent.count)..<end], to: &units)
        units.append(0x25)
        index = end
        continue
      }
      if isChineseDigit(unit) {
        let end = endOfNumeral(in: folded, from: index)
        append(numeral: folded[index..<end], to: &units)
        index = end
        continue
      }
      index += 1
      switch unit {
      case 0x0A, 0x20, 0x200B, 0xFEFF: break
      case 0x201C...0x201F, 0x300C...0x300F: units.append(0x22)
      case 0x2018...0x201B: units.append(0x27)
      case 0x3008: units.append(0x300A)
      case 0x3009: units.append(0x300B)
      default: units.append(unit)
      }
    }
    return (units, origins)
  }

  /// Whether a unit of a folded text leaves nothing in the form.
  static func isDropped(_ unit: UInt16) -> Bool {
    unit == 0x0A || unit == 0x20 || unit == 0x200B || unit == 0xFEFF
  }

  private static func append(numeral: ArraySlice<UInt16>, to units: inout [UInt16]) {
    let scalars = numeral.compactMap { Unicode.Scalar($0) }
    if scalars.contains(where: { $0.value > 0x7F }),
      let value = ChineseNumeral.value(of: scalars)
    {
      units.append(contentsOf: String(value).utf16)
    } else {
      units.append(contentsOf: numeral)
    }
  }

  private static let percent = Array("百分之".utf16)

  /// The end of 百分之 with a whole number after it, if it stands at a place.
  private static func endOfPercentage(in folded: [UInt16], from start: Int) -> Int? {
    guard folded[start] == percent[0], folded[start...].starts(with: percent) else { return nil }
    let number = start + percent.count
    var end = endOfNumeral(in: folded, from: number)
    if end == number {
      while end < folded.count, 0x30...0x39 ~= folded[end] || folded[end] == 0x2E { end += 1 }
    }
    return end > number ? end : nil
  }

  private static func endOfNumeral(in folded: [UInt16], from start: Int) -> Int {
    var end = start
    while end < folded.count, isChineseDigit(folded[end]) { end += 1 }
    return end
  }

  private static func isChineseDigit(_ unit: UInt16) -> Bool {
    guard unit > 0x2FFF, let scalar = Unicode.Scalar(unit) else { return false }
    return ChineseNumeral.isNumeral(scalar)
  }
}
