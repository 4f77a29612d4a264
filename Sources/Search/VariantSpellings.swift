internal import ChineseText
internal import Library
import NgramIndex

/// Finds how the terms of a query are spelt in a library, in simplified and
/// traditional characters.
///
/// A term becomes all of its spellings that stand there, one of which must hold.
/// They are put together character by character, and only what the index has
/// goes on: 勞动 ends before it becomes 勞动合同. So few spellings are tried, and
/// the search that follows, its marks and its order are those of any query.
struct VariantSpellings {
  private static let mostSpellings = 256
  private let indexes: [IndexReader]
  private let variants = HanVariants.table

  init(_ library: LibraryReader) {
    indexes = library.segments.map { $0.index }
  }

  /// A query that holds where any spelling of its terms does.
  func spelling(_ query: Query, where stands: (Term) -> Bool) -> Query {
    switch query {
    case .number: return query
    case .not(let part): return .not(spelling(part, where: stands))
    case .all(let parts): return .all(parts.map { spelling($0, where: stands) })
    case .any(let parts): return .any(parts.map { spelling($0, where: stands) })
    case .term(let term):
      let others = spellings(of: term.units).filter { $0 != term.units }.map { units in
        Term(text: String(decoding: units, as: UTF16.self), units: units, scope: term.scope)
      }.filter(stands)
      return others.isEmpty ? query : .any(([term] + others).map { .term($0) })
    }
  }

  /// The spellings of a text that may stand somewhere.
  func spellings(of units: [UInt16]) -> [[UInt16]] {
    guard let first = units.first else { return [] }
    var spellings = variants.forms(of: first).map { [$0] }
    for unit in units.dropFirst() {
      let forms = variants.forms(of: unit)
      spellings = spellings.flatMap { start in forms.map { start + [$0] } }
      if forms.count > 1 || spellings.count > 1 {
        spellings = Array(spellings.filter(mayStand).prefix(Self.mostSpellings))
      }
    }
    return spellings
  }

  /// The other spellings of the pairs of a text, those that stand somewhere, each
  /// after a line feed.
  func pairs(of units: [UInt16]) -> [UInt16] {
    zip(units, units.dropFirst()).flatMap { first, second in
      spellings(of: [first, second]).filter { $0 != [first, second] }.flatMap { [0x0A] + $0 }
    }
  }

  private func mayStand(_ text: [UInt16]) -> Bool {
    indexes.contains { index in
      [IndexField.text, IndexField.heading, IndexField.title].contains {
        index.lookup(text, in: $0).upperBound > 0
      }
    }
  }
}
