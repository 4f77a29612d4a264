/// The folding of one text, as far as it got.
struct Folding {
  private(set) var units: [UInt16] = []
  private(set) var offsets: [UInt32] = []
  private let keepsOffsets: Bool

  /// What stands between the last unit and the next one.
  private var pending = Separation.none
  private var pendingOffset = 0

  private enum Separation {
    case none, space, paragraph
  }

  init(capacity: Int, _ keepsOffsets: Bool) {
    self.keepsOffsets = keepsOffsets
    units.reserveCapacity(capacity)
    if keepsOffsets { offsets.reserveCapacity(capacity + 1) }
  }

  /// Folds `utf8` and ends the offsets.
  mutating func read(_ utf8: UnsafeBufferPointer<UInt8>) {
    let table = FoldingTable.shared
    var end = 0
    table.codes.withUnsafeBufferPointer { codes in
      table.pages.withUnsafeBufferPointer { pages in
        var decoder = ScalarDecoder(utf8: utf8)
        while let scalar = decoder.next() {
          guard scalar < 0x10000 else {
            append(FoldingOfOtherPlanes.shared.fold(scalar), from: decoder.start)
            end = decoder.offset
            continue
          }
          let page = pages[Int(scalar >> 8)]
          let code = codes[Int(page.start) + Int(scalar & 0xFF)] &+ page.base
          if code & 0xF800 != 0xD800 {
            append(code, from: decoder.start)
          } else if code >= FoldingTable.firstExpansion {
            append(table.expansion(of: code), from: decoder.start)
          } else {
            part(by: code, at: decoder.start)
            continue
          }
          end = decoder.offset
        }
      }
    }
    if keepsOffsets { offsets.append(UInt32(truncatingIfNeeded: end)) }
  }

  @inline(__always)
  private mutating func append(_ unit: UInt16, from offset: Int) {
    if pending != .none { separate(from: unit) }
    units.append(unit)
    if keepsOffsets { offsets.append(UInt32(truncatingIfNeeded: offset)) }
  }

  private mutating func append(_ units: ArraySlice<UInt16>, from offset: Int) {
    for unit in units { append(unit, from: offset) }
  }

  private mutating func part(by code: UInt16, at offset: Int) {
    guard let last = units.last, pending != .paragraph else { return }
    if code == FoldingTable.lineFeed {
      pending = .paragraph
      pendingOffset = offset
    } else if code == FoldingTable.space, pending == .none, Self.isLatin(last) {
      pending = .space
      pendingOffset = offset
    }
  }

  private mutating func separate(from unit: UInt16) {
    let separation = pending
    pending = .none
    if separation == .paragraph {
      append(0x0A, from: pendingOffset)
    } else if Self.isLatin(unit) {
      append(0x20, from: pendingOffset)
    }
  }

  private static func isLatin(_ unit: UInt16) -> Bool {
    (0x61...0x7A).contains(unit) || (0x30...0x39).contains(unit)
  }
}

/// The scalars of UTF-8 bytes, each with its place.
struct ScalarDecoder {
  let utf8: UnsafeBufferPointer<UInt8>
  /// Where the scalar that was read last begins.
  private(set) var start = 0
  /// Where the next scalar begins.
  private(set) var offset = 0

  init(utf8: UnsafeBufferPointer<UInt8>) {
    self.utf8 = utf8
  }

  /// The next scalar, U+FFFD for a byte that begins none, or `nil` at the end.
  @inline(__always)
  mutating func next() -> UInt32? {
    start = offset
    guard offset < utf8.count else { return nil }
    let first = UInt32(utf8[offset])
    if first & 0xF0 == 0xE0, offset + 2 < utf8.count {
      let second = UInt32(utf8[offset + 1])
      let third = UInt32(utf8[offset + 2])
      let scalar = (first & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F
      if second & 0xC0 == 0x80, third & 0xC0 == 0x80, scalar >= 0x800, scalar & 0xF800 != 0xD800 {
        offset += 3
        return scalar
      }
    }
    offset += 1
    return first < 0x80 ? first : rare(first)
  }

  /// A scalar of two or four bytes, of which the first has been passed.
  private mutating func rare(_ first: UInt32) -> UInt32 {
    let length = first & 0xE0 == 0xC0 ? 2 : first & 0xF8 == 0xF0 ? 4 : 0
    guard length > 0, start + length <= utf8.count else { return 0xFFFD }
    var scalar = length == 2 ? first & 0x1F : first & 0x07
    for index in (start + 1)..<(start + length) {
      guard utf8[index] & 0xC0 == 0x80 else { return 0xFFFD }
      scalar = scalar << 6 | UInt32(utf8[index] & 0x3F)
    }
    let least: UInt32 = length == 2 ? 0x80 : 0x10000
    guard scalar >= least, scalar <= 0x10FFFF else { return 0xFFFD }
    offset = start + length
    return scalar
  }
}

extension Folding {
  /// Folds UTF-16 and ends the offsets, which then count UTF-16 units.
  mutating func read(utf16: UnsafeBufferPointer<UInt16>) {
    let table = FoldingTable.shared
    var end = 0
    table.codes.withUnsafeBufferPointer { codes in
      table.pages.withUnsafeBufferPointer { pages in
        var index = 0
        while index < utf16.count {
          let unit = utf16[index]
          let start = index
          index += 1
          if unit & 0xF800 == 0xD800 {
            append(Self.foldSurrogate(utf16, &index), from: start)
            end = index
            continue
          }
          let page = pages[Int(unit >> 8)]
          let code = codes[Int(page.start) + Int(unit & 0xFF)] &+ page.base
          if code & 0xF800 != 0xD800 {
            append(code, from: start)
          } else if code >= FoldingTable.firstExpansion {
            append(table.expansion(of: code), from: start)
          } else {
            part(by: code, at: start)
            continue
          }
          end = index
        }
      }
    }
    if keepsOffsets { offsets.append(UInt32(truncatingIfNeeded: end)) }
  }

  /// What the pair before and at `index` becomes; a lone surrogate is damage.
  private static func foldSurrogate(
    _ utf16: UnsafeBufferPointer<UInt16>, _ index: inout Int
  ) -> ArraySlice<UInt16> {
    let high = UInt32(utf16[index - 1])
    guard high < 0xDC00, index < utf16.count, utf16[index] & 0xFC00 == 0xDC00 else {
      return [0xFFFD]
    }
    let scalar = 0x10000 + (high & 0x3FF) << 10 + UInt32(utf16[index] & 0x3FF)
    index += 1
    return FoldingOfOtherPlanes.shared.fold(scalar)
  }
}
