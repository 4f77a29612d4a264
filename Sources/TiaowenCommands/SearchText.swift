import Library
import Search

/// What `search` prints for people: the hits with their place and text.
struct SearchText {
  private static let indent = "  "
  private static let mark = "> "
  private static let largestRowCount = 40
  let result: SearchResult
  let terminal: Terminal
  /// Whether the closest texts are all that was asked for.
  var asksForClosest = false
  private let sentences = Sentences.current

  /// All lines.
  var lines: String {
    var blocks = result.hits.map { block(of: $0) }
    if result.mode == .closest, !asksForClosest {
      blocks.insert(sentences.text(.closestHits) + "\n", at: 0)
    }
    if !result.regulations.isEmpty { blocks.append(titleBlock) }
    if result.mode != .closest { blocks.append(footer) }
    return blocks.joined(separator: "\n")
  }

  // MARK: Hits

  private func block(of hit: Hit) -> String {
    var block = terminal.styled(hit.regulation.asTitle, .bold)
    block += terminal.styled(place(of: hit), .label)
    if let heading = hit.heading { block += " \(heading.shown)" }
    block += "\n\(Self.indent)\(terminal.styled(path(of: hit), .faint))"
    block += terminal.styled(state(of: hit), hit.status.isCurrent ? .faint : .warning) + "\n"
    for neighbour in hit.before { block += row(of: neighbour) }
    let matches = hit.matches.filter { $0.field == .text && $0.start < $0.end }
    let snippet = Snippet(
      of: hit.text, matches: matches.map { $0.start..<$0.end },
      columns: terminal.columns - Self.indent.utf8.count, terminal: terminal)
    if result.mode == .citation {
      block += rows(of: snippet, in: hit)
    } else {
      for row in snippet.rows { block += Self.indent + row + "\n" }
    }
    for neighbour in hit.after { block += row(of: neighbour) }
    return block
  }

  /// The whole text; where there is no colour, a sign marks what was cited.
  private func rows(of snippet: Snippet, in hit: Hit) -> String {
    let rows = snippet.wholeRows
    var lines = ""
    for row in rows.prefix(Self.largestRowCount) {
      lines += (row.isMatch && !terminal.hasColour ? Self.mark : Self.indent) + row.text + "\n"
    }
    guard rows.count > Self.largestRowCount else { return lines }
    let name = hit.regulation.asTitle + (hit.label ?? "").shown
    let more = sentences.text(.moreOfHit, rows.count - Self.largestRowCount, name)
    return lines + Self.indent + more + "\n"
  }

  private func place(of hit: Hit) -> String {
    (hit.pinpoint ?? hit.label ?? "").shown
  }

  private func path(of hit: Hit) -> String {
    hit.path.map { step in
      [step.label, step.heading].compactMap { $0?.shown }.joined(separator: " ")
    }.filter { !$0.isEmpty }.map { $0 + " › " }.joined()
  }

  /// The revision and its status.
  private func state(of hit: Hit) -> String { "\(hit.revision) \(hit.status.wordsInHit)" }

  private func row(of neighbour: Neighbour) -> String {
    let line = [neighbour.label, neighbour.text].compactMap { $0?.shown }.joined(separator: " ")
    let room = terminal.columns - Self.indent.utf8.count
    let beginning = DisplayWidth.beginning(of: line, columns: room)
    return Self.indent + terminal.styled(beginning, .faint) + "\n"
  }

  // MARK: What is not a hit

  private var titleBlock: String {
    var block = sentences.text(.titleHits) + "\n"
    for title in result.regulations {
      let name = Self.indent + title.regulation.asTitle
      let isLong =
        terminal.wraps
        && DisplayWidth.columns(of: name) + title.regulationID.utf8.count + 2 > terminal.columns
      block += name + (isLong ? "\n    " : "  ") + title.regulationID + "\n"
    }
    return block
  }

  private var footer: String {
    let count = result.hits.count
    if result.total > count { return sentences.text(.moreHits, result.total, count) + "\n" }
    return sentences.text(.allHits, result.total) + "\n"
  }
}
