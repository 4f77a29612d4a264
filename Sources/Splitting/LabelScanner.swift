import ChineseText
import Regulations

/// A label with fixed rank: 第一编, 第二章, 第三节, 第三十九条, 第八十二条之一.
struct OrdinalLabel {
  /// What the label names.
  var kind: ProvisionKind
  /// The number before the unit.
  var main: Int
  /// The number after 之, or 0.
  var insertion: Int
  /// The position after the label.
  var end: Int
}

/// The form of a list marker; markers of one form make one level of a list.
struct MarkerForm: Hashable {
  /// The shape of a marker.
  enum Shape: UInt8 {
    /// 一、 and 一．
    case ideographComma
    /// （一） and ㈠.
    case parenthesizedIdeograph
    /// 一）.
    case ideographParenthesis
    /// 1. and ⒈.
    case digitDot
    /// 1、.
    case digitComma
    /// (1) and ⑴.
    case parenthesizedDigit
    /// 1).
    case digitParenthesis
    /// ①.
    case circledDigit
    /// 1.1, 1.1.1 and so on; the depth counts the levels.
    case decimal
    /// 1 with a blank, as standards number their clauses.
    case bareDigit
    /// a. and A.
    case latinDot
    /// (a) and a).
    case latinParenthesis
    /// Ⅰ、 and Ⅰ．
    case roman
    /// A sign without a number.
    case bullet
    /// A number that only automatic numbering prints.
    case automatic
  }

  var shape: Shape
  /// The levels of a decimal, the scalar of a bullet, otherwise 0.
  var detail: UInt32 = 0
}

/// A marker that begins an item of a list.
struct ListMarker {
  var form: MarkerForm
  /// The value; 0 for bullets.
  var value: Int
  /// All levels of a decimal; empty for other forms.
  var components: [Int] = []
  /// The position after the marker.
  var end: Int
}

/// Reads labels at given positions of a text.
///
/// It tells what *could* be a label; whether it is one is decided over the
/// whole text.
struct LabelScanner {
  let scalars: UnsafeBufferPointer<Unicode.Scalar>
  private let classes = CharacterClass.pointer

  init(scalars: UnsafeBufferPointer<Unicode.Scalar>) {
    self.scalars = scalars
  }

  /// What the scalar at a position may mean for the structure of the text.
  @inline(__always)
  func kind(_ position: Int) -> CharacterClass {
    let value = scalars[position].value
    return value < 0x10000 ? classes[Int(value)] : .ordinary
  }

  /// The label that begins with 第 at a position, or `nil`.
  ///
  /// Blanks may stand inside (第 五 条); the inserted article of Taiwan
  /// (第 5-1 條) is read like 第五条之一.
  func ordinalLabel(at start: Int, limit: Int) -> OrdinalLabel? {
    guard start < limit, scalars[start] == "第" else { return nil }
    var position = skipBlanks(start + 1, limit)
    guard let main = number(&position, limit) else { return nil }
    var insertion = 0
    if position + 1 < limit, scalars[position] == "-" || scalars[position] == "－",
      kind(position + 1) == .digit
    {
      position += 1
      guard let inserted = number(&position, limit) else { return nil }
      insertion = inserted
    }
    position = skipBlanks(position, limit)
    guard position < limit, let unit = unit(&position, limit) else { return nil }
    if unit == .article, insertion == 0, position + 1 < limit, scalars[position] == "之" {
      var after = position + 1
      if kind(after) == .numeral || kind(after) == .digit,
        let inserted = number(&after, limit), (1...99).contains(inserted)
      {
        insertion = inserted
        position = after
      }
    }
    return OrdinalLabel(kind: unit, main: main, insertion: insertion, end: position)
  }

  private func unit(_ position: inout Int, _ limit: Int) -> ProvisionKind? {
    let kind: ProvisionKind
    var width = 1
    switch scalars[position] {
    case "条", "條": kind = .article
    case "章": kind = .chapter
    case "节", "節": kind = .section
    case "编", "編", "篇": kind = .part
    case "分":
      guard position + 1 < limit, scalars[position + 1] == "编" || scalars[position + 1] == "編"
      else { return nil }
      (kind, width) = (.subpart, 2)
    case "部":
      guard position + 1 < limit, scalars[position + 1] == "分" else { return nil }
      (kind, width) = (.part, 2)
    default: return nil
    }
    position += width
    return kind
  }

  /// The number at a position below 10,000, which moves behind it.
  private func number(_ position: inout Int, _ limit: Int) -> Int? {
    let start = position
    var end = position
    while end < limit, end - start <= 24 {
      let kind = kind(end)
      guard kind == .numeral || kind == .digit || (kind == .blank && end > start) else { break }
      // 第九条之一陆浑水库: a financial numeral does not go on with a common one.
      if end > start, isFinancial(scalars[end]), !isFinancial(scalars[start]) { break }
      end += 1
    }
    guard end - start <= 24 else { return nil }
    while end > start, kind(end - 1) == .blank { end -= 1 }
    guard end > start else { return nil }
    let digits = scalars[start..<end]
    let value =
      digits.contains { $0.structure == .blank }
      ? ChineseNumeral.value(of: digits.filter { $0.structure != .blank })
      : ChineseNumeral.value(of: digits)
    guard let value, value < 10_000 else { return nil }
    position = end
    return value
  }

  private func isFinancial(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "拾", "佰", "仟", "貳", "參", "陸": true
    default: false
    }
  }

  /// The first position from `start` on that holds no blank.
  func skipBlanks(_ start: Int, _ limit: Int) -> Int {
    var position = start
    while position < limit, kind(position) == .blank { position += 1 }
    return position
  }

  /// The list marker at a position, or `nil`.
  ///
  /// - Parameter atLineStart: whether a line begins there. Bullets, letters
  ///   and bare numbers count only then.
  func listMarker(at start: Int, limit: Int, atLineStart: Bool) -> ListMarker? {
    guard start < limit else { return nil }
    switch kind(start) {
    case .numeral: return ideographMarker(start, limit)
    case .digit: return digitMarker(start, limit, atLineStart)
    case .openParenthesis: return parenthesizedMarker(start, limit)
    case .enclosedNumber: return enclosedMarker(start)
    case .bullet:
      guard atLineStart || isInlineBullet(start, limit) else { return nil }
      return bulletMarker(start, limit)
    case .latin: return atLineStart ? letterMarker(start, limit) : nil
    default: return nil
    }
  }

  private func ideographMarker(_ start: Int, _ limit: Int) -> ListMarker? {
    var position = start
    guard let value = number(&position, min(limit, start + 8)), value > 0, value < 200 else {
      return nil
    }
    position = skipBlanks(position, limit)
    guard position < limit else { return nil }
    switch kind(position) {
    case .enumerationComma, .dot:
      return ListMarker(form: .init(shape: .ideographComma), value: value, end: position + 1)
    case .closeParenthesis:
      return ListMarker(form: .init(shape: .ideographParenthesis), value: value, end: position + 1)
    default: return nil
    }
  }

  private func digitMarker(_ start: Int, _ limit: Int, _ atLineStart: Bool) -> ListMarker? {
    var components: [Int] = []
    var position = start
    while let component = digits(&position, limit) {
      components.append(component)
      guard components.count <= 6, position + 1 < limit, kind(position) == .dot,
        kind(position + 1) == .digit
      else { break }
      position += 1
    }
    guard let first = components.first, position < limit else { return nil }
    if components.count > 1 { return decimalMarker(components, position, limit, atLineStart) }
    guard first > 0, first < 1000 else { return nil }
    let shape: MarkerForm.Shape
    switch kind(position) {
    case .dot: shape = .digitDot
    case .enumerationComma: shape = .digitComma
    case .closeParenthesis: shape = .digitParenthesis
    case .blank where atLineStart:
      let next = skipBlanks(position, limit)
      guard next < limit, scalars[next].isHan, first < 100 else { return nil }
      return ListMarker(form: .init(shape: .bareDigit), value: first, end: position)
    default: return nil
    }
    let after = position + 1
    if shape == .digitDot, after < limit, kind(after) == .digit { return nil }
    // 1. 1、 is one marker that a list printed and another that the author typed.
    return ListMarker(form: .init(shape: shape), value: first, end: after)
  }

  private func decimalMarker(
    _ components: [Int], _ position: Int, _ limit: Int, _ atLineStart: Bool
  ) -> ListMarker? {
    guard components.allSatisfy({ $0 > 0 && $0 < 200 }) else { return nil }
    var end = position
    if kind(end) == .dot || kind(end) == .enumerationComma { end += 1 }
    let next = skipBlanks(end, limit)
    guard next < limit else { return nil }
    let follows = scalars[next]
    guard
      follows.isHan || next > end || follows.structure == .openQuote
        || follows.structure == .openTitleMark || follows.structure == .latin
    else { return nil }
    // 1.5倍, 3.5元 and 2.0% are amounts.
    let units = atLineStart ? "倍元万亿吨" : "倍元万亿米吨天年月日个公千克升小分厘度兆级岁人"
    if next == end, components.count == 2, units.unicodeScalars.contains(follows) { return nil }
    return ListMarker(
      form: .init(shape: .decimal, detail: UInt32(components.count)),
      value: components[components.count - 1], components: components, end: end)
  }

  private func digits(_ position: inout Int, _ limit: Int) -> Int? {
    var value = 0
    var count = 0
    while position < limit, let digit = asciiOrWideDigit(scalars[position]) {
      count += 1
      guard count <= 4 else { return nil }
      value = value * 10 + digit
      position += 1
    }
    return count > 0 ? value : nil
  }

  private func asciiOrWideDigit(_ scalar: Unicode.Scalar) -> Int? {
    scalar.structure == .digit ? ChineseNumeral.digit(scalar) : nil
  }

  private func parenthesizedMarker(_ start: Int, _ limit: Int) -> ListMarker? {
    var position = skipBlanks(start + 1, limit)
    guard position < limit else { return nil }
    let shape: MarkerForm.Shape
    let value: Int
    switch kind(position) {
    case .numeral:
      guard let number = number(&position, min(limit, position + 8)), number < 200 else {
        return nil
      }
      (shape, value) = (.parenthesizedIdeograph, number)
    case .digit:
      guard let number = digits(&position, limit), number < 200 else { return nil }
      (shape, value) = (.parenthesizedDigit, number)
    case .latin:
      guard let letter = letterValue(scalars[position]) else { return nil }
      position += 1
      (shape, value) = (.latinParenthesis, letter)
    default: return nil
    }
    position = skipBlanks(position, limit)
    guard value > 0, position < limit, kind(position) == .closeParenthesis else {
      return nil
    }
    return ListMarker(form: .init(shape: shape), value: value, end: position + 1)
  }

  private func enclosedMarker(_ start: Int) -> ListMarker? {
    let value = Int(scalars[start].value)
    let (shape, number): (MarkerForm.Shape, Int)
    switch value {
    case 0x2460...0x2473: (shape, number) = (.circledDigit, value - 0x2460 + 1)
    case 0x2474...0x2487: (shape, number) = (.parenthesizedDigit, value - 0x2474 + 1)
    case 0x2488...0x249B: (shape, number) = (.digitDot, value - 0x2488 + 1)
    case 0x3220...0x3229: (shape, number) = (.parenthesizedIdeograph, value - 0x3220 + 1)
    case 0x2776...0x277F: (shape, number) = (.circledDigit, value - 0x2776 + 1)
    case 0x24F5...0x24FE: (shape, number) = (.circledDigit, value - 0x24F5 + 1)
    case 0x2160...0x216B:
      guard start + 1 < scalars.count else { return nil }
      let sign = kind(start + 1)
      guard sign == .enumerationComma || sign == .dot else { return nil }
      return ListMarker(form: .init(shape: .roman), value: value - 0x2160 + 1, end: start + 2)
    default: return nil
    }
    return ListMarker(form: .init(shape: shape), value: number, end: start + 1)
  }

  /// A hyphen within a line begins an item only when it closes a sentence
  /// before it and a blank follows: 如下:- 提高效率.
  private func isInlineBullet(_ start: Int, _ limit: Int) -> Bool {
    start + 1 < limit && kind(start + 1) == .blank && scalars[start] != "—"
  }

  private func bulletMarker(_ start: Int, _ limit: Int) -> ListMarker? {
    let next = start + 1
    guard next < limit, kind(next) != .bullet else { return nil }
    // A dash opens an item only before a blank or a Han character: -5 is a number.
    guard kind(next) == .blank || scalars[next].isHan || scalars[next] == "《" else {
      return nil
    }
    return ListMarker(
      form: .init(shape: .bullet, detail: scalars[start].value), value: 0, end: next)
  }

  private func letterMarker(_ start: Int, _ limit: Int) -> ListMarker? {
    guard start + 1 < limit, let value = letterValue(scalars[start]) else { return nil }
    switch kind(start + 1) {
    case .dot where start + 2 >= limit || kind(start + 2) != .latin:
      return ListMarker(form: .init(shape: .latinDot), value: value, end: start + 2)
    case .enumerationComma:
      return ListMarker(form: .init(shape: .latinDot), value: value, end: start + 2)
    case .closeParenthesis:
      return ListMarker(form: .init(shape: .latinParenthesis), value: value, end: start + 2)
    default: return nil
    }
  }

  private func letterValue(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "a"..."z": Int(scalar.value) - 0x60
    case "A"..."Z": Int(scalar.value) - 0x40
    default: nil
    }
  }
}

extension LabelScanner {
  /// Whether a line of the source begins with any label or list marker.
  static func beginsWithLabel(_ bytes: UnsafeBufferPointer<UInt8>, _ range: TextRange) -> Bool {
    withFirstScalars(bytes, range) { scanner, limit in
      scanner.ordinalLabel(at: 0, limit: limit) != nil
        || scanner.listMarker(at: 0, limit: limit, atLineStart: true) != nil
    }
  }

  /// Whether a line of the source begins with a label of fixed rank that
  /// stands alone or has a blank after it, as no cross-reference does.
  static func beginsWithTitledLabel(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: TextRange
  ) -> Bool {
    withFirstScalars(bytes, range) { scanner, limit in
      guard let label = scanner.ordinalLabel(at: 0, limit: limit) else { return false }
      return label.end >= limit || scanner.kind(label.end) == .blank
    }
  }

  private static func withFirstScalars(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: TextRange, _ test: (LabelScanner, Int) -> Bool
  ) -> Bool {
    var first: ContiguousArray<Unicode.Scalar> = []
    var offset = range.lowerBound
    while offset < range.upperBound, first.count < 24 {
      let (scalar, width) = Unicode.Scalar.decoded(bytes, at: offset)
      first.append(scalar)
      offset += width
    }
    return first.withUnsafeBufferPointer { test(LabelScanner(scalars: $0), $0.count) }
  }
}
