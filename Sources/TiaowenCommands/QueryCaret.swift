/// A query with a caret under the place that a message is about.
struct QueryCaret {
  private static let indent = "  "
  private static let columns = 72

  private let line: String
  private let place: Int

  /// The lines for a place of a query, counted in Unicode scalars.
  ///
  /// Of a long query only what stands around the place is shown.
  init(_ query: String, at offset: Int) {
    let scalars = Array(query.unicodeScalars).map(Self.shown)
    let place = min(max(0, offset), scalars.count)
    var start = place
    var used = 0
    while start > 0, used + DisplayWidth.columns(of: scalars[start - 1]) <= Self.columns / 2 {
      start -= 1
      used += DisplayWidth.columns(of: scalars[start])
    }
    let before = (start > 0 ? "…" : "") + Self.text(scalars[start..<place])
    var end = place
    while end < scalars.count, used + DisplayWidth.columns(of: scalars[end]) <= Self.columns {
      used += DisplayWidth.columns(of: scalars[end])
      end += 1
    }
    line = before + Self.text(scalars[place..<end]) + (end < scalars.count ? "…" : "")
    self.place = DisplayWidth.columns(of: before)
  }

  /// The query and the caret below it, each after a line feed.
  var lines: String {
    "\n\(Self.indent)\(line)\n\(Self.indent)\(String(repeating: " ", count: place))^"
  }

  /// A sign that takes the columns it is counted for.
  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.value < 0x20 { return " " }
    return DisplayWidth.columns(of: scalar) == 0 ? "\u{FFFD}" : scalar
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
