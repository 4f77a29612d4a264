package import Regulations

// A provision is written without its texts, which follow those of all provisions
// of the node:
//
//     1  kind, and what it has: 16 label, 32 heading, 64 separator, 128 number
//     1  how its ID is written: 1 begins with the parent's ID and __,
//        2 goes on with the kind's abbreviation and _, and the rest is
//        4 the number, 8 a varint, otherwise a text; 16 the number is a varint
//     v  UTF-16 units of label, heading and separator, each if it has one,
//        and of the text
//     v  the number, if it has one: a varint or a text
//     v  the rest of the ID, unless that is the number
//
// 第三条 with 40 units of text is 14 90 → kind 4 | 16 | 128, form 2 | 4 | 16:
// 94 16 03 28 03.

private let kinds: [ProvisionKind] = [
  .part, .subpart, .chapter, .section, .article, .paragraph, .item, .subitem, .clause, .preamble,
  .closing, .annex,
]

private struct IDForm: OptionSet, Sendable {
  var rawValue: UInt8
  static let afterParent = IDForm(rawValue: 1)
  static let afterAbbreviation = IDForm(rawValue: 2)
  static let isNumber = IDForm(rawValue: 4)
  static let isVarint = IDForm(rawValue: 8)
  static let numberIsVarint = IDForm(rawValue: 16)
}

/// A provision as it was decoded, with the sizes of its texts.
///
/// A plain value of numbers and places in the file, and small, since most
/// searched units have several: the segment must outlive it.
package struct ProvisionOutline: @unchecked Sendable {
  /// A number, or what else is written in its place.
  fileprivate enum Value {
    case number(Int)
    case text(UnsafeRawBufferPointer)
  }

  private static let none = UInt32.max
  /// What it is.
  package fileprivate(set) var kind = ProvisionKind.article
  fileprivate var form = IDForm(rawValue: 0)
  // The UTF-16 units of its texts, or `none`.
  fileprivate var labelUnits = none
  fileprivate var headingUnits = none
  fileprivate var separatorUnits = none
  fileprivate var textUnits: UInt32 = 0
  fileprivate var value: Value?
  fileprivate var rest: Value?

  /// The UTF-16 units of its label, or `nil`.
  package var labelCount: Int? { Self.count(labelUnits) }
  /// The UTF-16 units of its heading, or `nil`.
  package var headingCount: Int? { Self.count(headingUnits) }
  /// The UTF-16 units of its separator, or `nil`.
  package var separatorCount: Int? { Self.count(separatorUnits) }
  /// The UTF-16 units of its own text.
  package var textCount: Int { Int(textUnits) }

  @inline(__always)
  private static func count(_ units: UInt32) -> Int? { units == none ? nil : Int(units) }

  /// The value of its label.
  package var number: ProvisionNumber? {
    switch value {
    case .number(let number): ProvisionNumber(number)
    case .text(let bytes): ProvisionNumber(String(decoding: bytes, as: UTF8.self))
    case nil: nil
    }
  }

  /// Whether its label has this value.
  package func isNumbered(_ number: ProvisionNumber) -> Bool {
    if case .number(let value) = value {
      return number.isSimple && number.insertions.isEmpty && number.last == value
    }
    return self.number == number
  }

  /// The UTF-16 units before its own text.
  package var prefixCount: Int { (labelCount ?? 0) + (headingCount ?? 0) + (separatorCount ?? 0) }

  /// The address, given the parent's.
  package func id(below parent: ProvisionID?) -> ProvisionID {
    let end = form.contains(.isNumber) ? value : rest
    if form.isDisjoint(with: .afterParent), form.contains(.afterAbbreviation),
      case .number(let number) = end, number < Self.shortNumbers
    {
      return ProvisionID(Self.address(kind, number))
    }
    var text = ""
    if form.contains(.afterParent), let parent { text = parent.description + "__" }
    if form.contains(.afterAbbreviation) {
      text += kind.abbreviation
      text += "_"
    }
    switch end {
    case .number(let number): text += String(number)
    case .text(let bytes): text += String(decoding: bytes, as: UTF8.self)
    case nil: break
    }
    return ProvisionID(text)
  }

  /// Numbers below it leave room for an abbreviation in a string without storage.
  private static let shortNumbers = 1_000_000

  /// The commonest form of an address, such as art_39.
  private static func address(_ kind: ProvisionKind, _ number: Int) -> String {
    var bytes = InlineArray<16, UInt8>(repeating: 0)
    var count = 0
    kind.abbreviationWord.withUTF8Buffer { word in
      for byte in word {
        bytes[count] = byte
        count += 1
      }
    }
    bytes[count] = UInt8(ascii: "_")
    count += 1
    var power = number < 1000 ? 100 : 100_000
    while power > 1, number < power { power /= 10 }
    var rest = number
    while power > 0 {
      bytes[count] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / power)
      rest %= power
      power /= 10
      count += 1
    }
    return unsafe String(copying: UTF8Span(unchecked: bytes.span.extracting(first: count)))
  }

  /// Whether the address begins with the parent's.
  package var idNeedsParent: Bool { form.contains(.afterParent) }
}

/// The UTF-16 units of the texts of a provision that is written.
struct ProvisionCounts {
  var label: Int?
  var heading: Int?
  var separator: Int?
  var text = 0

  /// The units before its own text.
  var prefix: Int { (label ?? 0) + (heading ?? 0) + (separator ?? 0) }
}

extension ByteWriter {
  /// Appends a provision, of whose texts only the counts are written.
  mutating func append(
    _ provision: Provision, _ counts: ProvisionCounts, below parent: ProvisionID?
  ) {
    var flags = UInt8(kinds.firstIndex(of: provision.kind) ?? 0)
    if counts.label != nil { flags |= 16 }
    if counts.heading != nil { flags |= 32 }
    if counts.separator != nil { flags |= 64 }
    if provision.number != nil { flags |= 128 }
    append(byte: flags)
    var id = provision.id.description
    id.withUTF8 { append($0, of: provision, counts, below: parent) }
  }

  private mutating func append(
    _ id: UnsafeBufferPointer<UInt8>, of provision: Provision, _ counts: ProvisionCounts,
    below parent: ProvisionID?
  ) {
    var rest = id
    let form = idForm(of: provision, below: parent, rest: &rest)
    append(byte: form.rawValue)
    if let label = counts.label { append(varint: label) }
    if let heading = counts.heading { append(varint: heading) }
    if let separator = counts.separator { append(varint: separator) }
    append(varint: counts.text)
    if let number = provision.number {
      if form.contains(.numberIsVarint) {
        append(varint: number.last)
      } else {
        append(text: number.description)
      }
    }
    guard !form.contains(.isNumber) else { return }
    if form.contains(.isVarint), let value = Self.number(rest) {
      append(varint: value)
    } else {
      append(varint: rest.count)
      append(rest)
    }
  }

  private func idForm(
    of provision: Provision, below parent: ProvisionID?, rest: inout UnsafeBufferPointer<UInt8>
  ) -> IDForm {
    var form = IDForm(rawValue: 0)
    func strip(_ start: String, _ sign: String, _ mark: IDForm) {
      let count = start.utf8.count
      guard rest.starts(with: start.utf8), rest[count...].starts(with: sign.utf8) else { return }
      rest = UnsafeBufferPointer(rebasing: rest[(count + sign.utf8.count)...])
      form.insert(mark)
    }
    if let parent { strip(parent.description, "__", .afterParent) }
    strip(provision.kind.abbreviation, "_", .afterAbbreviation)
    let value = Self.number(rest)
    if let number = provision.number {
      if number.isSimple, number.insertions.isEmpty, number.last >= 0 {
        form.insert(.numberIsVarint)
        if value == number.last { form.insert(.isNumber) }
      } else if rest.elementsEqual(number.description.utf8) {
        form.insert(.isNumber)
      }
    }
    if !form.contains(.isNumber), value != nil { form.insert(.isVarint) }
    return form
  }

  /// The number that some bytes spell in the only way in which it is written.
  private static func number(_ digits: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = digits.first, first != UInt8(ascii: "0") || digits.count == 1 else {
      return nil
    }
    var value = 0
    for digit in digits {
      guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit else { return nil }
      let (tens, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, isLarger) = tens.addingReportingOverflow(Int(digit - UInt8(ascii: "0")))
      guard !isTooLarge, !isLarger else { return nil }
      value = sum
    }
    return value
  }
}

extension ByteCursor {
  mutating func provision() -> ProvisionOutline {
    var outline = ProvisionOutline()
    let flags = byte()
    outline.kind = kinds[min(Int(flags & 15), kinds.count - 1)]
    outline.form = IDForm(rawValue: byte())
    if flags & 16 != 0 { outline.labelUnits = textCount() }
    if flags & 32 != 0 { outline.headingUnits = textCount() }
    if flags & 64 != 0 { outline.separatorUnits = textCount() }
    outline.textUnits = textCount()
    if flags & 128 != 0 { outline.value = value(isNumber: outline.form.contains(.numberIsVarint)) }
    if !outline.form.contains(.isNumber) {
      outline.rest = value(isNumber: outline.form.contains(.isVarint))
    }
    return outline
  }

  private mutating func value(isNumber: Bool) -> ProvisionOutline.Value {
    isNumber ? .number(varint()) : .text(textBytes().compared)
  }

  /// Reads a node's provision only for where its searched text begins.
  ///
  /// Without own text the first part would follow an empty line.
  mutating func searchedStart() -> Int {
    let flags = byte()
    _ = byte()
    var count = 0
    if flags & 16 != 0 { count += Int(textCount()) }
    if flags & 32 != 0 { count += Int(textCount()) }
    if flags & 64 != 0 { count += Int(textCount()) }
    return textCount() > 0 ? count : count + 1
  }

  /// A count of UTF-16 units; no text has as many as the greatest.
  private mutating func textCount() -> UInt32 {
    UInt32(truncatingIfNeeded: min(varint(), 0xFFFF_FFFE))
  }
}
