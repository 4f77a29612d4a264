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
  /// How all hits are spread, where that was asked for.
  var counts: [RegulationCount]?
  /// What the scores of the hits are made of, where that was asked for.
  var explanations: [ScoreExplanation] = []
  private let sentences = Sentences.current

  /// All lines.
  var lines: String {
    var blocks = result.hits.enumerated().map { index, hit in
      let explanation = index < explanations.count ? explanations[index] : nil
      return block(of: hit) + (explanation.map(rows) ?? "")
    }
    if result.mode == .closest, !asksForClosest {
      blocks.insert(sentences.text(.closestHits) + "\n", at: 0)
    }
    if !result.regulations.isEmpty { blocks.append(titleBlock) }
    if let counts, !counts.isEmpty { blocks.append(SearchCounts(counts, terminal).lines) }
    if result.mode != .closest { blocks.append(footer) }
    return blocks.joined(separator: "\n")
  }

  // MARK: Hits

  private func block(of hit: Hit) -> String {
    var block = title(of: hit) + terminal.styled(place(of: hit), .label)
    if let heading = hit.heading { block += " " + marked(heading, of: hit.id, in: hit) }
    block += "\n" + pathRows(of: hit)
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
    if !hit.source.isEmpty {
      block += Self.indent + terminal.styled(hit.source.shown, .faint) + "\n"
    }
    return block
  }

  /// The score and its greatest parts.
  private func rows(of explanation: ScoreExplanation) -> String {
    let parts = explanation.parts.prefix(Self.mostParts).map { part in
      let words = sentences.text(part.reason.words, part.term.shown, part.count ?? 0)
      return "\(words) \(Self.rounded(part.value))"
    }
    let more = explanation.parts.count > Self.mostParts ? " + …" : ""
    let line =
      sentences.text(.score, Self.rounded(explanation.score)) + parts.joined(separator: " + ")
      + more
    return Self.indent + terminal.styled(line, .faint) + "\n"
  }

  private static let mostParts = 8

  /// A number to one place.
  private static func rounded(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(abs(tenths % 10))"
  }

  private func title(of hit: Hit) -> String {
    guard !hit.regulation.isEmpty else { return terminal.styled(hit.regulation.asTitle, .bold) }
    let ranges = hit.matches.filter { $0.field == .title }.map { $0.start..<$0.end }
    return terminal.styled("《", .bold) + terminal.styled(hit.regulation, .bold, marking: ranges)
      + terminal.styled("》", .bold)
  }

  /// A heading with what matches in it.
  private func marked(
    _ heading: String, of id: String, in hit: Hit, _ style: Terminal.Style? = nil
  ) -> String {
    let ranges = hit.matches.filter { $0.field == .heading && $0.id == id }
    return terminal.styled(heading, style, marking: ranges.map { $0.start..<$0.end })
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

  /// The path with the revision and its status, in rows that break between steps.
  private func pathRows(of hit: Hit) -> String {
    var steps = hit.path.compactMap { step -> (columns: Int, text: String)? in
      let plain = [step.label, step.heading].compactMap { $0?.shown }.joined(separator: " ")
      guard !plain.isEmpty else { return nil }
      var text = step.label.map { terminal.styled($0.shown, .faint) } ?? ""
      if let heading = step.heading {
        text += terminal.styled(text.isEmpty ? "" : " ", .faint)
        text += marked(heading, of: step.id, in: hit, .faint)
      }
      return (DisplayWidth.columns(of: plain) + 3, text + terminal.styled(" › ", .faint))
    }
    let state = "\(hit.revision) \(hit.status.wordsInHit)"
    let isCurrent = hit.status.isCurrent
    steps.append(
      (DisplayWidth.columns(of: state), terminal.styled(state, isCurrent ? .faint : .warning)))
    var rows = Self.indent
    var used = Self.indent.utf8.count
    for step in steps {
      if terminal.wraps, used > 2 * Self.indent.utf8.count, used + step.columns > terminal.columns {
        rows += "\n" + Self.indent + Self.indent
        used = 2 * Self.indent.utf8.count
      }
      rows += step.text
      used += step.columns
    }
    return rows + "\n"
  }

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
