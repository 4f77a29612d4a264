extension FoldedText {
  /// Folds a text, and gives it to `body` with whether the text is plain.
  ///
  /// A text is plain of which each UTF-16 unit folds to one unit in its place:
  /// itself or, of full-width ASCII and capital letters, its plain form. Without
  /// blanks, signs that expand and rare forms it can be searched as it is. Line
  /// feeds may stand anywhere.
  package static func fold<Result>(
    _ utf16: UnsafeBufferPointer<UInt16>,
    _ body: (_ folded: UnsafeBufferPointer<UInt16>, _ isPlain: Bool) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: utf16.count) { room in
      if let isPlain = foldInPlace(utf16, to: room) {
        return body(UnsafeBufferPointer(room), isPlain)
      }
      return FoldedText(utf16: utf16).units.withUnsafeBufferPointer { body($0, isPlain(utf16)) }
    }
  }

  /// Writes what each unit of a text folds to, and tells whether the text is
  /// plain; `nil` if it does not fold unit by unit.
  private static func foldInPlace(
    _ utf16: UnsafeBufferPointer<UInt16>, to folded: UnsafeMutableBufferPointer<UInt16>
  ) -> Bool? {
    let table = FoldingTable.shared
    return table.codes.withUnsafeBufferPointer { codes in
      table.pages.withUnsafeBufferPointer { pages in
        var arePlain = true
        for index in utf16.indices {
          let unit = utf16[index]
          let page = pages[Int(unit &>> 8)]
          let code = codes[Int(page.start) &+ Int(unit & 0xFF)] &+ page.base
          folded[index] = code
          if code & 0xF800 == 0xD800 {
            guard code == FoldingTable.lineFeed, index > 0, index + 1 < utf16.count,
              folded[index - 1] != 0x0A
            else { return nil }
            folded[index] = 0x0A
          } else if code != unit, !isPlain(unit, code) {
            arePlain = false
          }
        }
        return arePlain
      }
    }
  }

  /// Whether each unit of a text folds to one in its place, as `fold` says it.
  public static func isPlain(_ utf16: UnsafeBufferPointer<UInt16>) -> Bool {
    let table = FoldingTable.shared
    return table.codes.withUnsafeBufferPointer { codes in
      table.pages.withUnsafeBufferPointer { pages in
        utf16.allSatisfy { unit in
          guard unit & 0xF800 != 0xD800 else { return false }
          let page = pages[Int(unit >> 8)]
          let code = codes[Int(page.start) + Int(unit & 0xFF)] &+ page.base
          return code == unit || unit == 0x0A || isPlain(unit, code)
        }
      }
    }
  }

  /// Whether a unit folds to its plain form.
  @inline(__always)
  private static func isPlain(_ unit: UInt16, _ code: UInt16) -> Bool {
    switch unit {
    case 0x41...0x5A: code == unit + 0x20
    case 0xFF21...0xFF3A: code == unit - 0xFEE0 + 0x20
    case 0xFF01...0xFF5E: code == unit - 0xFEE0
    default: false
    }
  }
}
