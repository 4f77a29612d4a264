import Glibc

/// A line on the terminal that says how far the work is.
///
/// It is rewritten at most ten times a second, and only where standard error
/// is a terminal.
struct Progress {
  private let total: Int
  private let isShown = Terminal.showsProgress
  private var lastShown = 0
  private var hasLine = false

  /// Progress of work on a number of files.
  init(total: Int) {
    self.total = total
  }

  /// Shows that `done` files are done, of which `path` was the last.
  mutating func show(done: Int, path: String) {
    guard isShown else { return }
    let now = Self.milliseconds()
    guard now - lastShown >= 100 else { return }
    lastShown = now
    let line = "\(done)/\(total) \(path.shown)"
    // A line that wraps cannot be cleared.
    let columns = max(8, (Terminal.columns(of: STDERR_FILENO) ?? 80) - 2)
    StandardError.write("\r\u{1B}[K" + DisplayWidth.beginning(of: line, columns: columns))
    hasLine = true
  }

  /// Removes the line, so that something else can be written.
  mutating func clear() {
    guard hasLine else { return }
    StandardError.write("\r\u{1B}[K")
    hasLine = false
    lastShown = 0
  }

  private static func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
