/// What stands around a term where a text says what it means.
///
/// The index keeps of each such place the units beside the signs, and a mark in
/// place of the signs.
package enum DefinitionSigns {
  /// What stands after the term.
  private static let after = ["是指", ",是指", ",指", "包括", ",包括"].map { Array($0.utf16) }
  /// What stands before it.
  private static let before = ["所称", "所称的"].map { Array($0.utf16) }
  /// Of a term no more than so many units are kept.
  private static let mostUnits = 8
  /// What stands for the signs in the index.
  package static let mark: UInt16 = 0x3D

  /// Whether they stand around a place of a text, plain or folded.
  package static func surround(
    _ place: Range<Int>, in text: UnsafeBufferPointer<UInt16>
  ) -> Bool {
    if place.upperBound < text.count {
      switch text[place.upperBound] {
      case 0x662F, 0xFF0C, 0x2C, 0x5305:
        if after.contains(where: { stands($0, at: place.upperBound, in: text) }) { return true }
      default: break
      }
    }
    guard place.lowerBound > 1 else { return false }
    return before.contains { stands($0, at: place.lowerBound - $0.count, in: text) }
  }

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

  /// What the index holds where a term stands before the signs.
  package static func beforeSign(_ term: [UInt16]) -> [UInt16] { term.suffix(mostUnits) + [mark] }

  /// What the index holds where a term stands behind the signs.
  package static func afterSign(_ term: [UInt16]) -> [UInt16] { [mark] + term.prefix(mostUnits) }

  /// What the index holds for a folded text, in paragraphs.
  static func contexts(in text: [UInt16]) -> [UInt16] {
    var contexts: [UInt16] = []
    text.withUnsafeBufferPointer { text in
      for place in text.indices {
        switch text[place] {
        case 0x662F, 0x2C, 0x5305:
          guard place > 0, after.contains(where: { stands($0, at: place, in: text) }) else { break }
          append(text[max(0, place - mostUnits)..<place], isBefore: true, to: &contexts)
        case 0x6240:
          for sign in before where stands(sign, at: place, in: text) {
            let start = place + sign.count
            append(text[start..<min(start + mostUnits, text.count)], isBefore: false, to: &contexts)
          }
        default: break
        }
      }
    }
    return contexts
  }

  private static func append(
    _ units: Slice<UnsafeBufferPointer<UInt16>>, isBefore: Bool, to contexts: inout [UInt16]
  ) {
    if !contexts.isEmpty { contexts.append(0x0A) }
    if !isBefore { contexts.append(mark) }
    contexts.append(contentsOf: units)
    if isBefore { contexts.append(mark) }
  }
}
