internal import Library
import NgramIndex

/// Finds texts that are like a term which stands nowhere, and do stand somewhere.
///
/// They are the term with one other character, without one of its inner characters,
/// and its longest pieces. The index says of pairs of characters which of them stand
/// anywhere; what is left is counted.
struct NearTerms {
  private static let mostFound = 3
  /// Shorter terms are only taken apart.
  private static let fewestAltered = 2
  /// Longer ones are questions, of which no alteration stands anywhere.
  static let mostAltered = 12
  private static let mostPieces = 64
  private static let mostTries = 240
  /// An altered text that is a smaller share of the units with what it keeps is none.
  private static let leastShare = 0.05
  /// Of a word of two characters one alone is kept, which says less.
  private static let leastShareOfTwo = 0.1

  private let term: [UInt16]
  private let indexes: [IndexReader]
  private let count: ([UInt16]) -> Int
  private var tries = 0
  /// What was found, the most like first.
  private(set) var found: [(units: [UInt16], total: Int)] = []

  /// Looks for texts like `term`, and with `takingApart` for pieces of it; `count`
  /// tells how many units hold a text.
  init(
    _ term: Term, in indexes: [IndexReader], takingApart: Bool,
    count: @escaping ([UInt16]) -> Int
  ) {
    self.term = Array(term.units.prefix(Self.mostPieces))
    self.indexes = indexes
    self.count = count
    if Self.fewestAltered...Self.mostAltered ~= self.term.count {
      addAltered()
      if found.isEmpty { add(counted(shortened)) }
    }
    if found.isEmpty, takingApart { add(pieces) }
  }

  private mutating func add(_ texts: [(units: [UInt16], total: Int)]) {
    found += texts.sorted {
      ($1.units.count, $1.total) < ($0.units.count, $0.total)
    }.prefix(Self.mostFound - found.count)
  }

  private mutating func counted(_ texts: [[UInt16]]) -> [(units: [UInt16], total: Int)] {
    texts.compactMap { text in
      let total = total(of: text)
      return total > 0 ? (text, total) : nil
    }
  }

  /// The number of units that hold a text; none where the index sees none, or when
  /// so many were tried that the person waits.
  private mutating func total(of text: [UInt16]) -> Int {
    guard bound(of: text) > 0, tries < Self.mostTries else { return 0 }
    tries += 1
    return count(text)
  }

  /// At least the number of units that hold a text, by the index alone.
  private func bound(
    of text: [UInt16], in fields: [Int] = [IndexField.text, IndexField.heading]
  ) -> Int {
    indexes.reduce(0) { sum, index in
      fields.reduce(sum) {
        $0 + index.lookup(text, in: $1).upperBound
      }
    }
  }

  // MARK: One other character

  /// The term with one other character.
  private struct Alteration {
    var units: [UInt16]
    /// At least the number of units that hold it.
    var bound: Int
    /// At least the number of units whose text holds the rarer part that was kept.
    var keptBound: Int
  }

  /// Adds the term with one other character, those first that were most likely meant.
  private mutating func addAltered() {
    var likely: [(units: [UInt16], total: Int, rank: Double)] = []
    let leastShare = term.count == 2 ? Self.leastShareOfTwo : Self.leastShare
    for alternatives in altered {
      // Of each place some: what the index says of long terms tells places apart badly.
      let ranked = alternatives.map { ($0, rank: Self.rank(of: $0.bound, among: $0.keptBound)) }
        .sorted { $1.rank < $0.rank }
      for (alteration, _) in ranked.prefix(Self.mostTries / term.count) {
        let (total, kept) = (total(of: alteration.units), alteration.keptBound)
        guard Self.share(of: total, among: kept) >= leastShare else { continue }
        likely.append((alteration.units, total, Self.rank(of: total, among: kept)))
      }
    }
    found += likely.sorted { ($1.rank, $1.total) < ($0.rank, $0.total) }
      .prefix(Self.mostFound).map { ($0.units, $0.total) }
  }

  /// How likely a text in so many units was meant, of `kept` with the part of the
  /// term that it keeps.
  ///
  /// What stands often is asked for often, but words rather than what is cut out of a
  /// sentence: 试用其 is 试用期, which 试用 nearly always is, before 使用其, which
  /// stands more often.
  private static func rank(of total: Int, among kept: Int) -> Double {
    let share = share(of: total, among: kept)
    return Double(total) * share * share.squareRoot()
  }

  private static func share(of total: Int, among kept: Int) -> Double {
    Double(total) / Double(max(total, kept) + doubt)
  }

  /// Units beyond those of the kept part, so that what stands once is not certain.
  private static let doubt = 3

  /// The term with one other character, where the pairs around that stand somewhere,
  /// by the place of that.
  private var altered: [[Alteration]] {
    var after: [UInt16: Set<UInt16>] = [:]
    var before: [UInt16: Set<UInt16>] = [:]
    for unit in term { (after[unit], before[unit]) = ([], []) }
    for index in indexes {
      index.forEachPair(in: IndexField.text) { first, second in
        after[first]?.insert(second)
        before[second]?.insert(first)
      }
    }
    return term.indices.map { place in
      let left = place > 0 ? after[term[place - 1]] : nil
      let right = place + 1 < term.count ? before[term[place + 1]] : nil
      let others = left.map { left in right.map { left.intersection($0) } ?? left } ?? right ?? []
      let parts = [term[..<place], term[(place + 1)...]].filter { !$0.isEmpty }
      let keptBound =
        parts.map { self.bound(of: Array($0), in: [IndexField.text]) }.min() ?? 0
      return others.sorted().filter { $0 != term[place] && Self.isHan($0) }.compactMap { other in
        var text = term
        text[place] = other
        let bound = bound(of: text)
        return bound > 0 ? Alteration(units: text, bound: bound, keptBound: keptBound) : nil
      }
    }
  }

  /// The term without one of its inner characters.
  private var shortened: [[UInt16]] {
    term.indices.dropFirst().dropLast().map { place in
      var text = term
      text.remove(at: place)
      return text
    }
  }

  /// The longest pieces that stand somewhere and lie in no other.
  private var pieces: [(units: [UInt16], total: Int)] {
    mutating get {
      let fewest = term.count > 2 ? 2 : 1
      var pieces: [(units: [UInt16], total: Int)] = []
      var end = 0
      for start in term.indices {
        let known = max(end, start)
        var last = 0
        end = known
        while end < term.count, end + 1 - start < term.count {
          let total = total(of: Array(term[start...end]))
          guard total > 0 else { break }
          last = total
          end += 1
        }
        if last > 0, end - start >= fewest, Self.isWord(term[start..<end]) {
          pieces.append((Array(term[start..<end]), last))
        }
      }
      return pieces
    }
  }

  private static func isHan(_ unit: UInt16) -> Bool { 0x3400...0x9FFF ~= unit }

  private static func isWord(_ units: ArraySlice<UInt16>) -> Bool {
    units.allSatisfy { isHan($0) || 0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 }
  }
}
