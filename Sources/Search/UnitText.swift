internal import ChineseText
internal import Library

extension Segment {
  /// The UTF-16 units of a node's own heading, or `nil`.
  func heading(of node: Int, _ own: ProvisionOutline) -> Range<Int>? {
    guard let count = own.headingCount else { return nil }
    let start = nodes.wholeText(of: node).lowerBound + (own.labelCount ?? 0)
    return start..<(start + count)
  }

  /// The label of a node, or `nil`.
  func label(of node: Int, _ own: ProvisionOutline) -> String? {
    let start = nodes.wholeText(of: node).lowerBound
    return own.labelCount.map { string(start..<(start + $0)) }
  }

  /// The folded units of a range of the text.
  func folded(_ range: Range<Int>) -> FoldedText {
    FoldedText(utf16: nodes.text(in: range))
  }

  /// Where a phrase stands in the text of a unit.
  func occurrences(of phrase: Phrase, in node: Int) -> Phrase.Occurrences {
    let text = nodes.text(in: searchedText(of: node))
    if nodes.isPlain(node) { return phrase.occurrences(inPlain: text) }
    return phrase.occurrences(in: FoldedText(utf16: text).units)
  }
}
