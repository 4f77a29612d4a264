/// Reads the records of `FoldingData` one after the other.
///
/// They are numbers written in groups of five bits, the lowest first, each a
/// character from U+0030 on; a sixth bit says that more groups follow. A record
/// is
///
///     gap      scalars since the last one of the record before
///     header   count * 4 + kind
///     kind 0   delta: `count` scalars in a row; the low bit says negative
///     kind 1   delta: `count` scalars, every second one
///     kind 2   `count` scalars, which the one scalar becomes
///
/// so that `Q2X3` says: 0x41 scalars on, 26 in a row, each plus 0x20.
struct FoldingRecords {
  /// Scalars that change by the same amount.
  struct Run: Sendable {
    var first: UInt32
    var last: UInt32
    var step: UInt32
    var delta: Int32
  }

  enum Record {
    case run(Run)
    /// A scalar that becomes the `count` numbers that follow.
    case expansion(of: UInt32, count: UInt32)
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  private var scalar: UInt32 = 0

  /// The records of a literal.
  init(_ literal: StaticString) {
    bytes = UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
  }

  mutating func next() -> Record? {
    guard let gap = number(), let header = number() else { return nil }
    scalar &+= gap
    let count = header >> 2
    let kind = header & 3
    defer { scalar &+= 1 }
    if kind == 2 { return .expansion(of: scalar, count: count) }
    let code = number() ?? 0
    let delta = code & 1 == 0 ? Int32(code >> 1) : -Int32(code >> 1) - 1
    let first = scalar
    scalar &+= (count &- 1) &* (kind + 1)
    return .run(Run(first: first, last: scalar, step: kind + 1, delta: delta))
  }

  /// The next number, or `nil` at the end.
  mutating func number() -> UInt32? {
    var value: UInt32 = 0
    var shift: UInt32 = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      guard byte >= 0x30 else { continue }
      value |= UInt32((byte &- 0x30) & 31) << shift
      shift &+= 5
      if (byte &- 0x30) & 32 == 0 { return value }
    }
    return nil
  }

  /// The next `count` numbers, scalars, as UTF-16 at the end of `units`.
  mutating func appendScalars(_ count: UInt32, to units: inout [UInt16]) {
    for _ in 0..<count { appendUTF16(number() ?? 0xFFFD, to: &units) }
  }
}

/// Appends a scalar value as one or two units.
func appendUTF16(_ scalar: UInt32, to units: inout [UInt16]) {
  if scalar < 0x10000 {
    units.append(UInt16(truncatingIfNeeded: scalar))
  } else {
    units.append(UInt16(truncatingIfNeeded: 0xD7C0 &+ scalar >> 10))
    units.append(UInt16(truncatingIfNeeded: 0xDC00 | scalar & 0x3FF))
  }
}
