/// Numbers for the atoms of two texts: equal atoms, equal numbers.
struct AtomNames {
  /// One past the last scalar of Unicode.
  private static let firstNumber: UInt32 = 0x11_0000

  private var numbers: [ArraySlice<UInt32>: UInt32] = [:]

  /// The number of an atom: a single scalar's is its own value.
  mutating func number(of atom: ArraySlice<UInt32>) -> UInt32 {
    if atom.count == 1, let scalar = atom.first { return scalar }
    let next = Self.firstNumber + UInt32(numbers.count)
    if let number = numbers[atom] { return number }
    numbers[atom] = next
    return next
  }

  /// The number of a replaced term, in either spelling.
  mutating func number(ofPair pair: Int) -> UInt32 {
    number(of: [Self.firstNumber, UInt32(pair)])
  }
}
