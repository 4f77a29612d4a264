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
/// A plain value of numbers and places in the file: the segment must outlive it.
package struct ProvisionOutline: Sendable {
  /// What it is.
  package var kind = ProvisionKind.article
  /// The UTF-16 units of its label, or `nil`.
  package var labelCount: Int?
  /// The UTF-16 units of its heading, or `nil`.
  package var headingCount: Int?
  /// The UTF-16 units of its separator, or `nil`.
  package var separatorCount: Int?
  /// The UTF-16 units of its own text.
  package var textCount = 0
  fileprivate var form = IDForm(rawValue: 0)
  fileprivate var simpleNumber: Int?
  fileprivate var otherNumber: ByteView?
  fileprivate var simpleRest = 0
  fileprivate var otherRest: ByteView?

  /// The value of its label.
  package var number: ProvisionNumber? {
    simpleNumber.map { ProvisionNumber($0) } ?? otherNumber.flatMap { ProvisionNumber($0.text) }
  }

  /// Whether its label has this value.
  package func isNumbered(_ number: ProvisionNumber) -> Bool {
    if let simpleNumber {
      return number.isSimple && number.insertions.isEmpty && number.last == simpleNumber
    }
    return self.number == number
  }

  /// Whether the label has a value.
  package var hasNumber: Bool { simpleNumber != nil || otherNumber != nil }

  /// The UTF-16 units before its own text.
  package var prefixCount: Int { (labelCount ?? 0) + (headingCount ?? 0) + (separatorCount ?? 0) }

  /// The address, given the parent's.
  package func id(below parent: ProvisionID?) -> ProvisionID {
    var text = ""
    if form.contains(.afterParent), let parent { text = parent.description + "__" }
    if form.contains(.afterAbbreviation) {
      text += kind.abbreviation
      text += "_"
    }
    if form.contains(.isNumber) {
      text += simpleNumber.map { String($0) } ?? otherNumber?.text ?? ""
    } else {
      text += otherRest?.text ?? String(simpleRest)
    }
    return ProvisionID(text)
  }

  /// Whether the address begins with the parent's.
  package var idNeedsParent: Bool { form.contains(.afterParent) }
}

extension ByteWriter {
  mutating func append(_ provision: Provision, below parent: ProvisionID?) {
    var flags = UInt8(kinds.firstIndex(of: provision.kind) ?? 0)
    if provision.label != nil { flags |= 16 }
    if provision.heading != nil { flags |= 32 }
    if provision.separator != nil { flags |= 64 }
    if provision.number != nil { flags |= 128 }
    append(byte: flags)
    var rest = Substring(provision.id.description)
    let form = idForm(of: provision, below: parent, rest: &rest)
    append(byte: form.rawValue)
    for text in [provision.label, provision.heading, provision.separator] {
      if let text { append(varint: text.utf16.count) }
    }
    append(varint: provision.text.utf16.count)
    if let number = provision.number {
      if form.contains(.numberIsVarint) {
        append(varint: number.last)
      } else {
        append(text: number.description)
      }
    }
    guard !form.contains(.isNumber) else { return }
    if form.contains(.isVarint), let value = Int(rest) {
      append(varint: value)
    } else {
      append(text: String(rest))
    }
  }

  private func idForm(
    of provision: Provision, below parent: ProvisionID?, rest: inout Substring
  ) -> IDForm {
    var form = IDForm(rawValue: 0)
    func strip(_ prefix: String, _ mark: IDForm) {
      guard rest.utf8.starts(with: prefix.utf8) else { return }
      rest = Substring(rest.utf8.dropFirst(prefix.utf8.count))
      form.insert(mark)
    }
    if let parent { strip(parent.description + "__", .afterParent) }
    strip(provision.kind.abbreviation + "_", .afterAbbreviation)
    if let number = provision.number {
      if number.components.count == 1, number.insertions.isEmpty, number.last >= 0 {
        form.insert(.numberIsVarint)
      }
      if rest == number.description { form.insert(.isNumber) }
    }
    if !form.contains(.isNumber), let value = Int(rest), value >= 0, String(value) == rest {
      form.insert(.isVarint)
    }
    return form
  }
}

extension ByteCursor {
  mutating func provision() -> ProvisionOutline {
    var outline = ProvisionOutline()
    let flags = byte()
    outline.kind = kinds[min(Int(flags & 15), kinds.count - 1)]
    outline.form = IDForm(rawValue: byte())
    if flags & 16 != 0 { outline.labelCount = textCount() }
    if flags & 32 != 0 { outline.headingCount = textCount() }
    if flags & 64 != 0 { outline.separatorCount = textCount() }
    outline.textCount = textCount()
    if flags & 128 != 0 {
      if outline.form.contains(.numberIsVarint) {
        outline.simpleNumber = varint()
      } else {
        outline.otherNumber = textBytes()
      }
    }
    guard !outline.form.contains(.isNumber) else { return outline }
    if outline.form.contains(.isVarint) {
      outline.simpleRest = varint()
    } else {
      outline.otherRest = textBytes()
    }
    return outline
  }

  /// Reads a node's provision only for where its searched text begins.
  ///
  /// Without own text the first part would follow an empty line.
  mutating func searchedStart() -> Int {
    let flags = byte()
    _ = byte()
    var count = 0
    for mark: UInt8 in [16, 32, 64] where flags & mark != 0 { count += textCount() }
    return textCount() > 0 ? count : count + 1
  }

  /// A count of UTF-16 units; sums of a few of them cannot overflow.
  private mutating func textCount() -> Int {
    min(varint(), 0xFFFF_FFFF)
  }
}
