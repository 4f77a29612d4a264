/// Writes one JSON value, its members in the order in which they are given.
///
/// A serialiser of our own keeps Foundation out of the process, which starts
/// faster without it, and the members stay in their order.
struct JSONWriter {
  /// What was written so far.
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Writes `{…}` with the members that `body` writes.
  mutating func object(_ body: (inout JSONWriter) -> Void) {
    enclose("{", "}", body)
  }

  /// Writes `[…]` with a value for each element.
  mutating func array<Elements: Sequence>(
    _ elements: Elements, _ write: (inout JSONWriter, Elements.Element) -> Void
  ) {
    enclose("[", "]") { json in
      for element in elements { write(&json, element) }
    }
  }

  /// Writes the name of the member whose value comes next.
  mutating func name(_ name: StaticString) {
    separate()
    append("\"")
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    append("\":")
    needsComma = false
  }

  /// Writes a text.
  mutating func value(_ text: String) {
    separate()
    append("\"")
    for byte in text.utf8 { escape(byte) }
    append("\"")
    needsComma = true
  }

  /// Writes a whole number.
  mutating func value(_ number: Int) {
    separate()
    append("\(number)")
    needsComma = true
  }

  /// Writes true or false.
  mutating func value(_ flag: Bool) {
    separate()
    append(flag ? "true" : "false")
    needsComma = true
  }

  /// Writes a number, rounded to four places; what is no number becomes 0.
  mutating func value(_ number: Double) {
    separate()
    let rounded = (number * 10_000).rounded() / 10_000
    append(rounded.isFinite ? "\(rounded)" : "0")
    needsComma = true
  }

  /// Writes null.
  mutating func null() {
    separate()
    append("null")
    needsComma = true
  }

  /// Ends the line, so that the next value stands on one of its own.
  mutating func endLine() {
    append("\n")
    needsComma = false
  }

  private mutating func enclose(
    _ open: StaticString, _ close: StaticString, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    open.withUTF8Buffer { bytes.append(contentsOf: $0) }
    needsComma = false
    body(&self)
    close.withUTF8Buffer { bytes.append(contentsOf: $0) }
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { append(",") }
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x22: append("\\\"")
    case 0x5C: append("\\\\")
    case 0x0A: append("\\n")
    case 0x09: append("\\t")
    case 0x0D: append("\\r")
    case 0..<0x20:
      let digits = String(byte, radix: 16)
      append("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
    case 0x85, 0xA8, 0xA9:
      bytes.append(byte)
      escapeLineEnd()
    default: bytes.append(byte)
    }
  }

  /// Escapes U+0085, U+2028 or U+2029 at the end of what was written: some
  /// programs take them for the end of a line.
  private mutating func escapeLineEnd() {
    for (end, escaped) in Self.lineEnds where bytes.suffix(end.count).elementsEqual(end) {
      bytes.removeLast(end.count)
      append(escaped)
    }
  }

  private static let lineEnds: [([UInt8], String)] = [
    ([0xC2, 0x85], "\\u0085"), ([0xE2, 0x80, 0xA8], "\\u2028"), ([0xE2, 0x80, 0xA9], "\\u2029"),
  ]
}

extension JSONWriter {
  /// Writes a member with a text, or nothing when there is none.
  mutating func member(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    self.name(name)
    value(text)
  }

  /// Writes a member with a whole number, or nothing when there is none.
  mutating func member(_ name: StaticString, _ number: Int?) {
    guard let number else { return }
    self.name(name)
    value(number)
  }

  /// Writes a member with true or false, or nothing when it is unknown.
  mutating func member(_ name: StaticString, _ flag: Bool?) {
    guard let flag else { return }
    self.name(name)
    value(flag)
  }

  /// Writes a member with an array.
  mutating func array<Elements: Sequence>(
    _ name: StaticString, _ elements: Elements,
    _ write: (inout JSONWriter, Elements.Element) -> Void
  ) {
    self.name(name)
    array(elements, write)
  }

  /// Writes a member with an object.
  mutating func object(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
    self.name(name)
    object(body)
  }
}
