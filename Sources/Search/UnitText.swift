internal import ChineseText
internal import Library

extension Segment {
  /// The UTF-16 units of what is searched as a unit's text.
  func searchedText(of node: Int) -> Range<Int> {
    searchedText(of: node, outline(of: node).own)
  }

  /// The same, for a provision that was decoded already.
  func searchedText(of node: Int, _ own: ProvisionOutline) -> Range<Int> {
    let whole = wholeText(of: node)
    var start = min(whole.lowerBound + own.prefixCount, whole.upperBound)
    // Without own text the first part would follow an empty line.
    if own.textCount == 0, start < whole.upperBound { start += 1 }
    return start..<whole.upperBound
  }

  /// The UTF-16 units of a node's own heading, or `nil`.
  func heading(of node: Int, _ own: ProvisionOutline) -> Range<Int>? {
    guard let count = own.headingCount else { return nil }
    let whole = wholeText(of: node)
    let start = min(whole.lowerBound + (own.labelCount ?? 0), textUnits.count)
    return start..<min(start + count, textUnits.count)
  }

  /// The label of a node, or `nil`.
  func label(of node: Int, _ own: ProvisionOutline) -> String? {
    let start = wholeText(of: node).lowerBound
    return own.labelCount.map { string(start..<(start + $0)) }
  }

  /// The folded units of a range of the text.
  func folded(_ range: Range<Int>, keepingOffsets: Bool = false) -> FoldedText {
    FoldedText(
      utf16: UnsafeBufferPointer(rebasing: textUnits[range]), keepingOffsets: keepingOffsets)
  }
}
