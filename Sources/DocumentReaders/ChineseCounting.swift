/// Prints numbers in Chinese words.
struct ChineseCounting {
  /// 一百一十: of Chinese documents.
  static let plain = ChineseCounting(
    digits: "零一二三四五六七八九", units: ["", "十", "百", "千"], tenThousand: "万", zero: "零",
    dropsOneBeforeTen: true)
  /// 一百十: no zeros, and no 一 before a unit.
  static let japanese = ChineseCounting(
    digits: "〇一二三四五六七八九", units: ["", "十", "百", "千"], tenThousand: "万", zero: "",
    dropsOneBeforeTen: true, dropsEveryOne: true)
  /// 一百一十 with the traditional 萬.
  static let taiwanese = ChineseCounting(
    digits: "零一二三四五六七八九", units: ["", "十", "百", "千"], tenThousand: "萬", zero: "零",
    dropsOneBeforeTen: true)
  /// 壹佰壹拾: as on cheques.
  static let legalSimplified = ChineseCounting(
    digits: "零壹贰叁肆伍陆柒捌玖", units: ["", "拾", "佰", "仟"], tenThousand: "万", zero: "零",
    dropsOneBeforeTen: false)
  /// 壹佰壹拾 in traditional characters.
  static let legalTraditional = ChineseCounting(
    digits: "零壹貳參肆伍陸柒捌玖", units: ["", "拾", "佰", "仟"], tenThousand: "萬", zero: "零",
    dropsOneBeforeTen: false)

  private let digits: [Character]
  private let units: [String]
  private let tenThousand: String
  private let zero: String
  private let dropsOneBeforeTen: Bool
  private let dropsEveryOne: Bool

  private init(
    digits: String, units: [String], tenThousand: String, zero: String, dropsOneBeforeTen: Bool,
    dropsEveryOne: Bool = false
  ) {
    self.digits = Array(digits)
    self.units = units
    self.tenThousand = tenThousand
    self.zero = zero
    self.dropsOneBeforeTen = dropsOneBeforeTen
    self.dropsEveryOne = dropsEveryOne
  }

  /// The number in words; beyond 万万 in digits.
  func text(of value: Int) -> String {
    guard 0..<100_000_000 ~= value else { return String(value) }
    if value == 0 { return String(digits[0]) }
    let high = value / 10_000
    let low = value % 10_000
    var text = high > 0 ? group(high) + tenThousand : ""
    if high > 0, low > 0, low < 1000 { text += zero }
    if low > 0 { text += group(low) }
    let one = String(digits[1]) + units[1]
    return dropsOneBeforeTen && 10..<20 ~= value && text.hasPrefix(one)
      ? String(text.dropFirst()) : text
  }

  private func group(_ value: Int) -> String {
    var text = ""
    var isZeroDue = false
    for (place, size) in [(3, 1000), (2, 100), (1, 10), (0, 1)] {
      let digit = value / size % 10
      if digit == 0 {
        isZeroDue = !text.isEmpty
        continue
      }
      if isZeroDue { text += zero }
      isZeroDue = false
      if !(dropsEveryOne && digit == 1 && place > 0) { text.append(digits[digit]) }
      text += units[place]
    }
    return text
  }

  /// The digits one by one: 一〇五.
  static func digits(of value: Int, zero: Character) -> String {
    let digits = [zero] + Array("一二三四五六七八九")
    guard value >= 0 else { return String(value) }
    return String(String(value).utf8.map { digits[Int($0) - 0x30] })
  }
}
