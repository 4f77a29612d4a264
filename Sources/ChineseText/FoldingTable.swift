/// What each scalar becomes when text is folded for search.
///
/// One code per scalar of plane 0, 128 KiB in all, so that a Chinese text costs
/// one look-up a scalar. No scalar is a surrogate, therefore the codes from
/// U+D800 to U+DFFF say what no single UTF-16 unit can.
///
/// The table is read from `FoldingData`, whose records are numbers written in
/// groups of five bits, the lowest first, each a character from U+0030 on; a
/// sixth bit says that more groups follow. A record is
///
///     gap      scalars since the last one of the record before
///     header   count * 4 + kind
///     kind 0   delta: `count` scalars in a row; the low bit says negative
///     kind 1   delta: `count` scalars, every second one
///     kind 2   `count` scalars, which the one scalar becomes
///
/// so that `Q2X3` says: 0x41 scalars on, 26 in a row, each plus 0x20.
struct FoldingTable: Sendable {
  /// A blank that parts two Latin words.
  static let space: UInt16 = 0xD800
  /// A blank that parts nothing, such as the soft hyphen.
  static let unseen: UInt16 = 0xD801
  /// The line feed.
  static let lineFeed: UInt16 = 0xD802
  /// The first code that names one of `expansions`.
  static let firstExpansion: UInt16 = 0xD803

  static let shared = FoldingTable()
  static let otherPlanes = FoldingRecords(FoldingData.otherPlanes)

  let codes: [UInt16]
  let expansions: [[UInt16]]

  init() {
    let records = FoldingRecords(FoldingData.plane0)
    codes = [UInt16](unsafeUninitializedCapacity: 0x10000) { codes, count in
      for code in 0..<0x10000 { codes[code] = UInt16(truncatingIfNeeded: code) }
      for run in records.runs { run.apply(to: codes) }
      for (index, scalar) in records.expanded.enumerated() where scalar < 0x10000 {
        codes[Int(scalar)] = Self.firstExpansion + UInt16(truncatingIfNeeded: index)
      }
      Self.markBlanks(codes)
      count = 0x10000
    }
    expansions = records.expansions
  }

  private static func markBlanks(_ codes: UnsafeMutableBufferPointer<UInt16>) {
    for scalar in 0..<0x3001 where Blank.isBlank(UInt32(scalar)) { codes[scalar] = space }
    for scalar in [0xAD, 0x200B, 0x3164, 0xFEFF] { codes[scalar] = unseen }
    codes[0x0A] = lineFeed
  }
}

/// Records of `FoldingData`, read.
struct FoldingRecords: Sendable {
  /// Scalars that change by the same amount.
  struct Run: Sendable {
    var first: UInt32
    var last: UInt32
    var step: UInt32
    var delta: Int32

    func apply(to codes: UnsafeMutableBufferPointer<UInt16>) {
      var scalar = Int(first)
      while scalar <= Int(last), scalar < codes.count {
        codes[scalar] = UInt16(truncatingIfNeeded: scalar + Int(delta))
        scalar += Int(step)
      }
    }
  }

  private(set) var runs: [Run] = []
  private(set) var expanded: [UInt32] = []
  private(set) var expansions: [[UInt16]] = []

  init(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes in
      var numbers = Numbers(bytes: bytes)
      var scalar: UInt32 = 0
      while let gap = numbers.next(), let header = numbers.next() {
        scalar &+= gap
        scalar = read(kind: header & 3, count: header >> 2, at: scalar, from: &numbers) &+ 1
      }
    }
  }

  /// What a scalar beyond plane 0 becomes, as UTF-16.
  func fold(_ scalar: UInt32) -> [UInt16] {
    let index = expanded.partitioningIndex { $0 >= scalar }
    if index < expanded.count, expanded[index] == scalar { return expansions[index] }
    let run = runs.partitioningIndex { $0.last >= scalar }
    guard run < runs.count, runs[run].first <= scalar,
      (scalar - runs[run].first) % runs[run].step == 0
    else { return utf16(scalar) }
    return utf16(UInt32(bitPattern: Int32(bitPattern: scalar) &+ runs[run].delta))
  }

  private mutating func read(
    kind: UInt32, count: UInt32, at scalar: UInt32, from numbers: inout Numbers
  ) -> UInt32 {
    if kind == 2 {
      var units: [UInt16] = []
      for _ in 0..<count { units += utf16(numbers.next() ?? 0xFFFD) }
      expanded.append(scalar)
      expansions.append(units)
      return scalar
    }
    let code = numbers.next() ?? 0
    let delta = code & 1 == 0 ? Int32(code >> 1) : -Int32(code >> 1) - 1
    let last = scalar &+ (count &- 1) &* (kind + 1)
    runs.append(Run(first: scalar, last: last, step: kind + 1, delta: delta))
    return last
  }
}

private struct Numbers {
  let bytes: UnsafeBufferPointer<UInt8>
  var offset = 0

  mutating func next() -> UInt32? {
    var value: UInt32 = 0
    var shift: UInt32 = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      guard byte >= 0x30 else { continue }
      value |= UInt32((byte - 0x30) & 31) << shift
      shift += 5
      if (byte - 0x30) & 32 == 0 { return value }
    }
    return nil
  }
}

private func utf16(_ scalar: UInt32) -> [UInt16] {
  guard scalar >= 0x10000 else { return [UInt16(truncatingIfNeeded: scalar)] }
  let high = UInt16(truncatingIfNeeded: 0xD800 + (scalar - 0x10000) >> 10)
  return [high, UInt16(truncatingIfNeeded: 0xDC00 + scalar & 0x3FF)]
}

extension Array {
  fileprivate func partitioningIndex(where isAfter: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
