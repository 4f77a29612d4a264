/// What each scalar of plane 0 becomes when text is folded for search.
///
/// The scalars lie in pages of 256. All pages in which nothing changes, Han and
/// Hangul above all, share one, so that the whole table stays in the processor's
/// nearest cache and a Chinese text costs one look-up a scalar. No scalar is a
/// surrogate, therefore the codes from U+D800 to U+DFFF say what no single
/// UTF-16 unit can.
struct FoldingTable: Sendable {
  /// A blank that parts two Latin words.
  static let space: UInt16 = 0xD800
  /// A blank that parts nothing, such as the soft hyphen.
  static let unseen: UInt16 = 0xD801
  /// The line feed.
  static let lineFeed: UInt16 = 0xD802
  /// The first code that names an expansion.
  static let firstExpansion: UInt16 = 0xD803

  static let shared = FoldingTable()

  private(set) var codes: [UInt16]
  private(set) var pages = [Page](repeating: Page(), count: 256)
  private var units: [UInt16] = []
  private var ends: [UInt16] = [0]

  /// Where the codes of 256 scalars stand, and what is to be added to them.
  struct Page: Sendable {
    var start: UInt16 = 0
    var base: UInt16 = 0
  }

  private init() {
    codes = (0..<256).map { UInt16($0) }
    for page in 0..<256 { pages[page].base = UInt16(page) << 8 }
    codes.reserveCapacity(64 * 256)
    units.reserveCapacity(4096)
    ends.reserveCapacity(1200)
    var records = FoldingRecords(FoldingData.plane0)
    while let record = records.next() {
      switch record {
      case .run(let run):
        for scalar in stride(from: run.first, through: run.last, by: Int(run.step)) {
          set(scalar, UInt16(truncatingIfNeeded: Int32(scalar) &+ run.delta))
        }
      case .expansion(let scalar, let count):
        set(scalar, Self.firstExpansion &+ UInt16(truncatingIfNeeded: ends.count - 1))
        records.appendScalars(count, to: &units)
        ends.append(UInt16(truncatingIfNeeded: units.count))
      }
    }
    setBlanks()
  }

  /// The units that `code`, which is at least `firstExpansion`, stands for.
  func expansion(of code: UInt16) -> ArraySlice<UInt16> {
    let index = Int(code - Self.firstExpansion)
    return units[Int(ends[index])..<Int(ends[index + 1])]
  }

  private mutating func set(_ scalar: UInt32, _ code: UInt16) {
    let page = Int(scalar >> 8)
    if pages[page].base != 0 || page == 0 && pages[0].start == 0 {
      pages[page] = Page(start: UInt16(truncatingIfNeeded: codes.count))
      for low in 0..<256 { codes.append(UInt16(page) << 8 | UInt16(low)) }
    }
    codes[Int(pages[page].start) + Int(scalar & 0xFF)] = code
  }

  private mutating func setBlanks() {
    let ranges: [ClosedRange<UInt32>] = [
      0x00...0xA0, 0x1680...0x1680, 0x2000...0x205F, 0x3000...0x3000,
    ]
    for range in ranges {
      for scalar in range where Blank.isBlank(scalar) { set(scalar, Self.space) }
    }
    for scalar: UInt32 in [0xAD, 0x200B, 0x3164, 0xFEFF] { set(scalar, Self.unseen) }
    set(0x0A, Self.lineFeed)
  }
}

/// What the scalars beyond plane 0 become.
struct FoldingOfOtherPlanes: Sendable {
  static let shared = FoldingOfOtherPlanes()

  private var runs: [FoldingRecords.Run] = []
  private var expanded: [UInt32] = []
  private var units: [UInt16] = []
  private var ends: [Int] = [0]

  private init() {
    var records = FoldingRecords(FoldingData.otherPlanes)
    while let record = records.next() {
      switch record {
      case .run(let run): runs.append(run)
      case .expansion(let scalar, let count):
        expanded.append(scalar)
        records.appendScalars(count, to: &units)
        ends.append(units.count)
      }
    }
  }

  /// What `scalar` becomes, as UTF-16.
  func fold(_ scalar: UInt32) -> ArraySlice<UInt16> {
    let index = expanded.firstIndexOfSorted { $0 >= scalar }
    if index < expanded.count, expanded[index] == scalar {
      return units[ends[index]..<ends[index + 1]]
    }
    var folded: [UInt16] = []
    let run = runs.firstIndexOfSorted { $0.last >= scalar }
    if run < runs.count, runs[run].first <= scalar,
      (scalar - runs[run].first) % runs[run].step == 0
    {
      appendUTF16(UInt32(truncatingIfNeeded: Int32(scalar) &+ runs[run].delta), to: &folded)
    } else {
      appendUTF16(scalar, to: &folded)
    }
    return folded[...]
  }
}

extension Array {
  /// The first index whose element, and all after it, satisfies `isAfter`.
  fileprivate func firstIndexOfSorted(where isAfter: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
