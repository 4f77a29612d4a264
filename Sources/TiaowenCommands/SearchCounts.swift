import Search

/// The table of `search --facets`: how many hits each regulation and chapter has.
struct SearchCounts {
  private static let mostRegulations = 10
  private static let mostChapters = 5
  private let counts: [RegulationCount]
  private let terminal: Terminal
  private let sentences = Sentences.current
  /// The columns of the largest number.
  private let width: Int

  /// The table of all counts, most first.
  init(_ counts: [RegulationCount], _ terminal: Terminal) {
    self.counts = counts
    self.terminal = terminal
    width = "\(counts.map(\.total).max() ?? 0)".utf8.count
  }

  /// All lines; of long tables the rows with most hits.
  var lines: String {
    var lines = sentences.text(.hitCounts) + "\n"
    for count in counts.prefix(Self.mostRegulations) {
      lines += row(count.total, terminal.styled(count.regulation.asTitle, .bold), depth: 0)
      for chapter in count.chapters.prefix(Self.mostChapters) {
        let name = [chapter.label, chapter.heading].compactMap { $0?.shown }
        lines += row(chapter.total, name.joined(separator: " "), depth: 1)
      }
      let rest = count.chapters.dropFirst(Self.mostChapters).reduce(0) { $0 + $1.total }
      if rest > 0 { lines += row(nil, sentences.text(.moreCounts, rest), depth: 1) }
    }
    let more = counts.count - Self.mostRegulations
    if more > 0 { lines += row(nil, sentences.text(.moreRegulationCounts, more), depth: 0) }
    return lines
  }

  private func row(_ total: Int?, _ name: String, depth: Int) -> String {
    let number = total.map { "\($0)" } ?? ""
    let indent = 2 + depth * (width + 2)
    return String(repeating: " ", count: indent + width - number.utf8.count) + number + "  "
      + name + "\n"
  }
}
