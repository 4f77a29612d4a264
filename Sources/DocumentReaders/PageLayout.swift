/// A page as lines of text in nested boxes, before anything is judged.
///
/// Boxes are the block elements; a box has a smaller number than the boxes
/// in it, so that sums can be carried from the last box up to the first.
struct PageLayout {
  /// The text of all lines, one after the other.
  var utf8: [UInt8] = []
  var lines: [PageLine] = []
  var boxes: [PageBox] = [PageBox(parent: nil, element: "html")]
  var properties: [String: String] = [:]
}

/// A line of a page: what stands between two ends of a block or breaks.
struct PageLine {
  var range: Range<Int>
  var box: Int
  var role: SourceBlock.Role
  var isCentered: Bool
  var isBold: Bool
  var automaticLabelByteCount: Int
  /// The number of bytes in links to other pages.
  var linkByteCount: Int
  /// The number of such links.
  var linkCount: Int
}

/// A block element, with what its marks say about it.
struct PageBox {
  let parent: Int?
  let element: String
  /// What the element's name, class or id says that it is.
  var hint: FurnitureHint?
  /// What it holds, once everything in it was counted.
  var byteCount = 0
  var linkByteCount = 0
  var linkCount = 0
  var proseByteCount = 0
  /// The number of lines that end with a day.
  var dateCount = 0

  init(parent: Int?, element: String) {
    self.parent = parent
    self.element = element
  }
}
