import ChineseText

extension PageText {
  /// What of the source a stretch of the page text is.
  ///
  /// Pieces are parted where something was rejected between them; blanks at
  /// their ends are left out.
  func sourceSpans(_ range: Range<Int>) -> [TextRange] {
    var spans: [TextRange] = []
    var position = range.lowerBound
    while position < range.upperBound {
      let cut = rejectedRanges.index(after: Int(offsets[position]))
      let end =
        cut < rejectedRanges.count
        ? firstPosition(from: rejectedRanges[cut].lowerBound, in: position..<range.upperBound)
        : range.upperBound
      let piece = trimmed(position..<end)
      if let last = piece.last {
        let upper = Int(offsets[last]) + UTF8.width(scalars[last])
        spans.append(TextRange(Int(offsets[piece.lowerBound]), upper))
      }
      position = end
    }
    return spans
  }

  /// What of the page text a range of offsets in the source is, without line
  /// feeds at its ends.
  func positions(of source: Range<Int>) -> Range<Int> {
    var start = firstPosition(from: source.lowerBound, in: 0..<scalars.count)
    var end = firstPosition(from: source.upperBound, in: start..<scalars.count)
    while start < scalars.count, scalars[start] == "\n" { start += 1 }
    while end > start, scalars[end - 1] == "\n" { end -= 1 }
    return start..<max(start, end)
  }

  /// A stretch without blanks and line feeds at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isBlank(start) { start += 1 }
    while end > start, isBlank(end - 1) { end -= 1 }
    return start..<end
  }

  private func isBlank(_ position: Int) -> Bool {
    // Han and most signs stand above the blanks of U+3000 and below.
    let value = scalars[position].value
    if value > 0x3164, value < 0xFEFF { return false }
    let kind = scalars[position].structure
    return kind == .blank || kind == .lineFeed
  }

  /// The first position whose source offset is at least `offset`.
  private func firstPosition(from offset: Int, in range: Range<Int>) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if Int(offsets[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension [TextRange] {
  /// The index of the first range of an ascending list that begins after an
  /// offset.
  fileprivate func index(after offset: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
