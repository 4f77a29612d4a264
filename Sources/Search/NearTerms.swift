internal import Library
import NgramIndex

/// Finds texts that are like a term which stands nowhere, and do stand somewhere.
///
/// They are the term with one other character, without one of its inner characters,
/// and its longest pieces. The index says of pairs of characters which of them stand
/// anywhere; what is left is counted.
struct NearTerms {
  private static let mostFound = 3
  /// Terms as short as this are only taken apart.
  private static let fewestAltered = 3
  /// Longer ones are questions, of which no alteration stands anywhere.
  static let mostAltered = 12
  private static let mostPieces = 64
  private static let mostTries = 400

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
      add(counted(altered))
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
    let mayStand = indexes.contains { index in
      [IndexField.text, IndexField.heading].contains {
        index.lookup(text, in: $0).upperBound > 0
      }
    }
    guard mayStand, tries < Self.mostTries else { return 0 }
    tries += 1
    return count(text)
  }

  /// The term with one other character, where the pairs around that stand somewhere.
  private var altered: [[UInt16]] {
    var after: [UInt16: Set<UInt16>] = [:]
    var before: [UInt16: Set<UInt16>] = [:]
    for unit in term { (after[unit], before[unit]) = ([], []) }
    for index in indexes {
      index.forEachPair(in: IndexField.text) { first, second in
        after[first]?.insert(second)
        before[second]?.insert(first)
      }
    }
    return term.indices.flatMap { place in
      let left = place > 0 ? after[term[place - 1]] : nil
      let right = place + 1 < term.count ? before[term[place + 1]] : nil
      let others = left.map { left in right.map { left.intersection($0) } ?? left } ?? right ?? []
      return others.sorted().filter { $0 != term[place] && Self.isHan($0) }.map { other in
        var text = term
        text[place] = other
        return text
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
