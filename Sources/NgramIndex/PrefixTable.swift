/// The runs of zeros in every byte, so that prefixes are read by the byte.
struct PrefixTable: Sendable {
  /// What a byte holds, its lowest bit first.
  struct Row: Sendable {
    /// The zeros before each one.
    var runs = SIMD8<UInt8>()
    /// The number of ones.
    var ones: UInt8 = 0
    /// The zeros after the last one.
    var tail: UInt8 = 0
  }

  static let shared = PrefixTable()

  let rows: [Row]

  private init() {
    rows = (0..<256).map { byte in
      var row = Row()
      for bit in 0..<8 {
        if byte & (1 << bit) == 0 {
          row.tail += 1
        } else {
          row.runs[Int(row.ones)] = row.tail
          row.ones += 1
          row.tail = 0
        }
      }
      return row
    }
  }
}
