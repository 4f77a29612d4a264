internal import ChineseText
internal import Library

/// Looks for a phrase in the texts of one segment's units.
///
/// A class, since it is asked for unit after unit and must not be copied for each.
final class UnitPhrase {
  private let segment: Segment
  private let phrase: Phrase
  /// The phrase in the code of the texts, if a plain text can hold it in one form only.
  private let coded: CodedPhrase?
  /// Room for a text, kept from unit to unit.
  private var scratch: [UInt16] = []

  init(_ phrase: Phrase, in segment: Segment) {
    self.segment = segment
    self.phrase = phrase
    coded = phrase.isItself ? CodedPhrase(phrase.units, in: segment) : nil
  }

  /// How often the phrase stands in the text of a unit, overlaps not counted.
  func count(in node: Int) -> Int {
    if let coded, segment.nodes.isPlain(node) { return coded.count(in: node, of: segment) }
    return withText(of: node) {
      phrase.count(inPlain: $0)
    } folded: {
      phrase.count(in: $0)
    }
  }

  /// How plainly the text of a unit says what the phrase means, or `nil`.
  func definition(in node: Int) -> DefinitionStrength? {
    withText(of: node) { text in
      phrase.places(inPlain: text).compactMap { DefinitionStrength(at: $0, in: text) }.max()
    } folded: { text in
      let places = phrase.places(in: text)
      return text.withUnsafeBufferPointer { text in
        places.compactMap { DefinitionStrength(at: $0, in: text) }.max()
      }
    }
  }

  private func withText<Result>(
    of node: Int, plain: (UnsafeBufferPointer<UInt16>) -> Result, folded: ([UInt16]) -> Result
  ) -> Result {
    let range = segment.decode(node, into: &scratch)
    return scratch.withUnsafeBufferPointer { units in
      let text = UnsafeBufferPointer(rebasing: units[range])
      return segment.nodes.isPlain(node) ? plain(text) : folded(FoldedText(utf16: text).units)
    }
  }
}

extension Segment {
  /// The folded units of a node's own heading, or `nil`.
  func foldedHeading(of node: Int) -> [UInt16]? {
    text(of: node).heading.map { FoldedText($0).units }
  }
}
