import ChineseText

/// A text as a row of atoms, the pieces that no edit parts.
struct AtomizedText {
  /// What the text is made of.
  let scalars: [UInt32]
  /// Where each atom begins in `scalars`, and where the last one ends.
  let starts: [Int]
  /// One number for each atom: equal atoms have equal ones.
  let keys: [UInt32]
  /// Whether each atom is a blank.
  let isBlank: [Bool]
  /// The price of deleting or inserting each atom, in the unit of `EditPrices`.
  let prices: [Int32]
  /// The price of an edit's edge before each atom and after the last one.
  let edges: [Int32]

  /// The replaced term that an atom is, by its pair.
  private(set) var terms: [Int: Int] = [:]

  /// The atoms of a text.
  init(_ scalars: [UInt32], names: inout AtomNames, terms: ReplacedTerms = .none) {
    let scan = AtomScan(scalars)
    var starts = [0]
    var keys: [UInt32] = []
    var isBlank: [Bool] = []
    var prices: [Int32] = []
    starts.reserveCapacity(scalars.count + 1)
    keys.reserveCapacity(scalars.count)
    var start = 0
    while start < scalars.count {
      var end = scan.end(from: start)
      if let term = terms.term(at: start, in: scalars), scan.isEnd(term.end, from: start) {
        end = term.end
        self.terms[keys.count] = term.pair
        keys.append(names.number(ofPair: term.pair))
      } else {
        keys.append(names.number(of: scalars[start..<end]))
      }
      isBlank.append(Blank.isBlank(scalars[start]) && Blank.isBlank(scalars[end - 1]))
      prices.append(Self.price(of: start..<end, in: scalars, isBlank: isBlank[isBlank.count - 1]))
      starts.append(end)
      start = end
    }
    self.scalars = scalars
    self.starts = starts
    self.keys = keys
    self.isBlank = isBlank
    self.prices = prices
    edges = EdgePrices(scalars).prices(at: starts)
  }

  /// The scalars of an atom as a text.
  func text(of atom: Int) -> String {
    String(scalars: scalars[starts[atom]..<starts[atom + 1]].compactMap(Unicode.Scalar.init))
  }

  /// The price of deleting or inserting an atom.
  private static func price(of atom: Range<Int>, in scalars: [UInt32], isBlank: Bool) -> Int32 {
    if let price = TextBorder(at: atom.lowerBound, in: scalars)?.price { return price }
    return (isBlank ? EditPrices.blank : EditPrices.scalar) * Int32(atom.count)
  }

  /// How many scalars a range of atoms has.
  func scalarCount(of atoms: Range<Int>) -> Int {
    starts[atoms.upperBound] - starts[atoms.lowerBound]
  }
}
