/// The grams of a phrase whose lists say the most about where it stands.
///
/// They are its pairs, but where two neighbours are frequent the trigram of both.
struct PhraseGrams {
  /// The most grams that are kept.
  static let limit = 4

  /// The rarest grams, the rarest first.
  private var rarest: InlineArray<4, FoundGram>
  private(set) var count = 0

  /// The number of units that hold the rarest of every second pair and the last one;
  /// 0 if the phrase stands nowhere.
  private(set) var rarestPairCount = 0

  /// Whether every unit that holds the first gram holds the phrase.
  private(set) var isExact = false

  private static let none = FoundGram(count: 0, place: 0, before: nil)

  subscript(index: Int) -> FoundGram { rarest[index] }

  /// The grams of a phrase; none if it stands nowhere.
  init(_ phrase: [UInt16], in field: FieldIndex) {
    rarest = InlineArray(repeating: Self.none)
    isExact = phrase.count <= 2 || phrase.contains(Gram.separator)
    guard !phrase.contains(Gram.separator) else { return }
    guard phrase.count > 1 else {
      if let rank = phrase.first.flatMap(field.rank) { keep(field.gram(field.first(ofRank: rank))) }
      rarestPairCount = counted
      return
    }
    if !takePairs(phrase, field) {
      count = 0
      rarestPairCount = 0
      isExact = true
    }
  }

  /// The number of units that hold the rarest gram; 0 if there is none.
  var counted: Int { count > 0 ? rarest[0].count : 0 }

  /// The postings of the rarest gram.
  func rarestList(in field: FieldIndex) -> PostingsList? {
    count > 0 ? field.list(of: rarest[0]) : nil
  }

  /// Takes pairs and trigrams from left to right; fails if one stands nowhere.
  private mutating func takePairs(_ phrase: [UInt16], _ field: FieldIndex) -> Bool {
    guard var second = field.rank(of: phrase[0]) else { return false }
    var pairBefore: (first: Int, gram: FoundGram, isCovered: Bool)?
    rarestPairCount = .max
    var isSecond = true
    var last = 0
    for unit in phrase.dropFirst() {
      let first = second
      guard let rank = field.rank(of: unit) else { return false }
      second = rank
      guard let pair = field.gram(second, of: field.first(ofRank: first)), pair.count > 0 else {
        return false
      }
      last = pair.count
      if isSecond { rarestPairCount = min(rarestPairCount, last) }
      isSecond.toggle()
      var isCovered = false
      if let before = pairBefore {
        if before.gram.count >= field.pairThreshold, pair.count >= field.pairThreshold {
          guard let trigram = field.trigram(before.first, first, second) else { return false }
          keep(trigram)
          isCovered = true
        } else if !before.isCovered {
          keep(before.gram)
        }
      }
      pairBefore = (first, pair, isCovered)
    }
    rarestPairCount = min(rarestPairCount, last)
    if let last = pairBefore, !last.isCovered { keep(last.gram) }
    if phrase.count == 3, count == 1, pairBefore?.isCovered == true { isExact = true }
    return true
  }

  /// Keeps a gram if it is one of the rarest.
  private mutating func keep(_ gram: FoundGram) {
    var place = count
    while place > 0, rarest[place - 1].count > gram.count { place -= 1 }
    if place > 0, rarest[place - 1].isSame(as: gram) { return }
    guard place < Self.limit else { return }
    var index = min(count, Self.limit - 1)
    while index > place {
      rarest[index] = rarest[index - 1]
      index -= 1
    }
    rarest[place] = gram
    count = min(count + 1, Self.limit)
  }
}
