internal import ChineseText
internal import Library
import NgramIndex

/// What of a hit is marked as matching.
struct Marks {
  private let text: [Phrase]
  private let heading: [Phrase]
  private let title: [Phrase]
  /// Whether places that overlap become one, as those of grams do.
  private let joins: Bool

  /// The terms of a query that may stand in a hit.
  init(_ query: Query) {
    var (text, heading, title): ([Phrase], [Phrase], [Phrase]) = ([], [], [])
    for term in query.positiveTerms {
      let phrase = Phrase(term.units)
      let isAnywhere = term.scope == .anywhere
      if isAnywhere || term.scope == .text { text.append(phrase) }
      if isAnywhere || term.scope == .heading { heading.append(phrase) }
      if isAnywhere || term.scope == .title { title.append(phrase) }
    }
    (self.text, self.heading, self.title) = (text, heading, title)
    joins = false
  }

  /// The bigrams of a query that asks for the closest texts.
  init(gramsOf query: [UInt16]) {
    let grams = QuestionGrams.parts(of: query).map { $0.gram }
    let pairs = grams.compactMap { gram in gram.second.map { [gram.first, $0] } }
    text = (pairs.isEmpty ? grams.map { [$0.first] } : pairs).map { Phrase($0) }
    heading = text
    title = text
    joins = true
  }

  /// Nothing is marked.
  init() {
    text = []
    heading = []
    title = []
    joins = false
  }

  /// Whether anything is marked in headings.
  var areInHeadings: Bool { !heading.isEmpty }

  /// Whether anything is marked in titles.
  var areInTitles: Bool { !title.isEmpty }

  /// Whether a plain text can hold what is marked in one form only.
  var areCoded: Bool { text.allSatisfy { $0.isItself } }

  /// What is marked in texts, in the code of a segment.
  func coded(in segment: Segment) -> [CodedPhrase] {
    text.compactMap { CodedPhrase($0.units, in: segment) }
  }

  /// Orders the places that were found for all phrases, as they are marked.
  func order(_ places: inout [Range<Int>]) {
    if text.count > 1 { places = ordered(places) }
  }

  /// The places in what of a unit's text is searched.
  func places(in text: NodeText) -> [Range<Int>] {
    guard !self.text.isEmpty else { return [] }
    let units = text.units
    let start = min(text.searchedStart, units.count)
    return units.withUnsafeBufferPointer { units in
      places(of: self.text, in: UnsafeBufferPointer(rebasing: units[start...])).map {
        (start + $0.lowerBound)..<(start + $0.upperBound)
      }
    }
  }

  /// The places in a heading, in scalars.
  func headingPlaces(in heading: String, of id: String) -> [Match] {
    scalarPlaces(of: self.heading, in: heading).map {
      Match(field: .heading, id: id, start: $0.lowerBound, end: $0.upperBound)
    }
  }

  /// The places in a title, in scalars.
  func titlePlaces(in title: String) -> [Match] {
    scalarPlaces(of: self.title, in: title).map {
      Match(field: .title, start: $0.lowerBound, end: $0.upperBound)
    }
  }

  private func scalarPlaces(of phrases: [Phrase], in text: String) -> [Range<Int>] {
    guard !phrases.isEmpty else { return [] }
    var units: [UInt16] = []
    units.append(utf16Of: text)
    return units.withUnsafeBufferPointer { units in
      places(of: phrases, in: units).map { place in
        let before = units[..<place.lowerBound].count { $0 & 0xFC00 != 0xDC00 }
        let inside = units[place].count { $0 & 0xFC00 != 0xDC00 }
        return before..<(before + inside)
      }
    }
  }

  /// Where phrases stand in a text, ascending.
  private func places(
    of phrases: [Phrase], in source: UnsafeBufferPointer<UInt16>
  ) -> [Range<Int>] {
    FoldedText.isPlain(source)
      ? ordered(phrases.flatMap { $0.places(inPlain: source) })
      : ordered(Self.places(of: phrases, folding: source))
  }

  private func ordered(_ places: [Range<Int>]) -> [Range<Int>] {
    guard places.count > 1 else { return places }
    var seen = Set<Range<Int>>()
    let sorted = places.filter { seen.insert($0).inserted }
      .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    return joins ? Self.joined(sorted) : sorted
  }

  private static func places(
    of phrases: [Phrase], folding source: UnsafeBufferPointer<UInt16>
  ) -> [Range<Int>] {
    let folded = FoldedText(utf16: source, keepingOffsets: true)
    var places: [Range<Int>] = []
    for phrase in phrases {
      var start = 0
      while let range = folded.units.firstRange(of: phrase.units, from: start) {
        let lower = Int(folded.sourceOffsets[range.lowerBound])
        let last = Int(folded.sourceOffsets[range.upperBound - 1])
        let isPair =
          source[last] & 0xFC00 == 0xD800 && last + 1 < source.count
          && source[last + 1] & 0xFC00 == 0xDC00
        places.append(lower..<(last + (isPair ? 2 : 1)))
        start = range.upperBound
      }
    }
    return places
  }

  private static func joined(_ places: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for place in places {
      if let last = joined.last, place.lowerBound < last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, place.upperBound)
      } else {
        joined.append(place)
      }
    }
    return joined
  }
}
