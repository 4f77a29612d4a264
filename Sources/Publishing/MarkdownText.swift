/// Texts with the signs escaped that Markdown reads.
enum MarkdownText {
  /// A text inside a line.
  static func inline(_ text: some StringProtocol) -> String {
    escaped(text, alsoEscaping: [])
  }

  /// A text that is a line.
  static func line(_ text: some StringProtocol) -> String {
    let line = inline(text)
    guard let sign = signOfBlock(line.unicodeScalars) else { return line }
    var scalars = line.unicodeScalars
    scalars.insert("\\", at: sign)
    return String(scalars)
  }

  /// A text that is a heading, in which a number sign at the end would be dropped.
  static func heading(_ text: some StringProtocol) -> String {
    escaped(text, alsoEscaping: ["#"])
  }

  /// A text that is a cell of a table.
  static func cell(_ text: some StringProtocol) -> String {
    // A bar ends a cell in some programs even after a backslash.
    inline(text).replacing("|", with: "&#124;")
  }

  private static func escaped(
    _ text: some StringProtocol, alsoEscaping others: Set<Unicode.Scalar>
  ) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in String(text).withoutControls.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "~", "$": escaped.append(contentsOf: ["\\", scalar])
      // What looks like a tag makes a page of a text, with a backslash before it, too.
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "\n", "\r": escaped.append(" ")
      default:
        if others.contains(scalar) { escaped.append("\\") }
        escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  /// The place of the sign that makes a heading, quotation, rule or list of a line.
  private static func signOfBlock(
    _ line: String.UnicodeScalarView
  ) -> String.UnicodeScalarView.Index? {
    guard let first = line.first else { return nil }
    if "#>-+=".unicodeScalars.contains(first) { return line.startIndex }
    let sign = line.firstIndex { !("0"..."9").contains($0) }
    guard let sign, sign > line.startIndex, line[sign] == "." || line[sign] == ")" else {
      return nil
    }
    return sign
  }
}
