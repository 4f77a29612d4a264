/// Writes XML in UTF-8, and is the one place where it is escaped.
struct XMLWriter {
  /// What was written so far.
  private(set) var bytes: [UInt8] = []

  /// A writer that has written the declaration.
  init() {
    append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
  }

  /// Writes an element with what `body` writes in it.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    _ body: (inout XMLWriter) -> Void
  ) {
    open(name, attributes)
    append(">")
    body(&self)
    append("</")
    append(name)
    append(">")
  }

  /// Writes an element that holds nothing.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]
  ) {
    open(name, attributes)
    append("/>")
  }

  /// Writes text.
  mutating func text(_ text: String) {
    for scalar in text.withoutControls.unicodeScalars { escape(scalar) }
  }

  private mutating func open(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>
  ) {
    append("<")
    append(name)
    for (name, value) in attributes {
      append(" ")
      append(name)
      append("=\"")
      text(value)
      append("\"")
    }
  }

  private mutating func append(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "&": append("&amp;")
    case "<": append("&lt;")
    case ">": append("&gt;")
    case "\"": append("&quot;")
    // A parser takes these for blanks where they stand as they are.
    case "\t": append("&#9;")
    case "\n": append("&#10;")
    case "\r": append("&#13;")
    default: bytes.append(contentsOf: String(scalar).utf8)
    }
  }
}
