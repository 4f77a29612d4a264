/// The names in 《》 of a text.
enum MarkedNames {
  /// The bytes of each name with its 《》, in reading order.
  ///
  /// 《》 and 〈〉 within a name belong to it. What no 》 of the same paragraph closes
  /// is no name, nor is what is longer than any.
  static func ranges(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start: Int?
    var depth = 0
    var index = 0
    while index < text.count {
      if let opened = start, text[index] == 0x0A || index - opened > mostBytes {
        // The search goes on behind what was not closed.
        start = nil
        index = opened + 3
        continue
      }
      guard text[index] == 0xE3, index + 2 < text.count, text[index + 1] == 0x80 else {
        index += 1
        continue
      }
      // U+300A and U+300B.
      if text[index + 2] == 0x8A {
        depth = start == nil ? 1 : depth + 1
        if start == nil { start = index }
      } else if text[index + 2] == 0x8B, let opened = start {
        depth -= 1
        if depth == 0 {
          if index > opened + 3 { ranges.append(opened..<index + 3) }
          start = nil
        }
      }
      index += 3
    }
    return ranges
  }

  private static let mostBytes = 600
}
