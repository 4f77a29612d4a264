import Library
import Search

/// What `search` prints for people: the hits with their place and text.
struct SearchText {
  private static let indent = "  "
  let result: SearchResult
  let terminal: Terminal
  private let sentences = Sentences.current

  /// All lines.
  var lines: String {
    var blocks = result.hits.map { block(of: $0) }
    if result.mode == .closest { blocks.insert(sentences.text(.closestHits) + "\n", at: 0) }
    if !result.regulations.isEmpty { blocks.append(titleBlock) }
    if result.mode != .closest { blocks.append(footer) }
    return blocks.joined(separator: "\n")
  }

  // MARK: Hits

  private func block(of hit: Hit) -> String {
    var block = terminal.styled(hit.regulation.asTitle, .bold)
    block += terminal.styled(place(of: hit), .label)
    if let heading = hit.heading { block += " \(heading.shown)" }
    block += "\n\(Self.indent)\(terminal.styled(line(about: hit), .faint))\n"
    for neighbour in hit.before { block += row(of: neighbour) }
    let matches = hit.matches.filter { $0.field == .text && $0.start < $0.end }
    let snippet = Snippet(
      of: hit.text, matches: matches.map { $0.start..<$0.end },
      columns: terminal.columns - Self.indent.utf8.count, terminal: terminal)
    for row in snippet.rows { block += Self.indent + row + "\n" }
    for neighbour in hit.after { block += row(of: neighbour) }
    return block
  }

  private func place(of hit: Hit) -> String {
    (hit.pinpoint ?? hit.label ?? "").shown
  }

  /// The path, the revision and its status.
  private func line(about hit: Hit) -> String {
    var parts = hit.path.map { step in
      [step.label, step.heading].compactMap { $0?.shown }.joined(separator: " ")
    }.filter { !$0.isEmpty }
    parts.append("\(hit.revision) \(hit.status.words)")
    return parts.joined(separator: " › ")
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
      block += "\(Self.indent)\(title.regulation.asTitle)  \(title.regulationID)\n"
    }
    return block
  }

  private var footer: String {
    let count = result.hits.count
    if result.total > count { return sentences.text(.moreHits, result.total, count) + "\n" }
    return sentences.text(.allHits, result.total) + "\n"
  }
}
