/// What stands around a term where a text says what it means.
///
/// The index keeps of each such place keys of what may be the term: of the 2 to 8
/// units next to the signs. So one look tells of nearly every term that no text
/// says what it means. A key is two units, since the index knows pairs:
///
///     h = 2166136261
///     for each UTF-16 unit: h = (h XOR unit) * 16777619, of 32 bits
///     h = h XOR h >> 16
///     key: 0x4E00 + (h >> 12 AND 0xFFF), 0x4E00 + (h AND 0xFFF)
///
/// Source of the hash: FNV-1a, here by units of 16 bits.
package enum DefinitionSigns {
  /// What stands after the term.
  private static let after = ["是指", ",是指", ",指", "包括", ",包括"].map { Array($0.utf16) }
  /// What stands before it.
  private static let before = ["所称", "所称的"].map { Array($0.utf16) }
  /// So many units may have a key.
  private static let keyedCounts = 2...8

  private static func stands(
    _ sign: [UInt16], at start: Int, in text: UnsafeBufferPointer<UInt16>
  ) -> Bool {
    guard start >= 0, start + sign.count <= text.count else { return false }
    for (offset, unit) in sign.enumerated() {
      let found = text[start + offset]
      guard found == unit || unit == 0x2C && found == 0xFF0C else { return false }
    }
    return true
  }

  /// The keys of a term: of as many of its units as may stand before the signs, and
  /// behind them.
  package static func keys(of term: [UInt16]) -> [[UInt16]] {
    guard term.count >= keyedCounts.lowerBound else { return [] }
    guard term.count > keyedCounts.upperBound else { return [key(of: term[...])] }
    return [
      key(of: term.suffix(keyedCounts.upperBound)), key(of: term.prefix(keyedCounts.upperBound)),
    ]
  }

  /// What the index holds for a folded text: keys, each a paragraph.
  static func keys(in text: UnsafeBufferPointer<UInt16>) -> [UInt16] {
    var keys: [UInt16] = []
    func append(_ units: Slice<UnsafeBufferPointer<UInt16>>) {
      if !keys.isEmpty { keys.append(0x0A) }
      keys += key(of: units)
    }
    forEachSign(in: text) { sign, isAfterTerm in
      for count in keyedCounts {
        if isAfterTerm, sign.lowerBound >= count {
          append(text[(sign.lowerBound - count)..<sign.lowerBound])
        } else if !isAfterTerm, sign.upperBound + count <= text.count {
          append(text[sign.upperBound..<(sign.upperBound + count)])
        }
      }
    }
    return keys
  }

  private static func key(of units: some Sequence<UInt16>) -> [UInt16] {
    var hash: UInt32 = 2_166_136_261
    for unit in units { hash = (hash ^ UInt32(unit)) &* 16_777_619 }
    hash ^= hash >> 16
    return [0x4E00 + UInt16(hash >> 12 & 0xFFF), 0x4E00 + UInt16(hash & 0xFFF)]
  }

  /// Calls `body` with the place of each sign, and whether the term stands before it.
  ///
  /// Looks for the second units of the signs, which are rarer than the first.
  package static func forEachSign(
    in text: UnsafeBufferPointer<UInt16>, _ body: (Range<Int>, Bool) -> Void
  ) {
    guard text.count > 1 else { return }
    for place in 1..<text.count {
      switch text[place] {
      case 0x6307, 0x62EC:
        for start in max(0, place - 2)..<place {
          for sign in after
          where start + sign.count > place && stands(sign, at: start, in: text) {
            body(start..<(start + sign.count), true)
            break
          }
        }
      case 0x79F0:
        for sign in before where stands(sign, at: place - 1, in: text) {
          body((place - 1)..<(place - 1 + sign.count), false)
        }
      default: break
      }
    }
  }
}
