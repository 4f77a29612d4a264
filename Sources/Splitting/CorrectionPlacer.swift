import ChineseText

/// Finds the places in a text that corrections are about.
struct CorrectionPlacer {
  /// The corrections with their places, as offsets in the source.
  private(set) var placed = PlacedCorrections()
  /// The places of each line of the sidecar; none for lines without quotes and
  /// for those that a diagnostic is about.
  private(set) var ranges: [[Range<Int>]]
  /// The indices of the lines that cannot be followed, as diagnostics tell.
  private(set) var faulty: Set<Int> = []
  /// What could not be found.
  private(set) var diagnostics: [Diagnostic] = []
  private let finder: AnchorFinder
  private var placeCount = 0
  /// Every place is looked at beside every line and provision of the text.
  private static let mostPlaces = 4096

  /// Finds the places of `corrections` in a text.
  init(_ corrections: Corrections, in text: SourceText) {
    let passages = corrections.lines.compactMap(\.passage)
    finder = AnchorFinder(text, for: passages.flatMap { [$0.anchor] + ($0.end.map { [$0] } ?? []) })
    ranges = corrections.lines.map { _ in [] }
    placed.metadata = [.init()]
    for (index, line) in corrections.lines.enumerated() {
      if let passage = line.passage {
        place(passage, of: line, index)
      } else {
        placed.metadata[placed.metadata.count - 1].lines.append(index)
      }
    }
    placed.labels.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func place(_ passage: Correction.Passage, of line: Correction, _ index: Int) {
    let found = withinLimit(places(of: passage, line, index), line, index)
    // What is said of a regulation that is not there holds for none.
    if found.isEmpty, line.keyword == .regulation { placed.metadata.append(.init(place: .max)) }
    for range in found {
      let label = label(of: passage, line, at: range)
      if label == nil, line.keyword == .label {
        diagnostics.append(
          Diagnostic(
            .correctionLabel, .warning, line: line.line, at: TextRange(range),
            values: [passage.anchor.description],
            message: "「\(passage.anchor.description)」 cannot be read as a label",
            help: "write after it how to read it: = 第三条"))
        faulty.insert(index)
      } else {
        ranges[index].append(range)
        placed.add(line, at: range, label: label)
      }
    }
  }

  /// The places of a line, or none when they are too many.
  private mutating func withinLimit(
    _ found: [Range<Int>], _ line: Correction, _ index: Int
  ) -> [Range<Int>] {
    guard placeCount + found.count > Self.mostPlaces else {
      placeCount += found.count
      return found
    }
    faulty.insert(index)
    diagnostics.append(
      Diagnostic(
        .correctionLimit, .warning, line: line.line, values: [String(Self.mostPlaces)],
        message: "a sidecar corrects at most \(Self.mostPlaces) places",
        help: "correct the file itself"))
    return []
  }

  private func label(
    of passage: Correction.Passage, _ line: Correction, at range: Range<Int>
  ) -> PlacedCorrections.Label? {
    if let reading = passage.reading { return .init(range: range, reading: reading) }
    guard line.keyword == .label || line.keyword == .heading,
      let found = finder.label(at: range.lowerBound),
      line.keyword == .label || found.end < range.upperBound
    else { return nil }
    return .init(range: range.lowerBound..<found.end, reading: found.reading)
  }

  private mutating func places(
    of passage: Correction.Passage, _ line: Correction, _ index: Int
  ) -> [Range<Int>] {
    let starts = chosen(passage.anchor, line, index, from: 0)
    guard let end = passage.end else { return starts.map { finder.meant(passage.anchor, at: $0) } }
    return starts.compactMap { start in
      guard let close = chosen(end, line, index, from: start.upperBound).first else { return nil }
      let first = finder.meant(passage.anchor, at: start).lowerBound
      return first..<max(first, finder.meant(end, at: close).upperBound)
    }
  }

  /// The places that an anchor means; a diagnostic when it means none.
  private mutating func chosen(
    _ anchor: Anchor, _ line: Correction, _ index: Int, from start: Int
  ) -> [Range<Int>] {
    let all = finder.places(of: anchor)
    let found = all.filter { $0.lowerBound >= start }
    switch anchor.choice {
    case .all where !found.isEmpty: return found
    // What ends a passage ends it where it comes first.
    case .only where found.count == 1 || start > 0 && !found.isEmpty: return [found[0]]
    case .number(let number) where number <= all.count && all[number - 1].lowerBound >= start:
      return [all[number - 1]]
    default: break
    }
    faulty.insert(index)
    diagnostics.append(Self.diagnostic(of: anchor, line, count: found.count))
    return []
  }

  private static func diagnostic(
    of anchor: Anchor, _ line: Correction, count: Int
  ) -> Diagnostic {
    let words = anchor.description
    if count > 1, anchor.choice == .only {
      return Diagnostic(
        .correctionAmbiguous, .warning, line: line.line, values: [words, String(count)],
        message: "「\(words)」 stands at \(count) places",
        help: "quote more of it, or write (1) to (\(count)) or (all) after it")
    }
    return Diagnostic(
      .correctionNotFound, .warning, line: line.line, values: [words, String(count)],
      message: "「\(words)」 does not stand in the text\(count > 0 ? " that often" : "")",
      help: "quote the words as the text has them; blanks do not count")
  }
}

extension Correction {
  /// The passage that the line is about, or `nil`.
  var passage: Passage? {
    guard case .passage(let passage) = value else { return nil }
    return passage
  }
}

extension TextRange {
  /// The bytes of a range of offsets.
  init(_ offsets: Range<Int>) {
    self.init(offsets.lowerBound, offsets.upperBound)
  }
}
