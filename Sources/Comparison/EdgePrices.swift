import ChineseText

/// What it costs to let an edit begin or end at a place of a text.
///
/// There is no dictionary here: punctuation, function words and a short list of
/// common words tell most words' edges, and the rest costs something in between.
struct EdgePrices {
  private let scalars: [UInt32]

  /// The prices for a text.
  init(_ scalars: [UInt32]) {
    self.scalars = scalars
  }

  /// The price of an edge before each scalar of `places`.
  func prices(at places: [Int]) -> [Int32] {
    let words = CommonWords.edges(in: scalars)
    var atom = 0
    return places.map { place in
      defer { atom = place }
      guard place > 0 else { return 0 }
      guard place < scalars.count else {
        return WordSide(scalars[place - 1]) == .sentenceEnd ? EditPrices.behindSentence : 0
      }
      let (left, right) = (WordSide(scalars[place - 1]), WordSide(scalars[place]))
      if let price = Self.priceAtSign(left, right) { return price }
      if words[place].isWithin { return EditPrices.withinWord }
      if left == .number && right == .unit || left == .unit && right == .number {
        return EditPrices.besideNumber
      }
      // A number's own unit, such as 元, is part of its atom.
      if right == .number || WordSide(scalars[atom]) == .number { return EditPrices.besideAmount }
      let known =
        (words[place].isEnd || left.isApart ? 1 : 0)
        + (words[place].isStart || right.isApart ? 1 : 0)
      return EditPrices.betweenWords[known]
    }
  }

  /// The price between two scalars of which one is a sign, or `nil`.
  private static func priceAtSign(_ left: WordSide, _ right: WordSide) -> Int32? {
    switch (left, right) {
    case (.opening, _), (_, .closing): EditPrices.withinBrackets
    case (_, .blank) where left.isSign: EditPrices.beforeBlank
    case (_, _) where left.isSign && right.isSign && right != .opening: EditPrices.betweenSigns
    case (.sentenceEnd, _): EditPrices.behindSentence
    case (.blank, _): 0
    case (.comma, _): EditPrices.behindComma
    case (.mark, _): EditPrices.behindMark
    case (_, .sentenceEnd), (_, .blank): EditPrices.beforeSentenceEnd
    case (_, .comma): EditPrices.beforeComma
    case (_, .mark): EditPrices.beforeMark
    case (.closing, _), (_, .opening): EditPrices.besideBrackets
    default: nil
    }
  }
}

/// What a scalar says of the edges of words beside it.
enum WordSide {
  /// Part of some word.
  case word
  /// A character that is a word of its own, or a letter.
  case apart
  /// A numeral or a digit.
  case number
  /// A character that stands beside numbers, such as 第, 条 and 日.
  case unit
  /// An opening bracket or quotation mark.
  case opening
  /// A closing bracket or quotation mark.
  case closing
  /// The sign that ends a sentence or an item.
  case sentenceEnd
  /// The sign that ends a clause.
  case comma
  /// A blank or a line's end.
  case blank
  /// Any other sign, 、 among them.
  case mark

  private static let ownWords = Set(
    """
    的和或及与與并並等在由对對向从從以为為应應可须須不未其该該之者后後前内內中被将將按经經自至于於把\
    给給但且而是有所各本每凡若如因就使令得至已均皆又再仍需的了
    """.unicodeScalars.map(\.value))
  private static let units = Set(
    "第条條款项項目编編章节節年月日号號个個件名人次倍元岁歲周天份间間".unicodeScalars.map(\.value))

  /// Whether words end and begin beside it.
  var isApart: Bool { self != .word }

  /// Whether it is a sign that stands behind words, or a blank.
  var isSign: Bool {
    switch self {
    case .sentenceEnd, .comma, .blank, .mark, .closing: true
    default: false
    }
  }

  /// What a scalar says.
  init(_ scalar: UInt32) {
    switch scalar {
    case 0x3400...0x9FFF, 0x2_0000...0x3_FFFF:
      if AtomSigns.isNumeral(scalar) {
        self = .number
      } else if Self.units.contains(scalar) {
        self = .unit
      } else {
        self = Self.ownWords.contains(scalar) ? .apart : .word
      }
    case 0x3007, 0x25CB: self = .number
    case _ where AtomSigns.isDigit(scalar): self = .number
    case _ where AtomSigns.isLetter(scalar): self = .apart
    case _ where Brackets.opened(by: scalar) != nil: self = .opening
    case _ where Brackets.closed(by: scalar) != nil: self = .closing
    case 0x3002, 0xFF1B, 0xFF01, 0xFF1F, 0x3B, 0x21, 0x3F: self = .sentenceEnd
    case 0xFF0C, 0x2C, 0xFF1A, 0x3A: self = .comma
    case _ where Blank.isBlank(scalar): self = .blank
    default: self = .mark
    }
  }
}
