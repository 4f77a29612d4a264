import Regulations

extension PlacedCorrections {
  /// Makes the labels that an editor sees candidates that win, and takes out
  /// those that the editor sees none in.
  func correct(_ candidates: inout [OrdinalCandidate], in range: Range<Int>) {
    guard !labels.isEmpty || !noLabels.isEmpty else { return }
    let stated = labels(within: range)
    candidates.removeAll { candidate in
      let range = candidate.position..<candidate.label.end
      return noLabels.contains(where: range.contains)
        || stated.contains { $0.range.overlaps(range) }
    }
    for label in stated {
      guard case .ordinal(let kind, let main, let insertion) = label.reading else { continue }
      candidates.append(
        OrdinalCandidate(
          position: label.range.lowerBound,
          label: OrdinalLabel(
            kind: kind, main: main, insertion: insertion, end: label.range.upperBound),
          boundary: .lineStart, isStated: true, penaltyAfter: 0, penaltyBefore: 0,
          isFollowedByBlank: true))
    }
    candidates.sort { $0.position < $1.position }
  }

  private func labels(within range: Range<Int>) -> [Label] {
    labels.filter {
      range.contains($0.range.lowerBound) && $0.range.upperBound <= range.upperBound
    }
  }

  /// The same for the markers of lists.
  func correct(_ candidates: inout [MarkerCandidate], in range: Range<Int>) {
    guard !labels.isEmpty || !noLabels.isEmpty else { return }
    let stated = labels(within: range)
    candidates.removeAll { candidate in
      noLabels.contains(candidate.position)
        || stated.contains {
          $0.range.contains(candidate.position) || $0.range.lowerBound == candidate.position
        }
    }
    for label in stated {
      guard case .marker(let form, let value, let components) = label.reading else { continue }
      candidates.append(
        MarkerCandidate(
          position: label.range.lowerBound,
          marker: ListMarker(
            form: form, value: value, components: components, end: label.range.upperBound),
          boundary: .lineStart, isStated: true))
    }
    candidates.sort { $0.position < $1.position }
  }

  /// Whether an editor sees a label, or text to keep, in a stretch.
  func contradictsRejection(of stretch: Range<Int>) -> Bool {
    keeps(stretch) || labels.contains { $0.range.overlaps(stretch) }
  }

  /// Makes annexes begin where an editor sees them begin, and nowhere else
  /// where the editor sees none.
  func correct(annexes marks: inout [Mark], in range: Range<Int>, _ reader: AnnexReader) {
    marks.removeAll { noLabels.contains($0.position) }
    for position in annexes where range.contains(position) {
      if !marks.contains(where: { $0.position == position }) {
        marks.append(reader.statedAnnex(at: position))
      }
    }
    marks.sort { $0.position < $1.position }
  }

  /// The same for the closing, of which there is one.
  func correctedClosing(_ closing: Int?, in range: Range<Int>) -> Int? {
    closings.lazy.filter(range.contains).min()
      ?? closing.flatMap { noLabels.contains($0) ? nil : $0 }
  }

  /// Keeps labels and headings from reaching into the next mark, which an editor
  /// may have put anywhere.
  func clampHeads(of marks: inout [Mark]) {
    guard !labels.isEmpty || !annexes.isEmpty || !closings.isEmpty else { return }
    marks.sort { $0.position < $1.position }
    for index in marks.indices.dropLast() {
      let next = marks[index + 1].position
      marks[index].labelEnd = min(marks[index].labelEnd, next)
      if let heading = marks[index].heading, heading.upperBound > next {
        marks[index].heading = nil
      }
      if let sign = marks[index].separator, sign.upperBound > next {
        marks[index].separator = nil
      }
    }
  }

  /// Gives marks the headings that an editor sees, and takes from others what
  /// could be taken for one.
  ///
  /// - Parameters:
  ///   - end: the end of the text of the last mark.
  func correctHeadings(
    of marks: inout [Mark], until end: Int, _ scalars: UnsafeBufferPointer<Unicode.Scalar>
  ) {
    guard !headings.isEmpty || !noHeadings.isEmpty else { return }
    for index in marks.indices {
      let mark = marks[index]
      let next = index + 1 < marks.count ? marks[index + 1].position : end
      let start = Self.textStart(of: mark, until: next, scalars)
      let isDenied = noHeadings.contains { range in
        range.lowerBound == mark.position || range.lowerBound == start
          || mark.heading?.contains(range.lowerBound) ?? false
      }
      if let heading = headings.first(where: { $0.lowerBound == start }), !heading.isEmpty,
        heading.upperBound <= next
      {
        marks[index].heading = heading
        marks[index].isHeadingStated = true
        if let sign = mark.separator, sign.upperBound > heading.lowerBound {
          marks[index].separator = nil
        }
        if marks[index].separator == nil, heading.upperBound < next,
          scalars[heading.upperBound].structure == .colon
        {
          marks[index].separator = heading.upperBound..<(heading.upperBound + 1)
        }
      } else if isDenied {
        if let heading = mark.heading, let sign = mark.separator,
          sign.lowerBound >= heading.upperBound
        {
          marks[index].separator = nil
        }
        marks[index].heading = nil
        marks[index].isHeadingStated = true
      }
    }
  }

  /// Where text or heading of a mark begins, after its label and a sign.
  private static func textStart(
    of mark: Mark, until end: Int, _ scalars: UnsafeBufferPointer<Unicode.Scalar>
  ) -> Int {
    var start = max(mark.labelEnd, mark.separator?.upperBound ?? 0)
    if let heading = mark.heading { start = min(start, max(heading.lowerBound, mark.labelEnd)) }
    while start < end,
      scalars[start].structure == .blank || scalars[start].structure == .lineFeed
    {
      start += 1
    }
    return start
  }
}
