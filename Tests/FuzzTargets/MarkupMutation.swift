/// Changes elements and attributes, so that what was well-formed mostly stays so.
enum MarkupMutation {
  static func mutated(
    _ bytes: [UInt8], _ phrases: [String], using random: inout some RandomNumberGenerator
  ) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let elements = MarkupElements(bytes)
      guard let element = elements.all.randomElement(using: &random),
        let other = elements.all.randomElement(using: &random)
      else { return TextMutation.mutated(bytes, phrases, using: &random) }
      change(&bytes, element, other, phrases, using: &random)
    }
    return bytes
  }

  private static func change(
    _ bytes: inout [UInt8], _ element: MarkupElements.Element, _ other: MarkupElements.Element,
    _ phrases: [String], using random: inout some RandomNumberGenerator
  ) {
    let whole = Array(bytes[element.range])
    switch Int.random(in: 0..<8, using: &random) {
    case 0: bytes.removeSubrange(element.range)
    case 1:
      let count = [1, 1, 2, 8, 64].randomElement(using: &random) ?? 1
      bytes.insert(
        contentsOf: repeatElement(whole, count: count).joined(), at: other.range.lowerBound)
    case 2: bytes.replaceSubrange(other.range, with: whole)
    case 3: bytes.insert(contentsOf: whole, at: other.start.upperBound)
    case 4: nest(&bytes, element, using: &random)
    case 5: rename(&bytes, element, as: Array(bytes[other.name]))
    case 6: changeValue(&bytes, element, other, using: &random)
    default:
      let phrase = phrases.randomElement(using: &random) ?? ""
      bytes.insert(contentsOf: phrase.utf8, at: element.start.upperBound)
    }
  }

  private static func nest(
    _ bytes: inout [UInt8], _ element: MarkupElements.Element,
    using random: inout some RandomNumberGenerator
  ) {
    guard element.end.lowerBound >= element.start.upperBound, !element.end.isEmpty else { return }
    let depth = [1, 2, 60, 300].randomElement(using: &random) ?? 1
    let start = repeatElement(Array(bytes[element.start]), count: depth).joined()
    let end = repeatElement(Array(bytes[element.end]), count: depth).joined()
    bytes.insert(contentsOf: end, at: element.range.upperBound)
    bytes.insert(contentsOf: start, at: element.range.lowerBound)
  }

  private static func rename(
    _ bytes: inout [UInt8], _ element: MarkupElements.Element, as name: [UInt8]
  ) {
    if element.end.count > 3 {
      bytes.replaceSubrange(
        (element.end.lowerBound + 2)..<(element.end.upperBound - 1), with: name)
    }
    bytes.replaceSubrange(element.name, with: name)
  }

  private static let values = [
    "", "0", "1", "-1", "9", "10", "99", "255", "256", "32768", "2147483647", "2147483648",
    "-9223372036854775808", "9223372036854775807", "99999999999999999999", "a", "%1", "%9%9%9",
    "第%1条", "none", "true", "decimal", "bullet", "on", "off",
  ]

  private static func changeValue(
    _ bytes: inout [UInt8], _ element: MarkupElements.Element, _ other: MarkupElements.Element,
    using random: inout some RandomNumberGenerator
  ) {
    let own = MarkupElements.values(in: bytes, element.start)
    guard let value = own.randomElement(using: &random) else { return }
    let others = MarkupElements.values(in: bytes, other.start).map { Array(bytes[$0]) }
    let invented = Self.values.map { Array($0.utf8) }
    let isInvented = others.isEmpty || Bool.random(using: &random)
    let new = (isInvented ? invented : others).randomElement(using: &random) ?? []
    bytes.replaceSubrange(value, with: new)
  }
}

/// The elements of a markup text, as far as its tags have partners.
struct MarkupElements {
  struct Element {
    /// The element with all in it.
    var range: Range<Int>
    /// The tag at its start.
    var start: Range<Int>
    /// The name in that tag.
    var name: Range<Int>
    /// The tag at its end; empty when there is none.
    var end: Range<Int>
  }

  private(set) var all: [Element] = []

  init(_ bytes: [UInt8]) {
    var open: [(start: Range<Int>, name: Range<Int>)] = []
    var index = 0
    while let start = bytes[index...].firstIndex(of: 0x3C) {
      guard let last = bytes[start...].firstIndex(of: 0x3E) else { break }
      index = last + 1
      let tag = start..<index
      let isEnd = bytes[start + 1] == 0x2F
      let begin = start + (isEnd ? 2 : 1)
      guard begin < last else { continue }
      let name = begin..<(bytes[begin..<last].firstIndex { $0 <= 0x20 || $0 == 0x2F } ?? last)
      if isEnd {
        guard
          let partner = open.suffix(64).lastIndex(where: {
            bytes[$0.name].elementsEqual(bytes[name])
          })
        else { continue }
        let (first, firstName) = open[partner]
        all.append(
          Element(range: first.lowerBound..<index, start: first, name: firstName, end: tag))
        open.removeSubrange(partner...)
      } else if bytes[last - 1] == 0x2F {
        all.append(Element(range: tag, start: tag, name: name, end: index..<index))
      } else if bytes[begin] != 0x3F, bytes[begin] != 0x21 {
        open.append((tag, name))
      }
    }
  }

  /// The values between quotation marks in a tag.
  static func values(in bytes: [UInt8], _ tag: Range<Int>) -> [Range<Int>] {
    var values: [Range<Int>] = []
    var index = tag.lowerBound
    while let start = bytes[index..<tag.upperBound].firstIndex(where: { $0 == 0x22 || $0 == 0x27 }),
      let end = bytes[(start + 1)..<tag.upperBound].firstIndex(of: bytes[start])
    {
      values.append((start + 1)..<end)
      index = end + 1
    }
    return values
  }
}
