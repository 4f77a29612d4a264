import Library

/// Where texts say what terms mean, for terms of up to 24 folded units.
///
/// How plainly one does depends on where a term begins and ends; of each end before a
/// sign such as 是指, and of each beginning behind 所称, it is noted for which lengths of
/// a term what holds.
struct DefinitionPlaces {
  /// A place before which terms end that are said to mean something.
  struct End {
    var place: Int
    /// How plainly this is said of most lengths, or `nil`.
    var usual: DefinitionStrength?
    /// The lengths of which something else holds.
    var others: [(length: Int, strength: DefinitionStrength?)]
  }

  /// A place at which terms begin that 所称 stands before.
  struct Beginning {
    var place: Int
    /// The only length of a term that is meant, since it stands in quotation marks; 0 for
    /// any.
    var length: Int
  }

  private static let lengths = 2...24
  private static let quotes = Set("“「『\"".utf16)
  private(set) var ends: [End] = []
  private(set) var beginnings: [Beginning] = []

  /// Adds those of a text that begins at a place.
  mutating func add(in text: UnsafeBufferPointer<UInt16>, at start: Int) {
    var last = -1
    DefinitionSigns.forEachSign(in: text) { sign, isAfterTerm in
      if isAfterTerm {
        for end in [sign.lowerBound - 1, sign.lowerBound] where end > last {
          if let found = Self.end(at: end, in: text, start) {
            ends.append(found)
            last = end
          }
        }
      } else if sign.upperBound < text.count {
        addBeginning(sign.upperBound, in: text, start)
      }
    }
  }

  private static func end(
    at end: Int, in text: UnsafeBufferPointer<UInt16>, _ start: Int
  ) -> End? {
    guard end >= lengths.lowerBound else { return nil }
    let strengths = lengths.map { length in
      end >= length ? DefinitionStrength(at: (end - length)..<end, in: text) : nil
    }
    // Within a longer term it is the same for all lengths.
    let usual = strengths.contains(.within) ? DefinitionStrength.within : nil
    let others = zip(lengths, strengths).filter { length, strength in
      end >= length && strength != usual
    }
    guard usual != nil || !others.isEmpty else { return nil }
    return End(
      place: start + end, usual: usual, others: others.map { (length: $0.0, strength: $0.1) })
  }

  private mutating func addBeginning(
    _ place: Int, in text: UnsafeBufferPointer<UInt16>, _ start: Int
  ) {
    beginnings.append(Beginning(place: start + place, length: 0))
    let most = min(text.count - place - 2, Self.lengths.upperBound)
    guard Self.quotes.contains(text[place]), most >= Self.lengths.lowerBound else { return }
    for length in Self.lengths.lowerBound...most {
      let term = (place + 1)..<(place + 1 + length)
      // Only a quotation mark before the term and one behind it let 所称 be said of it.
      guard let strength = DefinitionStrength(at: term, in: text), strength >= .called else {
        continue
      }
      beginnings.append(Beginning(place: start + place + 1, length: length))
      return
    }
  }
}
