/// Links at the end of a heading that work on the page: 编辑 and ¶.
struct HeadingTools {
  /// Where the heading itself stands.
  let heading: Range<Int>
  /// Where the links stand, with the brackets around them.
  let tools: Range<Int>

  /// Parts a line of a page, or `nil` when no such link ends it.
  init?(_ utf8: [UInt8], _ line: LineAssembler.Line) {
    var end = line.range.upperBound
    for anchor in line.anchors.reversed() where !anchor.isEmpty {
      let link = BlankScan.trimmed(utf8[anchor.clamped(to: line.range)])
      guard FurnitureWords.isHeadingTool(link),
        utf8[link.endIndex..<end].allSatisfy(Self.isBetween)
      else { break }
      end = link.startIndex
    }
    guard end < line.range.upperBound else { return nil }
    while end > line.range.lowerBound, Self.isBetween(utf8[end - 1]) { end -= 1 }
    let heading = BlankScan.trimmed(utf8[line.range.lowerBound..<end])
    let tools = BlankScan.trimmed(utf8[end..<line.range.upperBound])
    guard !heading.isEmpty else { return nil }
    self.heading = heading.indices
    self.tools = tools.indices
  }

  /// Whether a sign stands around or between such links: [编辑 | 编辑源代码].
  private static func isBetween(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x5B, 0x5D, 0x7C, 0x28, 0x29, 0x2F: true
    default: false
    }
  }
}
