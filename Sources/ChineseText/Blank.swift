/// White space as this package understands it.
public enum Blank {
  /// Whether a scalar is blank.
  ///
  /// Blank is what Unicode calls White_Space, and U+200B, U+FEFF and U+3164,
  /// which stand for nothing in the pages and Word files we read.
  @inlinable
  public static func isBlank(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x09...0x0D, 0x3000: true
    case 0...0x84: false
    case 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3164, 0xFEFF: true
    default: false
    }
  }

  /// Whether a scalar is blank.
  @inlinable
  public static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    isBlank(scalar.value)
  }
}
