import Library

/// Finds definitions by the places of pairs.
struct DefinitionTable {
  private let ends: [Int: DefinitionPlaces.End]
  private let beginnings: [Int: DefinitionPlaces.Beginning]
  private var isNoted: [UInt64]

  /// A table of places below a number.
  init(_ places: DefinitionPlaces, placeCount: Int) {
    ends = Dictionary(places.ends.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
    beginnings = Dictionary(
      places.beginnings.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
    isNoted = [UInt64](repeating: 0, count: placeCount / 64 + 1)
    // A pair that ends before a sign begins two places before.
    for place in ends.keys.map({ $0 - 2 }) + beginnings.keys where place >= 0 {
      isNoted[place >> 6] |= 1 << UInt64(place & 63)
    }
  }

  /// Writes which of some places of a pair end a term that is said to mean something, and
  /// which begin one that 所称 stands before.
  func write(of places: Span<UInt32>, to bits: inout PrintableBits) {
    var ends: [(index: Int, end: DefinitionPlaces.End)] = []
    var beginnings: [(index: Int, beginning: DefinitionPlaces.Beginning)] = []
    for index in places.indices {
      let place = Int(places[index])
      guard isNoted[place >> 6] & 1 << UInt64(place & 63) != 0 else { continue }
      if let end = self.ends[place + 2] { ends.append((index, end)) }
      if let beginning = self.beginnings[place] { beginnings.append((index, beginning)) }
    }
    let hasAny = !ends.isEmpty || !beginnings.isEmpty
    bits.write(hasAny ? 1 : 0, 1)
    guard hasAny else { return }
    write(ends, to: &bits)
    write(beginnings, to: &bits)
  }

  private func write(
    _ ends: [(index: Int, end: DefinitionPlaces.End)], to bits: inout PrintableBits
  ) {
    bits.write(number: ends.count)
    var last = -1
    for (index, end) in ends {
      bits.write(number: index - last - 1)
      last = index
      bits.write(Self.number(of: end.usual), 3)
      bits.write(number: end.others.count)
      for (length, strength) in end.others {
        bits.write(length, 5)
        bits.write(Self.number(of: strength), 3)
      }
    }
  }

  private static func number(of strength: DefinitionStrength?) -> Int {
    strength.map { $0.rawValue + 1 } ?? 0
  }

  private func write(
    _ beginnings: [(index: Int, beginning: DefinitionPlaces.Beginning)],
    to bits: inout PrintableBits
  ) {
    bits.write(number: beginnings.count)
    var last = -1
    for (index, beginning) in beginnings {
      bits.write(number: index - last - 1)
      last = index
      bits.write(beginning.length, 5)
    }
  }
}
