/// A piece of text that stands in two provisions word for word.
enum VerbatimRun {
  /// Longer texts are not looked through: a part of them says little.
  private static let longestText = 6000

  /// The longest piece of a text that stands in another, and no longer in a third.
  static func longest(
    of text: [UInt16], in other: [UInt16], butNotIn partner: [UInt16]
  ) -> ArraySlice<UInt16> {
    guard max(text.count, other.count, partner.count) <= longestText else { return [] }
    let inOther = lengths(of: text, in: other)
    let inPartner = lengths(of: text, in: partner)
    var best = 0..<0
    for (start, length) in inOther.enumerated()
    where length > inPartner[start] && length > best.count {
      best = start..<(start + length)
    }
    return text[best]
  }

  /// Whether a piece stands in a text.
  static func stands(_ piece: ArraySlice<UInt16>, in text: [UInt16]) -> Bool {
    guard let first = piece.first, piece.count <= text.count else { return piece.isEmpty }
    return text.indices.prefix(text.count - piece.count + 1).contains {
      text[$0] == first && text[$0..<($0 + piece.count)].elementsEqual(piece)
    }
  }

  /// Of each place of a text, how much of what follows stands somewhere in another.
  private static func lengths(of text: [UInt16], in other: [UInt16]) -> [Int] {
    var lengths = [Int](repeating: 0, count: text.count)
    // The lengths that begin one place later in the text, by the place in the other.
    var later = [Int](repeating: 0, count: other.count + 1)
    for start in text.indices.reversed() {
      var longest = 0
      for place in other.indices {
        let length = text[start] == other[place] ? later[place + 1] + 1 : 0
        later[place] = length
        longest = max(longest, length)
      }
      lengths[start] = longest
    }
    return lengths
  }
}
