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
  func isFull(_ line: PhysicalLine) -> Bool {
    isWrapped && (countsColumns ? line.columnCount : line.scalarCount) >= width - slack
  }

  /// The width at which lines were broken, or `nil` when they were not.
  ///
  /// Lines broken at one width crowd below it and next to none is wider;
  /// paragraphs that stand on one line each have all kinds of widths.
  private static func fullWidth(_ widths: [Int], slack: Int, columns: Bool) -> Int? {
    guard widths.count >= 5 else { return nil }
    let sorted = widths.sorted()
    let width = sorted[sorted.count - 1 - sorted.count / 200]
    guard width >= (columns ? 36 : 18), width <= (columns ? 160 : 80) else { return nil }
    let full = sorted.lazy.filter { $0 >= width - slack && $0 <= width }.count
    let wider = sorted.lazy.filter { $0 > width }.count
    guard wider * 100 <= sorted.count, full >= 3, full * 6 >= sorted.count else { return nil }
    return width
  }
}
