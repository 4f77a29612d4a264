/// What edits cost, so that the cheapest are those that read best.
///
/// The unit is an eighth of a scalar. The prices were set by trial on amendments
/// of laws: the edges by eye, the price of a change between few changes and small
/// ones.
enum EditPrices {
  /// A scalar that is deleted or inserted.
  static let scalar: Int32 = 8
  /// A blank that is deleted or inserted: it shows little.
  static let blank: Int32 = 4
  /// A border between cells or lines that is deleted or inserted.
  static let cellBorder: Int32 = 20
  /// A border between the parts of a list that is deleted or inserted.
  static let partBorder: Int32 = 16
  /// A change, however long it is: as dear as the deletion and the insertion of
  /// some three scalars, so that three scalars between two changes are kept only
  /// where their edges are good ones.
  static let change: Int32 = 54
  /// A change of blanks alone, such as a line that ends elsewhere.
  static let blankChange: Int32 = 16
  /// An edge in the middle of a common word.
  static let withinWord: Int32 = 18
  /// An edge between two characters, by how many of the two sides are known to be
  /// the edge of a word: none, one, both.
  static let betweenWords: [Int32] = [9, 5, 3]
  /// An edge between a number and what it numbers or counts: 三 and 条 or 日.
  static let besideNumber: Int32 = 6
  /// An edge between a number or an amount and any other word.
  static let besideAmount: Int32 = 2
  /// An edge just behind an opening bracket or just before a closing one.
  static let withinBrackets: Int32 = 6
  /// An edge just before an opening bracket or just behind a closing one.
  static let besideBrackets: Int32 = 2
  /// An edge behind the sign that ends a sentence: a whole sentence more or less is
  /// read at once.
  static let behindSentence: Int32 = -6
  /// An edge behind the sign that ends a clause.
  static let behindComma: Int32 = 1
  /// An edge behind 、 or another sign within a clause.
  static let behindMark: Int32 = 0
  /// An edge between a word and the sign that ends a sentence, or a blank.
  static let beforeSentenceEnd: Int32 = 1
  /// An edge between a word and the sign that ends a clause.
  static let beforeComma: Int32 = 3
  /// An edge between a word and 、 or another sign within a clause.
  static let beforeMark: Int32 = 1
  /// An edge between a sign and the blank or the line's end behind it.
  static let beforeBlank: Int32 = 1
  /// An edge between two signs.
  static let betweenSigns: Int32 = 6
}
