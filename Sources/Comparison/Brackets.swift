/// Brackets and quotation marks that stand in pairs.
enum Brackets {
  private static let openings = Array("（《〈「『【〔［(“‘[{〖".unicodeScalars.map(\.value))
  private static let closings = Array("）》〉」』】〕］)”’]}〗".unicodeScalars.map(\.value))

  /// The number of the pair that a scalar opens, or `nil`.
  static func opened(by scalar: UInt32) -> Int? {
    openings.firstIndex(of: scalar)
  }

  /// The number of the pair that a scalar closes, or `nil`.
  static func closed(by scalar: UInt32) -> Int? {
    closings.firstIndex(of: scalar)
  }
}

/// The brackets of a stretch whose other half is not in it.
struct BracketScan {
  /// The pair whose closing bracket stands alone, the last one of these.
  private(set) var closing: Int?
  /// The pair whose opening bracket stands alone, the first one of these.
  private(set) var opening: Int?

  /// The brackets of a stretch of atoms.
  init(_ text: AtomizedText, _ atoms: Range<Int>) {
    var open: [Int] = []
    for atom in atoms {
      if let pair = Brackets.opened(by: text.keys[atom]) {
        open.append(pair)
      } else if let pair = Brackets.closed(by: text.keys[atom]) {
        if open.last == pair { open.removeLast() } else { closing = pair }
      }
    }
    opening = open.first
  }
}

extension AtomizedText {
  /// How many atoms before a place the bracket stands that opens a pair, or `nil`
  /// if it is not among the next few.
  func opening(of pair: Int, before place: Int, within reach: Int) -> Int? {
    var depth = 1
    for count in 1..<min(reach, place) + 1 {
      if Brackets.closed(by: keys[place - count]) == pair { depth += 1 }
      if Brackets.opened(by: keys[place - count]) == pair { depth -= 1 }
      if depth == 0 { return count }
    }
    return nil
  }

  /// How many atoms behind a place the bracket stands that closes a pair, or `nil`
  /// if it is not among the next few.
  func closing(of pair: Int, behind place: Int, within reach: Int) -> Int? {
    var depth = 1
    for count in 1..<min(reach, keys.count - place) + 1 {
      if Brackets.opened(by: keys[place + count - 1]) == pair { depth += 1 }
      if Brackets.closed(by: keys[place + count - 1]) == pair { depth -= 1 }
      if depth == 0 { return count }
    }
    return nil
  }
}
