extension FoldedText {
  /// Whether each UTF-16 unit of a text folds to one unit in its place: itself
  /// or, of full-width ASCII and capital letters, its plain form.
  ///
  /// A text without blanks, signs that expand and rare forms is plain, and can
  /// be searched as it is. Line feeds may stand anywhere.
  public static func isPlain(_ utf16: UnsafeBufferPointer<UInt16>) -> Bool {
    let table = FoldingTable.shared
    return table.codes.withUnsafeBufferPointer { codes in
      table.pages.withUnsafeBufferPointer { pages in
        utf16.allSatisfy { unit in
          guard unit & 0xF800 != 0xD800 else { return false }
          let page = pages[Int(unit >> 8)]
          let code = codes[Int(page.start) + Int(unit & 0xFF)] &+ page.base
          if code == unit { return true }
          switch unit {
          case 0x0A: return true
          case 0x41...0x5A: return code == unit + 0x20
          case 0xFF21...0xFF3A: return code == unit - 0xFEE0 + 0x20
          case 0xFF01...0xFF5E: return code == unit - 0xFEE0
          default: return false
          }
        }
      }
    }
  }
}
