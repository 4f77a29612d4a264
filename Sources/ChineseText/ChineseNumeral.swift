/// Numbers as Chinese texts spell them: 三十九, 一百零三, ２８, 28.
public enum ChineseNumeral {
  /// The digit that a scalar stands for, or `nil`.
  ///
  /// Accepts 〇零○ and 一 to 九, 两 (兩) for 2, the forms of bank notes 壹 to 玖,
  /// and ASCII and full-width digits.
  @inlinable
  public static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "0"..."9": Int(scalar.value) - 0x30
    case "０"..."９": Int(scalar.value) - 0xFF10
    case "〇", "零", "○": 0
    case "一", "壹": 1
    case "二", "两", "兩", "贰", "貳": 2
    case "三", "叁", "參": 3
    case "四", "肆": 4
    case "五", "伍": 5
    case "六", "陆", "陸": 6
    case "七", "柒": 7
    case "八", "捌": 8
    case "九", "玖": 9
    default: nil
    }
  }

  /// The value of a unit such as 十 or 百, or `nil`.
  ///
  /// 廿 and 卅 count as units of their own: 廿一 is 21.
  @inlinable
  public static func unit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "十", "拾": 10
    case "百", "佰": 100
    case "千", "仟": 1000
    default: nil
    }
  }

  /// Whether a scalar may be part of a number.
  @inlinable
  public static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    digit(scalar) != nil || unit(scalar) != nil || scalar == "廿" || scalar == "卅"
  }

  /// The number that `text` spells, or `nil` if it spells none.
  ///
  /// Accepts positional forms (二〇二四, 28, ２８) and forms with units (三十九,
  /// 一百零三, 廿一) below 10,000. Rejects everything else, including
  /// half-numbers such as 十十: an unknown character makes a wrong label,
  /// never a zero.
  @inlinable
  public static func value(of text: some StringProtocol) -> Int? {
    value(of: text.unicodeScalars)
  }

  /// The number that scalars spell, or `nil` if they spell none.
  @inlinable
  public static func value(of scalars: some Collection<Unicode.Scalar>) -> Int? {
    let hasUnits = scalars.contains { unit($0) != nil || $0 == "廿" || $0 == "卅" }
    return hasUnits ? valueWithUnits(scalars) : positionalValue(scalars)
  }

  @inlinable
  static func positionalValue(_ scalars: some Collection<Unicode.Scalar>) -> Int? {
    guard !scalars.isEmpty, scalars.count <= 9 else { return nil }
    var value = 0
    for scalar in scalars {
      guard let digit = digit(scalar) else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  @inlinable
  static func valueWithUnits(_ scalars: some Collection<Unicode.Scalar>) -> Int? {
    var total = 0
    var pending: Int?
    var smallestUnit = 10_000
    var count = 0
    for scalar in scalars {
      count += 1
      guard count <= 12 else { return nil }
      if scalar == "廿" || scalar == "卅" {
        guard smallestUnit > 10, pending == nil || pending == 0 else { return nil }
        total += scalar == "廿" ? 20 : 30
        smallestUnit = 10
        pending = nil
      } else if let unit = unit(scalar) {
        guard unit < smallestUnit else { return nil }
        guard pending != 0 || (unit == 10 && total > 0) else { return nil }
        total += (pending.map { $0 == 0 ? 1 : $0 } ?? 1) * unit
        smallestUnit = unit
        pending = nil
      } else if let digit = digit(scalar) {
        guard pending == nil || pending == 0 else { return nil }
        pending = digit
      } else {
        return nil
      }
    }
    return total + (pending ?? 0)
  }

  /// The simplified form of a number from 0 to 9999, as laws write it:
  /// 十, 一百一十, 一千零三.
  ///
  /// - Precondition: `number` is from 0 to 9999.
  public static func string(of number: Int) -> String {
    precondition((0...9999).contains(number))
    guard number > 0 else { return "零" }
    let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    var result = ""
    var owesZero = false
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = number / unit % 10
      if digit == 0 {
        owesZero = !result.isEmpty
      } else {
        if owesZero { result += "零" }
        owesZero = false
        result += (unit == 10 && digit == 1 && result.isEmpty ? "" : digits[digit]) + name
      }
    }
    return result
  }
}
