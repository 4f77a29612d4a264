/// Takes out `<![if …]>` and `<![endif]>`, which old Word pages hold.
///
/// Browsers pass over them; libxml2 would take them for text.
enum HTMLConditionals {
  private static let opening = Array("<![".utf8)

  /// The page without such marks.
  static func removed(from page: [UInt8]) -> [UInt8] {
    guard var found = page.firstRange(of: opening) else { return page }
    var result: [UInt8] = []
    result.reserveCapacity(page.count)
    var copied = 0
    while let end = page[found.upperBound...].firstIndex(of: 0x3E) {
      // <![endif]--> ends a comment, and must stay to end it.
      let endsComment = page[found.lowerBound..<end].ends([0x2D, 0x2D])
      result += page[copied..<(endsComment ? end + 1 : found.lowerBound)]
      copied = end + 1
      guard let next = page[copied...].firstRange(of: opening) else { break }
      found = next
    }
    return result + page[copied...]
  }
}
