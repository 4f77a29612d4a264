/// How the lines of a text were broken.
///
/// Text copied from a PDF, and the law texts of Taiwan, break every line at
/// one width, also inside words. There a line feed after a full line means
/// nothing, and only a short line ends a paragraph.
struct LineWrapping {
  /// Whether full lines run on in the next one.
  let isWrapped: Bool
  private let width: Int
  private let slack: Int
  private let countsColumns: Bool

  /// How `lines` were broken, taken from the widths of those that are text.
  init(_ lines: [PhysicalLine], endsStatement: (PhysicalLine) -> Bool) {
    for countsColumns in [false, true] {
      let widths = lines.lazy.filter { $0.rejection == nil }.map {
        countsColumns ? $0.columnCount : $0.scalarCount
      }
      for slack in countsColumns ? [1, 3] : [0, 1] {
        guard let width = Self.fullWidth(Array(widths), slack: slack, columns: countsColumns)
        else { continue }
        let full = lines.filter {
          $0.rejection == nil
            && (countsColumns ? $0.columnCount : $0.scalarCount) >= width - slack
        }
        let running = full.count { !endsStatement($0) }
        if running * 2 >= full.count {
          (isWrapped, self.width, self.slack) = (true, width, slack)
          self.countsColumns = countsColumns
          return
        }
      }
    }
    (isWrapped, width, slack, countsColumns) = (false, 0, 0, false)
  }

  /// Whether a line is full, so that the text runs on in the next one.
  ///
  /// A wider line was not broken at the width: it is a title.
  func isFull(_ line: PhysicalLine) -> Bool {
    guard isWrapped else { return false }
    let count = countsColumns ? line.columnCount : line.scalarCount
    return count >= width - slack && count <= width
  }

  /// The width at which lines were broken, or `nil` when they were not.
  ///
  /// Lines broken at one width crowd below it and next to none is wider;
  /// paragraphs that stand on one line each have all kinds of widths.
  private static func fullWidth(_ widths: [Int], slack: Int, columns: Bool) -> Int? {
    guard widths.count >= 5 else { return nil }
    let sorted = widths.sorted()
    var best: (width: Int, count: Int)?
    var end = sorted.count
    // A title and what was set in small type may be wider than the text.
    let mostWider = sorted.count <= 200 ? sorted.count / 12 : sorted.count / 100
    while end > 0, sorted.count - end <= mostWider {
      let width = sorted[end - 1]
      var start = end
      while start > 0, sorted[start - 1] >= width - slack { start -= 1 }
      if end - start > best?.count ?? 0 { best = (width, end - start) }
      while end > 0, sorted[end - 1] == width { end -= 1 }
    }
    guard let best, best.width >= (columns ? 36 : 18), best.width <= (columns ? 160 : 80) else {
      return nil
    }
    let isWidest = best.width == sorted[sorted.count - 1]
    guard best.count >= 3, best.count * (isWidest ? 6 : 5) >= sorted.count else { return nil }
    return best.width
  }
}
