internal import ChineseText
internal import Library
internal import Regulations

/// Draws queries from the texts of a library.
struct QueryDraw {
  private let reader: LibraryReader
  private var random: SeededNumbers

  init(_ reader: LibraryReader, seed: UInt64) {
    self.reader = reader
    random = SeededNumbers(seed: seed)
  }

  /// A query of a piece of some text, or `nil` where none was met.
  ///
  /// The number decides its length: from one character to twenty, and now and
  /// then a long one. A fifth is altered, a tenth asks for two terms.
  mutating func query(_ number: Int) -> Query? {
    let count = number % 21 < 20 ? number % 21 + 1 : 50 + Int.random(in: 0...100, using: &random)
    for _ in 0..<50 {
      guard let lines = someLines(), let line = lines.randomElement(using: &random) else {
        continue
      }
      guard let term = term(of: line.text, count, line.scope) else { continue }
      guard number % 10 == 9, let other = lines.randomElement(using: &random),
        let second = self.term(of: other.text, 1 + count / 4, other.scope)
      else { return term }
      return .all([term, Bool.random(using: &random) ? second : .not(second)])
    }
    return nil
  }

  /// The title, a heading or the lines of one unit of some revision.
  private mutating func someLines() -> [(text: String, scope: Term.Scope)]? {
    guard reader.revisionCount > 0 else { return nil }
    let number = Int.random(in: 0..<reader.revisionCount, using: &random)
    guard let place = reader.place(of: number) else { return nil }
    let revision = reader.segments[place.segment].revision(at: place.index)
    let isAnywhere = Bool.random(using: &random)
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return [(revision.title, isAnywhere ? .anywhere : .title)]
    case 1:
      let headings = revision.provisions.compactMap(\.heading)
      return headings.isEmpty ? nil : headings.map { ($0, isAnywhere ? .anywhere : .heading) }
    default:
      let units = UnitDivision(revision.provisions).nodes.filter(\.isUnit)
      guard let unit = units.randomElement(using: &random) else { return nil }
      let lines = ScannedUnit.lines(of: unit, in: revision).filter { !$0.isEmpty }
      return lines.isEmpty ? nil : lines.map { ($0, isAnywhere ? .anywhere : .text) }
    }
  }

  private mutating func term(of line: String, _ count: Int, _ scope: Term.Scope) -> Query? {
    var scalars = Array(line.unicodeScalars)
    let start = Int.random(in: 0...max(0, scalars.count - count), using: &random)
    scalars = Array(scalars.dropFirst(start).prefix(count))
    if Int.random(in: 0..<5, using: &random) == 0, scalars.count > 1 { alter(&scalars) }
    return Query.term(String(String.UnicodeScalarView(scalars)), in: scope)
  }

  /// Makes a text that hardly occurs of one that does.
  private mutating func alter(_ scalars: inout [Unicode.Scalar]) {
    let place = Int.random(in: 0..<scalars.count, using: &random)
    if Bool.random(using: &random), place > 0 {
      scalars.swapAt(place, place - 1)
    } else {
      scalars[place] = ["的", "甲", "〇", "x", "，"].randomElement(using: &random) ?? "的"
    }
  }
}
