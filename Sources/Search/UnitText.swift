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
    return occurrences(in: node).count
  }

  /// Where the phrase stands in the text of a unit.
  func occurrences(in node: Int) -> Phrase.Occurrences {
    let range = segment.decode(node, into: &scratch)
    return scratch.withUnsafeBufferPointer { units in
      let text = UnsafeBufferPointer(rebasing: units[range])
      if segment.nodes.isPlain(node) { return phrase.occurrences(inPlain: text) }
      return phrase.occurrences(in: FoldedText(utf16: text).units)
    }
  }
}

extension Segment {
  /// The folded units of a node's own heading, or `nil`.
  func foldedHeading(of node: Int) -> [UInt16]? {
    text(of: node).heading.map { FoldedText($0).units }
  }
}
