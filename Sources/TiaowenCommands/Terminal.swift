import Glibc

/// What the tool knows about where its output goes.
struct Terminal: Sendable {
  /// Whether standard output is a terminal that takes colour.
  let hasColour: Bool
  /// The number of columns a line may take.
  let columns: Int

  /// Whether lines end where the terminal does; a pipe takes them whole.
  let wraps: Bool

  /// The terminal of this process, or lines of 100 columns without colour.
  static let output = Terminal(descriptor: STDOUT_FILENO)

  /// What a file is like: lines of 100 columns at least, without colour.
  static let file = Terminal(hasColour: false, columns: 100, wraps: false)

  /// Whether standard error is a terminal, where progress can be rewritten.
  static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 && !isDumb }

  private static var isDumb: Bool { environment("TERM") == "dumb" }

  /// A terminal of the given properties.
  init(hasColour: Bool, columns: Int, wraps: Bool = true) {
    self.wraps = wraps
    self.hasColour = hasColour
    self.columns = columns
  }

  private init(descriptor: Int32) {
    let isTerminal = isatty(descriptor) == 1
    wraps = isTerminal
    // https://no-color.org: any value but an empty one.
    hasColour = isTerminal && !Self.isDumb && environment("NO_COLOR") == nil
    columns = Self.columns(of: descriptor).map { max(40, $0) } ?? 100
  }

  /// The columns of the terminal that a descriptor is, or `nil`.
  static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// `text` in a style, where the terminal takes it.
  func styled(_ text: String, _ style: Style) -> String {
    hasColour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// `text` in a style, with ranges of its scalars in the style of a match.
  func styled(_ text: String, _ style: Style?, marking ranges: [Range<Int>]) -> String {
    let base = { (run: String) in style.map { styled(run, $0) } ?? run }
    guard hasColour, !ranges.isEmpty else { return base(text.shown) }
    let scalars = Array(text.unicodeScalars)
    var isMatch = Array(repeating: false, count: scalars.count)
    for index in ranges.flatMap({ $0.clamped(to: scalars.indices) }) { isMatch[index] = true }
    var marked = ""
    var start = 0
    while start < scalars.count {
      let end = scalars.indices[start...].first { isMatch[$0] != isMatch[start] } ?? scalars.count
      var run = String.UnicodeScalarView()
      run.append(contentsOf: scalars[start..<end])
      marked += isMatch[start] ? styled(String(run).shown, .match) : base(String(run).shown)
      start = end
    }
    return marked
  }

  /// A way of setting text apart.
  enum Style: String {
    case bold = "1"
    case faint = "2"
    case match = "1;31"
    case label = "36"
    case warning = "33"
    case deleted = "9;31"
    case inserted = "4;32"
  }
}

/// The value of an environment variable, or `nil` when it is absent or empty.
func environment(_ name: String) -> String? {
  guard let value = getenv(name) else { return nil }
  let text = String(cString: value)
  return text.isEmpty ? nil : text
}
