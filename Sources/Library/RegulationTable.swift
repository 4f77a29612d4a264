internal import ChineseText
internal import Regulations

/// The regulations of a library that is changed: those that it has, which are read
/// when they are asked for, and what became of some of them.
///
/// They are numbered as in the library, new ones after all others.
struct RegulationTable: RandomAccessCollection {
  private let stored: Manifest?
  private let storedCount: Int
  private var changed: [Int: Catalogue.RegulationRow] = [:]
  private var added: [Catalogue.RegulationRow] = []

  /// Those of a library, or none.
  init(_ stored: Manifest? = nil) {
    self.stored = stored
    storedCount = stored?.regulationCount ?? 0
  }

  var startIndex: Int { 0 }
  var endIndex: Int { storedCount + added.count }

  subscript(index: Int) -> Catalogue.RegulationRow {
    get {
      index < storedCount ? changed[index] ?? storedRow(at: index) : added[index - storedCount]
    }
    _modify {
      if index < storedCount {
        change(index)
        yield &changed[index, default: Self.none]
      } else {
        yield &added[index - storedCount]
      }
    }
  }

  mutating func append(_ row: Catalogue.RegulationRow) { added.append(row) }

  /// Has a regulation written anew.
  mutating func change(_ index: Int) {
    if index < storedCount, changed[index] == nil { changed[index] = storedRow(at: index) }
  }

  /// Those that may not be as they are in the library, new ones last.
  var changedIndices: [Int] { changed.keys.sorted() + Array(storedCount..<endIndex) }

  /// Whether a regulation may not be as it is in the library.
  func isChanged(_ index: Int) -> Bool { index >= storedCount || changed[index] != nil }

  /// Whether the library has a regulation already.
  func isStored(_ index: Int) -> Bool { index < storedCount }

  /// A regulation as the library has it.
  func storedRow(at index: Int) -> Catalogue.RegulationRow {
    stored?.row(ofRegulation: index) ?? Self.none
  }

  private static let none = Catalogue.RegulationRow(
    id: 0, title: "", key: 0, issuer: nil, lastOrdinal: 0, revisions: [])
}

extension Manifest {
  /// A regulation in a form that can be changed.
  fileprivate func row(ofRegulation index: Int) -> Catalogue.RegulationRow {
    let title = title(of: index)
    return Catalogue.RegulationRow(
      id: id(of: index), title: title, key: key(of: index), issuer: issuer(of: index),
      lastOrdinal: lastOrdinal(of: index),
      revisions: revisions(of: index).map { row(ofRevision: $0, title) })
  }

  private func row(ofRevision number: Int, _ title: String) -> Catalogue.RevisionRow {
    let dates = dates(of: number)
    return Catalogue.RevisionRow(
      place: place(of: number), title: self.title(ofRevision: number) ?? title,
      ordinal: ordinal(of: number), edition: edition(of: number), dates: dates,
      follows: dates.day == nil ? CalendarDate(packed: orderDay(of: number)) : nil,
      kind: kind(of: number))
  }
}
