/// The units of which the texts of a site consist, in ascending order.
struct Alphabet {
  let units: [UInt16]
  private let ranks: [UInt16]

  /// The alphabet of the units that a test holds.
  init(_ isHeld: (UInt16) -> Bool) {
    let units = (0...0xFFFF).map { UInt16($0) }.filter(isHeld)
    var ranks = [UInt16](repeating: 0, count: 0x10000)
    for (rank, unit) in units.enumerated() { ranks[Int(unit)] = UInt16(truncatingIfNeeded: rank) }
    self.units = units
    self.ranks = ranks
  }

  /// The place of a unit that is in the alphabet.
  @inline(__always)
  func rank(of unit: UInt16) -> Int { Int(ranks[Int(unit)]) }

  /// Writes the units, each as what it is beyond the one before.
  func write(to bits: inout PrintableBits) {
    bits.write(number: units.count)
    var last = -1
    for unit in units {
      bits.write(number: Int(unit) - last - 1)
      last = Int(unit)
    }
  }
}
