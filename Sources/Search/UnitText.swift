internal import ChineseText
internal import Library

extension Segment {
  /// Where a phrase stands in the text of a unit.
  ///
  /// - Parameter scratch: Room for the text, kept from unit to unit.
  func occurrences(
    of phrase: Phrase, in node: Int, _ scratch: inout [UInt16]
  ) -> Phrase.Occurrences {
    let range = decode(node, into: &scratch)
    return scratch.withUnsafeBufferPointer { units in
      let text = UnsafeBufferPointer(rebasing: units[range])
      if nodes.isPlain(node) { return phrase.occurrences(inPlain: text) }
      return phrase.occurrences(in: FoldedText(utf16: text).units)
    }
  }

  /// The folded units of a node's own heading, or `nil`.
  func foldedHeading(of node: Int) -> [UInt16]? {
    let text = text(of: node)
    return text.headingRange.map { range in
      text.units.withUnsafeBufferPointer {
        FoldedText(utf16: UnsafeBufferPointer(rebasing: $0[range])).units
      }
    }
  }
}
