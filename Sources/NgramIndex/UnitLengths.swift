/// How long the texts of the units of a field are, a byte each.
///
/// A byte is exact for texts of less than 32 folded UTF-16 units and at most
/// 1/32 off for longer ones. A plain value, so that loops over many units cost no
/// reference counting: the index must outlive it.
public struct UnitLengths: @unchecked Sendable {
  @usableFromInline let codes: UnsafeRawBufferPointer

  init(_ codes: UnsafeRawBufferPointer) {
    self.codes = codes
  }

  /// The code of a unit's length; 0 for a unit without text.
  @inlinable
  public subscript(unit: Int) -> UInt8 {
    unit >= 0 && unit < codes.count ? codes[unit] : 0
  }

  /// The length that a code stands for, in folded UTF-16 units.
  @inlinable
  public static func length(ofCode code: UInt8) -> Int {
    code < 16 ? Int(code) : (16 | Int(code & 15)) << (Int(code >> 4) - 1)
  }

  /// The code of the nearest length that has one, the shorter of two.
  static func code(ofLength length: Int) -> UInt8 {
    guard length >= 32 else { return UInt8(max(0, length)) }
    let shift = Int.bitWidth - 5 - length.leadingZeroBitCount
    let rounded = (length + (1 << (shift - 1)) - 1) >> shift
    return UInt8(clamping: shift << 4 + rounded)
  }
}
