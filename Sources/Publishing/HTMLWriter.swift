/// Writes HTML; the one place where texts are escaped for it.
struct HTMLWriter {
  /// What was written.
  private(set) var html = ""

  /// Attributes in their order; those without a value are left out.
  typealias Attributes = KeyValuePairs<StaticString, String?>

  /// Writes an element with what `content` writes in it.
  mutating func element(
    _ name: StaticString, _ attributes: Attributes = [:],
    content: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    content(&self)
    html += "</\(name)>"
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

  /// Writes an element that begins and ends a line.
  mutating func block(
    _ name: StaticString, _ attributes: Attributes = [:],
    content: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    endLine()
    content(&self)
    html += "</\(name)>\n"
  }

  /// Writes the tag of an element, or the whole of one that has no content.
  mutating func open(_ name: StaticString, _ attributes: Attributes = [:]) {
    html += "<\(name)"
    for (attribute, value) in attributes {
      guard let value else { continue }
      html += " \(attribute)=\""
      append(value, escapingQuotes: true)
      html += "\""
    }
    html += ">"
  }

  /// Writes text.
  mutating func text(_ text: String) { append(text, escapingQuotes: false) }

  /// Ends the line.
  mutating func endLine() { html += "\n" }

  /// Writes what is HTML, CSS or a script already, and comes from this module.
  mutating func raw(_ html: String) { self.html += html }

  /// Appends text with signs of HTML escaped.
  private mutating func append(_ text: String, escapingQuotes: Bool) {
    for scalar in text.withoutControls.unicodeScalars {
      switch scalar {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "\"" where escapingQuotes: html += "&quot;"
      default: html.unicodeScalars.append(scalar)
      }
    }
  }
}
