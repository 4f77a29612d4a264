/// Writes HTML; the one place where texts are escaped for it.
struct HTMLWriter {
  /// What was written, in UTF-8.
  private(set) var bytes: [UInt8] = []

  /// What was written.
  var html: String { String(decoding: bytes, as: UTF8.self) }

  /// Attributes in their order; those without a value are left out.
  typealias Attributes = KeyValuePairs<StaticString, String?>

  /// Writes an element with what `content` writes in it.
  mutating func element(
    _ name: StaticString, _ attributes: Attributes = [:],
    content: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    content(&self)
    close(name)
  }

  /// Writes an element with a text in it.
  mutating func element(_ name: StaticString, _ attributes: Attributes = [:], text: String) {
    element(name, attributes) { $0.text(text) }
  }

  /// Writes an element on a line of its own.
  mutating func line(_ name: StaticString, _ attributes: Attributes = [:], text: String) {
    element(name, attributes, text: text)
    endLine()
  }

  /// Writes a heading of a level, at most 6, on a line of its own.
  mutating func heading(
    _ level: Int, _ attributes: Attributes = [:], content: (inout HTMLWriter) -> Void
  ) {
    let names: [StaticString] = ["h1", "h2", "h3", "h4", "h5", "h6"]
    element(names[min(max(level, 1), names.count) - 1], attributes, content: content)
    endLine()
  }

  /// Writes an element that begins and ends a line.
  mutating func block(
    _ name: StaticString, _ attributes: Attributes = [:],
    content: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    endLine()
    content(&self)
    close(name)
    endLine()
  }

  /// Writes the tag of an element, or the whole of one that has no content.
  mutating func open(_ name: StaticString, _ attributes: Attributes = [:]) {
    append("<")
    append(name)
    for (attribute, value) in attributes {
      guard let value else { continue }
      append(" ")
      append(attribute)
      append("=\"")
      append(value, escapingQuotes: true)
      append("\"")
    }
    append(">")
  }

  /// Writes the end tag of an element.
  mutating func close(_ name: StaticString) {
    append("</")
    append(name)
    append(">")
  }

  /// Writes text.
  mutating func text(_ text: String) { append(text, escapingQuotes: false) }

  /// Ends the line.
  mutating func endLine() { bytes.append(0x0A) }

  /// Writes what is HTML, CSS or a script already, and comes from this module.
  mutating func raw(_ html: String) { bytes.append(contentsOf: html.utf8) }

  private mutating func append(_ markup: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// Appends text with signs of HTML escaped.
  private mutating func append(_ text: String, escapingQuotes: Bool) {
    var text = text.withoutControls
    text.withUTF8 { utf8 in
      var start = 0
      for (index, byte) in utf8.enumerated() {
        let escape: StaticString
        switch byte {
        case UInt8(ascii: "&"): escape = "&amp;"
        case UInt8(ascii: "<"): escape = "&lt;"
        case UInt8(ascii: ">"): escape = "&gt;"
        case UInt8(ascii: "\"") where escapingQuotes: escape = "&quot;"
        default: continue
        }
        bytes.append(contentsOf: utf8[start..<index])
        append(escape)
        start = index + 1
      }
      bytes.append(contentsOf: utf8[start...])
    }
  }
}
