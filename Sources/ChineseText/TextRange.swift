/// A half-open range of UTF-8 offsets into a decoded text.
///
/// Everything cut from a source keeps one, so that a hit, a warning and a
/// change can all point at it. Offsets fit in 32 bits: a text has at most
/// 4 GiB.
public struct TextRange: Hashable, Sendable {
  private var lower: UInt32
  private var upper: UInt32

  /// The offset of the first byte of the range.
  public var lowerBound: Int { Int(lower) }

  /// The offset after the last byte of the range.
  public var upperBound: Int { Int(upper) }

  /// Whether the range holds no byte.
  public var isEmpty: Bool { lower == upper }

  /// The number of UTF-8 bytes in the range.
  public var byteCount: Int { Int(upper - lower) }

  /// The bytes from `lowerBound` up to, but not including, `upperBound`.
  ///
  /// - Precondition: `0 <= lowerBound <= upperBound <= UInt32.max`.
  public init(_ lowerBound: Int, _ upperBound: Int) {
    precondition(lowerBound <= upperBound)
    lower = UInt32(lowerBound)
    upper = UInt32(upperBound)
  }

  /// The same bytes as a standard range.
  public var offsets: Range<Int> { lowerBound..<upperBound }
}
