/// A code that gives frequent symbols few bits.
///
/// Only the widths of the codes need to be known to read it: codes of one width ascend
/// with their symbols (the canonical form).
///
/// Source: Huffman (1952); of the canonical form Schwartz and Kallick (1964).
struct PrefixCode {
  /// The greatest width of a code.
  static let greatestWidth = 15
  /// The width of each symbol's code, 0 for one that does not occur.
  let widths: [UInt8]
  /// The codes, the first bit lowest.
  private let codes: [UInt16]

  /// The code for symbols that occur so often.
  init(_ counts: [Int]) {
    var counts = counts
    var widths = Self.widths(counts)
    // Rare symbols are taken for less rare until no code is too wide.
    while widths.contains(where: { $0 > Self.greatestWidth }) {
      counts = counts.map { $0 > 0 ? $0 / 2 + 1 : 0 }
      widths = Self.widths(counts)
    }
    self.widths = widths
    codes = Self.codes(widths)
  }

  /// Writes a symbol.
  @inline(__always)
  func write(_ symbol: Int, to bits: inout PrintableBits) {
    bits.write(Int(codes[symbol]), Int(widths[symbol]))
  }

  /// Writes the widths, four bits each.
  func writeWidths(to bits: inout PrintableBits) {
    for width in widths { bits.write(Int(width), 4) }
  }

  /// The depths of the symbols in a tree of the least sum.
  private static func widths(_ counts: [Int]) -> [UInt8] {
    let symbols = counts.indices.filter { counts[$0] > 0 }.sorted {
      (counts[$0], $0) < (counts[$1], $1)
    }
    var widths = [UInt8](repeating: 0, count: counts.count)
    guard symbols.count > 1 else {
      for symbol in symbols { widths[symbol] = 1 }
      return widths
    }
    // Two queues, each ascending: leaves, and nodes in the order in which they are made.
    var sums = symbols.map { counts[$0] }
    var parents = [Int](repeating: 0, count: 2 * symbols.count - 1)
    var (leaf, node) = (0, symbols.count)
    func takeLeast() -> Int {
      if leaf < symbols.count, node >= sums.count || sums[leaf] <= sums[node] {
        leaf += 1
        return leaf - 1
      }
      node += 1
      return node - 1
    }
    for made in symbols.count..<(2 * symbols.count - 1) {
      let (first, second) = (takeLeast(), takeLeast())
      sums.append(sums[first] + sums[second])
      parents[first] = made
      parents[second] = made
    }
    var depths = [UInt8](repeating: 0, count: parents.count)
    for index in (0..<(parents.count - 1)).reversed() { depths[index] = depths[parents[index]] + 1 }
    for (index, symbol) in symbols.enumerated() { widths[symbol] = depths[index] }
    return widths
  }

  private static func codes(_ widths: [UInt8]) -> [UInt16] {
    var next = [Int](repeating: 0, count: greatestWidth + 2)
    for width in 1...greatestWidth {
      next[width + 1] = (next[width] + widths.count { $0 == width }) << 1
    }
    return widths.map { width in
      guard width > 0 else { return 0 }
      defer { next[Int(width)] += 1 }
      var (code, reversed) = (next[Int(width)], 0)
      for _ in 0..<width {
        reversed = reversed << 1 | code & 1
        code >>= 1
      }
      return UInt16(reversed)
    }
  }
}
