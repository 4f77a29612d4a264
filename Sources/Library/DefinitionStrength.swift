/// How plainly a text says at a place what a term means.
package enum DefinitionStrength: Int, Comparable {
  /// The end of a longer term that is defined: 机动车 in 非机动车，是指.
  case within
  /// What the term includes is said: 消防设施包括.
  case included
  /// A term of the regulation itself: 本办法所称消防设施.
  case called
  /// What the term means is said: 消防设施，是指; “承销”是指.
  case meant

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The strength at a place of a text, plain or folded; `nil` where the term is only
  /// used.
  package init?(at place: Range<Int>, in text: UnsafeBufferPointer<UInt16>) {
    let surroundings = Surroundings(place, text)
    if surroundings.isMeant {
      self = surroundings.isWhole ? .meant : .within
    } else if surroundings.isCalled {
      self = .called
    } else if surroundings.isIncluding, surroundings.isWhole {
      self = .included
    } else {
      return nil
    }
  }
}

/// What stands around a term.
private struct Surroundings {
  private let text: UnsafeBufferPointer<UInt16>
  private let start: Int
  private let end: Int
  private let isQuoted: Bool

  init(_ place: Range<Int>, _ text: UnsafeBufferPointer<UInt16>) {
    self.text = text
    var (start, end) = (place.lowerBound, place.upperBound)
    isQuoted =
      start > 0 && end < text.count && Sign.opens(text[start - 1]) && Sign.closes(text[end])
    if isQuoted { (start, end) = (start - 1, end + 1) }
    self.start = start
    self.end = end
  }

  /// Whether the term stands by itself and is no end of a longer one.
  var isWhole: Bool {
    isQuoted || isCalled || start == 0 || !Sign.isLetter(text[start - 1])
  }

  /// Whether 所称 or 所称的 stands before it.
  var isCalled: Bool { ends(with: Sign.called, at: start) || ends(with: Sign.calledOf, at: start) }

  /// Whether 是指, 系指 or ，指 stands behind it.
  var isMeant: Bool {
    let sign = behindComma
    if stands(Sign.means, at: sign) || stands(Sign.isMeant, at: sign) { return true }
    guard sign > end || isQuoted, sign < text.count, text[sign] == Sign.points else { return false }
    return sign + 1 >= text.count || !Sign.words.contains(text[sign + 1])
  }

  /// Whether 包括 stands behind it.
  var isIncluding: Bool { stands(Sign.includes, at: behindComma) }

  private var behindComma: Int {
    end < text.count && (text[end] == 0x2C || text[end] == 0xFF0C) ? end + 1 : end
  }

  private func stands(_ sign: [UInt16], at start: Int) -> Bool {
    start + sign.count <= text.count && sign.indices.allSatisfy { text[start + $0] == sign[$0] }
  }

  private func ends(with sign: [UInt16], at end: Int) -> Bool {
    end >= sign.count && stands(sign, at: end - sign.count)
  }

  private enum Sign {
    static let called = Array("所称".utf16)
    static let calledOf = Array("所称的".utf16)
    static let means = Array("是指".utf16)
    static let isMeant = Array("系指".utf16)
    static let includes = Array("包括".utf16)
    static let points = Array("指".utf16)[0]
    /// 指 is the beginning of a word before these: 指定, 指导.
    static let words = Set("定导標标挥揮派使示明出纹紋认認控".utf16)

    static func opens(_ unit: UInt16) -> Bool {
      unit == 0x201C || unit == 0x300C || unit == 0x300E || unit == 0x22
    }

    static func closes(_ unit: UInt16) -> Bool {
      unit == 0x201D || unit == 0x300D || unit == 0x300F || unit == 0x22
    }

    static func isLetter(_ unit: UInt16) -> Bool {
      switch unit {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      case 0x3400...0x9FFF, 0xD800...0xDFFF, 0xFF10...0xFF19, 0xFF21...0xFF5A: true
      default: false
      }
    }
  }
}
